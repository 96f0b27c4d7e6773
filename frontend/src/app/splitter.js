import { remember, remembered } from './storage.js';

const LEAST = 12;
const MOST = 82;
const KEY_STEP = 2;

/**
 * Makes a bar between two parts move. The share is a custom property on `owner`, in percent.
 * @param {HTMLElement} bar
 * @param {HTMLElement} owner
 * @param {string} name of the property and of what is remembered
 * @param {number} share at first
 * @param {() => 'x' | 'y'} axis
 * @param {boolean} isAfter whether the part that has the share comes after the bar
 */
export function installSplitter(bar, owner, name, share, axis, isAfter) {
  let current = Number(remembered(name)) || share;

  /** @param {number} next */
  function set(next) {
    current = Math.min(MOST, Math.max(LEAST, next));
    owner.style.setProperty(`--${name}`, `${current}%`);
    bar.setAttribute('aria-valuenow', String(Math.round(current)));
    bar.setAttribute('aria-orientation', axis() === 'x' ? 'vertical' : 'horizontal');
  }

  bar.setAttribute('aria-valuemin', String(LEAST));
  bar.setAttribute('aria-valuemax', String(MOST));
  bar.addEventListener('pointerdown', (event) => {
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  bar.addEventListener('pointermove', (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const box = owner.getBoundingClientRect();
    const part =
      axis() === 'x' ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    set(100 * (isAfter ? 1 - part : part));
  });
  bar.addEventListener('pointerup', () => remember(name, String(current)));
  bar.addEventListener('dblclick', () => {
    set(share);
    remember(name, String(current));
  });
  bar.addEventListener('keydown', (event) => {
    const [less, more] = axis() === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const step = event.key === more ? KEY_STEP : event.key === less ? -KEY_STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    set(current + (isAfter ? -step : step));
    remember(name, String(current));
  });
  set(current);
}

/** @import { StepScene, SceneMover } from '../model/step-scene.js' */
import { make } from './dom.js';

/**
 * What the bar's buttons do.
 * @typedef {object} StepActions
 * @property {(thread: number) => void} move
 * @property {() => void} start
 * @property {() => void} back
 * @property {() => void} next
 * @property {() => void} nextLock
 * @property {() => void} end
 * @property {() => void} leave
 */

/** So many can be chosen by a digit. */
const DIGITS = 9;

/** Where one is in a schedule, who can move, and what shared variables hold. */
export class StepBar {
  /**
   * @param {HTMLElement} element
   * @param {StepActions} actions
   */
  constructor(element, actions) {
    this.element = element;
    this.actions = actions;
    this.title = make('span', { class: 'step-at' });
    this.said = make('span', { class: 'sr-only', 'aria-live': 'polite' });
    this.start = tool('⇤', 'To the beginning', 'Home', actions.start);
    this.back = tool('◀', 'Take a move back', 'B', actions.back, 'Back');
    this.next = tool('▶', 'On to the next choice', 'N', actions.next, 'Next choice');
    this.lock = tool('▶', 'On to the next lock operation', 'K', actions.nextLock, 'Next lock');
    this.end = tool('⇥', 'On to the end', 'E', actions.end);
    const close = make(
      'button',
      { type: 'button', class: 'small quiet', title: 'Leave Step (T)', 'aria-label': 'Leave Step' },
      '✕',
    );
    close.addEventListener('click', actions.leave);
    this.movers = make('ol', { class: 'movers', 'aria-label': 'Threads, and what each is about to do' });
    this.note = make('p', { class: 'step-note' });
    this.values = make('div', { class: 'step-values' });
    element.append(
      make(
        'div',
        { class: 'step-tools', role: 'toolbar', 'aria-label': 'Step' },
        make('span', { class: 'lanes-title' }, 'Step'),
        this.title,
        make('span', { class: 'step-moves' }, this.start, this.back, this.next, this.lock, this.end),
        close,
      ),
      make('div', { class: 'step-body' }, make('div', {}, this.movers, this.note), this.values),
      this.said,
    );
  }

  /** A run goes on; then there is more to show. @param {string} words */
  showBusy(words) {
    this.element.hidden = false;
    this.element.setAttribute('aria-busy', 'true');
    this.title.textContent = words;
    for (const button of this.element.querySelectorAll('.movers button, .step-moves button'))
      setEnabled(/** @type {HTMLButtonElement} */ (button), false);
  }

  /** @param {StepScene} scene */
  show(scene) {
    this.element.hidden = false;
    this.element.setAttribute('aria-busy', 'false');
    this.title.textContent = scene.title;
    setEnabled(this.start, !scene.isAtStart);
    setEnabled(this.back, !scene.isAtStart);
    for (const button of [this.next, this.lock, this.end]) setEnabled(button, !scene.isAtEnd);
    const focused = this.#focusedThread();
    this.movers.replaceChildren(...scene.movers.map((mover) => this.#mover(mover, scene)));
    if (focused !== null) this.#focus(focused);
    this.note.textContent = scene.note;
    this.note.className = `step-note ${scene.tone}`.trim();
    this.#showValues(scene);
    const words = scene.movers.filter(({ canMove }) => canMove).map(({ name, text }) => `${name} ${text}`);
    this.said.textContent = [scene.title, ...words, scene.note].filter((part) => part !== '').join('; ');
  }

  /** @param {string} words */
  say(words) {
    this.note.textContent = words;
    this.said.textContent = words;
  }

  hide() {
    this.element.hidden = true;
  }

  /** The thread whose button has the focus; 0 is time, null is none. @returns {number | null} */
  #focusedThread() {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || !this.movers.contains(activeElement)) return null;
    return Number(activeElement.dataset.thread ?? 0);
  }

  /** What one has pressed is replaced; the focus stays. @param {number} thread */
  #focus(thread) {
    const button =
      this.movers.querySelector(`button[data-thread="${thread}"]`) ?? this.movers.querySelector('button');
    if (button instanceof HTMLElement) button.focus();
    else this.back.focus();
  }

  /** @param {SceneMover} mover @param {StepScene} scene @returns {HTMLElement} */
  #mover(mover, scene) {
    const { thread, name, text, place, code, canMove, isTaken } = mover;
    const parts = [make('span', { class: 'who' }, name), make('span', { class: 'does' }, text)];
    if (place !== '') parts.push(make('span', { class: 'line' }, place), make('code', {}, code));
    if (!canMove) return make('li', { class: 'waits' }, make('span', { class: 'key' }), ...parts);
    const number = scene.movers.indexOf(mover) + 1;
    const key = number <= DIGITS ? String(number) : '';
    const words = scene.isChoice && !isTaken ? 'another schedule begins here' : 'as in this run';
    const button = make(
      'button',
      {
        type: 'button',
        'data-thread': String(thread),
        title: `Let ${name} move${key === '' ? '' : ` (${key})`}: ${words}`,
        ...(key === '' ? {} : { 'aria-keyshortcuts': key }),
      },
      make('span', { class: 'key' }, ...(key === '' ? [] : [make('kbd', {}, key)])),
      ...parts,
    );
    if (isTaken && scene.isChoice) button.append(make('span', { class: 'taken' }, '✓ in this run'));
    button.addEventListener('click', () => this.actions.move(thread));
    return make('li', { class: isTaken ? 'moves is-taken' : 'moves' }, button);
  }

  /** @param {StepScene} scene */
  #showValues({ values, unwritten, more }) {
    const list = make('dl', {});
    for (const { name, text, isNew } of values) {
      const row = make('div', isNew ? { class: 'is-new' } : {}, make('dt', {}, name), make('dd', {}, text));
      if (isNew) row.append(make('span', { class: 'sr-only' }, 'changed'));
      list.append(row);
    }
    const rest = [
      unwritten > 0 ? `${unwritten} not yet written` : '',
      more > 0 ? `${more} more are not listed` : '',
    ].filter((words) => words !== '');
    const isAny = values.length + unwritten + more > 0;
    this.values.hidden = !isAny;
    this.values.replaceChildren(make('h3', {}, 'Shared variables'), list);
    if (rest.length > 0) this.values.append(make('p', { class: 'faint' }, rest.join(', ')));
  }
}

/** @param {string} glyph @param {string} words @param {string} key @param {() => void} pressed @param {string} [text] */
function tool(glyph, words, key, pressed, text = '') {
  const button = make('button', {
    type: 'button',
    class: 'small',
    title: `${words} (${key})`,
    'aria-label': words,
    'aria-keyshortcuts': key,
  });
  button.append(make('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph));
  if (text !== '') button.append(make('span', { class: 'word' }, text));
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') pressed();
  });
  return button;
}

/** Stays in the tab order, so that the focus is not lost. @param {HTMLButtonElement} button @param {boolean} isEnabled */
function setEnabled(button, isEnabled) {
  button.setAttribute('aria-disabled', String(!isEnabled));
}

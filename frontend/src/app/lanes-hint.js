/** @import { RunState } from '../model/run-state.js' */
/** @import { Trace } from '../model/trace.js' */
/** @import { Palette } from '../view/palette.js' */
import { visibleOutput } from '../base/visible-text.js';
import { isActive } from '../model/run-state.js';
import { BLOCKED, RUNNING, SLEEPING, WAITING } from '../model/states.js';
import { lookOf } from '../view/palette.js';
import { make } from './dom.js';

/** Three lanes in miniature: state and share of each slice. */
const ART = [
  [RUNNING, 30, WAITING, 45, RUNNING, 25],
  [RUNNING, 55, SLEEPING, 25, RUNNING, 20],
  [RUNNING, 20, BLOCKED, 50, RUNNING, 30],
];

/** What stands where lanes will be, as long as there are none. */
export class LanesHint {
  #shown = '';
  #palette = /** @type {Palette | null} */ (null);

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /** @param {Palette} palette */
  setPalette(palette) {
    this.#palette = palette;
    this.#shown = '';
  }

  /** @param {RunState} state @param {Trace} trace @param {boolean} hasRun */
  show(state, trace, hasRun) {
    this.element.hidden = trace.laneOrder.length > 0;
    if (this.element.hidden) return;
    const [title, text] = this.#words(state, hasRun);
    if (`${title} ${text}` === this.#shown) return;
    this.#shown = `${title} ${text}`;
    this.element.replaceChildren(this.#art(), make('strong', {}, title), make('span', {}, text));
  }

  /** @param {RunState} state @param {boolean} hasRun @returns {[string, string]} */
  #words(state, hasRun) {
    if (isActive(state) && state.mode === 'explore')
      return ['Searching', 'The lanes show the first schedule that fails, or the last that passes.'];
    if (isActive(state)) return ['Getting ready', 'The lanes appear with the first thread.'];
    if (!hasRun)
      return [
        'Watch your threads',
        'Ctrl+Enter runs the program: each thread becomes a lane. Ctrl+Shift+Enter asks whether it can go wrong.',
      ];
    if (state.outcome?.kind === 'NotCompiled') {
      return ['Nothing ran', 'The source has errors; they are marked in the editor and listed below it.'];
    }
    return [
      'Nothing to see',
      visibleOutput(state.outcome?.text ?? state.problem ?? 'No thread was seen in this run.'),
    ];
  }

  #art() {
    const art = make('div', { class: 'art', 'aria-hidden': 'true' });
    for (const lane of ART) {
      const bar = make('i', {});
      const stops = [];
      let from = 0;
      for (let i = 0; i < lane.length; i += 2) {
        const to = from + (lane[i + 1] ?? 0);
        const fill = this.#palette === null ? '#888888' : lookOf(this.#palette, lane[i] ?? RUNNING).fill;
        stops.push(`${fill} ${from}% ${to}%`);
        from = to;
      }
      bar.style.background = `linear-gradient(90deg, ${stops.join(', ')})`;
      art.append(bar);
    }
    return art;
  }
}

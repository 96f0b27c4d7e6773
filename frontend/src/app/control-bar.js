/** @import { ControlFields } from '../model/control-options.js' */
/** @import { Mode } from '../model/run-state.js' */
import { DEFAULT_FIELDS, STRATEGIES, controlRequest } from '../model/control-options.js';
import { make } from './dom.js';

/** The fields of runs that do not run live: which schedule, or how schedules are chosen. */
export class ControlBar {
  /**
   * @param {HTMLElement} element
   * @param {HTMLButtonElement} opener
   * @param {{explore: () => void, replay: () => void, step: () => void}} actions
   */
  constructor(element, opener, actions) {
    this.element = element;
    this.opener = opener;
    this.schedule = field('schedule', 'as Explore gives it; empty: the seed decides');
    this.seed = field('seed', '');
    this.maxSchedules = field('max-schedules', '');
    this.countAll = make('input', { id: 'count-all', type: 'checkbox' });
    this.strategy = make('select', { id: 'strategy' });
    for (const [value, text] of STRATEGIES) this.strategy.append(make('option', { value }, text));
    this.problem = make('span', { class: 'problem', role: 'alert' });
    this.fill(DEFAULT_FIELDS);
    const replay = make('button', { type: 'submit', class: 'small' }, 'Replay');
    const step = make('button', { type: 'button', class: 'small' }, 'Step');
    const explore = make('button', { type: 'button', class: 'small' }, 'Explore');
    const close = make('button', { type: 'button', class: 'small quiet', 'aria-label': 'Close' }, '✕');
    const form = make(
      'form',
      {},
      labelled('Seed', this.seed),
      labelled('Schedule', this.schedule, 'grows'),
      replay,
      step,
      labelled('Strategy', this.strategy),
      labelled('At most', this.maxSchedules, '', 'schedules'),
      make('label', {}, this.countAll, make('span', {}, 'count all that fail')),
      explore,
      this.problem,
      close,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      actions.replay();
    });
    step.addEventListener('click', actions.step);
    explore.addEventListener('click', actions.explore);
    close.addEventListener('click', () => this.#setOpen(false));
    opener.addEventListener('click', () => this.#setOpen(Boolean(element.hidden)));
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.shiftKey) this.#setOpen(false);
    });
    element.append(form);
    this.buttons = [replay, step, explore];
  }

  /** @param {Partial<ControlFields>} fields what to put in; the others stay */
  fill(fields) {
    if (fields.seed !== undefined) this.seed.value = fields.seed;
    if (fields.schedule !== undefined) this.schedule.value = fields.schedule;
    if (fields.strategy !== undefined) this.strategy.value = fields.strategy;
    if (fields.maxSchedules !== undefined) this.maxSchedules.value = fields.maxSchedules;
    if (fields.countAll !== undefined) this.countAll.checked = fields.countAll;
  }

  /** @returns {boolean} */
  get isOpen() {
    return !this.element.hidden;
  }

  /** Shows the fields and turns to the schedule. */
  open() {
    if (this.element.hidden) this.#setOpen(true);
    else this.schedule.focus();
  }

  /** What to ask the server for; null where a field says nonsense, and then that is told. @param {Mode} mode @returns {Record<string, unknown> | null} */
  request(mode) {
    const { request, problem } = controlRequest(mode, {
      seed: this.seed.value,
      schedule: this.schedule.value,
      strategy: this.strategy.value,
      maxSchedules: this.maxSchedules.value,
      countAll: this.countAll.checked,
    });
    this.problem.textContent = problem;
    if (problem === '') return request;
    if (this.element.hidden) this.#setOpen(true);
    return null;
  }

  /** @param {boolean} isEnabled */
  setEnabled(isEnabled) {
    for (const button of this.buttons) button.disabled = !isEnabled;
  }

  /** @param {boolean} isOpen */
  #setOpen(isOpen) {
    this.element.hidden = !isOpen;
    this.opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) this.schedule.focus();
    else this.opener.focus();
  }
}

/** @param {string} id @param {string} placeholder */
function field(id, placeholder) {
  return make('input', { id, type: 'text', autocomplete: 'off', spellcheck: 'false', placeholder });
}

/** @param {string} text @param {HTMLElement} input @param {string} [className] @param {string} [after] */
function labelled(text, input, className = '', after = '') {
  const label = make('label', { class: className }, make('span', {}, text), input);
  if (after !== '') label.append(make('span', {}, after));
  return label;
}

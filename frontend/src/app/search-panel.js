/** @import { RunState } from '../model/run-state.js' */
import { visibleOutput } from '../base/visible-text.js';
import { findingTitle } from '../model/finding-kinds.js';
import {
  SEQUENTIAL,
  earlySentence,
  progressSentence,
  searchFacts,
  verdictOf,
  verdictSentence,
} from '../model/search-sentences.js';
import { linkButton, make } from './dom.js';

/** A schedule as long as this is shown whole. */
const SHOWN_SCHEDULE = 400;

const EMPTY =
  'Can this go wrong? Explore runs the program under one schedule after the other, and shows the first that fails.';

/** How a search goes and how it came out, and the schedule that is shown. */
export class SearchPanel {
  #shown = '';

  /**
   * @param {HTMLElement} element
   * @param {{replay: (schedule: string) => void, link: (schedule: string) => Promise<string>, step: () => void, findings: () => void}} actions
   */
  constructor(element, actions) {
    this.element = element;
    this.actions = actions;
  }

  /** @param {RunState} state @param {number} early how often time passed in it although a thread could go on */
  show(state, early) {
    const key = JSON.stringify([
      early,
      state.phase,
      state.mode,
      state.search,
      state.schedule,
      state.findings,
      state.outcome,
    ]);
    if (key === this.#shown) return;
    this.#shown = key;
    if (state.mode === 'live' || state.phase === 'idle') {
      this.element.replaceChildren(make('div', { class: 'panel-empty' }, EMPTY));
      return;
    }
    const isOver = state.phase === 'ended';
    this.element.replaceChildren(...this.#head(state, isOver));
    if (state.search !== null) this.element.append(facts(state, isOver));
    if (state.schedule !== '') this.element.append(this.#schedule(state.schedule));
    if (early > 0 && isOver) this.element.append(make('p', { class: 'note' }, earlySentence(early)));
    this.element.append(make('p', { class: 'note' }, SEQUENTIAL));
  }

  /** @param {RunState} state @param {boolean} isOver @returns {HTMLElement[]} */
  #head({ mode, search, outcome, problem, findings }, isOver) {
    if (!isOver) {
      if (search !== null) return [headline('', '…', progressSentence(search))];
      return [headline('', '…', mode === 'explore' ? 'Getting ready to search' : 'One schedule runs')];
    }
    const said = outcome?.text ?? problem ?? '';
    if (search === null) return [headline('', '', visibleOutput(said))];
    const { tone, glyph } = verdictOf(search, findings);
    const parts = [headline(tone, glyph, verdictSentence(search, findings))];
    // A search that passes has nothing more to say but where it was cut short.
    if (search.failing > 0 || outcome?.kind !== 'Completed') parts.push(make('p', {}, visibleOutput(said)));
    const [first] = findings;
    if (first !== undefined) {
      const more = findings.length === 1 ? '' : ` and ${findings.length - 1} more`;
      const link = linkButton(`${findingTitle(first.kind)}${more}`, this.actions.findings);
      parts.push(make('p', {}, 'Found: ', link));
    }
    return parts;
  }

  /** @param {string} schedule */
  #schedule(schedule) {
    const text = visibleOutput(schedule);
    const shown = text.length > SHOWN_SCHEDULE ? `${text.slice(0, SHOWN_SCHEDULE)}…` : text;
    const copy = make('button', { type: 'button', class: 'small' }, 'Copy');
    const said = make('span', { class: 'faint', role: 'status' });
    copy.addEventListener('click', () => void copyText(schedule, said));
    const link = make(
      'button',
      {
        type: 'button',
        class: 'small',
        title: 'Whoever opens it sees this schedule. The program is in the link',
      },
      'Copy link',
    );
    link.addEventListener(
      'click',
      () => void this.actions.link(schedule).then((address) => copyText(address, said)),
    );
    const replay = make('button', { type: 'button', class: 'small' }, 'Replay');
    replay.addEventListener('click', () => this.actions.replay(schedule));
    const step = make(
      'button',
      { type: 'button', class: 'small', title: 'One choice after the other (T)' },
      'Step',
    );
    step.addEventListener('click', this.actions.step);
    return make(
      'div',
      { class: 'schedule' },
      make('h3', {}, 'The schedule that is shown'),
      make('code', { tabindex: '0' }, shown),
      make('div', { class: 'schedule-tools' }, copy, link, replay, step, said),
    );
  }
}

/** @param {string} text @param {HTMLElement} said */
async function copyText(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = 'Copied.';
  } catch {
    said.textContent = 'This browser does not let the page copy; select the text instead.';
  }
}

/** @param {string} tone @param {string} glyph @param {string} text */
function headline(tone, glyph, text) {
  const sign = make('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph);
  return make('p', { class: `verdict ${tone}`.trim() }, ...(glyph === '' ? [] : [sign, ' ']), text);
}

/** @param {RunState} state @param {boolean} isOver */
function facts(state, isOver) {
  const list = make('dl', { class: 'facts' });
  if (state.search === null) return list;
  for (const [term, value] of searchFacts(state.search, isOver))
    list.append(make('div', {}, make('dt', {}, term), make('dd', {}, value)));
  return list;
}

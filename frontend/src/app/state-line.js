/** @import { RunState } from '../model/run-state.js' */
import { visibleName, visibleOutput } from '../base/visible-text.js';
import { formatDuration } from '../base/units.js';
import { progressSentence, verdictOf, verdictSentence } from '../model/search-sentences.js';
import { make } from './dom.js';

/** How an outcome looks: colour, sign and name. @type {Record<string, {tone: string, glyph: string, name: string}>} */
const OUTCOMES = {
  Completed: { tone: 'good', glyph: '✓', name: 'Completed' },
  Threw: { tone: 'bad', glyph: '!', name: 'Threw' },
  Deadlocked: { tone: 'bad', glyph: '∞', name: 'Deadlocked' },
  TimedOut: { tone: 'warn', glyph: '◷', name: 'Timed out' },
  OverLimit: { tone: 'warn', glyph: '▲', name: 'Over limit' },
  NotCompiled: { tone: 'bad', glyph: '✗', name: 'Not compiled' },
  Stopped: { tone: 'warn', glyph: '■', name: 'Stopped' },
  RunnerLost: { tone: 'bad', glyph: '?', name: 'Runner lost' },
};

/** Says how the run stands. The text that ticks is not announced, the rest is. */
export class StateLine {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.clock = make('span', { class: 'state-text faint', 'aria-hidden': 'true' });
    this.shown = '';
  }

  /** @param {RunState} state */
  show(state) {
    const parts = this.#partsOf(state);
    const key = parts.map((part) => part.textContent).join('|') + state.phase;
    if (key === this.shown) return;
    this.shown = key;
    this.element.replaceChildren(...parts);
    if (state.phase === 'running') this.element.append(this.clock);
  }

  /** @param {number} millis */
  tick(millis) {
    this.clock.textContent = `${(millis / 1000).toFixed(1)} s`;
  }

  /** @param {RunState} state @returns {HTMLElement[]} */
  #partsOf(state) {
    switch (state.phase) {
      case 'idle':
        return [];
      case 'sent':
        return [busy('Sending')];
      case 'queued':
        return [busy('Queued'), text(`${ordinal(state.position)} in line for a free runner`)];
      case 'compiling':
        return [busy('Compiling')];
      case 'compiled':
        return [busy('Starting')];
      case 'running':
        return runningParts(state);
      case 'ended':
        return endedParts(state);
    }
  }
}

/** @param {RunState} state @returns {HTMLElement[]} */
function runningParts({ mode, search }) {
  if (mode === 'live') return [busy('Running')];
  if (mode === 'controlled') return [busy('Replaying')];
  // What changes ten times a second is not announced.
  const words = search === null ? '' : progressSentence(search);
  return [busy('Exploring'), make('span', { class: 'state-text', 'aria-hidden': 'true' }, words)];
}

/** @param {RunState} state @returns {HTMLElement[]} */
function endedParts(state) {
  const { outcome, problem } = state;
  if (outcome === null)
    return [chip('bad', '!', 'Not run'), text(problem ?? 'The run ended without a word.')];
  const look = OUTCOMES[outcome.kind] ?? { tone: 'warn', glyph: '•', name: visibleName(outcome.kind) };
  const name = outcome.limit === undefined ? look.name : `${look.name}: ${visibleName(outcome.limit)}`;
  const parts = [chip(look.tone, look.glyph, name), text(outcome.text)];
  if (state.search !== null) {
    const verdict = verdictOf(state.search, state.findings);
    if (outcome.kind === 'Completed' || state.search.failing > 0)
      parts.splice(0, 2, chip(verdict.tone, verdict.glyph, verdict.name), text(verdict.text));
    else parts.push(text(verdictSentence(state.search, state.findings)));
  }
  const millis = state.timing.runMillis;
  if (typeof millis === 'number' && outcome.kind !== 'NotCompiled') {
    parts.push(make('span', { class: 'faint' }, formatDuration(millis * 1e6)));
  }
  return parts;
}

/** @param {string} name @returns {HTMLElement} */
function busy(name) {
  return make(
    'span',
    { class: 'chip busy' },
    make('span', { class: 'spinner', 'aria-hidden': 'true' }),
    name,
  );
}

/** @param {string} tone @param {string} glyph @param {string} name @returns {HTMLElement} */
function chip(tone, glyph, name) {
  return make('span', { class: `chip ${tone}` }, make('span', { 'aria-hidden': 'true' }, glyph), name);
}

/** @param {string} whole @returns {HTMLElement} */
function text(whole) {
  const shown = visibleOutput(whole);
  return make('span', { class: 'state-text', title: shown }, shown);
}

/** @param {number} position @returns {string} */
function ordinal(position) {
  const tens = position % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][position % 10] ?? 'th');
  return `${position}${suffix}`;
}

/** @import { Mode } from './run-state.js' */

/** How schedules are chosen, as the server calls it and as the page does. @type {readonly (readonly [string, string])[]} */
export const STRATEGIES = [
  ['portfolio', 'all in turn'],
  ['random', 'random'],
  ['pct', 'PCT: few preemptions'],
  ['pos', 'POS: partial orders'],
  ['surw', 'SURW: uniform'],
  ['dpor', 'DPOR: every one'],
];

/** The server takes longer ones from programs; in a field nobody types more. */
const MAX_SCHEDULES = 10_000_000;

/**
 * What the fields of a run say that does not run live.
 * @typedef {object} ControlFields
 * @property {string} seed
 * @property {string} schedule
 * @property {string} strategy
 * @property {string} maxSchedules
 * @property {boolean} countAll
 */

/** @type {Readonly<ControlFields>} */
export const DEFAULT_FIELDS = Object.freeze({
  seed: '0',
  schedule: '',
  strategy: 'portfolio',
  maxSchedules: '10,000',
  countAll: false,
});

/**
 * What to ask the server for, or what is wrong with the fields.
 * @param {Mode} mode
 * @param {ControlFields} fields
 * @returns {{request: Record<string, unknown>, problem: string}}
 */
export function controlRequest(mode, fields) {
  const seed = wholeNumber(fields.seed);
  if (seed === null || !Number.isSafeInteger(seed))
    return refused(`The seed must be a whole number; it is “${fields.seed}”.`);
  if (mode === 'controlled') {
    const schedule = fields.schedule.trim();
    return accepted({ mode, seed, ...(schedule === '' ? {} : { schedule }) });
  }
  const maxSchedules = wholeNumber(fields.maxSchedules);
  if (maxSchedules === null || maxSchedules < 1 || maxSchedules > MAX_SCHEDULES)
    return refused(`The schedules must be 1 to 10,000,000; they are “${fields.maxSchedules}”.`);
  const counting = fields.countAll ? { countAll: true } : {};
  return accepted({ mode, seed, strategy: fields.strategy, maxSchedules, ...counting });
}

/** @param {Record<string, unknown>} request */
function accepted(request) {
  return { request, problem: '' };
}

/** @param {string} problem */
function refused(problem) {
  return { request: {}, problem };
}

/** @param {string} text @returns {number | null} */
function wholeNumber(text) {
  const plain = text.replace(/[,\s]/g, '');
  return /^-?\d+$/.test(plain) ? Number(plain) : null;
}

/**
 * The fields that a link asks for, `#mode=controlled&seed=7&schedule=…`; null when it asks for none.
 * @param {string} hash
 * @returns {Partial<ControlFields> | null}
 */
export function fieldsOfHash(hash) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const part of hash.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    if (at > 0) found[part.slice(0, at)] = decoded(part.slice(at + 1));
  }
  const { mode, seed, schedule } = found;
  if (mode !== 'controlled') return null;
  return { ...(seed === undefined ? {} : { seed }), ...(schedule === undefined ? {} : { schedule }) };
}

/** @param {string} text @returns {string} */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

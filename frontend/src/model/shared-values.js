/** @import { Trace } from './trace.js' */
import { accessValue, operationLabel, variableName } from './access-sentences.js';
import { ATOMIC_USED } from './event-kinds.js';
import { changes, isBefore, sees } from './memory.js';

/** How many shared variables are listed. */
const MAX_LISTED = 24;
/** Beyond so many, variables are counted and not looked at: a large array may be shared as a whole. */
const MAX_ASKED = 2_000;

/**
 * A variable that several lanes touched, at a moment.
 * @typedef {object} SharedValue
 * @property {string} name
 * @property {string} text its value, or for an atomic what the last operation gave
 * @property {number} row the access that wrote it last; -1 when none did yet
 */

/**
 * What the variables that two lanes or more touch held at a moment, as far as they were written; fields first, elements of
 * arrays last.
 * @param {Trace} trace
 * @param {number} nanos
 * @param {number} [limit]
 * @param {boolean} [withInitial] also those not written yet that are read before they are: that tells what they began with
 * @returns {{values: SharedValue[], more: number, unwritten: number}} `more` are not listed, `unwritten` nobody had written
 */
export function sharedValues(trace, nanos, limit = MAX_LISTED, withInitial = false) {
  const { memory, instants } = trace;
  const { shared } = memory;
  /** @type {SharedValue[]} */
  const values = [];
  let asked = 0;
  let unwritten = 0;
  for (const isElement of [false, true]) {
    for (let i = 0; i < shared.length && values.length < limit && asked < MAX_ASKED; i++) {
      const location = shared.at(i);
      if (memory.isElement(location) !== isElement) continue;
      asked++;
      const row = memory.changeBefore(instants.nanos, location, nanos, Infinity);
      const first = row < 0 && withInitial ? readFirst(trace, location) : -1;
      if (first >= 0)
        values.push({ name: variableName(trace, first), text: accessValue(trace, first), row: -1 });
      else if (row < 0) unwritten++;
      else values.push({ name: variableName(trace, row), text: valueAfter(trace, row), row });
    }
  }
  return { values, more: shared.length - asked, unwritten };
}

/** The first access to a location, where it only reads; else -1. @param {Trace} trace @param {number} location @returns {number} */
function readFirst(trace, location) {
  const { memory, instants } = trace;
  let first = -1;
  memory.eachStrand(location, (_lane, _isChange, ordered, from, to) => {
    const row = ordered[from];
    if (from < to && (first < 0 || isBefore(instants.nanos, row, first))) first = row;
  });
  return first >= 0 && !changes(trace, first) && sees(trace, first) ? first : -1;
}

/** @param {Trace} trace @param {number} row @returns {string} */
function valueAfter(trace, row) {
  const value = accessValue(trace, row);
  if (trace.instants.kind[row] !== ATOMIC_USED) return value;
  const label = operationLabel(trace, row);
  return sees(trace, row) ? `${label.slice(label.lastIndexOf('.') + 1)} → ${value}` : value;
}

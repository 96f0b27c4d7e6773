/** @import { Trace } from './trace.js' */
import { accessValue, operationLabel, variableName } from './access-sentences.js';
import { ATOMIC_USED } from './event-kinds.js';
import { sees } from './memory.js';

/** How many shared variables are listed. */
const MAX_LISTED = 24;
/** Beyond so many, variables are counted and not looked at: a large array may be shared as a whole. */
const MAX_ASKED = 2_000;

/**
 * A variable that several lanes touched, at a moment.
 * @typedef {object} SharedValue
 * @property {string} name
 * @property {string} text its value, or for an atomic what the last operation gave
 * @property {number} row the access that wrote it last
 */

/**
 * What the variables that two lanes or more touch held at a moment, as far as they were written; fields first, elements of
 * arrays last.
 * @param {Trace} trace
 * @param {number} nanos
 * @param {number} [limit]
 * @returns {{values: SharedValue[], more: number, unwritten: number}} `more` are not listed, `unwritten` nobody had written
 */
export function sharedValues(trace, nanos, limit = MAX_LISTED) {
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
      if (row < 0) unwritten++;
      else values.push({ name: variableName(trace, row), text: valueAfter(trace, row), row });
    }
  }
  return { values, more: shared.length - asked, unwritten };
}

/** @param {Trace} trace @param {number} row @returns {string} */
function valueAfter(trace, row) {
  const value = accessValue(trace, row);
  if (trace.instants.kind[row] !== ATOMIC_USED) return value;
  const label = operationLabel(trace, row);
  return sees(trace, row) ? `${label.slice(label.lastIndexOf('.') + 1)} → ${value}` : value;
}

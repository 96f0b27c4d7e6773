/** @import { Trace } from './trace.js' */
import { accessValue, operationLabel, variableName } from './access-sentences.js';
import { ATOMIC_USED } from './event-kinds.js';

/** How many shared variables are listed. */
const MAX_LISTED = 24;

/**
 * A variable that several lanes touched, at a moment.
 * @typedef {object} SharedValue
 * @property {string} name
 * @property {string} text its value, or for an atomic what the last operation gave
 * @property {number} row the access that wrote it last, or -1 where nobody has yet
 */

/**
 * What the variables that two lanes or more touch held at a moment, as far as they were written; fields first, elements of
 * arrays last.
 * @param {Trace} trace
 * @param {number} nanos
 * @param {number} [limit]
 * @returns {{values: SharedValue[], more: number}}
 */
export function sharedValues(trace, nanos, limit = MAX_LISTED) {
  const { memory, instants } = trace;
  const { shared } = memory;
  /** @type {number[]} */
  const listed = [];
  for (const isElement of [false, true]) {
    for (let i = 0; i < shared.length && listed.length < limit; i++) {
      if (memory.isElement(shared.at(i)) === isElement) listed.push(shared.at(i));
    }
  }
  const values = listed.map((location) => {
    const row = memory.changeBefore(instants.nanos, location, nanos, Infinity);
    return { name: variableName(trace, memory.anyRowOf(location)), text: valueAfter(trace, row), row };
  });
  return { values, more: shared.length - listed.length };
}

/** @param {Trace} trace @param {number} row @returns {string} */
function valueAfter(trace, row) {
  if (row < 0) return 'not yet written';
  const value = accessValue(trace, row);
  if (trace.instants.kind[row] !== ATOMIC_USED) return value;
  const label = operationLabel(trace, row);
  return `${label.slice(label.lastIndexOf('.') + 1)} → ${value}`;
}

/** @import { Flow } from './flows.js' */
/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';
import { changes, isBefore, sees } from './memory.js';

/** How many arrows may leave one write, and how many of them to one lane. */
const MAX_READS = 24;
const MAX_READS_A_LANE = 4;
/** Readers beyond so many lanes are counted, not told apart. */
const MAX_LANES = 1_000;

/**
 * Who saw what, by the times of the records: two accesses that race may stand the wrong way round.
 * @typedef {object} Sight
 * @property {number} source the access whose value this one saw, or -1
 * @property {number[]} reads the first that saw what this one wrote, on other lanes, in time order
 * @property {number} readCount of all of them
 * @property {number} laneCount how many lanes they are on
 */

/** @param {Trace} trace @param {number} row of an access @returns {Sight} */
export function sightOf(trace, row) {
  const { instants, memory } = trace;
  /** @type {Sight} */
  const sight = { source: -1, reads: [], readCount: 0, laneCount: 0 };
  const location = memory.locationOf(row);
  if (location < 0) return sight;
  if (sees(trace, row))
    sight.source = memory.changeBefore(instants.nanos, location, instants.nanos[row], row);
  if (changes(trace, row)) readsOf(trace, location, row, sight);
  return sight;
}

/** @param {Trace} trace @param {number} location @param {number} row that changed it @param {Sight} sight */
function readsOf(trace, location, row, sight) {
  const { instants, memory } = trace;
  const next = changeAfter(trace, location, row);
  const until = next < 0 ? Infinity : instants.nanos[next];
  memory.eachStrand(location, (lane, isChange, ordered, from, to) => {
    if (isChange || lane === instants.lane[row]) return;
    let i = rowAfter(instants.nanos, ordered, from, to, row);
    let end = firstAbove(ordered, instants.nanos, i, to, until);
    while (next >= 0 && end > i && isBefore(instants.nanos, next, ordered[end - 1])) end--;
    if (end <= i) return;
    sight.readCount += end - i;
    sight.laneCount++;
    if (sight.laneCount > MAX_LANES) return;
    for (const last = Math.min(end, i + MAX_READS_A_LANE); i < last; i++) sight.reads.push(ordered[i]);
  });
  if (next >= 0 && sees(trace, next) && instants.lane[next] !== instants.lane[row]) {
    sight.reads.push(next);
    sight.readCount++;
    sight.laneCount++;
  }
  sight.reads.sort((a, b) => (isBefore(instants.nanos, a, b) ? -1 : 1));
  sight.reads.length = Math.min(sight.reads.length, MAX_READS);
}

/** The next change of a location, or -1. @param {Trace} trace @param {number} location @param {number} row @returns {number} */
function changeAfter({ instants, memory }, location, row) {
  let best = -1;
  memory.eachStrand(location, (_lane, isChange, ordered, from, to) => {
    if (!isChange) return;
    const i = rowAfter(instants.nanos, ordered, from, to, row);
    if (i < to && (best < 0 || isBefore(instants.nanos, ordered[i], best))) best = ordered[i];
  });
  return best;
}

/** Where in a strand the accesses after one begin. @param {Float64Array} nanosOf @param {Int32Array} ordered @param {number} from @param {number} to @param {number} row @returns {number} */
function rowAfter(nanosOf, ordered, from, to, row) {
  let i = firstAbove(ordered, nanosOf, from, to, nanosOf[row]);
  while (i > from && isBefore(nanosOf, row, ordered[i - 1])) i--;
  return i;
}

/** @param {Trace} trace @param {number} row of an access @returns {{into: Flow[], out: Flow[]}} */
export function accessFlows(trace, row) {
  const { source, reads } = sightOf(trace, row);
  const isOther = source >= 0 && trace.instants.lane[source] !== trace.instants.lane[row];
  return {
    into: isOther ? [accessFlow(trace, source, row)] : [],
    out: reads.map((read) => accessFlow(trace, row, read)),
  };
}

/** @param {Trace} trace @param {number} from row @param {number} to row @returns {Flow} */
function accessFlow({ instants }, from, to) {
  return {
    fromLane: instants.lane[from],
    fromNanos: instants.nanos[from],
    fromAccess: from,
    toLane: instants.lane[to],
    toNanos: instants.nanos[to],
    toAccess: to,
    label: 'write → read',
    isOpen: false,
  };
}

/** @import { Said } from './fold.js' */
/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { changes } from './memory.js';

/**
 * An access to memory: an instant whose argument is all 64 bits of a value.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} kind
 * @param {Said} said
 * @param {number} low word of the value
 * @param {number} high
 */
export function foldAccess(trace, lane, kind, said, low, high) {
  const { instants } = trace;
  const row = instants.add(said.nanos, kind, said.operation, lane.id, said.object, said.site, 0);
  instants.words[2 * row] = low;
  instants.words[2 * row + 1] = high;
  const isChange = changes(trace, row);
  const memory = lane.ownMemory();
  memory.rows.push(row);
  memory.changes.push((memory.changes.length === 0 ? 0 : memory.changes.last()) + (isChange ? 1 : 0));
  trace.memory.add(row, kind, said.operation, said.object, lane.id, isChange);
}

/** @import { LaneGroup } from '../model/lane-groups.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Slice } from '../model/slices.js' */
/** @import { Trace } from '../model/trace.js' */

/** What is selected; `pointed` is the moment in the slice that was clicked. @typedef {{kind: 'slice', slice: Slice, pointed?: number} | {kind: 'instant', lane: LaneTrack, row: number} | {kind: 'range', startNanos: number, endNanos: number} | {kind: 'group', group: LaneGroup}} Selection */

/** From when to when it is; null where it is of no time. @param {Selection | null} selection @param {Trace} trace @returns {{startNanos: number, endNanos: number} | null} */
export function spanOf(selection, trace) {
  if (selection === null || selection.kind === 'group') return null;
  if (selection.kind === 'range') return selection;
  if (selection.kind === 'instant') {
    const nanos = trace.instants.nanos[selection.row];
    return { startNanos: nanos, endNanos: nanos };
  }
  const { startNanos, endNanos } = selection.slice;
  return { startNanos, endNanos: endNanos ?? trace.endNanos };
}

/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { carrierAt } from './carriers.js';
import { HELD_CLASS, HELD_PERMITS, HELD_SHARED } from './hold-history.js';
import { classLabel, laneNameOf, objectLabel } from './sentences.js';

/** What a band under a lane says: `holds lock a`. @param {Trace} trace @param {number} hold its row @returns {string} */
export function holdPhrase(trace, hold) {
  const object = trace.holds.object[hold];
  switch (trace.holds.how[hold]) {
    case HELD_SHARED:
      return `shares ${objectLabel(trace, object)}`;
    case HELD_PERMITS:
      return `has permits of ${objectLabel(trace, object)}`;
    case HELD_CLASS:
      return `initialises class ${classLabel(trace, object)}`;
    default:
      return `holds ${objectLabel(trace, object)}`;
  }
}

/** `on carrier worker-1`, or '' where carriers of the lane were not seen. @param {Trace} trace @param {LaneTrack} lane @param {number} nanos @returns {string} */
export function carrierText(trace, lane, nanos) {
  const carrier = carrierAt(trace, lane, nanos);
  if (carrier === null) return '';
  return carrier === 0 ? 'on no carrier' : `on carrier ${laneNameOf(trace, carrier)}`;
}

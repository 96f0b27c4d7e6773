/** @import { LaneTrack } from './lane-track.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import { visibleName } from '../base/visible-text.js';
import { formatDuration } from '../base/units.js';
import * as kinds from './event-kinds.js';
import { holderOf } from './slices.js';
import { BLOCKED, RUNNING, STARTED, stateName } from './states.js';

/** How long a name may be on screen. */
const MAX_NAME = 128;

/** @param {LaneTrack} lane @returns {string} */
export function laneName(lane) {
  return visibleName(lane.name, MAX_NAME) || `lane ${lane.id}`;
}

/** @param {Trace} trace @param {number} id @returns {string} */
export function laneNameOf(trace, id) {
  const lane = trace.lanes.get(id);
  return lane === undefined ? `lane ${id}` : laneName(lane);
}

/** What the page calls an object: its variable, with its number when others are called the same, else its class and number. @param {Trace} trace @param {number} id @returns {string} */
export function objectLabel(trace, id) {
  const object = trace.objects.get(id);
  if (object === undefined) return `object ${id}`;
  if (object.name !== '') {
    const name = visibleName(object.name, MAX_NAME);
    return trace.objectsNamed(object.name) > 1 ? `${name} #${id}` : name;
  }
  const simple = object.className.slice(object.className.lastIndexOf('.') + 1);
  return `${visibleName(simple || 'object', MAX_NAME)} #${id}`;
}

/**
 * What the thread does in a slice, without its subject: `waits for lock a`.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {string}
 */
export function phraseOf(trace, slice) {
  if (slice.row < 0) return slice.state === STARTED ? 'started, not yet run' : 'runs';
  const { spans } = trace;
  const object = spans.object[slice.row];
  const argument = spans.argument[slice.row];
  switch (spans.kind[slice.row]) {
    case kinds.SLEEP_BEGAN:
      return argument > 0 ? `sleeps for ${formatDuration(argument)}` : 'sleeps';
    case kinds.JOIN_BEGAN:
      return argument > 0 ? `waits for ${laneNameOf(trace, argument)} to end` : 'waits for a thread to end';
    case kinds.MONITOR_WAIT_BEGAN:
      return `waits for a notify on ${objectLabel(trace, object)}`;
    case kinds.MONITOR_ENTER_BEGAN:
      return slice.state === BLOCKED ? `waits for monitor ${objectLabel(trace, object)}` : 'runs';
    default:
      return parkPhrase(trace, spans.operation[slice.row], object);
  }
}

/** @param {Trace} trace @param {number} operation @param {number} object @returns {string} */
function parkPhrase(trace, operation, object) {
  const row = trace.operationList[operation - 1];
  if (row !== undefined) return inPhrase(row.phrase, objectLabel(trace, object));
  return object > 0 ? `is parked on ${objectLabel(trace, object)}` : 'is parked';
}

/** @param {string} phrase @param {string} label @returns {string} */
function inPhrase(phrase, label) {
  // A function, so that `$&` in a hostile name is not a pattern.
  return visibleName(phrase).replace('{}', () => label);
}

/**
 * The phrase and, when it is blocked, by whom: `waits for lock a · held by worker-2`.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {string}
 */
export function captionOf(trace, slice) {
  const phrase = phraseOf(trace, slice);
  const holder = slice.state === BLOCKED ? holderOf(trace, slice) : null;
  return holder === null ? phrase : `${phrase} · held by ${laneName(holder)}`;
}

/**
 * One sentence for the list of events.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {string}
 */
export function sliceSentence(trace, slice) {
  const nanos = (slice.endNanos ?? trace.endNanos) - slice.startNanos;
  const open = slice.endNanos !== null ? '' : trace.hasEnded ? ', never ended' : ' so far';
  const length = `for ${formatDuration(nanos)}${open}`;
  if (slice.state === RUNNING || slice.state === STARTED) return `${phraseOf(trace, slice)} ${length}`;
  return `${captionOf(trace, slice)} (${stateName(slice.state)} ${length})`;
}

/** What happened at an instant, without its subject. @param {Trace} trace @param {number} row @returns {string} */
export function instantPhrase(trace, row) {
  const { instants } = trace;
  const object = instants.object[row];
  const argument = instants.argument[row];
  switch (instants.kind[row]) {
    case kinds.THREAD_STARTED:
      return `starts ${laneNameOf(trace, argument)}`;
    case kinds.THREAD_INTERRUPTED:
      return `interrupts ${laneNameOf(trace, argument)}`;
    case kinds.THREAD_YIELDED:
      return 'yields';
    case kinds.UNPARKED:
      return `unparks ${laneNameOf(trace, argument)}`;
    case kinds.MONITOR_NOTIFIED:
      return `notifies ${argument === 1 ? 'all' : 'one'} waiting on ${objectLabel(trace, object)}`;
    case kinds.OUTPUT_WRITTEN:
      return 'writes output';
    default:
      return callPhrase(trace, row, object);
  }
}

/** @param {Trace} trace @param {number} row @param {number} object @returns {string} */
function callPhrase(trace, row, object) {
  const { instants } = trace;
  const operation = trace.operationList[instants.operation[row] - 1];
  const label = objectLabel(trace, object);
  if (operation === undefined) return `makes a call on ${label}`;
  switch (instants.kind[row]) {
    case kinds.CALL_MADE:
      return inPhrase(operation.phrase, label);
    case kinds.LOCK_FAILED:
      return `does not get ${label}`;
    case kinds.CALL_THREW:
      return `leaves ${visibleName(operation.label)} on ${label} with an exception`;
    default:
      return `is through ${visibleName(operation.label)} on ${label}`;
  }
}

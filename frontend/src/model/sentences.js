/** @import { LaneTrack } from './lane-track.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import { visibleName } from '../base/visible-text.js';
import { formatDuration } from '../base/units.js';
import * as kinds from './event-kinds.js';
import { pinBetween, pinText } from './carriers.js';
import { holderLanes } from './holders.js';
import { RUNNING, STARTED, BLOCKED, stateName } from './states.js';

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
  return `${visibleName(simpleClass(object.className) || 'object', MAX_NAME)} #${id}`;
}

/** @type {Record<string, string>} */
const ELEMENTS = {
  Z: 'boolean',
  B: 'byte',
  C: 'char',
  S: 'short',
  I: 'int',
  J: 'long',
  F: 'float',
  D: 'double',
};

/** The name of a class without its package: `Counter`, `int[]` for `[I`. @param {string} className @returns {string} */
function simpleClass(className) {
  const depth = className.search(/[^[]/);
  if (depth < 1) return className.slice(className.lastIndexOf('.') + 1);
  const element = className.slice(depth);
  const name = ELEMENTS[element] ?? element.replace(/^L|;$/g, '');
  return name.slice(name.lastIndexOf('.') + 1) + '[]'.repeat(depth);
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
    case kinds.CLASS_USE_BEGAN:
      return slice.state === BLOCKED
        ? `waits for class ${classLabel(trace, object)} to be initialised`
        : 'runs';
    default:
      return parkPhrase(trace, spans.operation[slice.row], object);
  }
}

/** What the page calls a class: its simple name. @param {Trace} trace @param {number} id @returns {string} */
export function classLabel(trace, id) {
  const object = trace.objects.get(id);
  // The object is the class itself: its name is in the name, or where that is empty, it is of class Class.
  const name = object?.name || object?.className || '';
  const simple = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  return simple === '' || simple === 'Class' ? `#${id}` : visibleName(simple, MAX_NAME);
}

/** @param {Trace} trace @param {number} operation @param {number} object @returns {string} */
function parkPhrase(trace, operation, object) {
  const row = trace.operationList[operation - 1];
  if (row !== undefined) return inPhrase(row.phrase, objectLabel(trace, object));
  return object > 0 ? `is parked on ${objectLabel(trace, object)}` : 'is parked';
}

/** @param {string} phrase @param {string} label @returns {string} */
export function inPhrase(phrase, label) {
  // A function, so that `$&` in a hostile name is not a pattern.
  return visibleName(phrase).replace('{}', () => label);
}

/**
 * The phrase, by whom it is held up, and whether it is pinned: `waits for lock a · held by worker-2`.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {string}
 */
export function captionOf(trace, slice) {
  const holders = heldByText(trace, slice);
  const pin =
    slice.row < 0 ? -1 : pinBetween(trace, slice.lane, slice.startNanos, slice.endNanos ?? Infinity);
  const pinned = pin < 0 ? '' : ` · ${pinText(trace.pins.how[pin])}`;
  return `${phraseOf(trace, slice)}${holders === '' ? '' : ` · ${holders}`}${pinned}`;
}

/** `held by reader-1 and 2 others`, or nothing. @param {Trace} trace @param {Slice} slice @returns {string} */
export function heldByText(trace, slice) {
  if (slice.row < 0) return '';
  const isClass = trace.spans.kind[slice.row] === kinds.CLASS_USE_BEGAN;
  const [first, second, ...others] = holderLanes(trace, slice).map((id) =>
    id === slice.lane.id ? 'itself' : laneNameOf(trace, id),
  );
  if (first === undefined) return '';
  const names =
    second === undefined
      ? first
      : others.length === 0
        ? `${first} and ${second}`
        : `${first} and ${others.length + 1} others`;
  return `${isClass ? 'initialised by' : 'held by'} ${names}`;
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
  const length = `for ${trace.clock.length(nanos)}${open}`;
  if (slice.state === RUNNING || slice.state === STARTED) return `${phraseOf(trace, slice)} ${length}`;
  return `${captionOf(trace, slice)} (${stateName(slice.state)} ${length})`;
}

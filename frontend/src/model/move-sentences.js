/** @import { Mover } from './moments.js' */
/** @import { Trace } from './trace.js' */
import { fieldName } from './access-sentences.js';
import * as moments from './moments.js';
import { captionOf, classLabel, laneNameOf, objectLabel, phraseOf } from './sentences.js';
import { lineOf, sliceAt } from './slices.js';
import { RUNNING, STARTED } from './states.js';

/** @param {Trace} trace @param {Mover} mover @returns {string} */
export function moverName(trace, { thread }) {
  return thread === moments.CLOCK ? 'time' : laneNameOf(trace, thread);
}

/** The line a thread goes on at; one that has not begun, where it was started; 0 not known. @param {Trace} trace @param {Mover} mover @returns {number} */
export function moverLine(trace, { thread, move, line }) {
  if (line > 0 || move !== moments.BEGINS) return line;
  return lineOf(trace, trace.lanes.get(thread)?.startedSite ?? 0);
}

/**
 * What a thread is about to do, or what it waits for: `writes counter`, `waits for lock a · held by worker-2`.
 * @param {Trace} trace
 * @param {Mover} mover
 * @param {number} nanos the moment
 * @returns {string}
 */
export function moverPhrase(trace, mover, nanos) {
  return mover.standing === moments.READY ? movePhrase(trace, mover, nanos) : waitPhrase(trace, mover, nanos);
}

/** @param {Trace} trace @param {Mover} mover @param {number} nanos @returns {string} */
function movePhrase(trace, mover, nanos) {
  const { move, object, operand } = mover;
  const label = object > 0 ? objectLabel(trace, object) : '';
  switch (move) {
    case moments.BEGINS:
      return 'begins';
    case moments.READS:
      return `reads ${fieldName(trace, operand, object)}`;
    case moments.WRITES:
      return `writes ${fieldName(trace, operand, object)}`;
    case moments.READS_ELEMENT:
      return `reads ${label}[${operand}]`;
    case moments.WRITES_ELEMENT:
      return `writes ${label}[${operand}]`;
    case moments.READS_COLLECTION:
      return `looks at ${label}`;
    case moments.WRITES_COLLECTION:
      return `changes ${label}`;
    case moments.USES:
      return `uses ${label}`;
    case moments.ENTERS:
      return `enters monitor ${label}`;
    case moments.WAKES:
      return `wakes and enters monitor ${label} again`;
    case moments.UNPARKS:
      return `goes on${waitedFor(trace, mover, nanos)}`;
    case moments.SLEPT:
      return 'goes on after its sleep';
    case moments.JOINS:
      return `goes on after it waited for ${laneNameOf(trace, operand)}`;
    case moments.CALLS:
      if (operand > 0) return `calls thread ${laneNameOf(trace, operand)}`;
      return label === '' ? 'calls' : `calls ${label}`;
    case moments.YIELDED:
      return 'goes on after it let others go first';
    case moments.INITIALISED:
      return `uses class ${classLabel(trace, object)}`;
    case moments.ENDS:
      return 'ends, and the program with it';
    case moments.PRINTS:
      return 'prints';
    case moments.TIME:
      return operand > 0 ? `passes, up to what ${laneNameOf(trace, operand)} waits for` : 'passes';
    default:
      return 'goes on';
  }
}

/** `: waits for lock a`: what the call is about that it goes on in. @param {Trace} trace @param {Mover} mover @param {number} nanos @returns {string} */
function waitedFor(trace, { thread }, nanos) {
  const lane = trace.lanes.get(thread);
  const slice = lane === undefined ? null : sliceAt(trace, lane, nanos - 1);
  return slice === null || slice.row < 0 ? ' after it was parked' : ` where it ${phraseOf(trace, slice)}`;
}

/** @param {Trace} trace @param {Mover} mover @param {number} nanos @returns {string} */
function waitPhrase(trace, { thread, move, object, operand }, nanos) {
  const lane = trace.lanes.get(thread);
  const slice = lane === undefined ? null : sliceAt(trace, lane, nanos - 1);
  if (slice !== null && slice.state !== RUNNING && slice.state !== STARTED) return captionOf(trace, slice);
  switch (move) {
    case moments.ENTERS:
    case moments.WAKES:
      return `waits for monitor ${objectLabel(trace, object)}`;
    case moments.SLEPT:
      return 'sleeps';
    case moments.JOINS:
      return `waits for ${laneNameOf(trace, operand)} to end`;
    case moments.INITIALISED:
      return `waits for class ${classLabel(trace, object)} to be initialised`;
    default:
      return 'stands still';
  }
}

/** The code of a line, short enough to stand in a list. @param {string} source @param {number} line @returns {string} */
export function codeOf(source, line) {
  const text = source.split('\n')[line - 1]?.trim() ?? '';
  return text.length > MAX_CODE ? `${text.slice(0, MAX_CODE)}…` : text;
}

const MAX_CODE = 80;

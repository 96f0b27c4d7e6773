/** @import { Trace } from './trace.js' */
import { visibleName } from '../base/visible-text.js';
import { accessPhrase } from './access-sentences.js';
import { pinText } from './carriers.js';
import * as kinds from './event-kinds.js';
import { classLabel, inPhrase, laneNameOf, objectLabel } from './sentences.js';
import { stolenFrom, submitLine, submitOf } from './tasks.js';

/** What happened at an instant, without its subject. @param {Trace} trace @param {number} row @returns {string} */
export function instantPhrase(trace, row) {
  const { instants } = trace;
  if (kinds.isAccess(instants.kind[row])) return accessPhrase(trace, row);
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
    case kinds.PREEMPTED:
      return `is preempted: ${laneNameOf(trace, argument)} goes on`;
    case kinds.OUTPUT_WRITTEN:
      return 'writes output';
    case kinds.TASK_SUBMITTED:
      return argument > 0 ? `hands a task to ${objectLabel(trace, argument)}` : 'hands a task over';
    case kinds.TASK_BEGAN:
      return taskPhrase(trace, object, instants.nanos[row], instants.lane[row]);
    case kinds.PINNED_BEGAN:
      return `is ${pinText(argument)}`;
    case kinds.CLASS_INIT_BEGAN:
      return `initialises class ${classLabel(trace, object)}`;
    default:
      return callPhrase(trace, row, object);
  }
}

/**
 * `runs a task that main handed to pool at line 12`.
 * @param {Trace} trace
 * @param {number} object the task
 * @param {number} beganNanos
 * @param {number} runner lane
 * @returns {string}
 */
export function taskPhrase(trace, object, beganNanos, runner) {
  const submit = submitOf(trace, object, beganNanos);
  if (submit < 0) return 'runs a task';
  const { instants } = trace;
  const from = instants.lane[submit];
  const who = from === runner ? 'it' : laneNameOf(trace, from);
  const pool = instants.argument[submit];
  const line = submitLine(trace, submit);
  const where = `${pool > 0 ? ` to ${objectLabel(trace, pool)}` : ' over'}${line > 0 ? ` at line ${line}` : ''}`;
  const stolen = stolenFrom(trace, submit, runner) > 0 ? `, stolen from ${who}` : '';
  return `runs a task that ${who} handed${where}${stolen}`;
}

/** @param {Trace} trace @param {number} row @param {number} object @returns {string} */
function callPhrase(trace, row, object) {
  const { instants } = trace;
  const operation = trace.operationList[instants.operation[row] - 1];
  const label = objectLabel(trace, object);
  if (operation === undefined) return `makes a call on ${label}`;
  switch (instants.kind[row]) {
    case kinds.CALL_MADE:
      return madePhrase(operation, label, instants.argument[row]);
    case kinds.LOCK_FAILED:
      return `does not get ${label}`;
    case kinds.CALL_THREW:
      return `leaves ${visibleName(operation.label)} on ${label} with an exception`;
    default:
      return `is through ${visibleName(operation.label)} on ${label}`;
  }
}

/** @param {import('./trace-reader.js').Operation} operation @param {string} label @param {number} argument @returns {string} */
function madePhrase(operation, label, argument) {
  const phrase = inPhrase(operation.phrase, label);
  switch (operation.role) {
    case kinds.ROLE_TRY:
      return argument > 0 ? phrase : `${phrase}: ${refusal(operation.label)}`;
    case kinds.ROLE_TRY_ACQUIRE:
      return argument > 0 ? `takes ${permits(argument)} of ${label}` : `does not get a permit of ${label}`;
    case kinds.ROLE_RELEASE:
      return argument > 1 ? `gives ${permits(argument)} back to ${label}` : phrase;
    default:
      return phrase;
  }
}

/** @param {number} count @returns {string} */
function permits(count) {
  return count === 1 ? 'a permit' : `${count} permits`;
}

/** Why trying did not work, by what was tried. @param {string} label @returns {string} */
function refusal(label) {
  if (/\.(offer|add|put)/.test(label)) return 'full';
  return /\.(poll|take|peek|remove)/.test(label) ? 'empty' : 'in vain';
}

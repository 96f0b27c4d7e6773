/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';
import { TASK_BEGAN } from './event-kinds.js';
import { lineOf } from './slices.js';

/* Tasks: who handed them over, who ran them. */

/**
 * The submission a run of a task goes back to: the last before it began.
 * @param {Trace} trace
 * @param {number} object the task
 * @param {number} beganNanos
 * @returns {number} row of an instant, or -1
 */
export function submitOf(trace, object, beganNanos) {
  const submits = trace.objects.get(object)?.submits.inOrder(trace.instants.nanos);
  if (submits === undefined) return -1;
  return submits.at(firstAbove(submits.data, trace.instants.nanos, 0, submits.length, beganNanos) - 1);
}

/**
 * The run of a task that follows a submission.
 * @param {Trace} trace
 * @param {number} object the task
 * @param {number} submittedNanos
 * @returns {number} row of a task, or -1
 */
export function runOf(trace, object, submittedNanos) {
  const { startNanos } = trace.tasks;
  const runs = trace.objects.get(object)?.tasks.inOrder(startNanos);
  if (runs === undefined) return -1;
  return runs.at(firstAbove(runs.data, startNanos, 0, runs.length, submittedNanos - 1));
}

/**
 * The innermost task a lane runs at a moment.
 * @param {Trace} trace
 * @param {number} laneId
 * @param {number} nanos
 * @returns {number} row of a task, or -1
 */
export function taskAt(trace, laneId, nanos) {
  const levels = trace.lanes.get(laneId)?.bands?.tasks ?? [];
  const { startNanos, endNanos } = trace.tasks;
  for (let level = levels.length - 1; level >= 0; level--) {
    const { data, length } = /** @type {import('../base/int-list.js').IntList} */ (levels[level]);
    const row = data[firstAbove(data, endNanos, 0, length, nanos)];
    if (row !== undefined && row >= 0 && length > 0 && startNanos[row] <= nanos && endNanos[row] > nanos)
      return row;
  }
  return -1;
}

/**
 * The lane a fork-join task was taken from: another of the pool's threads forked it while it ran a task of its own.
 * @param {Trace} trace
 * @param {number} submit row of an instant
 * @param {number} runner lane
 * @returns {number} lane, or 0
 */
export function stolenFrom(trace, submit, runner) {
  const { instants } = trace;
  const forker = instants.lane[submit];
  if (forker === runner) return 0;
  const pool = instants.argument[submit];
  if (!/ForkJoin/.test(trace.objects.get(pool)?.className ?? '')) return 0;
  const outer = taskAt(trace, forker, instants.nanos[submit]);
  if (outer < 0) return 0;
  const outerSubmit = submitOf(trace, trace.tasks.object[outer], trace.tasks.startNanos[outer]);
  return outerSubmit < 0 || instants.argument[outerSubmit] === pool ? forker : 0;
}

/** The TASK_BEGAN of a run of a task. @param {Trace} trace @param {number} task @returns {number} row of an instant, or -1 */
export function beganInstant(trace, task) {
  const lane = trace.lanes.get(trace.tasks.lane[task]);
  const nanos = trace.tasks.startNanos[task];
  if (lane === undefined) return -1;
  const { data, length } = lane.instants;
  const { instants } = trace;
  for (let i = firstAbove(data, instants.nanos, 0, length, nanos - 1); i < length; i++) {
    if (instants.nanos[data[i]] > nanos) return -1;
    if (instants.kind[data[i]] === TASK_BEGAN && instants.object[data[i]] === trace.tasks.object[task])
      return data[i];
  }
  return -1;
}

/** When the run of a task that an instant begins is over: Infinity while it goes on. @param {Trace} trace @param {number} instant @returns {number} */
export function taskEnd(trace, instant) {
  const { instants } = trace;
  const task = runOf(trace, instants.object[instant], instants.nanos[instant]);
  return task >= 0 && trace.tasks.lane[task] === instants.lane[instant] ? trace.tasks.endNanos[task] : NaN;
}

/** The line a task was handed over at, or 0. @param {Trace} trace @param {number} submit @returns {number} */
export function submitLine(trace, submit) {
  return lineOf(trace, trace.instants.site[submit]);
}

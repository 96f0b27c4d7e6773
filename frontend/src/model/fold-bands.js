/** @import { Said } from './fold.js' */
/** @import { LaneBands, LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { CARRIER, NO_ROWS, TASK_LEVELS, own } from './lane-track.js';
import { TimeOrder } from './time-order.js';

/* What lies over a lane and changes no state: tasks, carriers, pins. */

/** Tasks open inside each other that are kept; fork-join helps deeper than anybody looks. */
const MAX_OPEN_TASKS = 64;

/** THREAD_STARTED. @param {Trace} trace @param {LaneTrack} lane @param {Said} said */
export function startLane(trace, lane, said) {
  if (said.argument <= 0) return;
  const started = trace.laneTrack(said.argument);
  started.startedNanos = said.nanos;
  started.startedSite = said.site;
  started.startedBy = lane.id;
  trace.groupVersion++;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {Said} said */
export function beginTask(trace, lane, said) {
  const bands = lane.ownBands();
  bands.ownTasks();
  const depth = bands.openTasks.length;
  if (depth >= MAX_OPEN_TASKS) {
    bands.deeperTasks++;
    return;
  }
  const row = trace.tasks.add(said.nanos, lane.id, said.object, 0);
  bands.openTasks.push(row);
  if (depth < TASK_LEVELS) {
    bands.tasks[depth]?.push(row);
    trace.taskLevels = Math.max(trace.taskLevels, depth + 1);
  }
  if (said.object > 0) trace.objectTrack(said.object).add('tasks', row, trace.tasks.startNanos);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {Said} said */
export function endTask(trace, lane, said) {
  const bands = lane.ownBands();
  if (bands.deeperTasks > 0) {
    bands.deeperTasks--;
    return;
  }
  const open = bands.openTasks;
  let from = open.length - 1;
  while (from >= 0 && trace.tasks.object[open.at(from)] !== said.object) from--;
  // What began inside the task is over with it.
  if (from >= 0) closeTasks(trace, bands, from, said.nanos);
}

/** @param {Trace} trace @param {LaneBands} bands @param {number} from depth @param {number} nanos */
function closeTasks(trace, bands, from, nanos) {
  const open = bands.openTasks;
  for (let i = from; i < open.length; i++) trace.tasks.endNanos[open.at(i)] = nanos;
  open.length = from;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {Said} said the argument is the carrier's lane */
export function mount(trace, lane, said) {
  if (said.argument <= 0) return;
  const carrier = trace.laneTrack(said.argument);
  if (carrier.events === 0 && carrier.name === '') carrier.kind = CARRIER;
  const bands = lane.ownBands();
  if (bands.isMounted) unmount(trace, lane, said.nanos);
  const row = trace.mounts.add(said.nanos, lane.id, carrier.id, 0);
  bands.mounts = own(bands.mounts);
  bands.mounts.push(row);
  bands.isMounted = true;
  const carrying = carrier.ownBands();
  if (carrying.carried === NO_ROWS) carrying.carried = new TimeOrder();
  carrying.carried.add(row, trace.mounts.startNanos);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} nanos */
export function unmount(trace, lane, nanos) {
  const { bands } = lane;
  if (bands === null || !bands.isMounted) return;
  trace.mounts.endNanos[bands.mounts.last()] = nanos;
  bands.isMounted = false;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {Said} said the argument says why */
export function pin(trace, lane, said) {
  const bands = lane.ownBands();
  if (bands.isPinned) return;
  bands.pins = own(bands.pins);
  bands.pins.push(trace.pins.add(said.nanos, lane.id, 0, said.argument <= 3 ? said.argument : 0));
  bands.isPinned = true;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} nanos */
export function unpin(trace, lane, nanos) {
  const { bands } = lane;
  if (bands === null || !bands.isPinned) return;
  trace.pins.endNanos[bands.pins.last()] = nanos;
  bands.isPinned = false;
}

/** The lane ended; it may still say when it got off its carrier. @param {Trace} trace @param {LaneBands} bands @param {number} nanos */
export function endLane(trace, bands, nanos) {
  closeTasks(trace, bands, 0, nanos);
  if (bands.isMounted) trace.mounts.endNanos[bands.mounts.last()] = nanos;
  if (bands.isPinned) trace.pins.endNanos[bands.pins.last()] = nanos;
  bands.isPinned = false;
}

/** @import { LaneTrack } from './lane-track.js' */
/** @import { RunState } from './run-state.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import { accessPhrase } from './access-sentences.js';
import { holderLanes } from './holders.js';
import { captionOf, laneNameOf, objectLabel } from './sentences.js';
import { sharedValues } from './shared-values.js';
import { lastState, lineOf, siteOfSlice, slicesOf } from './slices.js';
import { stateName } from './states.js';

/** A lane shows this many slices at most to those who ask. */
const MAX_SLICES = 2_000;

/** And so many accesses to memory. */
const MAX_ACCESSES = 2_000;
const MAX_VALUES = 500;

const LANE_KINDS = ['platform', 'virtual', 'carrier'];

/** @param {number} kind @returns {string} */
export function laneKindName(kind) {
  return LANE_KINDS[kind] ?? 'platform';
}

/**
 * How a lane ended: as the server says when the run is over, else as the trace does.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {RunState} run
 * @returns {string}
 */
export function endStateOf(trace, lane, run) {
  const told = run.lanes.find((ended) => ended.id === lane.id);
  if (told !== undefined && told.endState !== '') return told.endState;
  return lane.hasEnded ? 'terminated' : stateName(lastState(trace, lane));
}

/**
 * The page's model as plain JSON, for tests in a browser.
 * @param {Trace} trace
 * @param {RunState} run
 */
export function snapshotOf(trace, run) {
  trace.settle();
  const told = new Map(run.lanes.map((lane) => [lane.id, lane.endState]));
  return {
    status: run.phase,
    mode: run.mode,
    search: run.search,
    schedule: run.schedule,
    outcome: run.outcome,
    problem: run.problem,
    lanes: trace.laneOrder.map((lane) => ({
      id: lane.id,
      name: lane.name,
      kind: laneKindName(lane.kind),
      endState: told.get(lane.id) || (lane.hasEnded ? 'terminated' : stateName(lastState(trace, lane))),
      accesses: accessesOf(trace, lane),
      slices: slicesOf(trace, lane, MAX_SLICES).map((slice) => plain(trace, slice)),
    })),
    sharedValues: sharedValues(trace, Infinity, MAX_VALUES).values.map(({ name, text, row }) => ({
      name,
      value: text,
      writtenBy: laneNameOf(trace, trace.instants.lane[row]),
    })),
    output: outputOf(trace),
    diagnostics: run.diagnostics,
    findings: run.findings,
  };
}

/** The first accesses to memory of a lane. @param {Trace} trace @param {LaneTrack} lane */
function accessesOf(trace, lane) {
  if (lane.memory === null) return [];
  return [...lane.memory.rows.view().subarray(0, MAX_ACCESSES)].map((row) => ({
    nanos: trace.instants.nanos[row],
    line: lineOf(trace, trace.instants.site[row]),
    text: accessPhrase(trace, row),
  }));
}

/** @param {Trace} trace @param {Slice} slice */
function plain(trace, slice) {
  const object = slice.row < 0 ? 0 : trace.spans.object[slice.row];
  const track = trace.objects.get(object);
  const holders = holderLanes(trace, slice).flatMap((id) => trace.lanes.get(id) ?? []);
  const [holder = null] = holders;
  return {
    state: stateName(slice.state),
    startNanos: slice.startNanos,
    endNanos: slice.endNanos,
    object:
      track === undefined
        ? null
        : { id: object, className: track.className, name: track.name, label: objectLabel(trace, object) },
    holder: holder === null ? null : { lane: holder.id, name: holder.name },
    holders: holders.map(({ id, name }) => ({ lane: id, name })),
    line: lineOf(trace, siteOfSlice(trace, slice)),
    text: captionOf(trace, slice),
  };
}

/** Output with neighbours of the same stream joined, whoever wrote them. @param {Trace} trace */
function outputOf(trace) {
  /** @type {{stream: 'out' | 'err', text: string}[]} */
  const parts = [];
  for (const chunk of trace.outputLog.chunks) {
    const stream = chunk.isError ? 'err' : 'out';
    const last = parts[parts.length - 1];
    if (last !== undefined && last.stream === stream) last.text += chunk.text;
    else parts.push({ stream, text: chunk.text });
  }
  return parts;
}

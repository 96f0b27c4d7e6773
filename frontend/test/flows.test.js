import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flowInto } from '../src/model/flow-causes.js';
import { flowsOf } from '../src/model/flows.js';
import { slicesOf } from '../src/model/slices.js';
import { stateName } from '../src/model/states.js';
import { traceOf } from './fixtures/grid.js';

/** @import { Flow } from '../src/model/flows.js' */
/** @import { Trace } from '../src/model/trace.js' */

/** @param {Trace} trace @param {Flow} flow */
const line = (trace, flow) =>
  `${trace.lanes.get(flow.fromLane)?.name} ${Math.floor(flow.fromNanos / 1_000)} → ` +
  `${trace.lanes.get(flow.toLane)?.name} ${Math.floor(flow.toNanos / 1_000)}: ${flow.label}${flow.isOpen ? ' (open)' : ''}`;

/** @param {Trace} trace @returns {string[]} the arrows into all slices that wait or begin a lane */
function flowsIn(trace) {
  return trace.laneOrder.flatMap((lane) =>
    slicesOf(trace, lane, 100).flatMap((slice) => {
      const flow = flowInto(trace, slice);
      return flow === null || (stateName(slice.state) === 'running' && slice.row < 0)
        ? []
        : [line(trace, flow)];
    }),
  );
}

test('unlock_letsTheNextLock', () => {
  const trace = traceOf(`
    T1 | began | lock a | .      | unlock a | end
    T2 | began | .      | want a | got a    | end
  `);
  assert.deepEqual(flowsIn(trace), ['T1 3 → T2 3: unlock → lock a']);
});

test('start_leadsToTheFirstStep', () => {
  const trace = traceOf(`
    T1 | began | start T2 | .     | end
    T2 | .     | .        | began | end
  `);
  assert.deepEqual(flowsIn(trace), ['T1 1 → T2 2: start → first step']);
});

test('unpark_endsThePark_notifyEndsTheWait', () => {
  const trace = traceOf(`
    T1 | began | park | .         | parked | enter m | entered m | wait m | .        | waited m | end
    T2 | began | .    | unpark T1 | .      | .       | .         | .      | notify m | .        | end
  `);
  assert.deepEqual(flowsIn(trace), ['T2 2 → T1 3: unpark → park ended', 'T2 7 → T1 8: notify → wait ended']);
});

test('put_endsTheTake_withoutAnUnparkToGoBy', () => {
  const trace = traceOf(`
    T1 | began | take q | .     | took q | end
    T2 | began | .      | put q | .      | end
  `);
  assert.deepEqual(flowsIn(trace), ['T2 2 → T1 3: put → take']);
});

test('deadlock_flowsAreOpen', () => {
  const trace = traceOf(`
    T1 | began | enter a | entered a | .       | .         | enter b
    T2 | began | .       | .         | enter b | entered b | enter a
  `);
  assert.deepEqual(flowsIn(trace), ['T2 4 → T1 5: holds b (open)', 'T1 2 → T2 5: holds a (open)']);
});

test('running_leadsToWhomItLetGoOn', () => {
  const trace = traceOf(`
    T1 | began | lock a | .      | unlock a | .     | end
    T2 | began | .      | want a | got a    | .     | end
  `);
  const [lane] = trace.laneOrder;
  assert.ok(lane);
  const [slice] = slicesOf(trace, lane, 1);
  assert.ok(slice);
  assert.deepEqual(
    flowsOf(trace, slice).out.map((flow) => line(trace, flow)),
    ['T1 3 → T2 3: unlock → lock a'],
  );
});

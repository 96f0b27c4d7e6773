import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carrierAt, carriedAt, pinText } from '../src/model/carriers.js';
import { flowInto } from '../src/model/flow-causes.js';
import { flowFromInstant, flowsOfInstant } from '../src/model/flows.js';
import { slicesOf } from '../src/model/slices.js';
import { BEGINNING, twinRows } from '../src/model/twin-rows.js';
import { bandsIn, captionsIn, instantsIn, slicesIn, traceOf } from './fixtures/grid.js';

/** @import { Flow } from '../src/model/flows.js' */
/** @import { Trace } from '../src/model/trace.js' */

/** @param {Trace} trace @param {Flow | null | undefined} flow */
const line = (trace, flow) =>
  flow &&
  `${trace.lanes.get(flow.fromLane)?.name} ${Math.floor(flow.fromNanos / 1_000)} → ` +
    `${trace.lanes.get(flow.toLane)?.name} ${Math.floor(flow.toNanos / 1_000)}: ${flow.label}`;

/** @param {Trace} trace @param {number} kind @returns {number} the first instant of a kind */
function instant(trace, kind) {
  return trace.instants.kind.indexOf(kind);
}

const POOLED = `
  main | began | submit t | .      | get t | .      | result t | end
  W1   | began | .        | task t | .     | done t | .        | end
`;

test('task_handedOver_isABandAndASentence', () => {
  const trace = traceOf(POOLED);
  assert.deepEqual(bandsIn(trace, 'tasks'), ['W1 t 2..4']);
  assert.deepEqual(slicesIn(trace), [
    'main running 0..3',
    'main waiting 3..5',
    'main running 5..6',
    'W1 running 0..6',
  ]);
  assert.deepEqual(instantsIn(trace), [
    'main hands a task to pool',
    'main is through FutureTask.get on t',
    'W1 runs a task that main handed to pool at line 12',
  ]);
});

test('task_flows_submitToBegin_andEndToResult', () => {
  const trace = traceOf(POOLED);
  const submitted = 'main 1 → W1 2: submit → begin';
  assert.equal(line(trace, flowFromInstant(trace, instant(trace, 24))), submitted);
  const { into, out } = flowsOfInstant(trace, instant(trace, 25));
  assert.deepEqual(
    into.map((flow) => line(trace, flow)),
    [submitted],
  );
  assert.deepEqual(
    out.map((flow) => line(trace, flow)),
    ['W1 4 → main 5: task ended → result'],
  );
});

test('task_resultTakenBeforeItsEnd_isStillBecauseOfIt', () => {
  const trace = traceOf(`
    main | began | submit t | .      | get t | .           | result t | .      | end
    W1   | began | .        | task t | .     | unpark main | .        | done t | end
  `);
  const [main] = trace.laneOrder;
  assert.ok(main);
  const waiting = slicesOf(trace, main, 9).find((slice) => slice.row >= 0);
  assert.ok(waiting);
  assert.equal(line(trace, flowInto(trace, waiting)), 'W1 5 → main 5: task ended → result');
});

test('task_insideAnother_isOneLevelDeeper_andAnEndClosesWhatIsInside', () => {
  const trace = traceOf(`
    W1 | began | task a | task b | task c | done c | done a | task d | end
    W2 | began | end
  `);
  assert.deepEqual(bandsIn(trace, 'tasks'), ['W1 a 1..5', 'W1 b 2..5', 'W1 c 3..4', 'W1 d 6..7']);
  const levels = trace.laneOrder[0]?.bands?.tasks.map((level) => [...level.view()]);
  assert.deepEqual(levels, [[0, 3], [1]]);
  assert.equal(trace.taskLevels, 2);
});

test('task_nestedWithoutEnd_staysBounded', () => {
  const cells = Array.from({ length: 300 }, () => 'task t').join(' | ');
  const trace = traceOf(`W1 | began | ${cells} | done t | end`);
  assert.equal(trace.tasks.length, 64);
});

test('forkJoin_runByAnother_isStolen', () => {
  const trace = traceOf(`
    main | began | submit root | .         | .         | .         | .         | end
    W1   | began | .           | task root | submit kid | .        | done root | end
    W2   | began | .           | .         | .         | task kid  | done kid  | end
  `);
  assert.equal(instantsIn(trace).at(-1), 'W2 runs a task that W1 handed to pool at line 12, stolen from W1');
  assert.equal(instantsIn(trace)[1], 'W1 runs a task that main handed to pool at line 12');
  const stolen = flowsOfInstant(trace, trace.instants.kind.lastIndexOf(25)).into[0];
  assert.equal(line(trace, stolen), 'W1 3 → W2 4: fork → stolen');
});

test('complete_leadsToGet', () => {
  const trace = traceOf(`
    T1 | began | get f | .          | result f | end
    T2 | began | .     | complete f | .        | end
  `);
  const row = instant(trace, 43);
  assert.equal(line(trace, flowFromInstant(trace, row)), 'T2 2 → T1 3: complete → get');
});

const CARRIED = `
  V1 | mount C1 | began | sleep | unmount C1 | .        | mount C1   | slept | end
  V2 | .        | .     | .     | .          | mount C1 | unmount C1 | .     | .
  C1 | .        | .     | .     | .          | .        | .          | .     | .
`;

test('mount_givesTheCarrierWhatItCarries', () => {
  for (const byLane of [false, true]) {
    const trace = traceOf(CARRIED, { byLane });
    const [one, , carrier] = trace.laneOrder;
    assert.ok(one && carrier);
    assert.deepEqual(
      [100, 2_500, 3_500, 6_000].map((nanos) => carrierAt(trace, one, nanos)),
      [3, 3, 0, 3],
    );
    const carried = [100, 3_500, 4_500, 6_500].map((nanos) => {
      const row = carriedAt(trace, carrier, nanos);
      return row < 0 ? '' : trace.lanes.get(trace.mounts.lane[row] ?? 0)?.name;
    });
    assert.deepEqual(carried, ['V1', '', 'V2', 'V1']);
    assert.equal(carrierAt(trace, carrier, 100), null);
  }
});

test('twinRows_carrier_saysWhatItCarried', () => {
  const trace = traceOf(CARRIED);
  const carrier = trace.laneOrder[2];
  assert.ok(carrier);
  const { rows, next } = twinRows(trace, carrier, BEGINNING);
  assert.deepEqual(
    rows.map((row) => trace.lanes.get(trace.mounts.lane[row.mount] ?? 0)?.name),
    ['V1', 'V2', 'V1'],
  );
  assert.equal(next, null);
});

test('pinned_isSaidOfTheSliceItLiesOver', () => {
  const trace = traceOf(`
    V1 | began | pin 2 | sleep | slept | unpin | sleep | slept | end
  `);
  assert.deepEqual(bandsIn(trace, 'pins'), ['V1 2 1..4']);
  assert.deepEqual(captionsIn(trace), [
    'sleeps for 5 µs · pinned to its carrier: native code on the stack',
    'sleeps for 5 µs',
  ]);
  assert.deepEqual(instantsIn(trace), ['V1 is pinned to its carrier: native code on the stack']);
  assert.equal(pinText(9), 'pinned to its carrier');
});

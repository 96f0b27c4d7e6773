import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstSlice, neighbour, sliceAt } from '../src/model/slices.js';
import { stateName } from '../src/model/states.js';
import { captionsIn, holdsIn, slicesIn, traceOf } from './fixtures/grid.js';

const CONTENDED = `
  T1 | began | lock a | .      | .        | unlock a | end
  T2 | began | .      | want a | .        | got a    | unlock a | end
`;

test('lock_contended_blocksUntilOwnerLeaves', () => {
  const trace = traceOf(CONTENDED);
  assert.deepEqual(slicesIn(trace), [
    'T1 running 0..5',
    'T2 running 0..2',
    'T2 blocked 2..4 by T1',
    'T2 running 4..6',
  ]);
  assert.deepEqual(holdsIn(trace), ['T1 holds a 1..4', 'T2 holds a 4..5']);
  assert.deepEqual(captionsIn(trace), ['waits for lock a · held by T1']);
});

test('lock_batchesOfLanesOutOfOrder_sameSlices', () => {
  assert.deepEqual(slicesIn(traceOf(CONTENDED, { byLane: true })), slicesIn(traceOf(CONTENDED)));
});

test('monitor_free_isRunning', () => {
  const trace = traceOf('T1 | began | enter m | . | entered m | exit m | end');
  assert.deepEqual(slicesIn(trace), ['T1 running 0..5']);
});

const MONITOR = `
  T1 | began | enter m | entered m | .       | .      | exit m    | end
  T2 | began | .       | .         | enter m | .      | entered m | exit m | end
`;

test('monitor_heldByAnother_isBlocked', () => {
  const expected = ['T1 running 0..6', 'T2 running 0..3', 'T2 blocked 3..5 by T1', 'T2 running 5..7'];
  assert.deepEqual(slicesIn(traceOf(MONITOR)), expected);
  assert.deepEqual(slicesIn(traceOf(MONITOR, { byLane: true })), expected);
});

test('monitor_holderComesInALaterBatch_blockedWhileTheRunGoesOn', () => {
  assert.deepEqual(slicesIn(traceOf(MONITOR, { byLane: true, finish: false }))[2], 'T2 blocked 3..5 by T1');
});

test('monitor_reentered_heldUntilTheLastExit', () => {
  const trace = traceOf('T1 | began | enter m | entered m | enter m | entered m | exit m | exit m | end');
  assert.deepEqual(holdsIn(trace), ['T1 holds m 2..6']);
});

test('deadlock_neverEnds_bothOpen', () => {
  const trace = traceOf(`
    T1 | began | enter a | entered a | .       | .         | enter b
    T2 | began | .       | .         | enter b | entered b | enter a
  `);
  assert.deepEqual(slicesIn(trace), [
    'T1 running 0..5',
    'T1 blocked 5..… by T2',
    'T2 running 0..5',
    'T2 blocked 5..… by T1',
  ]);
  assert.deepEqual(captionsIn(trace), [
    'waits for monitor b · held by T2',
    'waits for monitor a · held by T1',
  ]);
});

test('wait_letsTheMonitorGo_andTakesItAgain', () => {
  const trace = traceOf(`
    T1 | began | enter m | entered m | wait m | .       | .         | .        | .      | waited m | exit m | end
    T2 | began | .       | .         | .      | enter m | entered m | notify m | exit m | .        | .      | end
  `);
  assert.deepEqual(slicesIn(trace).slice(0, 3), ['T1 running 0..3', 'T1 waiting 3..8', 'T1 running 8..10']);
  assert.deepEqual(holdsIn(trace), ['T1 holds m 2..3', 'T2 holds m 5..7', 'T1 holds m 8..9']);
  assert.equal(slicesIn(trace)[3], 'T2 running 0..10');
});

test('conditionWait_letsTheLockGo', () => {
  const trace = traceOf(`
    T1 | began | lock a | await c | .      | .        | awaited c | unlock a | end
    T2 | began | .      | .       | lock a | unlock a | .         | .        | end
  `);
  assert.equal(slicesIn(trace)[1], 'T1 waiting 2..5');
  assert.deepEqual(holdsIn(trace), ['T1 holds a 1..2', 'T2 holds a 3..4', 'T1 holds a 5..6']);
});

test('park_insideNothing_isParked_insideTake_waits', () => {
  const trace = traceOf('T1 | began | park | parked | take q | took q | end');
  assert.deepEqual(slicesIn(trace), [
    'T1 running 0..1',
    'T1 parked 1..2',
    'T1 running 2..3',
    'T1 waiting 3..4',
    'T1 running 4..5',
  ]);
  assert.deepEqual(captionsIn(trace), ['is parked', 'waits for an element of q']);
});

test('park_insideSleep_staysSleeping', () => {
  const trace = traceOf('T1 | began | sleep | park | parked | slept | end');
  assert.deepEqual(slicesIn(trace), ['T1 running 0..1', 'T1 sleeping 1..4', 'T1 running 4..5']);
});

test('start_beforeTheFirstStep_isStarted', () => {
  const trace = traceOf(`
    T1 | began | start T2 | .     | join T2 | joined T2 | end
    T2 | .     | .        | began | end
  `);
  assert.deepEqual(slicesIn(trace), [
    'T1 running 0..3',
    'T1 waiting 3..4',
    'T1 running 4..5',
    'T2 started 1..2',
    'T2 running 2..3',
  ]);
  assert.deepEqual(captionsIn(trace), ['waits for T2 to end']);
});

test('sliceAt_andNeighbour_agree', () => {
  const trace = traceOf(CONTENDED);
  const lane = trace.laneOrder[1];
  assert.ok(lane);
  let slice = firstSlice(trace, lane);
  let count = 0;
  while (slice !== null) {
    const middle = (slice.startNanos + (slice.endNanos ?? trace.endNanos)) / 2;
    assert.equal(sliceAt(trace, lane, middle)?.index, slice.index);
    const next = neighbour(trace, lane, slice.index, 1);
    if (next !== null) assert.equal(neighbour(trace, lane, next.index, -1)?.index, slice.index);
    slice = next;
    count++;
  }
  assert.ok(count >= 3);
  assert.equal(sliceAt(trace, lane, -1), null);
  assert.equal(sliceAt(trace, lane, 1e9), null);
});

test('random_holders_agreeWithLookingAtEveryHold', () => {
  let seed = 42;
  const random = (/** @type {number} */ bound) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % bound;
  const rows = Array.from({ length: 4 }, (_, lane) => ({
    lane,
    cells: ['began'],
    wants: false,
    holds: false,
  }));
  let owner = -1;
  for (let step = 0; step < 400; step++) {
    const row = rows[random(4)];
    assert.ok(row);
    const before = row.cells.length;
    if (owner === row.lane) {
      row.cells.push('exit m');
      owner = -1;
    } else if (!row.wants) {
      row.cells.push('enter m');
      row.wants = true;
    } else if (owner < 0) {
      row.cells.push('entered m');
      row.wants = false;
      owner = row.lane;
    }
    if (row.cells.length > before) for (const other of rows) if (other !== row) other.cells.push('.');
  }
  const drawing = rows.map((row) => `T${row.lane} | ${row.cells.join(' | ')}`).join('\n');
  const inOrder = traceOf(drawing);
  assert.deepEqual(slicesIn(traceOf(drawing, { byLane: true })), slicesIn(inOrder));
  for (const lane of inOrder.laneOrder) {
    for (const row of lane.shown.view()) {
      const { spans, holds } = inOrder;
      const holders = Array.from({ length: holds.length }, (_, hold) => hold).filter(
        (hold) =>
          holds.lane[hold] !== lane.id &&
          (holds.startNanos[hold] ?? 0) < (spans.endNanos[row] ?? 0) &&
          (holds.endNanos[hold] ?? 0) > (spans.startNanos[row] ?? 0),
      );
      assert.equal(stateName(inOrder.stateOf(lane, row)), holders.length > 0 ? 'blocked' : 'running');
      assert.ok(holders.length > 0 || spans.endNanos[row] === Infinity);
    }
  }
});

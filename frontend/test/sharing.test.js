import assert from 'node:assert/strict';
import { test } from 'node:test';
import { captionsIn, holdsIn, instantsIn, slicesIn, traceOf } from './fixtures/grid.js';

test('readLock_severalReaders_holdItAtOnce', () => {
  const trace = traceOf(`
    R1 | began | read rw | .       | .       | .             | unread rw | .         | .         | .          | end
    R2 | began | .       | read rw | .       | .             | .         | unread rw | .         | .          | end
    R3 | began | .       | .       | read rw | .             | .         | .         | unread rw | .          | end
    W  | began | .       | .       | .       | want-write rw | .         | .         | .         | writing rw | unwrite rw | end
  `);
  assert.deepEqual(holdsIn(trace), [
    'R1 holds rw 1..5',
    'R2 holds rw 2..6',
    'R3 holds rw 3..7',
    'W holds rw 8..9',
  ]);
  assert.deepEqual(captionsIn(trace), ['waits to write to rw · held by R1 and 2 others']);
  assert.equal(
    slicesIn(trace).find((line) => line.startsWith('W blocked')),
    'W blocked 4..8 by R1+R2+R3',
  );
});

test('readLock_upgraded_isHeldByItself', () => {
  const trace = traceOf(`
    T1 | began | read rw | want-write rw
    T2 | began | .       | .
  `);
  assert.deepEqual(captionsIn(trace), ['waits to write to rw · held by itself']);
});

test('readLock_bothUpgrade_namesBoth', () => {
  const trace = traceOf(`
    T1 | began | read rw | .       | want-write rw | .
    T2 | began | .       | read rw | .             | want-write rw
  `);
  assert.deepEqual(captionsIn(trace), [
    'waits to write to rw · held by itself and T2',
    'waits to write to rw · held by T1 and itself',
  ]);
});

test('writeLock_downgraded_isHeldOnAsAReader', () => {
  const trace = traceOf(`
    T1 | began | write rw | read rw | unwrite rw | .       | unread rw | end
    T2 | began | .        | .       | .          | read rw | unread rw | end
  `);
  assert.deepEqual(holdsIn(trace), ['T1 holds rw 1..3', 'T1 holds rw 3..5', 'T2 holds rw 4..5']);
  assert.deepEqual([...trace.holds.how.slice(0, 3)], [0, 1, 1]);
});

test('semaphore_allPermitsTaken_namesTheHolders', () => {
  const trace = traceOf(`
    W1 | began | acquire gate | .               | .                | release gate | .              | end
    W2 | began | .            | try-permit gate | .                | .            | .              | release gate | end
    W3 | began | .            | .               | want-permit gate | .            | permitted gate | release gate | end
    W4 | began | .            | .               | try-in-vain gate | .            | .              | .            | end
  `);
  assert.deepEqual(holdsIn(trace), ['W1 holds gate 1..4', 'W2 holds gate 2..6', 'W3 holds gate 5..6']);
  assert.deepEqual(captionsIn(trace), ['waits for a permit of gate · held by W1 and W2']);
  assert.deepEqual(instantsIn(trace), [
    'W1 gives a permit back to gate',
    'W2 takes a permit of gate',
    'W2 gives a permit back to gate',
    'W3 gives a permit back to gate',
    'W4 does not get a permit of gate',
  ]);
});

test('semaphore_givenBackByAnother_namesNobody', () => {
  const trace = traceOf(`
    W1 | began | acquire gate | .            | .                | end
    W2 | began | .            | release gate | .                | end
    W3 | began | .            | .            | want-permit gate
  `);
  assert.deepEqual(captionsIn(trace), ['waits for a permit of gate']);
});

test('queue_offered_saysWhetherItWorked', () => {
  const trace = traceOf('T1 | began | offer q | offer-in-vain q | look f | end');
  assert.deepEqual(instantsIn(trace), [
    'T1 offers to q',
    'T1 offers to q: full',
    'T1 looks whether f is done',
  ]);
});

test('classUse_anotherInitialises_isBlockedByIt', () => {
  const drawing = `
    T1 | began | use Config | init Config | sleep      | slept | inited Config | used Config | end
    T2 | began | .          | .           | use Config | .     | .             | used Config | end
  `;
  for (const byLane of [false, true]) {
    const trace = traceOf(drawing, { byLane });
    assert.deepEqual(slicesIn(trace), [
      'T1 running 0..3',
      'T1 sleeping 3..4',
      'T1 running 4..7',
      'T2 running 0..3',
      'T2 blocked 3..6 by T1',
      'T2 running 6..7',
    ]);
    assert.deepEqual(captionsIn(trace), [
      'sleeps for 5 µs',
      'waits for class Config to be initialised · initialised by T1',
    ]);
    assert.deepEqual(instantsIn(trace), ['T1 initialises class Config']);
  }
});

test('classInitialised_itsMonitorIsSomethingElse', () => {
  const trace = traceOf(`
    T1 | began | init C | .       | .         | inited C | end
    T2 | began | .      | enter C | entered C | exit C   | end
  `);
  assert.deepEqual(slicesIn(trace), ['T1 running 0..5', 'T2 running 0..5']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessFlows, sightOf } from '../src/model/access-flows.js';
import { accessPhrase, declaration } from '../src/model/access-sentences.js';
import { KeyTable } from '../src/base/key-table.js';
import { InstantTable } from '../src/model/instant-table.js';
import { IDLE } from '../src/model/run-state.js';
import { sharedValues } from '../src/model/shared-values.js';
import { snapshotOf } from '../src/model/snapshot.js';
import { siteAt, siteOfSlice, sliceAt } from '../src/model/slices.js';
import { BEGINNING, startBefore, startEarlier, twinRows } from '../src/model/twin-rows.js';
import { elementType } from '../src/model/values.js';
import { doubleBits } from './fixtures/frames.js';
import { memoryTrace, rowsOf } from './fixtures/memory.js';

/** @import { Access } from './fixtures/memory.js' */

/** @param {Omit<Access, 'nanos' | 'lane'>[]} list @returns {string[]} the sentence of each */
function phrases(...list) {
  const trace = memoryTrace(list.map((access, index) => ({ nanos: index, lane: 1, ...access })));
  return rowsOf(trace).map((row) => accessPhrase(trace, row));
}

test('accessPhrase_fieldElementAtomic_sayWhatAndWhichValue', () => {
  assert.deepEqual(
    phrases(
      { does: 'write', variable: 'Counter.count', object: 1, value: 7 },
      { does: 'read', variable: 'Main.ready' },
      { does: 'read', index: 3, object: 2, value: 12 },
      { does: 'use', variable: 'AtomicInteger.incrementAndGet', object: 3, value: 8 },
      { does: 'use', variable: 'AtomicInteger.compareAndSet', object: 3, value: 1 },
      { does: 'use', variable: 'AtomicInteger.set', object: 3, value: 9 },
    ),
    [
      'writes counter.count = 7',
      'reads ready = false',
      'reads cells[3] = 12',
      'AtomicInteger.incrementAndGet on hits → 8',
      'AtomicInteger.compareAndSet on hits → true',
      'AtomicInteger.set on hits = 9',
    ],
  );
});

test('accessPhrase_valuesOfAllTypes_asInJava', () => {
  const value = (/** @type {string} */ variable, /** @type {number | bigint} */ bits) =>
    /** @type {const} */ ({ does: 'write', variable, value: bits });
  assert.deepEqual(
    phrases(
      value('Main.total', 2n ** 63n - 1n),
      value('Main.total', -(2n ** 53n) - 1n),
      value('Main.total', -1),
      value('Main.total', 2n ** 31n),
      value('Main.ratio', doubleBits(0.1)),
      value('Main.ratio', doubleBits(5)),
      value('Main.ratio', doubleBits(-0)),
      value('Main.ratio', doubleBits(NaN)),
      value('Main.share', doubleBits(Math.fround(0.1))),
      value('Main.letter', 120),
      value('Main.letter', 10),
      value('Main.letter', 0x202e),
      value('Main.name', 0),
      value('Main.name', 4),
      value('Main.name', 5),
      value('Main.name', 1),
      value('Main.name', 99),
    ).map((text) => text.replace(/^writes \w+ = /, '')),
    [
      '9223372036854775807',
      '-9007199254740993',
      '-1',
      '2147483648',
      '0.1',
      '5.0',
      '-0.0',
      'NaN',
      '0.1',
      "'x'",
      "'\\n'",
      "'\\u202e'",
      'null',
      '"Ada"',
      '7',
      'counter',
      'object 99',
    ],
  );
});

test('accessPhrase_nameOfTheObjectUnknown_fieldOrClassLeads', () => {
  assert.deepEqual(
    phrases(
      { does: 'write', variable: 'Counter.count', object: 6, value: 1 },
      { does: 'write', variable: 'Main.total', object: 6, value: 1 },
      { does: 'read', index: 65_535, object: 7, value: 0 },
    ),
    ['writes Counter.count = 1', 'writes total = 1', 'reads String[] #7[65535 or more] = null'],
  );
});

test('declaration_volatileStatic_saysSo', () => {
  const trace = memoryTrace([{ nanos: 1, lane: 1, does: 'read', variable: 'Main.ready' }]);
  assert.equal(declaration(trace, rowsOf(trace)[0] ?? -1), 'Main.ready, static, volatile');
});

test('elementType_bothWaysToNameAnArray', () => {
  assert.deepEqual(
    ['[I', '[Ljava.lang.String;', '[[I', 'int[]', 'java.lang.String[]', 'char[][]', 'Foo'].map(elementType),
    ['I', 'L', '[', 'I', 'L', '[', 'J'],
  );
});

test('instantTable_wordsOfASignallingNan_surviveGrowth', () => {
  const table = new InstantTable();
  table.add(0, 51, 1, 1, 0, 0, 0);
  table.words[0] = 1;
  table.words[1] = 0x7ff00000;
  for (let i = 0; i < 1_000; i++) table.add(i, 51, 1, 1, 0, 0, 0);
  assert.deepEqual([...table.words.subarray(0, 2)], [1, 0x7ff00000]);
});

test('keyTable_manyKeys_eachItsNumber', () => {
  const table = new KeyTable();
  for (let i = 0; i < 5_000; i++) assert.equal(table.numberOf(i % 50, Math.floor(i / 50), -i), i);
  for (let i = 0; i < 5_000; i++) assert.equal(table.numberOf(i % 50, Math.floor(i / 50), -i), i);
});

/** @param {number} nanos @param {number} lane @param {'read' | 'write'} does @param {number} value @returns {Access} */
const count = (nanos, lane, does, value) => ({
  nanos,
  lane,
  does,
  value,
  object: 1,
  variable: 'Counter.count',
});

/** @param {import('../src/model/trace.js').Trace} trace @param {number} nanos @returns {number} */
const at = (trace, nanos) => rowsOf(trace).find((row) => trace.instants.nanos[row] === nanos) ?? -1;

const RACE = [
  [count(1_000, 1, 'write', 1), count(4_000, 1, 'write', 2), count(6_000, 1, 'read', 2)],
  [count(2_000, 2, 'read', 1), count(5_000, 2, 'read', 2)],
  [count(500, 3, 'read', 0), count(3_000, 3, 'read', 1), count(3_500, 3, 'read', 1)],
];

for (const batches of [RACE, [...RACE].reverse()]) {
  test(`sightOf_batchesInAnyOrder_readsBetweenTwoWrites ${batches === RACE ? 'first' : 'last'} lane first`, () => {
    const trace = memoryTrace(...batches);
    const sight = sightOf(trace, at(trace, 1_000));
    assert.deepEqual(
      sight.reads.map((row) => trace.instants.nanos[row]),
      [2_000, 3_000, 3_500],
    );
    assert.deepEqual([sight.readCount, sight.laneCount], [3, 2]);
    assert.equal(trace.instants.nanos[sightOf(trace, at(trace, 5_000)).source], 4_000);
    assert.equal(sightOf(trace, at(trace, 500)).source, -1);
  });
}

test('accessFlows_readOfItsOwnWrite_noArrow', () => {
  const trace = memoryTrace(...RACE);
  assert.deepEqual(accessFlows(trace, at(trace, 6_000)), { into: [], out: [] });
  const [flow] = accessFlows(trace, at(trace, 5_000)).into;
  assert.deepEqual([flow?.fromLane, flow?.fromNanos, flow?.toLane, flow?.toNanos], [1, 4_000, 2, 5_000]);
});

test('accessFlows_atomics_eachSeesTheOneBefore_failedCasChangesNothing', () => {
  const use = (/** @type {number} */ nanos, /** @type {number} */ lane, name = '', value = 0) =>
    /** @type {const} */ ({ nanos, lane, does: 'use', variable: `AtomicInteger.${name}`, object: 3, value });
  const trace = memoryTrace([
    use(1_000, 1, 'incrementAndGet', 1),
    use(2_000, 2, 'compareAndSet', 0),
    use(3_000, 3, 'incrementAndGet', 2),
    use(4_000, 2, 'get', 2),
  ]);
  assert.deepEqual(
    accessFlows(trace, at(trace, 1_000)).out.map((flow) => flow.toNanos),
    [2_000, 3_000],
  );
  assert.equal(accessFlows(trace, at(trace, 4_000)).into[0]?.fromNanos, 3_000);
});

test('accessFlows_mapOrLargeIndex_notKnownWhichElement', () => {
  const trace = memoryTrace([
    { nanos: 1, lane: 1, does: 'use', variable: 'ConcurrentHashMap.put', object: 8 },
    { nanos: 2, lane: 2, does: 'use', variable: 'ConcurrentHashMap.put', object: 8 },
    { nanos: 3, lane: 1, does: 'write', index: 65_535, object: 2 },
    { nanos: 4, lane: 2, does: 'read', index: 65_535, object: 2 },
  ]);
  assert.ok(rowsOf(trace).every((row) => trace.memory.locationOf(row) === -1));
  assert.equal(trace.memory.shared.length, 0);
});

test('sharedValues_atAMoment_lastWrittenByWhom', () => {
  const trace = memoryTrace(...RACE, [
    { nanos: 700, lane: 2, does: 'write', variable: 'Main.total', value: 9 },
  ]);
  const said = (/** @type {number} */ nanos) =>
    sharedValues(trace, nanos).values.map(({ name, text, row }) => [name, text, trace.instants.lane[row]]);
  assert.deepEqual(said(900), []);
  assert.equal(sharedValues(trace, 900).unwritten, 1);
  assert.deepEqual(said(1_000), [['counter.count', '1', 1]]);
  assert.deepEqual(said(9_000), [['counter.count', '2', 1]]);
});

test('siteOfSlice_anAccessIsWhereTheThreadWasSeenLast', () => {
  const trace = memoryTrace([{ ...count(1_000, 1, 'write', 1), site: 1 }]);
  const lane = trace.lanes.get(1);
  const slice = lane === undefined ? null : sliceAt(trace, lane, 1_000);
  assert.equal(slice === null ? 0 : siteOfSlice(trace, slice), 1);
});

test('siteAt_runningSlice_whereMemoryWasTouchedLast', () => {
  const trace = memoryTrace([
    { ...count(1_000, 1, 'write', 1), site: 1 },
    { ...count(3_000, 1, 'write', 1), site: 2 },
  ]);
  const lane = trace.lanes.get(1);
  const slice = lane === undefined ? null : sliceAt(trace, lane, 1_000);
  assert.ok(slice);
  assert.deepEqual(
    [500, 1_000, 2_999, 3_000].map((nanos) => siteAt(trace, slice, nanos)),
    [2, 1, 1, 2],
  );
});

test('snapshot_accessesAndSharedValues_inWords', () => {
  const { lanes, sharedValues: shared } = snapshotOf(memoryTrace(...RACE), IDLE);
  assert.deepEqual(lanes[1]?.accesses[0], { nanos: 2_000, line: 0, text: 'reads counter.count = 1' });
  assert.deepEqual(shared, [{ name: 'counter.count', value: '2', writtenBy: 'main' }]);
});

test('twinRows_oneSliceOfManyAccesses_pagesLeaveNothingOut', () => {
  const trace = memoryTrace(Array.from({ length: 1_000 }, (_, i) => count(i + 1, 1, 'write', i)));
  const [lane] = trace.laneOrder;
  assert.ok(lane);
  const seen = [];
  let start = BEGINNING;
  for (let page = 0; page < 9; page++) {
    const { rows, next } = twinRows(trace, lane, start);
    seen.push(...rows.filter((row) => row.instant >= 0).map((row) => row.instant));
    if (next === null) break;
    start = next;
  }
  assert.deepEqual(seen, [...(lane.memory?.rows.view() ?? [])]);
  const before = startEarlier(trace, lane, start);
  assert.equal(before.accesses, start.accesses - 200);
  const middle = twinRows(trace, lane, startBefore(trace, lane, 700)).rows;
  assert.ok(middle.some((row) => row.nanos === 700));
});

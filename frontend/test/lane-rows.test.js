import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Density } from '../src/model/density.js';
import { groupOrigin, groupSentence, groupTitles } from '../src/model/lane-groups.js';
import { LaneRows } from '../src/model/lane-rows.js';
import { laneName } from '../src/model/sentences.js';
import { PixelSurface } from '../src/view/pixel-surface.js';
import { drawHeaders } from '../src/view/draw-headers.js';
import { paintFrame } from '../src/view/frame.js';
import { laneTop } from '../src/view/geometry.js';
import { hitTest } from '../src/view/hit-test.js';
import { crowd } from './fixtures/crowd.js';
import { frameOf, recordingContext } from './fixtures/frame.js';
import { traceOf } from './fixtures/grid.js';

/** @param {LaneRows} rows @param {number} [limit] @returns {string[]} */
function rowsOf(rows, limit = 50) {
  return Array.from({ length: Math.min(limit, rows.count) }, (_, index) => {
    const row = rows.at(index);
    if (row === null) return '?';
    return row.lane === null ? `[${groupTitles(row.group)[0]}]` : laneName(row.lane);
  });
}

/** @param {import('../src/model/trace.js').Trace} trace */
function rowsFor(trace) {
  const rows = new LaneRows(trace);
  rows.update();
  return rows;
}

test('rows_fewLanes_standOneByOne', () => {
  assert.deepEqual(rowsOf(rowsFor(traceOf('T1 | began | end\n T2 | began | end'))), ['T1', 'T2']);
});

test('rows_manyOfOneLine_areOneGroup_carriersLast', () => {
  const rows = rowsFor(crowd(20));
  assert.deepEqual(rowsOf(rows), [
    'main',
    '[20 virtual threads]',
    '[2 carriers]',
    'ForkJoinPool-1-worker-1',
    'ForkJoinPool-1-worker-2',
  ]);
  assert.deepEqual(
    rows.groups.map((group) => groupOrigin(group)),
    ['started at line 7', 'of the virtual threads'],
  );
});

test('rows_manyCarriers_areFolded', () => {
  const rows = rowsFor(crowd(3, { carriers: 8 }));
  assert.deepEqual(rowsOf(rows), ['main', 'vt-0', 'vt-1', 'vt-2', '[8 carriers]']);
});

test('toggle_group_showsItsMembers_andKeepsOthersInPlace', () => {
  const trace = crowd(1_000, { carriers: 0 });
  const rows = rowsFor(trace);
  const [group] = rows.groups;
  assert.ok(group);
  assert.equal(groupSentence(group), '1,000 virtual threads started at line 7, folded');
  const lane = trace.laneOrder[500];
  assert.ok(lane);
  assert.equal(rows.count, 2);
  assert.equal(rows.indexOf(lane), 1);
  rows.toggle(group, true);
  assert.equal(rows.count, 1_002);
  assert.equal(rows.at(rows.indexOf(lane))?.lane, lane);
  assert.deepEqual(rowsOf(rows, 4), ['main', '[1,000 virtual threads]', 'vt-0', 'vt-1']);
  assert.equal(rows.groupOf(lane)?.isOpen, true);
  assert.equal(rows.at(1_002), null);
});

test('rows_laneOrder_survivesLanesThatComeBackwards', () => {
  const trace = crowd(3, { carriers: 0 });
  for (const id of [90, 80, 70]) trace.laneTrack(id);
  assert.deepEqual(
    trace.laneOrder.map((lane) => lane.id),
    [1, 2, 3, 4, 70, 80, 90],
  );
});

test('density_agreesWithLookingAtEveryLane', () => {
  const trace = crowd(300);
  const [group] = rowsFor(trace).groups;
  assert.ok(group);
  const density = new Density(trace, group);
  let steps = 0;
  while (!density.step(50)) steps++;
  assert.ok(steps > 5, 'it is made in steps');
  const counts = new Float32Array(5 * 40);
  const most = density.fill(500, 7_500, 40, counts);
  for (let column = 0; column < 40; column++) {
    const from = 500 + column * 7_500;
    const [alive, asleep] = group.lanes.reduce(
      ([a, s], lane) => {
        const start = lane.beganNanos;
        return [a + overlap(from, start, start + 4_000), s + overlap(from, start + 1_000, start + 3_000)];
      },
      [0, 0],
    );
    const at = column * 5;
    assert.ok(Math.abs((counts[at + 1] ?? 0) - asleep) < 1e-3, `asleep in column ${column}`);
    assert.ok(Math.abs((counts[at] ?? 0) - (alive - asleep)) < 1e-3, `running in column ${column}`);
    assert.ok(alive <= most + 1e-9);
  }
  assert.equal(density.aliveAt(100_500), 4);
  assert.equal(density.most(), 4);
});

/** @param {number} from @param {number} start @param {number} end @returns {number} the share of a column */
function overlap(from, start, end) {
  return Math.max(0, Math.min(from + 7_500, end) - Math.max(from, start)) / 7_500;
}

test('density_carriers_countsWhatTheyCarry', () => {
  const trace = crowd(60, { carriers: 6 });
  const group = rowsFor(trace).groups[1];
  assert.ok(group);
  const density = new Density(trace, group);
  while (!density.step(1_000));
  assert.equal(density.aliveAt(20_500), 1);
});

test('paintFrame_group_isAPictureWithItsCount', () => {
  const frame = frameOf(crowd(40, { carriers: 8 }));
  const surface = new PixelSurface(frame.widthPx, frame.heightPx);
  paintFrame(surface, frame);
  const row = Math.round(laneTop(frame.shape, 1, 0) + frame.shape.height - 4);
  const line = surface.pixels.subarray(row * surface.width + 110, row * surface.width + 590);
  const painted = line.filter(
    (pixel) => pixel === frame.paints.columns[0] || pixel === frame.paints.columns[1],
  );
  assert.ok(painted.length > 300, `${painted.length} pixels`);
  const { log, context } = recordingContext();
  drawHeaders(context, { ...frame, headerPx: 168 }, { lane: 0, group: 0 }, new Set(), () => '');
  assert.deepEqual(log.slice(2), [
    '40 virtual threads',
    'started at line 7',
    '8 carriers',
    'of the virtual threads',
    '49 threads',
  ]);
  const y = laneTop(frame.shape, 1, 0) + 10;
  assert.equal(hitTest(frame, 300, y).group?.line, 7);
  assert.equal(hitTest(frame, 300, y).lane, null);
});

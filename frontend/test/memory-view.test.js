import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeScale } from '../src/base/time-scale.js';
import { paintFrame } from '../src/view/frame.js';
import { AXIS_HEIGHT, shapeFor } from '../src/view/geometry.js';
import { hitTest } from '../src/view/hit-test.js';
import { PixelSurface } from '../src/view/pixel-surface.js';
import { frameOf } from './fixtures/frame.js';
import { memoryTrace, rowsOf } from './fixtures/memory.js';

/** @import { Access } from './fixtures/memory.js' */

/** The strip of main's accesses as text: `#` in the colour, `.` not. @param {Access[]} accesses @param {number} px @param {'plain' | 'volatile' | 'atomic' | 'density'} colour */
function strip(accesses, px, colour) {
  const frame = frameOf(memoryTrace(accesses));
  const surface = new PixelSurface(frame.widthPx, frame.heightPx);
  paintFrame(surface, frame);
  const { memoryTop, memoryHeight } = frame.shape;
  return Array.from({ length: memoryHeight }, (_, y) =>
    Array.from({ length: 5 }, (_, x) => {
      const at = (AXIS_HEIGHT + memoryTop + y) * surface.width + frame.headerPx + px - 2 + x;
      return surface.pixels[at] === frame.paints.accesses[colour] ? '#' : '.';
    }).join(''),
  );
}

test('paintAccesses_alone_readHollowWriteFilledVolatileUnderlinedAtomicDiamond', () => {
  const accesses = /** @type {Access[]} */ ([
    { nanos: 2_000, lane: 1, does: 'read', variable: 'Counter.count', object: 1 },
    { nanos: 4_000, lane: 1, does: 'write', variable: 'Counter.count', object: 1 },
    { nanos: 6_000, lane: 1, does: 'read', variable: 'Main.ready' },
    { nanos: 8_000, lane: 1, does: 'use', variable: 'AtomicInteger.incrementAndGet', object: 3 },
  ]);
  const hollow = ['#####', '#...#', '#...#', '#...#', '#####'];
  assert.deepEqual(strip(accesses, 100, 'plain'), [...hollow, '.....', '.....']);
  assert.deepEqual(strip(accesses, 200, 'plain'), [...Array(5).fill('#####'), '.....', '.....']);
  assert.deepEqual(strip(accesses, 300, 'volatile'), [...hollow, '.....', '#####']);
  assert.deepEqual(strip(accesses, 400, 'atomic').slice(0, 5), ['..#..', '.###.', '#####', '.###.', '..#..']);
});

test('paintAccesses_tooNear_columnsWithWritesAtTheFoot', () => {
  const accesses = Array.from(
    { length: 100 },
    (_, i) =>
      /** @type {Access} */ ({
        nanos: 2_000 + i,
        lane: 1,
        does: i % 2 === 0 ? 'read' : 'write',
        variable: 'Counter.count',
        object: 1,
      }),
  );
  const reads = strip(accesses, 102, 'density').map((line) => line.charAt(2));
  const writes = strip(accesses, 102, 'plain').map((line) => line.charAt(2));
  assert.match(reads.join(''), /^\.*#+\.+$/);
  assert.match(writes.join(''), /^\.+#+$/);
});

test('paintAccesses_severalInOnePixelAndNothingNear_threePixelsWide', () => {
  const accesses = ['read', 'write'].map(
    (does, i) =>
      /** @type {Access} */ ({ nanos: 4_000 + i, lane: 1, does, variable: 'Counter.count', object: 1 }),
  );
  assert.equal(strip(accesses, 200, 'plain').at(-1), '.###.');
});

test('paintFrame_pannedOverManyAccesses_sameAsPaintedAnew', () => {
  const accesses = Array.from(
    { length: 4_000 },
    (_, i) =>
      /** @type {Access} */ ({
        nanos: 2 * i + (i % 3),
        lane: 1,
        does: 'read',
        variable: 'Counter.count',
        object: 1,
      }),
  );
  const frame = { ...frameOf(memoryTrace(accesses)), scale: new TimeScale(1_000, 5_000, 500) };
  const fresh = { ...frameOf(memoryTrace(accesses)), scale: new TimeScale(1_730, 5_000, 500) };
  const [panned, anew] = [0, 1].map(() => new PixelSurface(frame.widthPx, frame.heightPx));
  assert.ok(panned && anew);
  paintFrame(panned, frame);
  paintFrame(panned, { ...frame, scale: fresh.scale });
  paintFrame(anew, fresh);
  assert.deepEqual(panned.pixels, anew.pixels);
});

test('hitTest_stripOfAccesses_findsTheAccess', () => {
  const trace = memoryTrace([{ nanos: 4_000, lane: 1, does: 'write', variable: 'Counter.count', object: 1 }]);
  const frame = frameOf(trace);
  const y = AXIS_HEIGHT + frame.shape.memoryTop + 3;
  assert.equal(hitTest(frame, frame.headerPx + 201, y).instant, rowsOf(trace)[0]);
  assert.equal(hitTest(frame, frame.headerPx + 201, AXIS_HEIGHT + 3).instant, -1);
});

test('shapeFor_withoutAccesses_asBefore', () => {
  assert.equal(shapeFor(100, 100).height, 36);
  assert.equal(shapeFor(100, 100, 0, true).height, 44);
  assert.equal(shapeFor(100, 100).taskTop, 8);
});

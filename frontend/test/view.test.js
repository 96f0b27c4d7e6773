import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IntList, firstAbove } from '../src/base/int-list.js';
import { TimeScale } from '../src/base/time-scale.js';
import { RUNNING, stateName } from '../src/model/states.js';
import { ColumnCache } from '../src/view/column-cache.js';
import { drawHeaders } from '../src/view/draw-headers.js';
import { drawAxis, drawLabels } from '../src/view/draw-text.js';
import { paintFrame } from '../src/view/frame.js';
import { AXIS_HEIGHT, laneIndexAt, laneTop, shapeFor, visibleLanes } from '../src/view/geometry.js';
import { hitTest } from '../src/view/hit-test.js';
import { LanePicture, SHARES, walkLane } from '../src/view/lane-walk.js';
import { LIGHT, lookOf, packed } from '../src/view/palette.js';
import { PixelSurface } from '../src/view/pixel-surface.js';
import { bounded, centred, fitted } from '../src/view/viewport.js';
import { frameOf, recordingContext } from './fixtures/frame.js';
import { traceOf } from './fixtures/grid.js';

test('timeScale_bothWays_andZoomKeepsThePointer', () => {
  const scale = new TimeScale(1_000, 4_000, 400);
  assert.equal(scale.toPx(2_000), 100);
  assert.equal(scale.toNanos(100), 2_000);
  const zoomed = scale.zoomAt(4, 100);
  assert.equal(zoomed.toNanos(100), 2_000);
  assert.equal(zoomed.spanNanos, 1_000);
  assert.equal(scale.panBy(40).startNanos, 1_400);
});

test('timeScale_tickStep_oneTwoFive', () => {
  const steps = [1e3, 3e3, 7e3, 1e6].map((span) => new TimeScale(0, span, 1_000).tickStep(80));
  assert.deepEqual(steps, [100, 500, 1_000, 100_000]);
});

test('viewport_fitted_bounded_centred', () => {
  const trace = traceOf('T1 | began | . | . | end');
  const scale = fitted(trace, 1_000);
  assert.ok(scale.startNanos < 0 && scale.endNanos > trace.endNanos);
  assert.ok(bounded(scale.panBy(1e6), trace.endNanos).startNanos < trace.endNanos);
  const middle = centred(scale, 1_000, 2_000);
  assert.equal(middle.toNanos(500), 1_500);
});

test('viewport_fitted_openTailIsShort', () => {
  const trace = traceOf('T1 | began | sleep', { finish: false });
  trace.finish(5e9);
  assert.equal(trace.endNanos, 5e9);
  assert.ok(fitted(trace, 1_000).endNanos < 2_000);
});

test('firstAbove_agreesWithLookingAtAll', () => {
  const keys = Float64Array.from([1, 3, 3, 4, 8, 9, 15, Infinity]);
  const ids = new IntList();
  keys.forEach((_, index) => ids.push(index));
  for (let from = 0; from <= keys.length; from++) {
    for (const bound of [0, 1, 3, 5, 9, 14, 15, 99]) {
      let expected = from;
      while (expected < keys.length && (keys[expected] ?? 0) <= bound) expected++;
      assert.equal(firstAbove(ids.data, keys, from, keys.length, bound), expected);
    }
  }
});

test('geometry_lanes_virtualised', () => {
  const shape = shapeFor(500, 100_000);
  const { first, last } = visibleLanes(shape, 36_000, 500, 100_000);
  assert.deepEqual([first, last], [1_000, 1_014]);
  assert.equal(laneTop(shape, first, 36_000), AXIS_HEIGHT);
  assert.equal(laneIndexAt(shape, AXIS_HEIGHT + 40, 36_000, 100_000), 1_001);
  assert.equal(laneIndexAt(shape, 5, 0, 3), -1);
  assert.equal(shapeFor(500, 3).height > shape.height, true);
});

const DRAWING = `
  T1 | began | .      | lock a | .      | .        | unlock a | .     | end
  T2 | began | .      | .      | want a | .        | got a    | sleep | slept | unlock a | end
`;

/** @param {import('../src/model/trace.js').Trace} trace @param {TimeScale} scale @param {number} lane */
function pictureOf(trace, scale, lane) {
  const picture = new LanePicture();
  const track = trace.laneOrder[lane];
  assert.ok(track);
  walkLane(trace, track, scale, picture);
  return picture;
}

test('walkLane_wideSlices_areRectangles', () => {
  const trace = traceOf(DRAWING);
  const picture = pictureOf(trace, new TimeScale(0, 10_000, 100), 1);
  const rects = Array.from({ length: picture.rects }, (_, i) => {
    const state = stateName(picture.rectState[i] ?? 0);
    return `${state} ${Math.round(picture.rectLeft[i] ?? 0)}..${Math.round(picture.rectRight[i] ?? 0)}`;
  });
  assert.deepEqual(rects, [
    'running 0..30',
    'blocked 30..50',
    'running 50..60',
    'sleeping 60..70',
    'running 70..90',
  ]);
});

test('walkLane_narrowSlices_areColumnsWithShares', () => {
  const cells = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 'sleep' : i % 4 === 1 ? 'slept' : '.'));
  const trace = traceOf(`T1 | began | ${cells.join(' | ')} | end`);
  const picture = pictureOf(trace, new TimeScale(0, 401_000, 50), 0);
  assert.equal(picture.rects, 0);
  assert.equal(picture.columns, 50);
  for (let i = 1; i < 49; i++) {
    const shares = picture.columnShares.slice(i * SHARES, (i + 1) * SHARES);
    assert.ok(Math.abs((shares[0] ?? 0) - 0.75) < 0.1, `running ${shares[0]}`);
    assert.ok(Math.abs((shares[1] ?? 0) - 0.25) < 0.1, `sleeping ${shares[1]}`);
  }
});

test('walkLane_anyScale_coversTheLaneOnce', () => {
  const cells = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 'sleep' : i % 3 === 1 ? 'slept' : '.'));
  const trace = traceOf(`T1 | began | ${cells.join(' | ')} | end`);
  for (const span of [301_000, 100_000, 30_000, 5_000, 700]) {
    for (const start of [0, 333, 50_001]) {
      const scale = new TimeScale(start, span, 200);
      const picture = pictureOf(trace, scale, 0);
      let covered = picture.columns;
      for (let i = 0; i < picture.rects; i++)
        covered += (picture.rectRight[i] ?? 0) - (picture.rectLeft[i] ?? 0);
      const visible = Math.min(200, scale.toPx(trace.endNanos)) - Math.max(0, scale.toPx(0));
      assert.ok(
        Math.abs(covered - visible) < Math.max(4, picture.rects),
        `span ${span} start ${start}: ${covered} of ${visible}`,
      );
    }
  }
});

test('walkLane_panned_columnsThatAreKeptAreThoseThatWouldBeFound', () => {
  const cells = Array.from({ length: 600 }, (_, i) => {
    if (i % 97 > 80) return i % 97 === 81 ? 'sleep' : i % 97 === 96 ? 'slept' : '.';
    return i % 4 === 0 ? 'park' : i % 4 === 1 ? 'parked' : '.';
  });
  const trace = traceOf(`T1 | began | ${cells.join(' | ')} | end`);
  const [lane] = trace.laneOrder;
  assert.ok(lane);
  const cache = new ColumnCache(SHARES);
  const kept = new LanePicture();
  for (const nanosPerPx of [2_500, 3_210]) {
    for (const shift of [0, 7, 50, -30, 51]) {
      const scale = new TimeScale((20 + shift) * nanosPerPx, 120 * nanosPerPx, 120);
      walkLane(trace, lane, scale, kept, cache, 0);
      const fresh = new LanePicture();
      walkLane(trace, lane, scale, fresh);
      assert.equal(kept.rects, fresh.rects);
      assert.deepEqual(kept.columnX.slice(0, kept.columns), fresh.columnX.slice(0, fresh.columns));
      for (let i = 0; i < fresh.columns * SHARES; i++) {
        const difference = Math.abs((kept.columnShares[i] ?? 0) - (fresh.columnShares[i] ?? 0));
        assert.ok(difference < 1e-3, `share ${i} at shift ${shift}`);
      }
    }
  }
});

test('paintFrame_states_haveTheirColours', () => {
  const trace = traceOf(DRAWING);
  const frame = frameOf(trace);
  const surface = new PixelSurface(frame.widthPx, frame.heightPx);
  const labels = paintFrame(surface, frame);
  const row = Math.round(laneTop(frame.shape, 1, 0) + frame.shape.barTop + frame.shape.barHeight / 2);
  /** @param {number} column @param {number} state */
  const count = (column, state) => {
    const look = lookOf(LIGHT, state);
    const own = [packed(look.fill), packed(look.mark)];
    let pixels = 0;
    for (let x = 0; x < 20; x++)
      if (own.includes(surface.pixels[row * surface.width + 115 + column * 50 + x] ?? 0)) pixels++;
    return pixels;
  };
  assert.equal(count(0, RUNNING), 20);
  assert.equal(count(3, 5), 20);
  assert.equal(count(6, 2), 20);
  assert.ok(labels.some((label) => stateName(label.state) === 'blocked'));
});

test('drawLabels_blocked_saysForWhatAndByWhom', () => {
  const trace = traceOf(DRAWING);
  const frame = frameOf(trace);
  const labels = paintFrame(new PixelSurface(frame.widthPx, frame.heightPx), frame);
  const { log, context } = recordingContext();
  drawLabels(context, frame, labels);
  assert.ok(
    log.some((text) => text.startsWith('waits for lock')),
    log.join(),
  );
  assert.ok(
    log.some((text) => text.startsWith('held by T1')),
    log.join(),
  );
});

test('drawHeaders_andAxis_namesStatesAndTicks', () => {
  const frame = frameOf(traceOf(DRAWING));
  const { log, context } = recordingContext();
  drawAxis(context, frame);
  drawHeaders(context, frame, { lane: 1, group: 0 }, new Set([1]), () => '');
  assert.deepEqual(log, [
    '0',
    '2 µs',
    '4 µs',
    '6 µs',
    '8 µs',
    '10 µs',
    'T1',
    'termin…',
    'T2',
    'termin…',
    '2 threads',
  ]);
});

test('hitTest_bar_name_nothing', () => {
  const frame = frameOf(traceOf(DRAWING));
  const y = laneTop(frame.shape, 1, 0) + frame.shape.barTop + 5;
  assert.equal(stateName(hitTest(frame, 100 + 3.5 * 50, y).slice?.state ?? 0), 'blocked');
  assert.equal(hitTest(frame, 20, y).isHeader, true);
  assert.equal(hitTest(frame, 300, 10).lane, null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REAL_TIME, STEP_TIME } from '../src/base/clock.js';
import { TimeScale } from '../src/base/time-scale.js';
import { instantPhrase } from '../src/model/instant-sentences.js';
import { firstSlice, slicesOf } from '../src/model/slices.js';
import { sliceSentence } from '../src/model/sentences.js';
import { Trace } from '../src/model/trace.js';
import { readFrames } from '../src/model/trace-reader.js';
import { turnsText } from '../src/model/turns.js';
import { paintFrame } from '../src/view/frame.js';
import { AXIS_HEIGHT } from '../src/view/geometry.js';
import { PixelSurface } from '../src/view/pixel-surface.js';
import { frameOf } from './fixtures/frame.js';
import * as frames from './fixtures/frames.js';

/** @param {number} step @param {number} lane @param {number} kind @param {number} [argument] */
const event = (step, lane, kind, argument = 0) => ({
  nanos: step * 1_000,
  kind,
  lane,
  operation: 0,
  object: 0,
  site: 0,
  argument,
});

/** @param {ReturnType<typeof event>[]} events */
function stepTrace(events) {
  const trace = new Trace();
  trace.countSteps();
  const whole = frames.joined(
    frames.laneNamed(1, 'main'),
    frames.laneNamed(2, 'worker'),
    frames.events(events),
  );
  readFrames(/** @type {ArrayBuffer} */ (whole.buffer), trace);
  trace.finish(5e9);
  return trace;
}

test('stepTime_momentsAndLengths_areTold', () => {
  assert.equal(STEP_TIME.moment(12_000), 'step 12');
  assert.equal(STEP_TIME.length(1_000), '1 step');
  assert.equal(STEP_TIME.length(4_200_000), '4,200 steps');
  assert.equal(REAL_TIME.moment(12_000), '12 µs');
});

test('tickStep_stepTimeZoomedIn_neverWithinAStep', () => {
  const scale = new TimeScale(0, 500, 1_000);
  assert.equal(scale.tickStep(84, STEP_TIME.leastTick), 1_000);
  assert.equal(scale.tickStep(84), 50);
});

test('finish_stepTime_endsWithTheStepsNotTheClock', () => {
  const trace = stepTrace([event(1, 1, 2), event(9, 1, 3)]);
  assert.equal(trace.endNanos, 9_000);
});

test('finish_stepTimeWithWhatNeverEnds_leavesRoomToSeeIt', () => {
  const trace = stepTrace([event(1, 1, 2), event(9, 1, 10)]);
  const last = trace.lanes.get(1);
  assert.ok(trace.endNanos > 9_000 && trace.endNanos <= 11_000);
  assert.ok(last !== undefined);
  const parked = slicesOf(trace, last, 10).at(-1);
  assert.ok(parked !== undefined);
  assert.equal(sliceSentence(trace, parked), 'is parked (parked for 2 steps, never ended)');
});

test('extendTo_stepTime_doesNothing', () => {
  const trace = stepTrace([event(1, 1, 2), event(9, 1, 3)]);
  trace.extendTo(1e9);
  assert.equal(trace.endNanos, 9_000);
});

test('preempted_anyLane_saysWhoGoesOnAndStillRuns', () => {
  const trace = stepTrace([event(1, 1, 2), event(2, 2, 2), event(3, 1, 60, 2), event(9, 1, 3)]);
  const lane = trace.lanes.get(1);
  assert.ok(lane !== undefined);
  assert.equal(instantPhrase(trace, lane.instants.at(0)), 'is preempted: worker goes on');
  assert.equal(trace.hasPreemptions, true);
  assert.equal(trace.unknownCount, 0);
  const slice = firstSlice(trace, lane);
  assert.ok(slice !== null);
  assert.equal(sliceSentence(trace, slice), 'runs for 8 steps');
});

test('turns_anyLane_areTheStepsItMade', () => {
  const { turns } = stepTrace([
    event(1, 1, 2),
    event(2, 1, 5),
    event(3, 2, 2),
    event(4, 1, 5),
    event(300, 2, 3),
    event(301, 1, 3),
  ]);
  assert.ok(turns !== null);
  assert.equal(turns.laneAt(3), 2);
  assert.equal(turns.laneAt(5), 0);
  assert.equal(turnsText(turns.of(1, 0, 400, 10)), '1 to 2, 4, 301');
  assert.equal(turnsText(turns.of(1, 0, 400, 2)), '1 to 2, 4');
  assert.equal(turnsText(turns.of(2, 4, 299, 10)), '');
  assert.equal(turns.hasAny(2, 200, 300), true);
});

test('turns_absurdTime_costsNoMemory', () => {
  const { turns } = stepTrace([event(1, 1, 2), event(1e12, 1, 3)]);
  assert.equal(turns?.length, 2);
});

test('paintFrame_stepTime_underlinesWhoMoves', () => {
  const trace = stepTrace([event(1, 1, 2), event(2, 2, 2), event(4, 1, 3), event(9, 2, 3)]);
  const frame = frameOf(trace);
  const surface = new PixelSurface(600, 228);
  paintFrame(surface, frame);
  const { shape, paints } = frame;
  const y = AXIS_HEIGHT + shape.barTop + shape.barHeight - 2;
  const at = (/** @type {number} */ step) => surface.pixels[y * surface.width + 100 + step * 50 + 25];
  assert.equal(at(1), paints.turn);
  assert.notEqual(at(2), paints.turn);
});

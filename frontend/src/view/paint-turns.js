/** @import { Turns } from '../model/turns.js' */
/** @import { Place } from './paint-bands.js' */
import { STEP_NANOS } from '../base/clock.js';

/** Height of the line, in CSS pixels. */
const LINE_PX = 4;
/** Beyond so many steps in one column, only some are looked at. */
const MAX_LOOKED = 64;

/** Underlines the steps that a lane made, at the foot of its bar. @param {Place} place @param {Turns} turns */
export function paintTurns({ surface, lane, scale, paints, shape, left, top: laneTop }, turns) {
  const height = Math.min(paints.px(LINE_PX), paints.px(shape.barHeight));
  const top = laneTop + paints.px(shape.barTop + shape.barHeight) - height;
  let x = Math.max(0, Math.floor(scale.toPx(0)));
  // The last step of a thread is the end of its bar.
  const lastNanos = lane.hasEnded ? lane.endedNanos : turns.length * STEP_NANOS;
  const end = Math.min(scale.widthPx, scale.toPx(lastNanos));
  while (x < end) {
    const first = Math.floor(scale.toNanos(x) / STEP_NANOS);
    const last = Math.max(first, Math.ceil(scale.toNanos(x + 1) / STEP_NANOS) - 1);
    // A step wider than a pixel is painted at once.
    const next = first === last ? Math.max(x + 1, Math.round(scale.toPx((first + 1) * STEP_NANOS))) : x + 1;
    if (turns.hasAny(lane.id, first, Math.min(last, first + MAX_LOOKED)))
      surface.fill(left + x, top, Math.min(next, Math.ceil(end)) - x, height, paints.turn);
    x = next;
  }
}

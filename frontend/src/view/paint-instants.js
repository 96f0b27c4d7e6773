/** @import { Place } from './paint-bands.js' */
/** @import { PixelSurface } from './pixel-surface.js' */
import { firstAbove } from '../base/int-list.js';
import * as kinds from '../model/event-kinds.js';

/** Shapes nearer to each other than this would run together; those between are dots. */
const APART = 6;

/** Paints the instants above a bar: a tick each, with a shape where there is room. @param {Place} place */
export function paintInstants({ surface, trace, lane, scale, paints, shape, left, top: laneTop }) {
  const { instants } = trace;
  const { data, length } = lane.instants;
  const unit = Math.max(1, Math.round(paints.ratio));
  const top = laneTop + paints.px(shape.tickTop);
  const height = paints.px(shape.tickHeight);
  let i = firstAbove(data, instants.nanos, 0, length, scale.startNanos - 1);
  let freeX = -Infinity;
  while (i < length) {
    const row = data[i];
    const x = Math.round(scale.toPx(instants.nanos[row]));
    if (x >= scale.widthPx) break;
    if (x - freeX >= APART * unit) {
      const colour = instants.kind[row] === kinds.PREEMPTED ? paints.preempted : paints.instant;
      paintShape(surface, shapeOf(instants.kind[row]), left + x, top, unit, colour, left);
      if (instants.kind[row] === kinds.PREEMPTED)
        surface.fill(
          left + x,
          top + height,
          unit,
          paints.px(shape.barTop + shape.barHeight - shape.tickTop) - height,
          colour,
        );
      freeX = x;
    } else {
      surface.fill(left + x, top + height - 2 * unit, 1, unit, paints.faint);
    }
    i = firstAbove(data, instants.nanos, i + 1, length, scale.toNanos(x + 0.5));
  }
}

const TRIANGLE_DOWN = ['#####', '#####', '.###.', '.###.', '..#..'];
const TRIANGLE_RIGHT = ['#....', '###..', '#####', '###..', '#....'];
const DOT = ['.....', '.###.', '.###.', '.###.', '.....'];
const DIAMOND = ['..#..', '.###.', '#####', '.###.', '..#..'];
/** Two bars, as on the key that pauses. */
export const PAUSE = ['##.##', '##.##', '##.##', '##.##', '##.##'];
const CROSS = ['#...#', '.#.#.', '..#..', '.#.#.', '#...#'];

/** @type {Record<number, string[]>} */
const SHAPES = {
  [kinds.THREAD_STARTED]: TRIANGLE_RIGHT,
  [kinds.TASK_SUBMITTED]: TRIANGLE_RIGHT,
  [kinds.PINNED_BEGAN]: CROSS,
  [kinds.THREAD_INTERRUPTED]: CROSS,
  [kinds.LOCK_FAILED]: CROSS,
  [kinds.CALL_THREW]: CROSS,
  [kinds.OUTPUT_WRITTEN]: DOT,
  [kinds.PREEMPTED]: PAUSE,
  [kinds.UNPARKED]: TRIANGLE_DOWN,
  [kinds.MONITOR_NOTIFIED]: TRIANGLE_DOWN,
};

/** @param {number} kind @returns {string[]} */
function shapeOf(kind) {
  return SHAPES[kind] ?? DIAMOND;
}

/** @param {PixelSurface} surface @param {string[]} shape @param {number} x @param {number} top @param {number} unit @param {number} colour @param {number} least */
export function paintShape(surface, shape, x, top, unit, colour, least) {
  for (let row = 0; row < 5; row++) {
    const line = /** @type {string} */ (shape[row]);
    for (let from = line.indexOf('#'); from >= 0;) {
      let to = line.indexOf('.', from);
      if (to < 0) to = line.length;
      const at = Math.max(least, x + (from - 2) * unit);
      surface.fill(at, top + row * unit, x + (to - 2) * unit - at, unit, colour);
      from = line.indexOf('#', to);
    }
  }
}

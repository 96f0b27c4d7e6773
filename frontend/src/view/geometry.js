import { TASK_LEVELS } from '../model/lane-track.js';

/* Where things stand, in CSS pixels. */

export const AXIS_HEIGHT = 28;

/**
 * How a lane is divided from top to bottom: instants, accesses to memory, tasks, the bar, its carrier, the locks it holds.
 * @typedef {object} LaneShape
 * @property {number} height of the whole lane
 * @property {number} tickTop
 * @property {number} tickHeight
 * @property {number} memoryTop
 * @property {number} memoryHeight 0 where there are no accesses to draw
 * @property {number} taskTop
 * @property {number} taskHeight
 * @property {number} taskStep from one task's strip to that of a task inside it
 * @property {number} barTop
 * @property {number} barHeight
 * @property {number} holdTop
 * @property {number} holdHeight
 * @property {number} holdStep from one lock's bar to the next
 */

/** Locks drawn under a lane. */
export const HOLD_LEVELS = 3;

const TASK_STEP = 4;
/** Height of the strip of accesses to memory, with the gap below it. */
const MEMORY_STEP = 8;

/**
 * Shapes by how many levels of tasks there are, without and with accesses to memory, the tallest first.
 * @type {LaneShape[][][]}
 */
const SHAPES = [0, MEMORY_STEP].map((memoryStep) =>
  Array.from({ length: TASK_LEVELS + 1 }, (_, levels) =>
    [64, 50, 36].map((plain) => {
      // A dense lane has no height to spare.
      const height = plain === 36 ? plain + memoryStep + levels * TASK_STEP : plain;
      const taskTop = 8 + memoryStep;
      const barTop = taskTop + levels * TASK_STEP;
      return {
        height,
        tickTop: 2,
        tickHeight: 5,
        memoryTop: 8,
        memoryHeight: Math.max(0, memoryStep - 1),
        taskTop,
        taskHeight: 3,
        taskStep: TASK_STEP,
        barTop,
        barHeight: height - 11 - barTop,
        holdTop: height - 9,
        holdHeight: 2,
        holdStep: 3,
      };
    }),
  ),
);

/**
 * The tallest lanes that all have room.
 * @param {number} heightPx of the lanes' part
 * @param {number} count
 * @param {number} [taskLevels] how many tasks inside each other are drawn
 * @param {boolean} [hasMemory] whether accesses to memory are drawn
 * @returns {LaneShape}
 */
export function shapeFor(heightPx, count, taskLevels = 0, hasMemory = false) {
  const shapes = /** @type {LaneShape[]} */ (SHAPES[hasMemory ? 1 : 0]?.[Math.min(TASK_LEVELS, taskLevels)]);
  const least = /** @type {LaneShape} */ (shapes[shapes.length - 1]);
  return shapes.find((shape) => shape.height * count <= heightPx) ?? least;
}

/** @param {number} widthPx of the whole canvas @returns {number} width of the lanes' names */
export function headerWidth(widthPx) {
  return widthPx < 520 ? 96 : widthPx < 760 ? 132 : 168;
}

/**
 * Which lanes can be seen.
 * @param {LaneShape} shape
 * @param {number} scrollPx
 * @param {number} heightPx of the lanes' part
 * @param {number} count
 * @returns {{first: number, last: number}} `last` is the one after
 */
export function visibleLanes(shape, scrollPx, heightPx, count) {
  const first = Math.max(0, Math.floor(scrollPx / shape.height));
  return { first, last: Math.min(count, Math.ceil((scrollPx + heightPx) / shape.height)) };
}

/** Top of a lane on the canvas. @param {LaneShape} shape @param {number} index @param {number} scrollPx @returns {number} */
export function laneTop(shape, index, scrollPx) {
  return AXIS_HEIGHT + index * shape.height - scrollPx;
}

/** The lane at a height of the canvas, or -1. @param {LaneShape} shape @param {number} y @param {number} scrollPx @param {number} count @returns {number} */
export function laneIndexAt(shape, y, scrollPx, count) {
  if (y < AXIS_HEIGHT) return -1;
  const index = Math.floor((y - AXIS_HEIGHT + scrollPx) / shape.height);
  return index >= 0 && index < count ? index : -1;
}

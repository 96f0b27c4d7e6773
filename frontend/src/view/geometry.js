/* Where things stand, in CSS pixels. */

export const AXIS_HEIGHT = 28;

/**
 * How a lane is divided from top to bottom: instants, the bar, the locks it holds.
 * @typedef {object} LaneShape
 * @property {number} height of the whole lane
 * @property {number} tickTop
 * @property {number} tickHeight
 * @property {number} barTop
 * @property {number} barHeight
 * @property {number} holdTop
 * @property {number} holdHeight
 * @property {number} holdStep from one lock's bar to the next
 */

/** Locks drawn under a lane. */
export const HOLD_LEVELS = 3;

/** @type {LaneShape[]} */
const SHAPES = [64, 50, 36].map((height) => ({
  height,
  tickTop: 2,
  tickHeight: 5,
  barTop: 8,
  barHeight: height - 19,
  holdTop: height - 9,
  holdHeight: 2,
  holdStep: 3,
}));

/** The smallest lanes. */
const DENSE = SHAPES[SHAPES.length - 1];

/**
 * The tallest lanes that all have room.
 * @param {number} heightPx of the lanes' part
 * @param {number} count
 * @returns {LaneShape}
 */
export function shapeFor(heightPx, count) {
  return SHAPES.find((shape) => shape.height * count <= heightPx) ?? DENSE;
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

/* Where things stand, in CSS pixels. */

export const AXIS_HEIGHT = 28;
export const LANE_HEIGHT = 36;
/** From the lane's top. */
export const BAR_TOP = 8;
export const BAR_HEIGHT = 17;
export const TICK_TOP = 2;
export const TICK_HEIGHT = 5;
export const HOLD_TOP = 27;
export const HOLD_HEIGHT = 2;
export const HOLD_STEP = 3;
export const HOLD_LEVELS = 3;

/** @param {number} widthPx of the whole canvas @returns {number} width of the lanes' names */
export function headerWidth(widthPx) {
  return widthPx < 520 ? 96 : widthPx < 760 ? 132 : 172;
}

/**
 * Which lanes can be seen.
 * @param {number} scrollPx
 * @param {number} heightPx of the lanes' part
 * @param {number} count
 * @returns {{first: number, last: number}} `last` is the one after
 */
export function visibleLanes(scrollPx, heightPx, count) {
  const first = Math.max(0, Math.floor(scrollPx / LANE_HEIGHT));
  return { first, last: Math.min(count, Math.ceil((scrollPx + heightPx) / LANE_HEIGHT)) };
}

/** Top of a lane on the canvas. @param {number} index @param {number} scrollPx @returns {number} */
export function laneTop(index, scrollPx) {
  return AXIS_HEIGHT + index * LANE_HEIGHT - scrollPx;
}

/** The lane at a height of the canvas, or -1. @param {number} y @param {number} scrollPx @param {number} count @returns {number} */
export function laneIndexAt(y, scrollPx, count) {
  if (y < AXIS_HEIGHT) return -1;
  const index = Math.floor((y - AXIS_HEIGHT + scrollPx) / LANE_HEIGHT);
  return index >= 0 && index < count ? index : -1;
}

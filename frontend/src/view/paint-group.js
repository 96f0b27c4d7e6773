/** @import { TimeScale } from '../base/time-scale.js' */
/** @import { Density } from '../model/density.js' */
/** @import { LaneShape } from './geometry.js' */
/** @import { Paints } from './paints.js' */
/** @import { PixelSurface } from './pixel-surface.js' */
import { SHARES } from './lane-walk.js';

let counts = new Float32Array(0);

/**
 * Paints how many lanes of a group were in each state: a column a pixel, as tall as the most that are seen at once.
 * @param {PixelSurface} surface
 * @param {Density} density
 * @param {TimeScale} scale in device pixels
 * @param {Paints} paints
 * @param {LaneShape} shape
 * @param {number} left
 * @param {number} laneTop
 */
export function paintGroup(surface, density, scale, paints, shape, left, laneTop) {
  const end = Math.min(scale.widthPx, scale.toPx(density.trace.endNanos));
  const from = Math.max(0, Math.floor(scale.toPx(0)));
  const columns = Math.ceil(end) - from;
  if (columns <= 0) return;
  if (counts.length < columns * SHARES) counts = new Float32Array(columns * SHARES);
  const most = density.fill(scale.toNanos(from), 1 / scale.pxPerNano, columns, counts);
  if (most <= 0) return;
  const top = laneTop + paints.px(shape.tickTop);
  const height = paints.px(shape.height - 2 * shape.tickTop);
  const perLane = height / Math.max(1, most);
  for (let i = 0; i < columns; i++) {
    let bottom = height;
    let filled = 0;
    for (let s = 0; s < SHARES; s++) {
      const count = /** @type {number} */ (counts[i * SHARES + s]);
      if (count <= 0) continue;
      filled += count * perLane;
      // However few there were, what happened leaves a pixel.
      const y = Math.max(0, Math.min(bottom - 1, Math.round(height - filled)));
      surface.fill(left + from + i, top + y, 1, bottom - y, paints.columns[s] ?? paints.text);
      bottom = y;
    }
  }
}

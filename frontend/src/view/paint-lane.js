/** @import { LaneShape } from './geometry.js' */
/** @import { LanePicture } from './lane-walk.js' */
/** @import { Paints } from './paints.js' */
/** @import { PixelSurface } from './pixel-surface.js' */
import { SHARES } from './lane-walk.js';

/**
 * Paints the bar of one lane.
 * @param {PixelSurface} surface
 * @param {LanePicture} picture
 * @param {Paints} paints
 * @param {LaneShape} shape
 * @param {number} left device pixels, where time begins
 * @param {number} laneTop device pixels
 * @param {number} background of the lane
 */
export function paintBar(surface, picture, paints, shape, left, laneTop, background) {
  const top = laneTop + paints.px(shape.barTop);
  const height = paints.px(shape.barHeight);
  paintColumns(surface, picture, paints, left, top, height);
  for (let i = 0; i < picture.rects; i++) {
    const state = picture.rectState[i];
    const x0 = left + Math.round(picture.rectLeft[i]);
    const x1 = left + Math.round(picture.rectRight[i]);
    const origin = left + Math.round(picture.rectOrigin[i]);
    paintRect(surface, paints, state, x0, top, x1 - x0, height, origin, background);
  }
}

/**
 * @param {PixelSurface} surface
 * @param {Paints} paints
 * @param {number} state
 * @param {number} x
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @param {number} origin
 * @param {number} background
 */
function paintRect(surface, paints, state, x, top, width, height, origin, background) {
  const edge = paints.edges[state];
  const tile = paints.tiles[state];
  const line = Math.max(1, Math.round(paints.ratio));
  surface.tile(x, top, width, height, tile, origin, paints.zoom);
  surface.fill(x, top, width, line, edge);
  surface.fill(x, top + height - line, width, line, edge);
  if (origin >= x - 1) surface.fill(x, top, line, height, edge);
  surface.fill(x + width - line, top, line, height, edge);
  if (width < 6 * line) return;
  // One pixel off each corner makes neighbours tell apart.
  for (const cornerX of [x, x + width - line]) {
    surface.fill(cornerX, top, line, line, background);
    surface.fill(cornerX, top + height - line, line, line, background);
  }
}

/** For each column, the height at which each share begins, from the bar's top. */
let tops = new Uint8Array(0);
/** For each column: the share that is painted, the height where the next begins, and the colour, 0 for none. */
let share = new Uint8Array(0);
let until = new Uint8Array(0);
let colour = new Uint32Array(0);

/**
 * Paints the columns row by row: down a column each pixel would be in another part of memory.
 * @param {PixelSurface} surface
 * @param {LanePicture} picture
 * @param {Paints} paints
 * @param {number} left
 * @param {number} top
 * @param {number} height
 */
function paintColumns(surface, picture, paints, left, top, height) {
  const { columns, columnX } = picture;
  if (columns === 0) return;
  stackShares(picture, paints, height);
  const { pixels, width } = surface;
  const y1 = Math.min(height, surface.height - top);
  for (let y = Math.max(0, -top); y < y1; y++) {
    const base = (top + y) * width + left;
    for (let i = 0; i < columns; i++) {
      if (y >= until[i]) goDown(i, y, paints.columns);
      if (colour[i] !== 0) pixels[base + columnX[i]] = colour[i];
    }
  }
}

/** Finds where the shares of each column begin. @param {LanePicture} picture @param {Paints} paints @param {number} height */
function stackShares({ columns, columnShares }, paints, height) {
  if (share.length < columns) {
    tops = new Uint8Array(columns * 2 * SHARES);
    share = new Uint8Array(columns * 2);
    until = new Uint8Array(columns * 2);
    colour = new Uint32Array(columns * 2);
  }
  const least = paints.zoom + 1;
  for (let i = 0; i < columns; i++) {
    let bottom = height;
    for (let s = i * SHARES; s < (i + 1) * SHARES; s++) {
      const part = columnShares[s];
      // However short it was, what happened leaves a pixel.
      if (part > 0) bottom -= Math.min(bottom, Math.max(least, Math.round(part * height)));
      tops[s] = bottom;
    }
    share[i] = SHARES;
    until[i] = bottom;
    colour[i] = 0;
  }
}

/** Goes down a column to the share that lies at a height. @param {number} i @param {number} y @param {number[]} colours */
function goDown(i, y, colours) {
  const first = i * SHARES;
  let s = share[i];
  while (s > 0 && tops[first + s - 1] <= y) s--;
  share[i] = s;
  colour[i] = colours[s];
  until[i] = s === 0 ? 255 : tops[first + s - 1];
}

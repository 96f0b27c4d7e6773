/** Below so many pixels a loop is faster than `fill`. */
const NARROW = 12;

/**
 * Pixels in memory. Without a GPU a canvas takes a thousand `fillRect`s as slowly as a whole picture, so lanes are
 * painted here and handed over at once. Coordinates are device pixels; what lies outside is left out.
 */
export class PixelSurface {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = Math.max(1, Math.floor(width));
    this.height = Math.max(1, Math.floor(height));
    this.bytes = new Uint8ClampedArray(this.width * this.height * 4);
    this.pixels = new Uint32Array(this.bytes.buffer);
  }

  /** @param {number} colour */
  clear(colour) {
    this.pixels.fill(colour);
  }

  /**
   * @param {number} left
   * @param {number} top
   * @param {number} width
   * @param {number} height
   * @param {number} colour
   */
  fill(left, top, width, height, colour) {
    const x0 = Math.max(0, left);
    const x1 = Math.min(this.width, left + width);
    const y1 = Math.min(this.height, top + height);
    if (x1 <= x0) return;
    const { pixels } = this;
    if (x1 - x0 < NARROW) {
      // A call a row costs more than the few pixels.
      for (let y = Math.max(0, top); y < y1; y++) {
        const base = y * this.width;
        for (let x = x0; x < x1; x++) pixels[base + x] = colour;
      }
      return;
    }
    for (let y = Math.max(0, top); y < y1; y++) pixels.fill(colour, y * this.width + x0, y * this.width + x1);
  }

  /**
   * Fills with a tile of eight by eight, each of its pixels `1 << zoom` wide.
   * @param {number} left
   * @param {number} top
   * @param {number} width
   * @param {number} height
   * @param {Uint32Array} tile
   * @param {number} phase where the tile starts, so that a pattern moves with its slice
   * @param {number} zoom
   */
  tile(left, top, width, height, tile, phase, zoom) {
    const x0 = Math.max(0, left);
    const x1 = Math.min(this.width, left + width);
    const y1 = Math.min(this.height, top + height);
    const { pixels } = this;
    for (let y = Math.max(0, top); y < y1; y++) {
      const row = (((y - top) >> zoom) & 7) << 3;
      const base = y * this.width;
      for (let x = x0; x < x1; x++) {
        pixels[base + x] = tile[row | (((x - phase) >> zoom) & 7)];
      }
    }
  }

  /**
   * Draws diagonal lines and leaves what lies between them.
   * @param {number} left
   * @param {number} top
   * @param {number} width
   * @param {number} height
   * @param {number} colour
   * @param {number} phase
   * @param {number} zoom
   */
  hatch(left, top, width, height, colour, phase, zoom) {
    const x0 = Math.max(0, left);
    const x1 = Math.min(this.width, left + width);
    const y1 = Math.min(this.height, top + height);
    for (let y = Math.max(0, top); y < y1; y++) {
      const base = y * this.width;
      for (let x = x0; x < x1; x++) {
        if ((((x - phase + y - top) >> zoom) & 7) < 2) this.pixels[base + x] = colour;
      }
    }
  }

  /** @param {number} x @param {number} y @param {number} colour */
  dot(x, y, colour) {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.pixels[y * this.width + x] = colour;
  }
}

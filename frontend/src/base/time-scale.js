/** @import { Nanos, Px } from './units.js' */

/** The narrowest range a view may show, in nanoseconds. */
const MIN_SPAN_NANOS = 50;
/** The widest range a view may show: an hour. */
const MAX_SPAN_NANOS = 3.6e12;

/** Maps a range of time to a range of pixels. Immutable. */
export class TimeScale {
  /**
   * @param {Nanos} startNanos time at the left edge
   * @param {Nanos} spanNanos time from the left edge to the right one, more than 0
   * @param {Px} widthPx
   */
  constructor(startNanos, spanNanos, widthPx) {
    this.startNanos = startNanos;
    this.spanNanos = spanNanos;
    this.widthPx = widthPx;
    this.pxPerNano = widthPx / spanNanos;
    Object.freeze(this);
  }

  /** @returns {Nanos} time at the right edge */
  get endNanos() {
    return this.startNanos + this.spanNanos;
  }

  /** @param {Nanos} nanos @returns {Px} */
  toPx(nanos) {
    return (nanos - this.startNanos) * this.pxPerNano;
  }

  /** @param {Px} px @returns {Nanos} */
  toNanos(px) {
    return this.startNanos + px / this.pxPerNano;
  }

  /** The same range on another width. @param {Px} widthPx @returns {TimeScale} */
  withWidth(widthPx) {
    return new TimeScale(this.startNanos, this.spanNanos, Math.max(1, widthPx));
  }

  /**
   * Zooms so that the moment under `px` stays where it is.
   * @param {number} factor more than 1 zooms in
   * @param {Px} px
   * @returns {TimeScale}
   */
  zoomAt(factor, px) {
    const span = Math.min(MAX_SPAN_NANOS, Math.max(MIN_SPAN_NANOS, this.spanNanos / factor));
    const fixed = this.toNanos(px);
    return new TimeScale(fixed - (px / this.widthPx) * span, span, this.widthPx);
  }

  /** Moves the view to the right by `px` pixels. @param {Px} px @returns {TimeScale} */
  panBy(px) {
    return new TimeScale(this.startNanos + px / this.pxPerNano, this.spanNanos, this.widthPx);
  }

  /**
   * Shows from `startNanos` to `endNanos` with a margin on both sides.
   * @param {Nanos} startNanos
   * @param {Nanos} endNanos
   * @param {number} [margin] share of the width left free on each side
   * @returns {TimeScale}
   */
  showing(startNanos, endNanos, margin = 0) {
    const span = Math.max(MIN_SPAN_NANOS, endNanos - startNanos);
    const whole = Math.min(MAX_SPAN_NANOS, span / (1 - 2 * margin));
    return new TimeScale(startNanos - whole * margin, whole, this.widthPx);
  }

  /**
   * The distance between ticks: 1, 2 or 5 times a power of ten, at least `minPx` apart.
   * @param {Px} minPx
   * @param {Nanos} [minNanos] and so far apart in time
   * @returns {Nanos}
   */
  tickStep(minPx, minNanos = 0) {
    const least = Math.max(minPx / this.pxPerNano, minNanos);
    const power = 10 ** Math.floor(Math.log10(least));
    for (const factor of [1, 2, 5, 10]) {
      if (power * factor >= least * 0.999999) return power * factor;
    }
    return power * 10;
  }
}

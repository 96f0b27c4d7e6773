/** @import { Palette } from './palette.js' */
import { RUNNING, STARTED, STILL_STATES } from '../model/states.js';
import { lookOf, packed } from './palette.js';
import { tileOf } from './patterns.js';

/** Bottom to top in a column: what hurts is on top. */
const COLUMN_STATES = [RUNNING, ...STILL_STATES];

/** A palette as pixels, and how many device pixels one CSS pixel has. */
export class Paints {
  /** @param {Palette} palette @param {number} ratio */
  constructor(palette, ratio) {
    this.palette = palette;
    this.ratio = ratio;
    /** Patterns are drawn twice as large on dense screens. */
    this.zoom = ratio >= 1.5 ? 1 : 0;
    /** @type {Uint32Array[]} */
    this.tiles = [];
    /** @type {number[]} */
    this.edges = [];
    for (let state = STARTED; state <= 6; state++) {
      const look = lookOf(palette, state);
      this.tiles.push(tileOf(state, packed(look.fill), packed(look.mark)));
      this.edges.push(packed(look.edge));
    }
    /** One for each share of a column. */
    this.columns = COLUMN_STATES.map((state) => packed(lookOf(palette, state).fill));
    this.holds = palette.holds.map(packed);
    this.tasks = palette.tasks.map(packed);
    this.carried = { fill: packed(palette.carried.fill), edge: packed(palette.carried.edge) };
    this.pin = packed(palette.pin);
    this.surface = packed(palette.surface);
    this.stripe = packed(palette.stripe);
    this.line = packed(palette.line);
    this.grid = packed(palette.grid);
    this.text = packed(palette.text);
    this.instant = packed(palette.instant);
    this.preempted = packed(palette.preempted);
    this.turn = packed(palette.turn);
    this.accesses = {
      plain: packed(palette.accesses.plain),
      volatile: packed(palette.accesses.volatile),
      atomic: packed(palette.accesses.atomic),
      density: packed(palette.accesses.density),
    };
    this.faint = packed(palette.faint);
    this.after = packed(palette.after);
  }

  /** @param {number} css @returns {number} device pixels */
  px(css) {
    return Math.round(css * this.ratio);
  }
}

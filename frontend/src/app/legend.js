/** @import { Trace } from '../model/trace.js' */
/** @import { Palette } from '../view/palette.js' */
import { BLOCKED, PARKED, RUNNING, SLEEPING, WAITING, stateName } from '../model/states.js';
import { lookOf, packed } from '../view/palette.js';
import { tileOf } from '../view/patterns.js';
import { PixelSurface } from '../view/pixel-surface.js';
import { accessShapes } from '../view/paint-accesses.js';
import { PAUSE, paintShape } from '../view/paint-instants.js';
import { make } from './dom.js';

const WIDTH = 16;
const HEIGHT = 12;

/** Names the colours and patterns of the states, and the marks of accesses to memory, of turns and of preemptions where there are any. */
export class Legend {
  #marks = '';
  /** @type {Palette | null} */
  #palette = null;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /** @param {Trace} trace @param {Palette} palette */
  show({ memory, hasPreemptions, turns }, palette) {
    const marks = { hasMemory: memory.rows.length > 0, hasPreemptions, hasTurns: turns !== null };
    const key = JSON.stringify(marks);
    if (key === this.#marks && palette === this.#palette) return;
    this.#marks = key;
    this.#palette = palette;
    showLegend(this.element, palette, marks);
  }
}

/** @param {HTMLElement} element @param {Palette} palette @param {{hasMemory: boolean, hasPreemptions: boolean, hasTurns: boolean}} marks */
function showLegend(element, palette, { hasMemory, hasPreemptions, hasTurns }) {
  element.replaceChildren(
    ...[RUNNING, WAITING, BLOCKED, SLEEPING, PARKED].map((state) => {
      const look = lookOf(palette, state);
      const canvas = make('canvas', { width: String(WIDTH), height: String(HEIGHT), 'aria-hidden': 'true' });
      const surface = new PixelSurface(WIDTH, HEIGHT);
      surface.clear(packed(look.edge));
      surface.tile(1, 1, WIDTH - 2, HEIGHT - 2, tileOf(state, packed(look.fill), packed(look.mark)), 0, 0);
      canvas.getContext('2d')?.putImageData(new ImageData(surface.bytes, WIDTH, HEIGHT), 0, 0);
      return make('span', {}, canvas, stateName(state));
    }),
    ...(hasTurns ? [turnMark(palette)] : []),
    ...(hasPreemptions ? [preemptionMark(palette)] : []),
    ...(hasMemory ? accessShapes().map((mark) => markOf(mark, palette)) : []),
  );
}

/** Who may move is green; who does is underlined. @param {Palette} palette */
function turnMark(palette) {
  const canvas = make('canvas', { width: String(WIDTH), height: String(HEIGHT), 'aria-hidden': 'true' });
  const surface = new PixelSurface(WIDTH, HEIGHT);
  surface.clear(packed(lookOf(palette, RUNNING).fill));
  surface.fill(0, HEIGHT - 4, WIDTH, 4, packed(palette.turn));
  canvas.getContext('2d')?.putImageData(new ImageData(surface.bytes, WIDTH, HEIGHT), 0, 0);
  return make('span', {}, canvas, 'moves');
}

/** @param {Palette} palette */
function preemptionMark(palette) {
  const canvas = make('canvas', { width: '14', height: '14', class: 'mark', 'aria-hidden': 'true' });
  const surface = new PixelSurface(14, 14);
  paintShape(surface, PAUSE, 6, 2, 2, packed(palette.preempted), 0);
  canvas.getContext('2d')?.putImageData(new ImageData(surface.bytes, 14, 14), 0, 0);
  return make('span', {}, canvas, 'preempted');
}

/** @param {{name: string, shape: string[], colour: 'plain' | 'volatile' | 'atomic'}} mark @param {Palette} palette */
function markOf({ name, shape, colour }, palette) {
  const canvas = make('canvas', { width: '14', height: '14', class: 'mark', 'aria-hidden': 'true' });
  const surface = new PixelSurface(14, 14);
  paintShape(surface, shape, 6, 2, 2, packed(palette.accesses[colour]), 0);
  if (colour === 'volatile') surface.fill(2, 13, 10, 1, packed(palette.accesses.volatile));
  canvas.getContext('2d')?.putImageData(new ImageData(surface.bytes, 14, 14), 0, 0);
  return make('span', {}, canvas, name);
}

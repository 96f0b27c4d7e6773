/** @import { Palette } from '../view/palette.js' */
import { BLOCKED, PARKED, RUNNING, SLEEPING, WAITING, stateName } from '../model/states.js';
import { lookOf, packed } from '../view/palette.js';
import { tileOf } from '../view/patterns.js';
import { PixelSurface } from '../view/pixel-surface.js';
import { make } from './dom.js';

const WIDTH = 16;
const HEIGHT = 12;

/** Names the colours and patterns of the states. @param {HTMLElement} element @param {Palette} palette */
export function showLegend(element, palette) {
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
  );
}

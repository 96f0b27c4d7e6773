import { BLOCKED, PARKED, RUNNING, SLEEPING, STARTED, TERMINATED, WAITING } from '../model/states.js';

/**
 * How a state looks. `fill` and `mark` are the two colours of its pattern, `ink` is text on it.
 * @typedef {{fill: string, mark: string, edge: string, ink: string}} StateLook
 */

/**
 * The colours of a canvas; the page's own are in `css/base.css`.
 * @typedef {object} Palette
 * @property {string} surface
 * @property {string} stripe every other lane
 * @property {string} header
 * @property {string} line
 * @property {string} grid
 * @property {string} text
 * @property {string} faint
 * @property {string} accent selection and focus
 * @property {string} flow
 * @property {string} instant
 * @property {string} preempted
 * @property {string} turn who moves, where one thread moves at a time
 * @property {{plain: string, volatile: string, atomic: string, density: string}} accesses to memory
 * @property {string} after what lies behind the run's end
 * @property {string[]} holds one for each of the first objects, then again
 * @property {string[]} tasks one after the other, so that neighbours differ
 * @property {{fill: string, edge: string, ink: string}} carried a virtual thread on its carrier
 * @property {string} pin hatching of what can't get off its carrier
 * @property {Record<number, StateLook>} states
 */

/** @type {Palette} */
export const LIGHT = {
  surface: '#ffffff',
  stripe: '#f7f8fb',
  header: '#f3f5f9',
  line: '#d9dee8',
  grid: '#e8ebf2',
  text: '#1d2433',
  faint: '#5b6579',
  accent: '#2456d6',
  flow: '#2456d6',
  instant: '#2f3a50',
  preempted: '#b3201f',
  turn: '#14703c',
  accesses: { plain: '#1f3a8a', volatile: '#a21caf', atomic: '#0f766e', density: '#93a9dc' },
  after: '#eef0f5',
  holds: ['#2456d6', '#0f766e', '#a21caf', '#b45309', '#4d7c0f', '#64748b'],
  tasks: ['#475569', '#7c8ba3'],
  carried: { fill: '#cfe0fb', edge: '#6d94d8', ink: '#12305f' },
  pin: '#7a1220',
  states: {
    [STARTED]: { fill: '#ffffff', mark: '#ffffff', edge: '#8d97aa', ink: '#4a5468' },
    [RUNNING]: { fill: '#9adbb0', mark: '#9adbb0', edge: '#4fae74', ink: '#0c3d20' },
    [SLEEPING]: { fill: '#d3c5f6', mark: '#b9a4ee', edge: '#8467cf', ink: '#35206f' },
    [WAITING]: { fill: '#fbe58a', mark: '#efd257', edge: '#c39f12', ink: '#4d3d00' },
    [PARKED]: { fill: '#fbc58c', mark: '#f3ad63', edge: '#cf7a22', ink: '#562c00' },
    [BLOCKED]: { fill: '#d6363b', mark: '#bd2329', edge: '#931218', ink: '#ffffff' },
    [TERMINATED]: { fill: '#8d97aa', mark: '#8d97aa', edge: '#5b6579', ink: '#ffffff' },
  },
};

/** @type {Palette} */
export const DARK = {
  surface: '#161a22',
  stripe: '#1a1f29',
  header: '#1d222d',
  line: '#2f3746',
  grid: '#242b38',
  text: '#e6eaf2',
  faint: '#9aa5b8',
  accent: '#7aa5ff',
  flow: '#8fb4ff',
  instant: '#c5cedd',
  preempted: '#ff9a94',
  turn: '#a8f0c0',
  accesses: { plain: '#a9c3ff', volatile: '#f09bf8', atomic: '#4fd6c6', density: '#4a669f' },
  after: '#11141a',
  holds: ['#7aa5ff', '#3fc7b8', '#e38bf0', '#e8a44a', '#a3cf5a', '#94a3b8'],
  tasks: ['#a8b3c7', '#6b7890'],
  carried: { fill: '#263c66', edge: '#6d94d8', ink: '#dbe8ff' },
  pin: '#ff9aa2',
  states: {
    [STARTED]: { fill: '#161a22', mark: '#161a22', edge: '#76829a', ink: '#b7c0d0' },
    [RUNNING]: { fill: '#2c7a49', mark: '#2c7a49', edge: '#4fb878', ink: '#eafff1' },
    [SLEEPING]: { fill: '#574394', mark: '#6a55ad', edge: '#9a84e2', ink: '#f1ecff' },
    [WAITING]: { fill: '#cfae2c', mark: '#b89818', edge: '#f0d565', ink: '#221a00' },
    [PARKED]: { fill: '#dd8a35', mark: '#c67420', edge: '#ffb76e', ink: '#261300' },
    [BLOCKED]: { fill: '#c8333a', mark: '#a9222a', edge: '#ff7b80', ink: '#ffffff' },
    [TERMINATED]: { fill: '#5b6579', mark: '#5b6579', edge: '#8d97aa', ink: '#ffffff' },
  },
};

/** @param {Palette} palette @param {number} state @returns {StateLook} */
export function lookOf(palette, state) {
  return /** @type {StateLook} */ (palette.states[state] ?? palette.states[RUNNING]);
}

/** A `#rrggbb` colour as a pixel of ImageData on a little-endian machine. @param {string} hex @returns {number} */
export function packed(hex) {
  const rgb = Number.parseInt(hex.slice(1), 16);
  return ((0xff << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >>> 16)) >>> 0;
}

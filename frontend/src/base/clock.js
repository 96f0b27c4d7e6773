/** @import { Nanos } from './units.js' */
import { formatCount, formatDuration, formatMoment } from './units.js';

/** Where no clock runs, a step of the schedule counts as so long. @type {Nanos} */
export const STEP_NANOS = 1_000;

/**
 * How times are told.
 * @typedef {object} Clock
 * @property {boolean} isSteps
 * @property {(nanos: Nanos) => string} moment
 * @property {(nanos: Nanos) => string} length
 * @property {(nanos: Nanos, step: Nanos) => string} tick a moment on an axis whose ticks are `step` apart
 * @property {Nanos} leastTick the least distance between ticks
 */

/** @type {Readonly<Clock>} */
export const REAL_TIME = Object.freeze({
  isSteps: false,
  moment: formatDuration,
  length: formatDuration,
  tick: formatMoment,
  leastTick: 0,
});

/** @type {Readonly<Clock>} */
export const STEP_TIME = Object.freeze({
  isSteps: true,
  moment: stepText,
  length: stepsText,
  tick: stepText,
  leastTick: STEP_NANOS,
});

/** @param {Nanos} nanos @returns {string} `step 12` */
function stepText(nanos) {
  return `step ${formatCount(Math.round(nanos / STEP_NANOS))}`;
}

/** @param {Nanos} nanos @returns {string} `3 steps` */
function stepsText(nanos) {
  const steps = Math.round(nanos / STEP_NANOS);
  return steps === 1 ? '1 step' : `${formatCount(steps)} steps`;
}

/** Nanoseconds since the run began. @typedef {number & {__unit?: 'nanos'}} Nanos */
/** Pixels from the left edge of the time area. @typedef {number & {__unit?: 'px'}} Px */

const UNITS = [
  { name: 's', nanos: 1e9 },
  { name: 'ms', nanos: 1e6 },
  { name: 'µs', nanos: 1e3 },
  { name: 'ns', nanos: 1 },
];

/**
 * A duration as a person would say it, three significant digits: `1.25 ms`.
 * @param {Nanos} nanos
 * @returns {string}
 */
export function formatDuration(nanos) {
  if (nanos === 0) return '0';
  const size = Math.abs(nanos);
  // 999.6 µs would round to "1000 µs"; the next unit reads better.
  const unit = UNITS.find((candidate) => size >= candidate.nanos * 0.9995) ?? UNITS[UNITS.length - 1];
  const value = nanos / (unit?.nanos ?? 1);
  const digits = Math.abs(value) >= 99.95 ? 0 : Math.abs(value) >= 9.995 ? 1 : 2;
  return `${Number(value.toFixed(digits))} ${unit?.name ?? 'ns'}`;
}

/**
 * A moment on an axis whose neighbouring ticks are `step` apart: as many digits as tell them apart.
 * @param {Nanos} nanos
 * @param {Nanos} step
 * @returns {string}
 */
export function formatMoment(nanos, step) {
  if (nanos === 0) return '0';
  const size = Math.max(Math.abs(nanos), step);
  const unit = UNITS.find((candidate) => size >= candidate.nanos) ?? UNITS[UNITS.length - 1];
  const scale = unit?.nanos ?? 1;
  const digits = Math.max(0, Math.min(9, Math.ceil(-Math.log10(step / scale) - 1e-9)));
  return `${(nanos / scale).toFixed(digits)} ${unit?.name ?? 'ns'}`;
}

/**
 * A count with thousands separators, the same everywhere.
 * @param {number} count
 * @returns {string}
 */
export function formatCount(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

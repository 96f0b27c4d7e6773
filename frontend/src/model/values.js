/** @import { Trace } from './trace.js' */
import { visibleName } from '../base/visible-text.js';
import { objectLabel } from './sentences.js';

/** How long a string may be in a sentence. */
const MAX_TEXT = 40;

const bytes = new DataView(new ArrayBuffer(8));

/**
 * A value as a Java programmer would write it.
 * @param {Trace} trace
 * @param {string} type one letter of a descriptor
 * @param {number} low word of its bits
 * @param {number} high
 * @returns {string}
 */
export function valueText(trace, type, low, high) {
  switch (type) {
    case 'Z':
      return low === 0 ? 'false' : 'true';
    case 'C':
      return charText(low & 0xffff);
    case 'D':
      return doubleText(doubleOf(low, high));
    case 'F':
      return floatText(doubleOf(low, high));
    case 'L':
    case '[':
      return low === 0 && high === 0 ? 'null' : objectText(trace, low);
    default:
      return longText(low, high);
  }
}

/** Only what does not fit into 32 bits needs more than a number. @param {number} low @param {number} high @returns {string} */
function longText(low, high) {
  if (high === low >> 31) return String(low);
  return String((BigInt(high) << 32n) | BigInt(low >>> 0));
}

/** @param {number} low @param {number} high @returns {number} */
function doubleOf(low, high) {
  bytes.setInt32(0, low, true);
  bytes.setInt32(4, high, true);
  return bytes.getFloat64(0, true);
}

/** @param {number} value @returns {string} */
function doubleText(value) {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
}

/** The fewest digits that tell a float from its neighbours. @param {number} value @returns {string} */
function floatText(value) {
  if (!Number.isFinite(value)) return doubleText(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return doubleText(short);
  }
  return doubleText(value);
}

/** @type {Record<string, string>} */
const ESCAPES = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\0': '\\0', "'": "\\'", '\\': '\\\\' };

/** @param {number} code @returns {string} */
function charText(code) {
  const letter = String.fromCharCode(code);
  return `'${ESCAPES[letter] ?? visibleName(letter)}'`;
}

/** A string, a boxed number or an enum constant by its text, anything else by its name. @param {Trace} trace @param {number} id @returns {string} */
function objectText(trace, id) {
  const object = trace.objects.get(id);
  if (object?.className === 'java.lang.String') return `"${visibleName(object.name, MAX_TEXT)}"`;
  if (object !== undefined && object.name !== '' && BOXED.test(object.className))
    return visibleName(object.name, MAX_TEXT);
  return objectLabel(trace, id);
}

const BOXED = /^java\.lang\.(Integer|Long|Short|Byte|Double|Float|Boolean|Character)$/;

/** @type {Record<string, string>} */
const PRIMITIVES = {
  boolean: 'Z',
  byte: 'B',
  char: 'C',
  short: 'S',
  int: 'I',
  long: 'J',
  float: 'F',
  double: 'D',
};

/** The type of an array's elements, from its class: `[I` or `int[]`. @param {string} className @returns {string} one letter */
export function elementType(className) {
  if (className.startsWith('[')) return className.charAt(1) || 'J';
  if (className.endsWith('[][]')) return '[';
  return className.endsWith('[]') ? (PRIMITIVES[className.slice(0, -2)] ?? 'L') : 'J';
}

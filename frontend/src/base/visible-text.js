/*
 * All that a program can name is hostile text. Set through `textContent` it can't run; shown as it is it can still lie:
 * turn a line around, hide characters, or put a line break into a name.
 */

/** C0 and C1 controls, bidi controls, zero-width and other invisible format characters, separators, lone surrogates. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @param {string} character @returns {string} */
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * A name on one line: what can't be seen is written out, what is too long is cut.
 * @param {string} text
 * @param {number} [maxLength] in characters of the result
 * @returns {string}
 */
export function visibleName(text, maxLength = 128) {
  const whole = text.slice(0, maxLength + 1).replace(HIDDEN, escaped);
  return whole.length <= maxLength ? whole : cut(whole, maxLength - 1) + '…';
}

/**
 * Output on many lines: line feeds and tabs stay, all else that can't be seen is written out.
 * @param {string} text
 * @returns {string}
 */
export function visibleOutput(text) {
  return text
    .replace(/\r\n/g, '\n')
    .replace(HIDDEN, (character) =>
      character === '\n' || character === '\t' ? character : escaped(character),
    );
}

/**
 * At most `length` characters, without half a surrogate pair at the end.
 * @param {string} text
 * @param {number} length
 * @returns {string}
 */
export function cut(text, length) {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

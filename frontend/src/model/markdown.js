/*
 * A small, safe part of Markdown as data: headings, paragraphs, lists, fenced code, quotes; code, strong, emphasis and
 * links inside. What it does not know stays text, so that no input can become anything else.
 */

/** @typedef {{kind: 'text' | 'code' | 'strong' | 'emphasis', text: string} | {kind: 'link', text: string, href: string}} Inline */
/**
 * @typedef {{kind: 'heading', level: number, inlines: Inline[]}
 *   | {kind: 'paragraph' | 'quote', inlines: Inline[]}
 *   | {kind: 'list', isOrdered: boolean, items: Inline[][]}
 *   | {kind: 'code', language: string, text: string}} Block
 */

const FENCE = /^\s{0,3}```\s*([\w+-]*)/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBER = /^\s*\d{1,9}[.)]\s+(.*)$/;
const QUOTE = /^\s*>\s?(.*)$/;

/**
 * @param {string} source
 * @returns {Block[]}
 */
export function parseMarkdown(source) {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  /** @type {Block[]} */
  const blocks = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] ?? '';
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (line.trim() === '') {
      i++;
    } else if (fence !== null) {
      const end = lines.findIndex((other, index) => index > i && /^\s{0,3}```\s*$/.test(other));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', language: fence[1] ?? '', text: lines.slice(i + 1, last).join('\n') });
      i = last + 1;
    } else if (heading !== null) {
      blocks.push({
        kind: 'heading',
        level: heading[1]?.length ?? 1,
        inlines: parseInlines(heading[2] ?? ''),
      });
      i++;
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      i = readList(lines, i, blocks);
    } else if (QUOTE.test(line)) {
      i = readRun(lines, i, blocks, 'quote', (other) => QUOTE.exec(other)?.[1] ?? null);
    } else {
      i = readRun(lines, i, blocks, 'paragraph', (other) => (startsBlock(other) ? null : other));
    }
  }
  return blocks;
}

/** @param {string} line @returns {boolean} */
function startsBlock(line) {
  return [FENCE, HEADING, BULLET, NUMBER, QUOTE].some((pattern) => pattern.test(line));
}

/**
 * @param {string[]} lines
 * @param {number} from
 * @param {Block[]} blocks
 * @returns {number} the line after the list
 */
function readList(lines, from, blocks) {
  const isOrdered = !BULLET.test(lines[from] ?? '');
  const marker = isOrdered ? NUMBER : BULLET;
  /** @type {string[]} */
  const items = [];
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const item = marker.exec(line);
    if (item !== null) items.push(item[1] ?? '');
    else if (/^\s+\S/.test(line) && !startsBlock(line)) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else break;
  }
  blocks.push({ kind: 'list', isOrdered, items: items.map(parseInlines) });
  return i;
}

/**
 * @param {string[]} lines
 * @param {number} from
 * @param {Block[]} blocks
 * @param {'paragraph' | 'quote'} kind
 * @param {(line: string) => string | null} inside a line's text, or null when it is not part of the block
 * @returns {number}
 */
function readRun(lines, from, blocks, kind, inside) {
  const texts = [];
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const text = line.trim() === '' ? null : inside(line);
    if (text === null) break;
    texts.push(text.trim());
  }
  blocks.push({ kind, inlines: parseInlines(texts.join(' ')) });
  return Math.max(i, from + 1);
}

const INLINE =
  /`([^`]+)`|\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|(?<![\w*])[*_]([^*_\s](?:[^*_]*[^*_\s])?)[*_](?![\w*])|\[([^\]]*)\]\(([^()\s]+)\)/g;

/** @param {string} text @returns {Inline[]} */
export function parseInlines(text) {
  /** @type {Inline[]} */
  const inlines = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) inlines.push({ kind: 'text', text: text.slice(end, match.index) });
    inlines.push(inlineOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) inlines.push({ kind: 'text', text: text.slice(end) });
  return inlines;
}

/** @param {RegExpMatchArray} match @returns {Inline} */
function inlineOf(match) {
  const [whole, code, strong, emphasis, label, href] = match;
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  // Anything but a web address stays as it was typed: `javascript:` is not a link.
  if (href !== undefined && /^https?:\/\//i.test(href)) return { kind: 'link', text: label || href, href };
  return { kind: 'text', text: whole };
}

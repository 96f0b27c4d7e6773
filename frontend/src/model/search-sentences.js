/** @import { Search } from './run-state.js' */
import { visibleName } from '../base/visible-text.js';
import { formatCount, formatDuration } from '../base/units.js';
import { findingTitle } from './finding-kinds.js';

/** What the page must say of every interleaving it shows. */
export const SEQUENTIAL =
  'One thread moves at a time, so interleavings are sequentially consistent: weak-memory outcomes are not shown. ' +
  'Data races are reported all the same, by happens-before.';

/** From here on an estimate of what is left means nothing. */
const COUNTLESS = 1e12;

/** How a search came out. @typedef {{tone: 'good' | 'bad' | 'warn', glyph: string, name: string, text: string}} Verdict */

/** @param {Search} search @param {readonly {kind: string}[]} findings @returns {Verdict} */
export function verdictOf(search, findings) {
  if (search.failing === 0 && findings.length > 0) {
    const what = new Set(findings.map(({ kind }) => findingTitle(kind)));
    return { tone: 'bad', glyph: '⚠', name: 'Found', text: `${[...what].join(', ')}; ${passingOf(search)}` };
  }
  if (search.failing > 0)
    return {
      tone: 'bad',
      glyph: '✗',
      name: 'Fails',
      text: failingOf(search),
    };
  if (search.isExhausted || search.isExhaustedButEarly)
    return { tone: 'good', glyph: '✓', name: 'Passes', text: allPass(search) };
  return { tone: 'warn', glyph: '–', name: 'No failure', text: inSome(search) };
}

/** @param {Search} search @returns {string} */
function passingOf(search) {
  const isAll = search.isExhausted || search.isExhaustedButEarly;
  return isAll ? allPass(search) : `no failure ${inSome(search)}`;
}

/** @param {Search} search @returns {string} */
function inSome({ schedules }) {
  return `in ${plural(schedules, 'schedule')} (not all)`;
}

/** @param {Search} search @returns {string} */
function failingOf({ failing, firstFailure, schedules, preemptions, isInTurn }) {
  const how = isInTurn ? inTurn(preemptions) : plural(preemptions, 'preemption');
  return failing === 1
    ? `found after ${plural(firstFailure, 'schedule')}, ${how}`
    : `${formatCount(failing)} of ${plural(schedules, 'schedule')}, ${how}`;
}

/** @param {number} preemptions @returns {string} */
function inTurn(preemptions) {
  return preemptions === 0
    ? 'everybody in turn'
    : `${plural(preemptions, 'preemption')}, then everybody in turn`;
}

/** @param {Search} search @returns {string} */
function allPass({ classes, schedules, isExhausted }) {
  const count = classes || schedules;
  if (!isExhausted)
    return `all ${formatCount(count)} inequivalent interleavings pass in which at most 5 timeouts come early`;
  if (count === 1) return 'all interleavings come to the same, and pass';
  return `all ${formatCount(count)} inequivalent interleavings pass`;
}

/** The verdict as one sentence: `Fails: found after 132 schedules, 1 preemption`. @param {Search} search @param {readonly {kind: string}[]} findings @returns {string} */
export function verdictSentence(search, findings) {
  const { name, text } = verdictOf(search, findings);
  if (search.failing > 0 || findings.length > 0) return `${name}: ${text}`;
  if (search.isExhausted || search.isExhaustedButEarly) return text.charAt(0).toUpperCase() + text.slice(1);
  return `${name} ${text}`;
}

/** How often time passes in a schedule although a thread could go on. @param {number} early @returns {string} */
export function earlySentence(early) {
  const often = early === 1 ? 'once' : `${early} times`;
  return `In this schedule time passes ${often} although a thread could go on: whoever waits for it comes first.`;
}

/** How a search goes: `4,200 schedules, 6,000 a second, none fails so far`. @param {Search} search @returns {string} */
export function progressSentence(search) {
  const parts = [plural(search.schedules, 'schedule')];
  const rate = rateOf(search);
  if (rate > 0) parts.push(`${formatCount(rate)} a second`);
  parts.push(search.failing === 0 ? 'none fails so far' : `${formatCount(search.failing)} failing so far`);
  return parts.join(', ');
}

/** Schedules a second; 0 when that can't be said yet. @param {Search} search @returns {number} */
function rateOf({ schedules, millis }) {
  return millis < 1 ? 0 : Math.round((schedules * 1_000) / millis);
}

/** All that is known of a search, term by term. @param {Search} search @param {boolean} isOver @returns {[string, string][]} */
export function searchFacts(search, isOver) {
  /** @type {[string, string][]} */
  const facts = [
    ['Schedules', formatCount(search.schedules)],
    ['Failing', failingText(search)],
  ];
  const rate = rateOf(search);
  if (rate > 0) facts.push(['A second', formatCount(rate)]);
  if (search.classes > 0) facts.push(['Inequivalent', formatCount(search.classes)]);
  if (search.remaining !== null && !search.isExhausted) facts.push(['Left', leftText(search.remaining)]);
  if (search.strategy !== '')
    facts.push([isOver ? 'Strategy, last' : 'Strategy', visibleName(search.strategy)]);
  facts.push(['Time', formatDuration(search.millis * 1e6)]);
  return facts;
}

/** It is an estimate: no more digits than it is worth. @param {number} remaining @returns {string} */
function leftText(remaining) {
  if (remaining >= COUNTLESS) return 'too many to count';
  if (remaining < 100) return formatCount(remaining);
  const unit = 10 ** (Math.floor(Math.log10(remaining)) - 1);
  return `about ${formatCount(Math.round(remaining / unit) * unit)}`;
}

/** @param {Search} search @returns {string} */
function failingText({ failing, firstFailure }) {
  if (failing === 0) return 'none';
  return failing === 1
    ? `1, number ${formatCount(firstFailure)}`
    : `${formatCount(failing)}, the first is number ${formatCount(firstFailure)}`;
}

/** @param {number} count @param {string} noun @returns {string} */
function plural(count, noun) {
  return count === 1 ? `1 ${noun}` : `${formatCount(count)} ${noun}s`;
}

/** @import { Access } from './run-state.js' */

/** The kinds of findings in words. @type {Map<string, string>} */
const TITLES = new Map([
  ['Deadlock', 'Deadlock'],
  ['DataRace', 'Data race'],
  ['LockOrderCycle', 'Locks in different orders'],
  ['LostWakeup', 'Lost wake-up'],
  ['UncaughtException', 'Exception nobody caught'],
  ['UnjoinedThread', 'Thread nobody waits for'],
  ['BlockedPool', 'Pool kept busy with waiting'],
  ['PinnedCarrier', 'Virtual thread pinned to its carrier'],
  ['LockHeldWhileWaiting', 'Lock held while waiting'],
  ['UnsafeCollection', 'Collection not made for threads'],
  ['WaitNotInLoop', 'Wait without a loop'],
  ['Livelock', 'Livelock'],
  ['Endless', 'No end in sight'],
  ['Starvation', 'Starvation'],
  ['Uncontrolled', 'Something nobody controls'],
]);

/** What a kind of finding is called; one this page does not know is shown as words. @param {string} kind @returns {string} */
export function findingTitle(kind) {
  const title = TITLES.get(kind);
  if (title !== undefined) return title;
  const words = kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return words.charAt(0) + words.slice(1).toLowerCase();
}

/** What an access does, without who does it: "writes 5 at line 3, holding lock". @param {Access} access @returns {string} */
export function accessSentence({ writes, value, line, holds }) {
  const verb = writes ? 'writes' : 'reads';
  const what = value === '' ? verb : `${verb} ${value}`;
  const where = line > 0 ? ` at line ${line}` : '';
  return `${what}${where}, ${holds.length === 0 ? 'holding no lock' : `holding ${holds.join(' and ')}`}`;
}

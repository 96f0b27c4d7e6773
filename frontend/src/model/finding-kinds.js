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
  ['Uncontrolled', 'Something nobody controls'],
]);

/** What a kind of finding is called; one this page does not know is shown as words. @param {string} kind @returns {string} */
export function findingTitle(kind) {
  const title = TITLES.get(kind);
  if (title !== undefined) return title;
  const words = kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return words.charAt(0) + words.slice(1).toLowerCase();
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingTitle } from '../src/model/finding-kinds.js';
import { lessonSections, matchingLessons } from '../src/model/lesson-list.js';

const ROWS = [
  { name: 'threads-basic', title: 'Threads', section: 'Threads' },
  { name: 'deadlock-mended', title: 'Deadlock, mended', section: 'Issues' },
  { name: 'mutex', title: 'Mutex', section: 'Locks' },
  { name: 'deadlock', title: 'Deadlock', section: 'Issues' },
  { name: 'odd-mended', title: 'Odd', section: '' },
];

/** @param {import('../src/model/lesson-list.js').LessonSection[]} sections */
const drawn = (sections) =>
  sections.map(
    ({ title, entries }) => `${title}: ${entries.map((twins) => twins.map((row) => row.name).join('+'))}`,
  );

test('lessonSections_twins_standTogether_inTheOrderOfTheServer', () => {
  assert.deepEqual(drawn(lessonSections(ROWS)), [
    'Threads: threads-basic',
    'Locks: mutex',
    'Issues: deadlock+deadlock-mended',
    'Lessons: odd-mended',
  ]);
});

test('matchingLessons_everyWord_anywhere', () => {
  const sections = lessonSections(ROWS);
  assert.deepEqual(drawn(matchingLessons(sections, '  DEAD  mended')), ['Issues: deadlock-mended']);
  assert.deepEqual(drawn(matchingLessons(sections, 'locks')), ['Locks: mutex']);
  assert.deepEqual(drawn(matchingLessons(sections, 'nowhere')), []);
  assert.equal(matchingLessons(sections, '').length, 4);
});

test('findingTitle_knownAndUnknown_areWords', () => {
  assert.equal(findingTitle('PinnedCarrier'), 'Virtual thread pinned to its carrier');
  assert.equal(findingTitle('SomethingNewAndOdd'), 'Something new and odd');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlRequest, DEFAULT_FIELDS, fieldsOfHash } from '../src/model/control-options.js';
import { applied, sent } from '../src/model/run-state.js';
import { progressSentence, searchFacts, verdictSentence as sentence } from '../src/model/search-sentences.js';

/** @param {Partial<import('../src/model/run-state.js').Search>} said */
const search = (said) => ({
  schedules: 0,
  classes: 0,
  failing: 0,
  isExhausted: false,
  isExhaustedButEarly: false,
  firstFailure: 0,
  preemptions: 0,
  isInTurn: false,
  remaining: null,
  millis: 0,
  strategy: '',
  ...said,
});

/** @param {import('../src/model/run-state.js').Search} said */
const verdictSentence = (said) => sentence(said, []);

test('verdictSentence_findingInWhatPasses_isTold', () => {
  const findings = [{ kind: 'UnjoinedThread' }, { kind: 'UnjoinedThread' }, { kind: 'BlockedPool' }];
  assert.equal(
    sentence(search({ schedules: 12, classes: 2, isExhausted: true }), findings),
    'Found: Thread nobody waits for, Pool kept busy with waiting; all 2 inequivalent interleavings pass',
  );
  assert.equal(
    sentence(search({ schedules: 12 }), [{ kind: 'WaitNotInLoop' }]),
    'Found: Wait without a loop; no failure in 12 schedules (not all)',
  );
});

test('verdictSentence_failure_saysAfterHowManyAndHow', () => {
  const found = search({ schedules: 140, failing: 1, firstFailure: 132, preemptions: 1 });
  assert.equal(verdictSentence(found), 'Fails: found after 132 schedules, 1 preemption');
});

test('verdictSentence_failureAtOnce_isSingular', () => {
  const found = search({ schedules: 1, failing: 1, firstFailure: 1, preemptions: 0 });
  assert.equal(verdictSentence(found), 'Fails: found after 1 schedule, 0 preemptions');
});

test('verdictSentence_livelock_saysThatEverybodyMovesInTurn', () => {
  const livelock = { schedules: 17, failing: 1, firstFailure: 17, isInTurn: true };
  assert.equal(verdictSentence(search(livelock)), 'Fails: found after 17 schedules, everybody in turn');
  assert.equal(
    verdictSentence(search({ ...livelock, preemptions: 1 })),
    'Fails: found after 17 schedules, 1 preemption, then everybody in turn',
  );
});

test('verdictSentence_exhausted_saysAll', () => {
  const all = search({ schedules: 1_300, classes: 1_248, isExhausted: true });
  assert.equal(verdictSentence(all), 'All 1,248 inequivalent interleavings pass');
  assert.equal(
    verdictSentence(search({ schedules: 1, classes: 1, isExhausted: true })),
    'All interleavings come to the same, and pass',
  );
});

test('verdictSentence_limitReached_saysNotAll', () => {
  assert.equal(
    verdictSentence(search({ schedules: 10_000, classes: 900 })),
    'No failure in 10,000 schedules (not all)',
  );
});

test('verdictSentence_exhaustedButEarly_saysWhatIsLeft', () => {
  const most = search({ schedules: 1_300, classes: 1_248, isExhaustedButEarly: true });
  assert.equal(
    verdictSentence(most),
    'All 1,248 inequivalent interleavings pass in which at most 5 timeouts come early',
  );
});

test('verdictSentence_exhaustedWithAFailure_isTheFailure', () => {
  const both = search({ schedules: 9, failing: 2, firstFailure: 3, preemptions: 2, isExhausted: true });
  assert.equal(verdictSentence(both), 'Fails: 2 of 9 schedules, 2 preemptions');
});

test('progressSentence_goingOn_saysHowFast', () => {
  assert.equal(
    progressSentence(search({ schedules: 4_200, millis: 700 })),
    '4,200 schedules, 6,000 a second, none fails so far',
  );
  assert.equal(
    progressSentence(search({ schedules: 1, failing: 1, firstFailure: 1 })),
    '1 schedule, 1 failing so far',
  );
});

test('searchFacts_estimates_haveNoMoreDigitsThanTheyAreWorth', () => {
  /** @param {number} remaining */
  const left = (remaining) =>
    searchFacts(search({ remaining }), false).find(([term]) => term === 'Left')?.[1];
  assert.equal(left(99), '99');
  assert.equal(left(855_867_972), 'about 860,000,000');
  assert.equal(left(104), 'about 100');
  assert.equal(left(2 ** 52), 'too many to count');
});

test('searchFacts_whatIsNotKnown_isLeftOut', () => {
  const terms = searchFacts(search({ schedules: 5, millis: 2 }), true).map(([term]) => term);
  assert.deepEqual(terms, ['Schedules', 'Failing', 'A second', 'Time']);
  const all = searchFacts(search({ classes: 3, remaining: 12, strategy: 'PCT' }), false);
  assert.deepEqual(all.slice(2, 5), [
    ['Inequivalent', '3'],
    ['Left', '12'],
    ['Strategy', 'PCT'],
  ]);
});

test('applied_search_isKeptUntilTheEndSaysBetter', () => {
  const going = [
    { type: 'started', id: 'x', mode: 'explore' },
    { type: 'searching', search: { schedules: 7, remaining: null, strategy: 'PCT' } },
  ].reduce(applied, sent('explore'));
  assert.equal(going.mode, 'explore');
  assert.equal(going.search?.schedules, 7);
  const outcome = { kind: 'Stopped', text: '' };
  assert.equal(applied(going, { type: 'ended', id: 'x', outcome }).search?.schedules, 7);
  const ended = applied(going, { type: 'ended', id: 'x', outcome, search: { schedules: 9 }, schedule: 's' });
  assert.equal(ended.search?.schedules, 9);
  assert.equal(ended.schedule, 's');
});

test('applied_oddSearch_isNotBelieved', () => {
  const state = applied(sent('explore'), { type: 'searching', search: { schedules: '7', exhausted: 1 } });
  assert.deepEqual(state.search, search({}));
  assert.equal(applied(state, { type: 'started', id: 'x', mode: 'wild' }).mode, 'live');
});

test('controlRequest_defaults_askForASearch', () => {
  assert.deepEqual(controlRequest('explore', DEFAULT_FIELDS).request, {
    mode: 'explore',
    seed: 0,
    strategy: 'portfolio',
    maxSchedules: 10_000,
  });
});

test('controlRequest_countAll_isAskedForWhereItIsWanted', () => {
  assert.equal(controlRequest('explore', { ...DEFAULT_FIELDS, countAll: true }).request.countAll, true);
});

test('controlRequest_replay_hasNoScheduleWhereNoneIsGiven', () => {
  const fields = { ...DEFAULT_FIELDS, seed: ' -7 ', schedule: '  ' };
  assert.deepEqual(controlRequest('controlled', fields).request, { mode: 'controlled', seed: -7 });
  const given = controlRequest('controlled', { ...fields, schedule: ' 0badcafe.1-2 ' });
  assert.equal(given.request.schedule, '0badcafe.1-2');
});

test('controlRequest_noNumbers_areRefusedInWords', () => {
  assert.match(controlRequest('explore', { ...DEFAULT_FIELDS, seed: 'x' }).problem, /seed.*“x”/);
  assert.match(controlRequest('controlled', { ...DEFAULT_FIELDS, seed: '1'.repeat(30) }).problem, /seed/);
  assert.match(
    controlRequest('explore', { ...DEFAULT_FIELDS, maxSchedules: '0' }).problem,
    /1 to 10,000,000/,
  );
});

test('fieldsOfHash_linkToASchedule_fillsTheFields', () => {
  assert.deepEqual(fieldsOfHash('#mode=controlled&seed=7&schedule=a.1-2%262'), {
    seed: '7',
    schedule: 'a.1-2&2',
  });
  assert.equal(fieldsOfHash('#lesson=mutex'), null);
  assert.equal(fieldsOfHash(''), null);
  assert.deepEqual(fieldsOfHash('#mode=controlled&schedule=%zz'), { schedule: '%zz' });
});

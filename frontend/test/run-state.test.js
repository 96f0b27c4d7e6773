import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessSentence } from '../src/model/finding-kinds.js';
import { applied, isActive, lost, sent } from '../src/model/run-state.js';

/** @param {...import('../src/model/run-state.js').Message} messages */
const after = (...messages) => messages.reduce(applied, sent());

test('applied_wholeRun_phases', () => {
  assert.equal(after({ type: 'queued', position: 3 }).position, 3);
  assert.equal(after({ type: 'compiling' }).phase, 'compiling');
  assert.equal(
    after({ type: 'diagnostics', diagnostics: [] }, { type: 'started', id: 'x' }).phase,
    'running',
  );
  const ended = after(
    { type: 'started', id: 'x' },
    { type: 'ended', id: 'x', outcome: { kind: 'OverLimit', limit: 'heap', text: 't' } },
  );
  assert.deepEqual(ended.outcome, { kind: 'OverLimit', limit: 'heap', text: 't' });
  assert.equal(isActive(ended), false);
});

test('applied_refusedBeforeItBegan_ends', () => {
  const state = after({ type: 'refused', code: 'sourceTooLong', text: 'source is too long' });
  assert.equal(state.phase, 'ended');
  assert.equal(state.problem, 'source is too long');
});

test('applied_refusedWhileRunning_goesOn', () => {
  assert.equal(
    after({ type: 'started', id: 'x' }, { type: 'refused', text: 'runInProgress' }).phase,
    'running',
  );
});

test('applied_oddMessages_areNotBelieved', () => {
  const state = after(
    { type: 'nonsense' },
    { type: 'diagnostics', diagnostics: [{ line: -3, message: 7 }, null] },
    { type: 'finding', finding: { lines: ['x', 4] } },
  );
  assert.equal(state.diagnostics[0]?.line, 1);
  assert.deepEqual(state.findings[0]?.lines, [4]);
  assert.deepEqual(state.findings[0]?.accesses, []);
});

test('applied_findingWithAccesses_keepsThem', () => {
  const stack = [{ method: 'Account.deposit', line: 3 }];
  const access = { lane: 2, line: 3, writes: true, value: '5', holds: ['lock'], stack };
  const state = after({
    type: 'finding',
    finding: { kind: 'DataRace', accesses: [access, { holds: 7, stack: [null] }], advice: 'Guard both.' },
  });
  const nothing = { lane: 0, line: 0, writes: false, value: '', holds: [], stack: [{ method: '', line: 0 }] };
  assert.deepEqual(state.findings[0]?.accesses, [access, nothing]);
  assert.equal(state.findings[0]?.advice, 'Guard both.');
});

test('accessSentence_valueAndLocksKnownOrNot_saysWhatIsKnown', () => {
  const access = { lane: 2, line: 3, writes: true, value: '5', holds: ['a', 'b'], stack: [] };
  assert.equal(accessSentence(access), 'writes 5 at line 3, holding a and b');
  assert.equal(
    accessSentence({ ...access, writes: false, value: '', holds: [], line: 0 }),
    'reads, holding no lock',
  );
});

test('lost_duringARun_endsItWithAWord', () => {
  assert.match(lost(after({ type: 'started', id: 'x' })).problem ?? '', /connection was lost/);
  const ended = after({ type: 'ended', id: 'x', outcome: { kind: 'Completed', text: '' } });
  assert.equal(lost(ended), ended);
});

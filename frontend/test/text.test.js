import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCount, formatDuration, formatMoment } from '../src/base/units.js';
import { visibleName, visibleOutput } from '../src/base/visible-text.js';
import { OutputLog } from '../src/model/output-log.js';
import { laneName, objectLabel, phraseOf } from '../src/model/sentences.js';
import { firstSlice, neighbour } from '../src/model/slices.js';
import { Trace } from '../src/model/trace.js';
import * as frames from './fixtures/frames.js';
import { read } from './fixtures/grid.js';

test('visibleName_controls_areWrittenOut', () => {
  assert.equal(visibleName('a\u0007b\nc\u007f'), 'a\\u0007b\\u000ac\\u007f');
  assert.equal(visibleName('\u202egnp.exe\u2066x\u200by\ufeff'), '\\u202egnp.exe\\u2066x\\u200by\\ufeff');
  assert.equal(visibleName('\u0085\u2028'), '\\u0085\\u2028');
});

test('visibleName_surrogates_loneOnesAreWrittenOut', () => {
  assert.equal(visibleName('a\ud83d'), 'a\\ud83d');
  assert.equal(visibleName('\ude00b'), '\\ude00b');
  assert.equal(visibleName('😀'), '😀');
});

test('visibleName_long_isCutAt128', () => {
  assert.equal(visibleName('x'.repeat(128)).length, 128);
  assert.equal(visibleName('x'.repeat(129)), `${'x'.repeat(127)}…`);
  assert.equal(visibleName('😀'.repeat(100)).isWellFormed?.() ?? true, true);
});

test('visibleOutput_keepsLinesAndTabs', () => {
  assert.equal(visibleOutput('a\tb\r\nc\u001b[31m'), 'a\tb\nc\\u001b[31m');
});

test('sentences_hostileNames_staySingleLineText', () => {
  const trace = new Trace();
  read(
    trace,
    frames.laneNamed(1, '<img src=x onerror=alert(1)>\u202e\n'),
    frames.objectNamed(1, 'java.util.concurrent.locks.ReentrantLock', ''),
    frames.objectNamed(2, 'x.Y', "$& $1 {} $'"),
    frames.operations(frames.OPERATIONS),
    frames.events([
      { nanos: 0, kind: 2, lane: 1 },
      { nanos: 5, kind: 32, lane: 1, object: 2, operation: 1 },
      { nanos: 9, kind: 10, lane: 1 },
    ]),
  );
  const lane = trace.lanes.get(1);
  assert.ok(lane);
  assert.equal(laneName(lane), '<img src=x onerror=alert(1)>\\u202e\\u000a');
  assert.equal(objectLabel(trace, 1), 'ReentrantLock #1');
  const first = firstSlice(trace, lane);
  const parked = first && neighbour(trace, lane, first.index, 1);
  assert.equal(parked && phraseOf(trace, parked), "waits for lock $& $1 {} $'");
});

test('outputLog_charactersAcrossFrames_areWhole', () => {
  const log = new OutputLog();
  const bytes = new TextEncoder().encode('é€😀');
  for (const byte of bytes)
    log.append({ lane: 1, isError: false, nanos: 0, offset: 0, bytes: new Uint8Array([byte]) });
  log.append({ lane: 1, isError: true, nanos: 0, offset: 0, bytes: new Uint8Array([0xc3]) });
  log.finish();
  assert.deepEqual(
    log.chunks.map((chunk) => [chunk.isError, chunk.text]),
    [
      [false, 'é€😀'],
      [true, '\ufffd'],
    ],
  );
});

test('formatDuration_threeDigits', () => {
  assert.deepEqual(
    [0, 7, 999, 1_000, 1_234, 12_345, 999_600, 20_300_000, 1_500_000_000].map(formatDuration),
    ['0', '7 ns', '999 ns', '1 µs', '1.23 µs', '12.3 µs', '1 ms', '20.3 ms', '1.5 s'],
  );
});

test('formatMoment_tellsNeighboursApart', () => {
  assert.equal(formatMoment(20e6, 10e6), '20 ms');
  assert.equal(formatMoment(20.5e6, 0.5e6), '20.5 ms');
  assert.equal(formatMoment(1_500_000, 100), '1.5000 ms');
  assert.equal(formatCount(1234567), '1,234,567');
});

test('objectLabel_twoObjectsOfOneName_haveTheirNumbers', () => {
  const trace = new Trace();
  read(
    trace,
    frames.objectNamed(1, 'java.lang.Object', 'left'),
    frames.objectNamed(2, 'java.lang.Object', 'right'),
  );
  assert.equal(objectLabel(trace, 1), 'left');
  read(trace, frames.objectNamed(3, 'java.lang.Object', 'left'));
  assert.equal(objectLabel(trace, 1), 'left #1');
  assert.equal(objectLabel(trace, 3), 'left #3');
  assert.equal(objectLabel(trace, 2), 'right');
});

test('phraseOf_joinThatGivesUp_namesTheThread', () => {
  const trace = new Trace();
  read(
    trace,
    frames.laneNamed(1, 'main'),
    frames.laneNamed(2, 'worker'),
    frames.events([
      { nanos: 0, kind: 2, lane: 1 },
      { nanos: 5, kind: 8, lane: 1, argument: 2 ** 32 + 2 },
    ]),
  );
  const lane = trace.lanes.get(1);
  assert.ok(lane);
  const first = firstSlice(trace, lane);
  const joining = first && neighbour(trace, lane, first.index, 1);
  assert.equal(joining && phraseOf(trace, joining), 'waits for worker to end');
});

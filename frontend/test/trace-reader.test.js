import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFrames, readTraceFile } from '../src/model/trace-reader.js';
import { WireError } from '../src/model/wire-reader.js';
import * as frames from './fixtures/frames.js';

/** A sink that keeps what it gets. */
function recorder() {
  /** @type {unknown[][]} */
  const got = [];
  /** @param {string} kind */
  const keep =
    (kind) =>
    /** @param {...unknown} values */
    (...values) =>
      got.push([kind, ...values]);
  return {
    got,
    sink: {
      lane: keep('lane'),
      object: keep('object'),
      sites: keep('sites'),
      operations: keep('operations'),
      variables: keep('variables'),
      events: (/** @type {Int32Array} */ words, /** @type {number} */ count) =>
        got.push(['events', [...words], count]),
      output: keep('output'),
      moments: keep('moments'),
    },
  };
}

/** @param {...Uint8Array} parts */
function read(...parts) {
  const { got, sink } = recorder();
  readFrames(/** @type {ArrayBuffer} */ (frames.joined(...parts).buffer), sink);
  return got;
}

test('readFrames_lane_allFields', () => {
  assert.deepEqual(read(frames.laneNamed(2, 'worker', { parent: 1, kind: 1, daemon: 1 })), [
    ['lane', { lane: 2, parent: 1, kind: 1, isDaemon: true, name: 'worker' }],
  ]);
});

test('readFrames_namesOfAnyLength_paddingIsSkipped', () => {
  const got = read(
    frames.objectNamed(1, 'A', ''),
    frames.objectNamed(2, 'AB', 'ü'),
    frames.objectNamed(3, 'ABCDE', 'x'),
  );
  assert.deepEqual(
    got.map(([, object]) => object),
    [
      { object: 1, className: 'A', name: '' },
      { object: 2, className: 'AB', name: 'ü' },
      { object: 3, className: 'ABCDE', name: 'x' },
    ],
  );
});

test('readFrames_sitesAndOperations_inOrder', () => {
  const got = read(
    frames.sites([{ line: 7, className: 'Main', method: 'run' }]),
    frames.operations(frames.OPERATIONS),
  );
  assert.deepEqual(got[0], ['sites', [{ line: 7, className: 'Main', method: 'run' }]]);
  assert.deepEqual(got[1], ['operations', frames.OPERATIONS]);
});

test('readFrames_variables_inOrder', () => {
  const list = [
    { flags: 3, type: 'I', label: 'Counter.count' },
    { flags: 4, type: 'Z', label: 'AtomicBoolean.get' },
  ];
  assert.deepEqual(read(frames.variables(list)), [['variables', list]]);
});

test('readFrames_events_eightWordsEach', () => {
  const got = read(
    frames.events([{ nanos: 2 ** 32 + 5, kind: 33, operation: 2, lane: 3, object: 4, site: 6, argument: 7 }]),
  );
  assert.deepEqual(got, [['events', [5, 1, 33 + 2 * 65536, 3, 4, 6, 7, 0], 1]]);
});

test('readFrames_output_bytesOfOneStream', () => {
  const [[kind, output] = []] = read(frames.output('hé', { lane: 2, isError: true, nanos: 9, offset: 11 }));
  assert.equal(kind, 'output');
  assert.deepEqual(output, {
    lane: 2,
    isError: true,
    nanos: 9,
    offset: 11,
    bytes: new Uint8Array([0x68, 0xc3, 0xa9]),
  });
});

test('readFrames_moments_allFields', () => {
  const mover = { thread: 2, standing: 1, move: 8, object: 7, operand: 3, line: 12 };
  const list = [
    { step: 5, chosen: 2, changed: [mover] },
    { step: 9, chosen: -1, changed: [] },
  ];
  assert.deepEqual(read(frames.moments(list)), [['moments', list]]);
});

test('readFrames_unknownType_isSkipped', () => {
  const got = read(frames.frame(9, new Uint8Array([1, 2, 3])), frames.objectNamed(1, 'A', 'a'));
  assert.equal(got.length, 1);
});

/** @type {[string, Uint8Array, RegExp][]} */
const MALFORMED = [
  ['cutHeader', new Uint8Array([1, 0, 0]), /frame header has 8 bytes; 3 are left/],
  ['cutPayload', frames.laneNamed(1, 'a long enough name').slice(0, 24), /says 34 bytes; 16 are left/],
  ['negativeLength', frames.joined(frames.i32(-8), [1, 0, 0, 0]), /says -8 bytes/],
  [
    'textTooLong',
    frames.frame(2, frames.joined(frames.i32(1), frames.i32(1_000))),
    /text says 1000 elements/,
  ],
  ['negativeText', frames.frame(2, frames.joined(frames.i32(1), frames.i32(-1))), /text says -1 elements/],
  ['listTooLong', frames.frame(3, frames.i32(2 ** 30)), /list says 1073741824 elements/],
  ['bytesTooMany', frames.frame(3, frames.joined(frames.i32(0), [1])), /1 bytes too many/],
  ['halfRecord', frames.frame(5, new Uint8Array(40)), /40 bytes are not whole records/],
  ['unknownLaneKind', frames.laneNamed(1, 'x', { kind: 3 }), /kind is 0 to 2; got 3/],
  ['laneZero', frames.laneNamed(0, 'x'), /lanes count from 1; got 0/],
  ['stepZero', frames.moments([{ step: 0, chosen: 1 }]), /steps count from 1; got 0/],
  ['unknownStream', frames.frame(6, new Uint8Array(24)), /stream is 1 or 2; got 0/],
];

for (const [name, bytes, message] of MALFORMED) {
  test(`readFrames_${name}_saysWhatIsWrong`, () => {
    assert.throws(
      () => read(bytes),
      (problem) => problem instanceof WireError && message.test(problem.message),
    );
  });
}

/** @param {number} version */
function file(version) {
  const header = frames.joined(
    [...'NTLEAVE'].map((letter) => letter.charCodeAt(0)),
    [0, version, 0, 32, 0, 0, 0, 0, 0],
    frames.i64(1_700_000_000_000),
    frames.i64(0),
  );
  return frames.joined(header, frames.laneNamed(1, 'main'));
}

test('readTraceFile_header_thenFrames', () => {
  const { got, sink } = recorder();
  const { startEpochMillis } = readTraceFile(/** @type {ArrayBuffer} */ (file(1).buffer), sink);
  assert.equal(startEpochMillis, 1_700_000_000_000);
  assert.equal(got.length, 1);
});

test('readTraceFile_otherVersionOrNoTrace_isRefused', () => {
  const { sink } = recorder();
  assert.throws(() => readTraceFile(/** @type {ArrayBuffer} */ (file(2).buffer), sink), /version 2/);
  assert.throws(() => readTraceFile(new ArrayBuffer(64), sink), /not a trace file/);
});

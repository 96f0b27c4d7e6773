/** @import { Moment } from './moments.js' */
import { WireError, WireReader } from './wire-reader.js';

/**
 * Receives the parts of a trace in the order they came.
 * @typedef {object} TraceSink
 * @property {(lane: LaneNamed) => void} lane
 * @property {(object: ObjectNamed) => void} object
 * @property {(sites: Site[]) => void} sites the n-th is site n, from 1
 * @property {(operations: Operation[]) => void} operations the n-th is operation n, from 1
 * @property {(variables: Variable[]) => void} variables the n-th is variable n, from 1
 * @property {(words: Int32Array, count: number) => void} events eight words a record
 * @property {(output: OutputFrame) => void} output
 * @property {(moments: Moment[]) => void} moments of a schedule, in order
 */
/** @typedef {{lane: number, parent: number, kind: number, isDaemon: boolean, name: string}} LaneNamed */
/** @typedef {{object: number, className: string, name: string}} ObjectNamed */
/** @typedef {{line: number, className: string, method: string}} Site */
/** @typedef {{role: number, label: string, phrase: string}} Operation */
/** @typedef {{flags: number, type: string, label: string}} Variable `flags` as below; `type` one letter of a descriptor */
/** @typedef {{lane: number, isError: boolean, nanos: number, offset: number, bytes: Uint8Array}} OutputFrame */

const LANE_NAMED = 1;
const OBJECT_NAMED = 2;
const SITES = 3;
const OPERATIONS = 4;
const EVENTS = 5;
const OUTPUT = 6;
const VARIABLES = 7;
const MOMENTS = 8;

/* Flags of a variable. */
export const VOLATILE = 1;
export const STATIC = 2;
/** It is no variable but an operation on an atomic, handle or collection. */
export const OPERATION = 4;

const HEADER_BYTES = 8;
const RECORD_BYTES = 32;
const FILE_HEADER_BYTES = 32;
/** `NTLEAVE` and a zero byte. */
const MAGIC = [0x4e, 0x54, 0x4c, 0x45, 0x41, 0x56, 0x45, 0];

/**
 * Reads a trace file: its header, then frames.
 * @param {ArrayBuffer} buffer
 * @param {TraceSink} sink
 * @returns {{startEpochMillis: number}}
 */
export function readTraceFile(buffer, sink) {
  const header = new WireReader(buffer, 0, Math.min(buffer.byteLength, FILE_HEADER_BYTES));
  const magic = header.bytes(MAGIC.length);
  if (MAGIC.some((byte, index) => magic[index] !== byte)) throw new WireError('this is not a trace file');
  const version = header.u16();
  if (version !== 1) throw new WireError(`the trace has version ${version}; this page reads version 1`);
  const recordBytes = header.u16();
  if (recordBytes !== RECORD_BYTES) throw new WireError(`a record has ${recordBytes} bytes; 32 are expected`);
  header.i32();
  const startEpochMillis = header.i64();
  readFrames(buffer, sink, FILE_HEADER_BYTES);
  return { startEpochMillis };
}

/**
 * Reads whole frames, as one binary message of the WebSocket holds them. Frames of unknown types are skipped.
 * @param {ArrayBuffer} buffer
 * @param {TraceSink} sink
 * @param {number} [from] offset of the first frame, a multiple of 8
 */
export function readFrames(buffer, sink, from = 0) {
  const view = new DataView(buffer);
  let at = from;
  while (at < buffer.byteLength) {
    if (buffer.byteLength - at < HEADER_BYTES) {
      throw new WireError(`a frame header has 8 bytes; ${buffer.byteLength - at} are left`);
    }
    const length = view.getInt32(at, true);
    const type = view.getUint8(at + 4);
    const next = at + HEADER_BYTES + Math.ceil(length / 8) * 8;
    if (length < 0 || next > buffer.byteLength) {
      throw new WireError(
        `a frame of type ${type} says ${length} bytes; ${buffer.byteLength - at - HEADER_BYTES} are left`,
      );
    }
    readFrame(buffer, type, at + HEADER_BYTES, length, sink);
    at = next;
  }
}

/**
 * @param {ArrayBuffer} buffer
 * @param {number} type
 * @param {number} at
 * @param {number} length
 * @param {TraceSink} sink
 */
function readFrame(buffer, type, at, length, sink) {
  if (type === EVENTS) {
    if (length % RECORD_BYTES !== 0) throw new WireError(`${length} bytes are not whole records of 32`);
    // Every machine a browser runs on is little-endian, so the bytes are the words.
    sink.events(new Int32Array(buffer, at, length / 4), length / RECORD_BYTES);
    return;
  }
  const reader = new WireReader(buffer, at, length);
  switch (type) {
    case LANE_NAMED:
      sink.lane(readLane(reader));
      break;
    case OBJECT_NAMED:
      sink.object({
        object: positive(reader.i32(), 'object'),
        className: reader.text(),
        name: reader.text(),
      });
      break;
    case SITES:
      sink.sites(
        readList(reader, () => ({ line: reader.i32(), className: reader.text(), method: reader.text() })),
      );
      break;
    case OPERATIONS:
      sink.operations(
        readList(reader, () => ({ role: reader.u8(), label: reader.text(), phrase: reader.text() })),
      );
      break;
    case VARIABLES:
      sink.variables(
        readList(reader, () => ({
          flags: reader.u8(),
          type: String.fromCharCode(reader.u8()),
          label: reader.text(),
        })),
      );
      break;
    case OUTPUT:
      sink.output(readOutput(reader));
      break;
    case MOMENTS:
      sink.moments(readList(reader, () => readMoment(reader)));
      break;
    default:
      return;
  }
  reader.end();
}

/** @param {WireReader} reader @returns {LaneNamed} */
function readLane(reader) {
  const lane = positive(reader.i32(), 'lane');
  const parent = reader.i32();
  const kind = reader.u8();
  if (kind > 2) throw new WireError(`a lane's kind is 0 to 2; got ${kind}`);
  const isDaemon = reader.u8() === 1;
  reader.u16();
  return { lane, parent, kind, isDaemon, name: reader.text() };
}

/** @param {WireReader} reader @returns {OutputFrame} */
function readOutput(reader) {
  const lane = reader.i32();
  const stream = reader.u8();
  if (stream !== 1 && stream !== 2) throw new WireError(`a stream is 1 or 2; got ${stream}`);
  reader.u8();
  reader.u16();
  const nanos = reader.i64();
  const offset = reader.i64();
  return { lane, isError: stream === 2, nanos, offset, bytes: reader.bytes(reader.left) };
}

/** @param {WireReader} reader @returns {Moment} */
function readMoment(reader) {
  const step = positive(reader.i32(), 'step');
  const chosen = reader.i32();
  const changed = readList(reader, () => {
    const thread = reader.i32();
    const standing = reader.u8();
    const move = reader.u8();
    reader.u16();
    return { thread, standing, move, object: reader.i32(), operand: reader.i32(), line: reader.i32() };
  });
  return { step, chosen, changed };
}

/**
 * @template T
 * @param {WireReader} reader
 * @param {() => T} each
 * @returns {T[]}
 */
function readList(reader, each) {
  const count = reader.count('list');
  const items = [];
  for (let i = 0; i < count; i++) items.push(each());
  return items;
}

/** @param {number} id @param {string} what @returns {number} */
function positive(id, what) {
  if (id < 1) throw new WireError(`${what}s count from 1; got ${id}`);
  return id;
}

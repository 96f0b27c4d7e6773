/** @import { Nanos } from '../base/units.js' */
/** @import { OutputFrame } from './trace-reader.js' */
import { STEP_NANOS } from '../base/clock.js';

/** Text one lane printed in a row on one stream. @typedef {{lane: number, isError: boolean, nanos: number, text: string}} OutputChunk */

/** The page keeps this many characters, a few times the server's own limit. */
const MAX_CHARACTERS = 4_000_000;

/** What the program printed, decoded across the borders of frames. */
export class OutputLog {
  constructor() {
    /** @type {OutputChunk[]} */
    this.chunks = [];
    this.characters = 0;
    this.isTruncated = false;
    /** Whether what was printed in different steps stays apart. */
    this.keepsSteps = false;
    this.decoders = { out: new TextDecoder(), err: new TextDecoder() };
  }

  /** @param {OutputFrame} frame */
  append(frame) {
    const decoder = frame.isError ? this.decoders.err : this.decoders.out;
    this.#add(frame.lane, frame.isError, frame.nanos, decoder.decode(frame.bytes, { stream: true }));
  }

  /** Whatever half a character was left becomes a replacement character. */
  finish() {
    this.#add(0, false, 0, this.decoders.out.decode());
    this.#add(0, true, 0, this.decoders.err.decode());
  }

  /** @param {number} lane @param {boolean} isError @param {number} nanos @param {string} text */
  #add(lane, isError, nanos, text) {
    if (text === '' || this.isTruncated) return;
    const room = MAX_CHARACTERS - this.characters;
    if (text.length > room) this.isTruncated = true;
    const kept = text.slice(0, room);
    this.characters += kept.length;
    const last = this.chunks[this.chunks.length - 1];
    const isOn = last !== undefined && last.lane === lane && last.isError === isError;
    if (isOn && (!this.keepsSteps || stepOf(last.nanos) === stepOf(nanos))) last.text += kept;
    else this.chunks.push({ lane, isError, nanos, text: kept });
  }
}

/** @param {Nanos} nanos @returns {number} */
function stepOf(nanos) {
  return Math.floor(nanos / STEP_NANOS);
}

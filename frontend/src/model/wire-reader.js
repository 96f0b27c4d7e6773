const TEXT = new TextDecoder();

/** Says that bytes are not what the trace format allows. */
export class WireError extends Error {}

/** Reads the primitives of the wire format from one frame's payload; every length is checked before it is believed. */
export class WireReader {
  /**
   * @param {ArrayBuffer} buffer
   * @param {number} offset
   * @param {number} length
   */
  constructor(buffer, offset, length) {
    this.view = new DataView(buffer, offset, length);
    this.at = 0;
  }

  /** @returns {number} how many bytes are left */
  get left() {
    return this.view.byteLength - this.at;
  }

  /** @returns {number} */
  u8() {
    return this.view.getUint8(this.#take(1));
  }

  /** @returns {number} */
  u16() {
    return this.view.getUint16(this.#take(2), true);
  }

  /** @returns {number} */
  i32() {
    return this.view.getInt32(this.#take(4), true);
  }

  /** A long as a number: exact up to 2^53, which is 104 days in nanoseconds. @returns {number} */
  i64() {
    const at = this.#take(8);
    return this.view.getInt32(at + 4, true) * 2 ** 32 + this.view.getUint32(at, true);
  }

  /** @returns {string} */
  text() {
    const length = this.count('text');
    return TEXT.decode(this.bytes(length));
  }

  /** @param {number} length @returns {Uint8Array} a view, not a copy */
  bytes(length) {
    const at = this.#take(length);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + at, length);
  }

  /** A count of bytes or items, checked against what is left. @param {string} what @returns {number} */
  count(what) {
    const count = this.i32();
    if (count < 0 || count > this.left) {
      throw new WireError(`${what} says ${count} elements; only ${this.left} bytes are left`);
    }
    return count;
  }

  /** Checks that nothing is left. */
  end() {
    if (this.left > 0) throw new WireError(`${this.left} bytes too many`);
  }

  /** @param {number} length @returns {number} */
  #take(length) {
    if (this.left < length) throw new WireError(`${length} more bytes are needed; ${this.left} are left`);
    const at = this.at;
    this.at += length;
    return at;
  }
}

import { IntList } from './int-list.js';

const FIRST_SLOTS = 64;

/** Numbers keys of three integers from 0, in the order they are seen; no object a key, since there may be a million. */
export class KeyTable {
  /** One more than the number that lives in a slot; 0 where none does. */
  #slots = new Int32Array(FIRST_SLOTS);
  a = new IntList();
  b = new IntList();
  c = new IntList();

  /** @returns {number} how many keys there are */
  get length() {
    return this.a.length;
  }

  /** @param {number} a @param {number} b @param {number} c @returns {number} its number; `length` before, where it is new */
  numberOf(a, b, c) {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash(a, b, c) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] - 1;
      if (number < 0) return this.#add(a, b, c, slot);
      if (this.a.data[number] === a && this.b.data[number] === b && this.c.data[number] === c) return number;
    }
  }

  /** @param {number} a @param {number} b @param {number} c @param {number} slot @returns {number} */
  #add(a, b, c, slot) {
    const number = this.length;
    this.a.push(a);
    this.b.push(b);
    this.c.push(c);
    this.#slots[slot] = number + 1;
    if (this.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow() {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.length; number++) {
      let slot = hash(this.a.data[number], this.b.data[number], this.c.data[number]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** @param {number} a @param {number} b @param {number} c @returns {number} */
function hash(a, b, c) {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

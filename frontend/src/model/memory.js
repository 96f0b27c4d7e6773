/** @import { Trace } from './trace.js' */
/** @import { Variable } from './trace-reader.js' */
import { IntList, firstAbove, firstAtLeast } from '../base/int-list.js';
import { KeyTable } from '../base/key-table.js';
import * as kinds from './event-kinds.js';

/*
 * Who read and wrote what when. A location is one field of one object, one element of an array, or an atomic; its
 * accesses by one lane that change it, and those that only see it, are a strand each. A strand's accesses are in time
 * order as they come, so asking for the last before a moment is a search in each strand of a location, and nothing is
 * ever sorted. Rows are put together by strand when somebody asks.
 */

/* What a location's place says: numbers of variables come first. */
const FIRST_ELEMENT = 2 ** 16;
const ATOMIC = 2 ** 17;

/** An index that stands for itself and all above. */
const LAST_INDEX = 0xffff;
const NO_STRAND = -1;

/** Atomics that are one variable; an operation on an array of them or on a map says not on which element. */
const SINGLE =
  /^(Atomic(Integer|Long|Boolean|(Markable|Stamped)?Reference)|(Long|Double)(Adder|Accumulator))\./;
const ONLY_SEES = /\.(get(Plain|Opaque|Acquire|Volatile|Reference|Stamp)?|\w+Value|is\w+|sum|size)$/;
const ONLY_WRITES = /\.(set\w*|lazySet|reset|add|increment|decrement|accumulate)$/;
const MAY_FAIL = /\.(compareAndSet|weakCompareAndSet\w*)$/;

/** What an operation does to its atomic. @typedef {{isSingle: boolean, sees: boolean, changes: boolean, mayFail: boolean}} Effect */

/** @type {Effect} */
const UNKNOWN = { isSingle: false, sees: true, changes: true, mayFail: false };

/** All accesses to memory of a run. */
export class Memory {
  /** @type {Variable[]} */
  variableList = [];
  /** Of each variable, what an operation of that name does. @type {Effect[]} */
  #effects = [];
  /** How many variables have a name, without their class. @type {Map<string, number>} */
  #fieldCounts = new Map();
  /** Rows of instants, ascending, and the strand of each. */
  rows = new IntList();
  #strandOfRow = new IntList();
  /** Object, place and 0. */
  #locations = new KeyTable();
  /** The first strand of a location. */
  #firstStrand = new IntList();
  /** The only lane that touched a location, or -1. */
  #soleLane = new IntList();
  /** Locations that several lanes touched, in the order that was seen. */
  shared = new IntList();
  /** Location, lane and whether it changes. */
  #strands = new KeyTable();
  #nextStrand = new IntList();
  #strandLength = new IntList();
  /** The only object a variable was seen on, or -1. @type {Map<number, number>} */
  #soleObject = new Map();
  /** Rows by strand: where each strand's begin. */
  #starts = new Int32Array(1);
  #ordered = new Int32Array(0);
  #orderedCount = 0;

  /** @param {Variable[]} list */
  setVariables(list) {
    this.variableList = list;
    this.#fieldCounts.clear();
    for (const { label } of list)
      this.#fieldCounts.set(fieldOf(label), (this.#fieldCounts.get(fieldOf(label)) ?? 0) + 1);
    this.#effects = list.map(({ label }) => ({
      isSingle: SINGLE.test(label),
      sees: !ONLY_WRITES.test(label),
      changes: !ONLY_SEES.test(label),
      mayFail: MAY_FAIL.test(label),
    }));
  }

  /** Whether no other variable's name ends the same. @param {number} variable @returns {boolean} */
  isUnique(variable) {
    return this.#fieldCounts.get(fieldOf(this.variableList[variable - 1]?.label ?? '')) === 1;
  }

  /** @param {number} variable @returns {Effect} of an operation on an atomic */
  effectOf(variable) {
    return this.#effects[variable - 1] ?? UNKNOWN;
  }

  /** @param {number} row @param {number} kind @param {number} operation @param {number} object @param {number} lane @param {boolean} isChange */
  add(row, kind, operation, object, lane, isChange) {
    const place = this.#placeOf(kind, operation, object);
    this.rows.push(row);
    if (place < 0) {
      this.#strandOfRow.push(NO_STRAND);
      return;
    }
    const location = this.#locations.numberOf(object, place, 0);
    if (location === this.#soleLane.length) {
      this.#soleLane.push(lane);
      this.#firstStrand.push(NO_STRAND);
      if (place < FIRST_ELEMENT) this.#seeOn(place, object);
    } else if (this.#soleLane.data[location] !== lane && this.#soleLane.data[location] >= 0) {
      this.#soleLane.data[location] = -1;
      this.shared.push(location);
    }
    const strand = this.#strands.numberOf(location, lane, isChange ? 1 : 0);
    if (strand === this.#strandLength.length) {
      this.#strandLength.push(0);
      this.#nextStrand.push(this.#firstStrand.data[location]);
      this.#firstStrand.data[location] = strand;
    }
    this.#strandLength.data[strand]++;
    this.#strandOfRow.push(strand);
  }

  /** @param {number} kind @param {number} operation @param {number} object @returns {number} or -1 where it is not known */
  #placeOf(kind, operation, object) {
    if (kind === kinds.FIELD_READ || kind === kinds.FIELD_WRITTEN) return operation;
    if (object <= 0) return -1;
    if (kind === kinds.ATOMIC_USED) return this.effectOf(operation).isSingle ? ATOMIC : -1;
    return operation === LAST_INDEX ? -1 : FIRST_ELEMENT + operation;
  }

  /** @param {number} variable @param {number} object */
  #seeOn(variable, object) {
    const sole = this.#soleObject.get(variable) ?? object;
    this.#soleObject.set(variable, sole === object ? object : -1);
  }

  /** Whether the variable was seen on more than one object. @param {number} variable @returns {boolean} */
  isOnSeveral(variable) {
    return this.#soleObject.get(variable) === -1;
  }

  /** @param {number} location @returns {boolean} whether it is an element of an array */
  isElement(location) {
    const place = this.#locations.b.at(location);
    return place >= FIRST_ELEMENT && place < ATOMIC;
  }

  /** The location of an access, or -1 where it is not known which. @param {number} row of an instant @returns {number} */
  locationOf(row) {
    const at = firstAtLeast(this.rows, row);
    const strand = this.rows.at(at) === row ? this.#strandOfRow.at(at) : NO_STRAND;
    return strand < 0 ? -1 : this.#strands.a.at(strand);
  }

  /**
   * Each strand of a location: its lane, whether it changes, and where in `ordered` its rows are.
   * @param {number} location
   * @param {(lane: number, isChange: boolean, ordered: Int32Array, from: number, to: number) => void} each
   */
  eachStrand(location, each) {
    this.#order();
    for (let s = this.#firstStrand.at(location); s >= 0; s = this.#nextStrand.at(s)) {
      const [from, to] = [this.#starts[s], this.#starts[s + 1]];
      each(this.#strands.b.at(s), this.#strands.c.at(s) === 1, this.#ordered, from, to);
    }
  }

  /** Puts the rows together by strand. */
  #order() {
    const { rows } = this;
    if (this.#orderedCount === rows.length) return;
    this.#orderedCount = rows.length;
    const count = this.#strandLength.length;
    this.#starts = new Int32Array(count + 1);
    for (let s = 0; s < count; s++) this.#starts[s + 1] = this.#starts[s] + this.#strandLength.data[s];
    const next = this.#starts.slice();
    this.#ordered = new Int32Array(this.#starts[count]);
    for (let i = 0; i < rows.length; i++) {
      const strand = this.#strandOfRow.data[i];
      if (strand >= 0) this.#ordered[next[strand]++] = rows.data[i];
    }
  }

  /**
   * The last change of a location before a moment, or -1.
   * @param {Float64Array} nanosOf the times of instants
   * @param {number} location
   * @param {number} nanos
   * @param {number} row of two at the same time the one with the smaller row is earlier
   * @returns {number} row
   */
  changeBefore(nanosOf, location, nanos, row) {
    let best = -1;
    this.eachStrand(location, (_lane, isChange, ordered, from, to) => {
      if (!isChange) return;
      let i = firstAbove(ordered, nanosOf, from, to, nanos) - 1;
      while (i >= from && nanosOf[ordered[i]] === nanos && ordered[i] >= row) i--;
      if (i >= from && (best < 0 || isBefore(nanosOf, best, ordered[i]))) best = ordered[i];
    });
    return best;
  }
}

/** @param {string} label @returns {string} without the class */
function fieldOf(label) {
  return label.slice(label.lastIndexOf('.') + 1);
}

/** Whether one access comes before another. @param {Float64Array} nanosOf @param {number} a @param {number} b @returns {boolean} */
export function isBefore(nanosOf, a, b) {
  return nanosOf[a] < nanosOf[b] || (nanosOf[a] === nanosOf[b] && a < b);
}

/** Whether an access changes what it is about. @param {Trace} trace @param {number} row @returns {boolean} */
export function changes({ instants, memory }, row) {
  const kind = instants.kind[row];
  if (kind !== kinds.ATOMIC_USED) return kind === kinds.FIELD_WRITTEN || kind === kinds.ARRAY_WRITTEN;
  const effect = memory.effectOf(instants.operation[row]);
  return effect.changes && !(effect.mayFail && instants.words[2 * row] === 0);
}

/** Whether an access finds out what it is about. @param {Trace} trace @param {number} row @returns {boolean} */
export function sees({ instants, memory }, row) {
  const kind = instants.kind[row];
  if (kind === kinds.ATOMIC_USED) return memory.effectOf(instants.operation[row]).sees;
  return kind === kinds.FIELD_READ || kind === kinds.ARRAY_READ;
}

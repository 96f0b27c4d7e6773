/*
 * The moments of a schedule at which it was decided who moves, as `backend/docs/trace-format.md` has them: each says
 * what changed since the one before.
 */

/* Whether a thread can move. */
export const READY = 0;
export const WAITING = 1;
export const GONE = 2;

/** Chosen where the schedule ended. */
export const NOBODY = -1;

/** The thread that stands for time. */
export const CLOCK = 0;

/* What a thread is about to do. */
export const BEGINS = 0;
export const READS = 1;
export const WRITES = 2;
export const READS_ELEMENT = 3;
export const WRITES_ELEMENT = 4;
export const READS_COLLECTION = 5;
export const WRITES_COLLECTION = 6;
export const USES = 7;
export const ENTERS = 8;
export const WAKES = 9;
export const UNPARKS = 10;
export const SLEPT = 11;
export const JOINS = 12;
export const CALLS = 13;
export const YIELDED = 14;
export const INITIALISED = 15;
export const TIME = 16;
export const ENDS = 17;
export const PRINTS = 18;

/** A thread and what it is about to do; a line of 0 is not known. @typedef {{thread: number, standing: number, move: number, object: number, operand: number, line: number}} Mover */
/** @typedef {{step: number, chosen: number, changed: Mover[]}} Moment */

/** All moments of a run, by number from 0; the last is its end, where nobody moves any more. */
export class Moments {
  /** @type {Moment[]} */
  #list = [];
  /** How many decisions come before each. @type {number[]} */
  #decisions = [];
  /** @type {boolean[]} */
  #isChoice = [];
  /** Threads that can move, at the last moment. @type {Set<number>} */
  #ready = new Set();
  #decided = 0;
  /** How often time passed although a thread could go on. */
  early = 0;

  /** @param {Moment[]} moments */
  append(moments) {
    for (const moment of moments) {
      for (const { thread, standing } of moment.changed) {
        if (standing === READY) this.#ready.add(thread);
        else this.#ready.delete(thread);
      }
      const isChoice = moment.chosen !== NOBODY && this.#ready.size > 1;
      this.#list.push(moment);
      this.#decisions.push(this.#decided);
      this.#isChoice.push(isChoice);
      if (isChoice) this.#decided++;
      if (isChoice && moment.chosen === CLOCK) this.early++;
    }
  }

  /** Makes sure that the last moment is the end: a run that was stopped does not tell. */
  close() {
    const last = this.#list[this.#list.length - 1];
    if (last !== undefined && last.chosen !== NOBODY)
      this.append([{ step: last.step + 1, chosen: NOBODY, changed: [] }]);
  }

  /** @returns {number} */
  get length() {
    return this.#list.length;
  }

  /** How many choices there are. @returns {number} */
  get choices() {
    return this.#decided;
  }

  /** Whether moments between the others and the end were left out. @returns {boolean} */
  get isCut() {
    return this.stepAt(this.length - 1) > this.stepAt(this.length - 2) + 1;
  }

  /** The step that was decided. @param {number} index @returns {number} */
  stepAt(index) {
    return this.#list[index]?.step ?? 0;
  }

  /** @param {number} index @returns {number} the thread that moved, or NOBODY */
  chosenAt(index) {
    return this.#list[index]?.chosen ?? NOBODY;
  }

  /** Whether more than one could move. @param {number} index @returns {boolean} */
  isChoice(index) {
    return this.#isChoice[index] ?? false;
  }

  /** How many choices come before. @param {number} index @returns {number} */
  decisionAt(index) {
    return this.#decisions[index] ?? this.#decided;
  }

  /** What a thread is about to do at a moment; null when it does not live. @param {number} index @param {number} thread @returns {Mover | null} */
  moverAt(index, thread) {
    for (let i = Math.min(index, this.length - 1); i >= 0; i--) {
      const mover = this.#list[i]?.changed.find((each) => each.thread === thread);
      if (mover !== undefined) return mover.standing === GONE ? null : mover;
    }
    return null;
  }

  /** All threads that live at a moment: those that can move first, each by number, the clock last of them. @param {number} index @returns {Mover[]} */
  moversAt(index) {
    /** @type {Map<number, Mover>} */
    const movers = new Map();
    for (let i = 0; i <= index && i < this.#list.length; i++) {
      for (const mover of this.#list[i]?.changed ?? []) {
        if (mover.standing === GONE) movers.delete(mover.thread);
        else movers.set(mover.thread, mover);
      }
    }
    return [...movers.values()].sort((a, b) => a.standing - b.standing || orderOf(a) - orderOf(b));
  }
}

/** @param {Mover} mover @returns {number} */
function orderOf({ thread }) {
  return thread === CLOCK ? Infinity : thread;
}

/** @import { Nanos } from '../base/units.js' */
/** @import { Mover } from './moments.js' */
/** @import { Trace } from './trace.js' */
import { STEP_NANOS } from '../base/clock.js';
import { ENTERS, NOBODY, READY, WAKES } from './moments.js';

/** What the server is asked to do otherwise. @typedef {{decision: number, thread: number}} Branch */

/** A place among the moments of a run: what comes before it has happened. */
export class Stepper {
  /** @param {Trace} trace of a run that has ended and has moments */
  constructor(trace) {
    this.trace = trace;
    this.moments = trace.momentList;
    this.moments.close();
    this.position = 0;
  }

  /** @returns {number} */
  get last() {
    return this.moments.length - 1;
  }

  /** @returns {boolean} */
  get isAtEnd() {
    return this.position === this.last;
  }

  /** The step that comes next. @returns {number} */
  get step() {
    return this.moments.stepAt(this.position);
  }

  /** Everything before this time has happened. @returns {Nanos} */
  get nanos() {
    return this.nanosAt(this.position);
  }

  /** @param {number} position @returns {Nanos} */
  nanosAt(position) {
    return this.moments.stepAt(position) * STEP_NANOS;
  }

  /** @returns {boolean} */
  get isChoice() {
    return this.moments.isChoice(this.position);
  }

  /** The thread that moved next in this run, or NOBODY. @returns {number} */
  get chosen() {
    return this.moments.chosenAt(this.position);
  }

  /** Those that can move first. @returns {Mover[]} */
  movers() {
    return this.moments.moversAt(this.position);
  }

  /** To a place, or the nearest there is. @param {number} position */
  goTo(position) {
    this.position = Math.max(0, Math.min(this.last, position));
  }

  /** The next choice, or the end. @returns {number} */
  nextChoice() {
    for (let i = this.position + 1; i < this.last; i++) if (this.moments.isChoice(i)) return i;
    return this.last;
  }

  /** The choice before, or the beginning. @returns {number} */
  previousChoice() {
    for (let i = this.position - 1; i > 0; i--) if (this.moments.isChoice(i)) return i;
    return 0;
  }

  /** The next moment whose step is about a lock or a monitor, or the end. @returns {number} */
  nextLock() {
    for (let i = this.position + 1; i < this.last; i++) if (this.#isOfLock(i)) return i;
    return this.last;
  }

  /** @param {number} index @returns {boolean} */
  #isOfLock(index) {
    if (this.trace.turns?.hasLock(this.moments.stepAt(index))) return true;
    const mover = this.moments.moverAt(index, this.moments.chosenAt(index));
    return mover?.move === ENTERS || mover?.move === WAKES;
  }

  /** Right behind the choice with a number: the next one, or the end. @param {number} decision @returns {number} */
  behind(decision) {
    for (let i = 0; i < this.last; i++)
      if (this.moments.isChoice(i) && this.moments.decisionAt(i) > decision) return i;
    return this.last;
  }

  /**
   * Lets a thread move: goes on where this run did the same, else says what to ask the server for.
   * @param {number} thread
   * @returns {Branch | null}
   */
  move(thread) {
    if (this.chosen === NOBODY) return null;
    if (thread === this.chosen) {
      this.goTo(this.nextChoice());
      return null;
    }
    const mover = this.moments.moverAt(this.position, thread);
    return mover?.standing === READY && this.isChoice
      ? { decision: this.moments.decisionAt(this.position), thread }
      : null;
  }
}

import { HoldHistory } from './hold-history.js';
import { TimeOrder } from './time-order.js';

/* What reads as empty and is never written: most of many objects are tasks, which nobody holds. */
const NO_HISTORY = new HoldHistory();
const NO_ROWS = new TimeOrder();

/** What the trace knows of one object: its name, who held it when, who woke others through it. */
export class ObjectTrack {
  /** @param {number} id */
  constructor(id) {
    this.id = id;
    this.className = '';
    this.name = '';
    /** The lock this condition belongs to, or 0. */
    this.lock = 0;
    /** As a monitor, a lock or a semaphore. */
    this.holds = NO_HISTORY;
    /** As a class: who initialised it. Its monitor is something else. */
    this.initialisations = NO_HISTORY;
    /** Rows of instants that may end another lane's wait on this object. */
    this.wakes = NO_ROWS;
    /** Rows of spans that wait on this object. */
    this.waits = NO_ROWS;
    /** Rows of TASK_SUBMITTED, where it is a task. */
    this.submits = NO_ROWS;
    /** Rows of tasks: each time it ran. */
    this.tasks = NO_ROWS;
  }

  /** @returns {HoldHistory} one that may be written */
  ownHolds() {
    if (this.holds === NO_HISTORY) this.holds = new HoldHistory();
    return this.holds;
  }

  /** @returns {HoldHistory} one that may be written */
  ownInitialisations() {
    if (this.initialisations === NO_HISTORY) this.initialisations = new HoldHistory();
    return this.initialisations;
  }

  /** @param {'wakes' | 'waits' | 'submits' | 'tasks'} list @param {number} row @param {Float64Array} nanos */
  add(list, row, nanos) {
    if (this[list] === NO_ROWS) this[list] = new TimeOrder();
    this[list].add(row, nanos);
  }
}

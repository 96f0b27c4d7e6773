import { IntList } from '../base/int-list.js';
import { TimeOrder } from './time-order.js';

/* What reads as empty and is never written: of many lanes, most have none of most. */
export const NONE = new IntList();
export const NO_ROWS = new TimeOrder();
/** @type {IntList[]} */
const NO_LEVELS = [];

/** How many locks held at once are drawn under a lane; those above are counted, not drawn. */
export const MAX_LEVELS = 4;

/** How many tasks inside each other are drawn. */
export const TASK_LEVELS = 2;

/* Kinds of lanes. */
export const PLATFORM = 0;
export const VIRTUAL = 1;
export const CARRIER = 2;

/**
 * A lock some lane holds now: how many times, how many of those as one of several, and the same of what a wait let go.
 * @typedef {{count: number, shared: number, row: number, level: number, suspended: number, suspendedShared: number}} Held
 */

/** What the trace knows of one thread. Spans and instants are rows of the trace's tables. */
export class LaneTrack {
  /** @param {number} id */
  constructor(id) {
    this.id = id;
    this.name = '';
    /** 0 platform, 1 virtual, 2 carrier. */
    this.kind = 0;
    this.isDaemon = false;
    this.parent = 0;
    /** When another lane started it; NaN when unknown. */
    this.startedNanos = NaN;
    this.startedSite = 0;
    /** The lane whose THREAD_STARTED said so, or 0. */
    this.startedBy = 0;
    this.beganNanos = NaN;
    this.endedNanos = NaN;
    /** Time and site of the newest record. */
    this.lastNanos = 0;
    this.events = 0;

    /** Spans as they are shown, in time order; never overlapping. */
    this.shown = new IntList();
    /** Entries into monitors that, as far as is known, nobody else held: part of running. */
    this.freeEntries = NONE;
    /** So many of them were looked at twice; only the end of the run brings news of those. */
    this.settledEntries = 0;
    /** So many were looked at once. */
    this.seenEntries = 0;
    this.instants = new IntList();
    /** Its accesses to memory, made when there is one. @type {LaneMemory | null} */
    this.memory = null;
    /** Rows of holds, by how many others were held below: within one level they don't overlap. @type {IntList[]} */
    this.levels = [];
    /** Rows of UNPARKED whose argument is this lane. */
    this.unparks = NO_ROWS;
    /** What it has beside these, made when first needed: most of many lanes have none. @type {LaneBands | null} */
    this.bands = null;

    /** The span that is open, or -1; a thread is in one at a time. */
    this.openSpan = -1;
    /** Begins inside an open span, which that span swallows. */
    this.nested = 0;
    /** Open LOCKs and CALLs, innermost last: operation, object and site of each. */
    this.calls = new IntList();
    /** @type {Map<number, Held> | null} */
    this.held = null;
    /** Bit n: level n is taken. */
    this.takenLevels = 0;
    /** The `java.util.concurrent` lock taken last. */
    this.lastLock = 0;
  }

  /** @returns {LaneBands} */
  ownBands() {
    this.bands ??= new LaneBands();
    return this.bands;
  }

  /** @returns {LaneMemory} */
  ownMemory() {
    this.memory ??= new LaneMemory();
    return this.memory;
  }

  /** @returns {number} when it first shows, NaN when it has done nothing */
  get firstNanos() {
    return Number.isNaN(this.startedNanos) ? this.beganNanos : this.startedNanos;
  }

  /** @returns {boolean} */
  get hasEnded() {
    return !Number.isNaN(this.endedNanos);
  }
}

/**
 * A list that may be written.
 * @param {IntList} list
 * @returns {IntList}
 */
export function own(list) {
  return list === NONE ? new IntList() : list;
}

/** A lane's accesses to memory: rows of the trace's instants, kept apart from the others since there are so many. */
export class LaneMemory {
  constructor() {
    this.rows = new IntList();
    /** Of the first n + 1 accesses, so many changed something. */
    this.changes = new IntList();
  }
}

/** Rows of tasks, carriers and pins of one lane. */
export class LaneBands {
  constructor() {
    /** Tasks by how many others they run inside of; within one level they don't overlap. */
    this.tasks = NO_LEVELS;
    /** Rows of the open tasks, innermost last. */
    this.openTasks = NONE;
    /** Tasks begun beyond the depth that is kept. */
    this.deeperTasks = 0;
    /** A virtual thread's times on a carrier. */
    this.mounts = NONE;
    this.isMounted = false;
    /** A carrier's times with a virtual thread. */
    this.carried = NO_ROWS;
    /** Times it waited without letting its carrier go. */
    this.pins = NONE;
    this.isPinned = false;
  }

  /** Makes what tasks are kept in. */
  ownTasks() {
    if (this.tasks !== NO_LEVELS) return;
    this.tasks = Array.from({ length: TASK_LEVELS }, () => new IntList());
    this.openTasks = new IntList();
  }
}

/** @import { TraceSink, LaneNamed, ObjectNamed, Site, Operation, OutputFrame, Variable } from './trace-reader.js' */
/** @import { Moment } from './moments.js' */
/** @import { Clock } from '../base/clock.js' */
import { REAL_TIME, STEP_NANOS, STEP_TIME } from '../base/clock.js';
import { BandTable } from './band-table.js';
import { CLASS_USE_BEGAN, isAccess, isOfLock } from './event-kinds.js';
import { foldAccess } from './fold-access.js';
import { fold } from './fold.js';
import { InstantTable } from './instant-table.js';
import { LaneTrack } from './lane-track.js';
import { Memory } from './memory.js';
import { Moments } from './moments.js';
import { ObjectTrack } from './object-track.js';
import { OutputLog } from './output-log.js';
import { SpanTable } from './span-table.js';
import { BLOCKED, ENTERING, RUNNING } from './states.js';
import { Turns } from './turns.js';
import { WireError } from './wire-reader.js';

/** Words in a record, see trace-format.md. */
const RECORD_WORDS = 8;
const TWO_32 = 2 ** 32;

/** @implements {TraceSink} */
export class Trace {
  constructor() {
    this.spans = new SpanTable();
    this.instants = new InstantTable();
    /** Monitors, locks, permits and classes being initialised. */
    this.holds = new BandTable();
    this.tasks = new BandTable();
    /** The object is the carrier's lane. */
    this.mounts = new BandTable();
    this.pins = new BandTable();
    /** How many tasks inside each other there are to draw. */
    this.taskLevels = 0;
    /** @type {LaneTrack[]} */
    this.laneList = [];
    this.isLaneListSorted = true;
    /** @type {Map<number, LaneTrack>} */
    this.lanes = new Map();
    /** @type {Map<number, ObjectTrack>} */
    this.objects = new Map();
    /** @type {Site[]} */
    this.siteList = [];
    /** @type {Operation[]} */
    this.operationList = [];
    this.memory = new Memory();
    this.outputLog = new OutputLog();
    this.eventCount = 0;
    /** Records of kinds this page does not know. */
    this.unknownCount = 0;
    /** Time of the newest record of any lane. */
    this.lastNanos = 0;
    /** Where open slices are drawn to: now, while the run goes on; its end, after. */
    this.endNanos = 0;
    this.hasEnded = false;
    /** How many objects have a name. @type {Map<string, number>} */
    this.nameCounts = new Map();
    /** Grows with everything that could change a picture. */
    this.version = 0;
    /** Grows with what says where a lane belongs. */
    this.groupVersion = 0;
    this.said = { nanos: 0, operation: 0, object: 0, site: 0, argument: 0 };
    this.settledVersion = -1;
    /** How its times are told. @type {Readonly<Clock>} */
    this.clock = REAL_TIME;
    this.hasPreemptions = false;
    /** Who made each step, where steps are counted. @type {Turns | null} */
    this.turns = null;
    this.momentList = new Moments();
  }

  /** Its times count the steps of a schedule. To be said before the first event. */
  countSteps() {
    this.clock = STEP_TIME;
    this.turns = new Turns();
    this.outputLog.keepsSteps = true;
  }

  /** @param {LaneNamed} named */
  lane(named) {
    const lane = this.laneTrack(named.lane);
    lane.name = named.name;
    lane.kind = named.kind;
    lane.isDaemon = named.isDaemon;
    lane.parent = named.parent;
    this.groupVersion++;
    this.version++;
  }

  /** @param {ObjectNamed} named */
  object(named) {
    const object = this.objectTrack(named.object);
    this.nameCounts.set(object.name, this.objectsNamed(object.name) - 1);
    this.nameCounts.set(named.name, this.objectsNamed(named.name) + 1);
    object.className = named.className;
    object.name = named.name;
    this.version++;
  }

  /** How many objects have this name. @param {string} name @returns {number} */
  objectsNamed(name) {
    return this.nameCounts.get(name) ?? 0;
  }

  /** @param {Site[]} sites */
  sites(sites) {
    this.siteList = sites;
  }

  /** @param {Operation[]} operations */
  operations(operations) {
    this.operationList = operations;
  }

  /** @param {Variable[]} variables */
  variables(variables) {
    this.memory.setVariables(variables);
    this.version++;
  }

  /** @param {OutputFrame} output */
  output(output) {
    this.outputLog.append(output);
    this.version++;
  }

  /** @param {Moment[]} moments */
  moments(moments) {
    this.momentList.append(moments);
    this.version++;
  }

  /** @param {Int32Array} words @param {number} count */
  events(words, count) {
    const said = this.said;
    /** @type {LaneTrack | null} */
    let lane = null;
    for (let i = 0; i < count; i++) {
      const base = i * RECORD_WORDS;
      const laneId = words[base + 3];
      if (lane === null || lane.id !== laneId) {
        if (laneId < 1) throw new WireError(`lanes count from 1; a record says ${laneId}`);
        lane = this.laneTrack(laneId);
      }
      const nanos = words[base + 1] * TWO_32 + (words[base] >>> 0);
      // Searches rely on order within a lane, so a clock that steps back is held still.
      said.nanos = nanos > lane.lastNanos ? nanos : lane.lastNanos;
      const kindAndOperation = words[base + 2];
      const kind = kindAndOperation & 0xffff;
      said.operation = kindAndOperation >>> 16;
      said.object = words[base + 4];
      said.site = words[base + 5];
      said.argument = words[base + 7] * TWO_32 + (words[base + 6] >>> 0);
      if (lane.events++ === 0) lane.beganNanos = said.nanos;
      lane.lastNanos = said.nanos;
      if (said.nanos > this.lastNanos) this.lastNanos = said.nanos;
      if (this.turns !== null)
        this.turns.note(said.nanos, laneId, isOfLock(kind, this.roleOf(said.operation)));
      if (isAccess(kind)) foldAccess(this, lane, kind, said, words[base + 6], words[base + 7]);
      else if (!fold(this, lane, kind, said)) this.unknownCount++;
    }
    this.eventCount += count;
    this.version++;
    if (this.lastNanos > this.endNanos) this.endNanos = this.lastNanos;
  }

  /** Open slices reach at least to here, where time is real. @param {number} nanos */
  extendTo(nanos) {
    if (nanos > this.endNanos && !this.clock.isSteps) {
      this.endNanos = nanos;
      this.version++;
    }
  }

  /** Nothing more will come. @param {number} nanos when the run ended, 0 when unknown */
  finish(nanos) {
    this.hasEnded = true;
    // While the run went on the end was guessed from the page's clock; only what is still open needs more than the events.
    const isOpen = this.laneOrder.some((lane) => lane.events > 0 && !lane.hasEnded);
    const end = this.clock.isSteps ? this.lastNanos + this.#stepsAfter() * STEP_NANOS : nanos;
    this.endNanos = isOpen ? Math.max(this.lastNanos, end) : this.lastNanos;
    this.outputLog.finish();
    this.version++;
    this.settle();
  }

  /** How many steps what never ended goes on after the last one, to be seen. @returns {number} */
  #stepsAfter() {
    return Math.ceil(1 + (0.08 * this.lastNanos) / STEP_NANOS);
  }

  /**
   * Asks of entries into monitors and classes who was there meanwhile; called now and then, before a picture is made. While the run
   * goes on each entry is asked about twice, since the answer may come in a later batch, and once more at the end.
   */
  settle() {
    if (this.settledVersion === this.version) return;
    this.settledVersion = this.version;
    for (const lane of this.laneOrder) {
      if (lane.freeEntries.length > (this.hasEnded ? 0 : lane.settledEntries)) this.#settleLane(lane);
    }
  }

  /** @param {LaneTrack} lane */
  #settleLane(lane) {
    const entries = lane.freeEntries;
    const from = this.hasEnded ? 0 : lane.settledEntries;
    let kept = from;
    let earliest = -1;
    let newlySeen = lane.seenEntries;
    for (let i = from; i < entries.length; i++) {
      const row = entries.at(i);
      if (this.isContended(lane, row)) {
        this.spans.state[row] = BLOCKED;
        lane.shown.push(row);
        if (earliest < 0) earliest = row;
        if (i < lane.seenEntries) newlySeen--;
      } else {
        entries.data[kept++] = row;
      }
    }
    entries.length = kept;
    lane.settledEntries = newlySeen;
    lane.seenEntries = kept;
    if (earliest >= 0) this.#sortIn(lane, earliest);
  }

  /** Rows of one lane were added in time order, so sorting the numbers sorts the times. @param {LaneTrack} lane @param {number} earliest row that is new in `shown` */
  #sortIn(lane, earliest) {
    const { shown } = lane;
    const first = shown.view().findIndex((row) => row >= earliest);
    shown.view().subarray(first).sort();
    for (let i = first; i < shown.length; i++) this.spans.sumBefore(shown.at(i), shown.at(i - 1));
  }

  /**
   * Whether another lane held the monitor, or initialised the class, while this lane wanted it.
   * @param {LaneTrack} lane
   * @param {number} row of a span
   * @returns {boolean}
   */
  isContended(lane, row) {
    const { spans, holds } = this;
    const object = this.objects.get(spans.object[row]);
    if (object === undefined) return false;
    const history = spans.kind[row] === CLASS_USE_BEGAN ? object.initialisations : object.holds;
    return history.isHeldByOther(holds, spans.startNanos[row], spans.endNanos[row], lane.id);
  }

  /** The state a span stands for. @param {LaneTrack} lane @param {number} row @returns {number} */
  stateOf(lane, row) {
    const state = this.spans.state[row];
    if (state !== ENTERING) return state;
    return this.isContended(lane, row) ? BLOCKED : RUNNING;
  }

  /** @param {number} operation @returns {number} its role, or -1 */
  roleOf(operation) {
    return this.operationList[operation - 1]?.role ?? -1;
  }

  /** The lane with this number, made if it is new. @param {number} id @returns {LaneTrack} */
  laneTrack(id) {
    let lane = this.lanes.get(id);
    if (lane === undefined) {
      lane = new LaneTrack(id);
      this.lanes.set(id, lane);
      const last = this.laneList[this.laneList.length - 1];
      if (last !== undefined && last.id > id) this.isLaneListSorted = false;
      this.laneList.push(lane);
    }
    return lane;
  }

  /** By creation order: the order of their numbers. @returns {LaneTrack[]} */
  get laneOrder() {
    if (!this.isLaneListSorted) {
      this.laneList.sort((a, b) => a.id - b.id);
      this.isLaneListSorted = true;
    }
    return this.laneList;
  }

  /** @param {number} id @returns {ObjectTrack} */
  objectTrack(id) {
    let object = this.objects.get(id);
    if (object === undefined) {
      object = new ObjectTrack(id);
      this.objects.set(id, object);
    }
    return object;
  }
}

/** @import { LaneGroup } from './lane-groups.js' */
/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { groupedLanes } from './lane-groups.js';

/** What stands in a row: a lane, or the header of a group. @typedef {{lane: LaneTrack, group: null} | {lane: null, group: LaneGroup}} LaneRow */

/**
 * Rows that follow each other: a run of lanes, or a group with its header.
 * @typedef {{first: number, count: number, group: LaneGroup | null, lanes: LaneTrack[]}} Section
 */

/**
 * What stands in which row, top to bottom. Rows are not kept one by one: a hundred thousand lanes are a few sections.
 */
export class LaneRows {
  count = 0;
  /** Grows when rows move. */
  version = 0;
  /** What was opened and closed by hand. @type {Map<number, boolean>} */
  #opened = new Map();
  /** @type {Section[]} */
  #sections = [];
  #groupVersion = -1;
  #laneCount = -1;

  /** @param {Trace} trace */
  constructor(trace) {
    this.trace = trace;
  }

  /** @returns {boolean} whether lanes came or moved since the rows were made */
  get isStale() {
    return this.#laneCount !== this.trace.laneList.length || this.#groupVersion !== this.trace.groupVersion;
  }

  /** Brings the rows up to date. */
  update() {
    if (!this.isStale) return;
    this.#groupVersion = this.trace.groupVersion;
    this.#laneCount = this.trace.laneList.length;
    this.#arrange();
  }

  #arrange() {
    this.version++;
    this.#sections = [];
    this.count = 0;
    for (const entry of groupedLanes(this.trace, this.#opened)) {
      if ('lanes' in entry) {
        this.#add(entry, entry.lanes, 1 + (entry.isOpen ? entry.lanes.length : 0));
        continue;
      }
      const last = this.#sections[this.#sections.length - 1];
      if (last === undefined || last.group !== null) {
        this.#add(null, [entry], 1);
      } else {
        last.lanes.push(entry);
        last.count++;
        this.count++;
      }
    }
  }

  /** @param {LaneGroup | null} group @param {LaneTrack[]} lanes @param {number} count */
  #add(group, lanes, count) {
    this.#sections.push({ first: this.count, count, group, lanes });
    this.count += count;
  }

  /** @returns {LaneGroup[]} */
  get groups() {
    return this.#sections.flatMap((section) => section.group ?? []);
  }

  /** Opens or closes a group. @param {LaneGroup} group @param {boolean} isOpen */
  toggle(group, isOpen) {
    if (group.isOpen === isOpen) return;
    this.#opened.set(group.key, isOpen);
    this.#arrange();
  }

  /** @param {number} index @returns {LaneRow | null} */
  at(index) {
    if (index < 0 || index >= this.count) return null;
    const section = this.#sections[this.#sectionAt(index)];
    if (section === undefined) return null;
    const inside = index - section.first;
    if (section.group !== null && inside === 0) return { lane: null, group: section.group };
    const lane = section.lanes[section.group === null ? inside : inside - 1];
    return lane === undefined ? null : { lane, group: null };
  }

  /** @param {number} index @returns {number} */
  #sectionAt(index) {
    let low = 0;
    let high = this.#sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#sections[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The row of a lane: its own, or that of the closed group it is in; -1 when it has none yet. @param {LaneTrack} lane @returns {number} */
  indexOf(lane) {
    for (const { group, lanes, first } of this.#sections) {
      const at = placeOf(lanes, lane);
      if (at < 0) continue;
      if (group === null) return first + at;
      return group.isOpen ? first + 1 + at : first;
    }
    return -1;
  }

  /** The group a lane is in, or null. @param {LaneTrack} lane @returns {LaneGroup | null} */
  groupOf(lane) {
    for (const { group, lanes } of this.#sections) {
      if (group !== null && placeOf(lanes, lane) >= 0) return group;
    }
    return null;
  }

  /** The row of a group's header, or -1. @param {LaneGroup} group @returns {number} */
  indexOfGroup(group) {
    return this.#sections.find((section) => section.group?.key === group.key)?.first ?? -1;
  }
}

/** Where a lane stands among lanes in the order of their numbers, or -1. @param {LaneTrack[]} lanes @param {LaneTrack} lane @returns {number} */
function placeOf(lanes, lane) {
  let low = 0;
  let high = lanes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const id = lanes[middle]?.id ?? 0;
    if (id === lane.id) return lanes[middle] === lane ? middle : -1;
    if (id < lane.id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

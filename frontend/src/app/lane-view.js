/** @import { LaneGroup } from '../model/lane-groups.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Trace } from '../model/trace.js' */
import { GroupDensities } from '../model/group-densities.js';
import { LaneRows } from '../model/lane-rows.js';

/** While a run goes on, lanes are arranged anew this often, or less often where that takes long. */
const ARRANGE_MILLIS = 200;
const ARRANGE_SHARE = 20;
/** While a run goes on, the pictures of groups are made anew this often. */
const DENSITY_MILLIS = 500;
/** So long a frame may work on them. */
const STEP_MILLIS = 4;
const STEP_SPANS = 4_000;

/** Which lanes stand where, and the pictures of those that are folded: kept up with a trace that grows. */
export class LaneView {
  #nextArrange = -Infinity;
  #nextDensity = -Infinity;

  /** @param {Trace} trace */
  constructor(trace) {
    this.trace = trace;
    this.rows = new LaneRows(trace);
    this.densities = new GroupDensities(trace);
  }

  /** Takes in new lanes. @returns {boolean} whether rows moved */
  arrange() {
    const now = performance.now();
    const { rows, trace } = this;
    if (!rows.isStale || (now < this.#nextArrange && !trace.hasEnded && rows.count > 0)) return false;
    rows.update();
    const took = performance.now() - now;
    this.#nextArrange = now + Math.max(ARRANGE_MILLIS, took * ARRANGE_SHARE);
    return true;
  }

  /** Works on the pictures for a part of a frame. @returns {{isNew: boolean, isMore: boolean}} whether one is new, and whether there is more to do */
  work() {
    const groups = this.rows.groups;
    const began = performance.now();
    const result = { isNew: false, isMore: false };
    if (groups.length === 0 || (began < this.#nextDensity && !this.trace.hasEnded)) return result;
    do {
      const did = this.densities.step(groups, STEP_SPANS);
      result.isMore = did !== 'nothing';
      if (did === 'ready') {
        result.isNew = true;
        if (!this.densities.isStale(groups)) break;
      }
    } while (result.isMore && performance.now() - began < STEP_MILLIS);
    if (!this.trace.hasEnded && (result.isNew || !result.isMore)) {
      this.#nextDensity = performance.now() + DENSITY_MILLIS;
      result.isMore = false;
    }
    return result;
  }

  /** Opens the group a lane is folded into. @param {LaneTrack} lane @returns {boolean} whether rows moved */
  unfold(lane) {
    const group = this.rows.groupOf(lane);
    if (group === null || group.isOpen) return false;
    this.rows.toggle(group, true);
    return true;
  }

  /** The group with a key, as it is now. @param {number} key @returns {LaneGroup | null} */
  group(key) {
    return this.rows.groups.find((group) => group.key === key) ?? null;
  }
}

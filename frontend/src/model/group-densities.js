/** @import { LaneGroup } from './lane-groups.js' */
/** @import { Trace } from './trace.js' */
import { Density } from './density.js';

/** The pictures of a trace's groups: the newest that is ready, while the next one is made. */
export class GroupDensities {
  /** @type {Map<number, {shown: Density | null, next: Density | null}>} */
  #byKey = new Map();

  /** @param {Trace} trace */
  constructor(trace) {
    this.trace = trace;
  }

  /** The picture of a group, if there is one yet. @param {LaneGroup} group @returns {Density | null} */
  of(group) {
    return this.#byKey.get(group.key)?.shown ?? null;
  }

  /** @param {LaneGroup[]} groups @returns {boolean} whether a picture is missing or older than the trace */
  isStale(groups) {
    return groups.some((group) => this.of(group)?.version !== this.trace.version);
  }

  /**
   * Works on what is missing or old, one step.
   * @param {LaneGroup[]} groups
   * @param {number} spans about so many
   * @returns {'nothing' | 'more' | 'ready'} `ready` when there is a new picture
   */
  step(groups, spans) {
    for (const group of groups) {
      const entry = this.#byKey.get(group.key) ?? { shown: null, next: null };
      this.#byKey.set(group.key, entry);
      if (entry.shown?.version === this.trace.version) continue;
      entry.next ??= new Density(this.trace, group);
      if (!entry.next.step(spans)) return 'more';
      entry.shown = entry.next;
      entry.next = null;
      return 'ready';
    }
    return 'nothing';
  }
}

/** @import { Clock } from '../base/clock.js' */
/** @import { LaneGroup } from '../model/lane-groups.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Hit } from '../view/hit-test.js' */
/** @import { Timeline } from './timeline.js' */
import { firstAbove } from '../base/int-list.js';
import { formatCount } from '../base/units.js';
import { carrierText, holdPhrase } from '../model/band-sentences.js';
import { isAccess } from '../model/event-kinds.js';
import { instantPhrase, taskPhrase } from '../model/instant-sentences.js';
import { captionOf, laneName, laneNameOf } from '../model/sentences.js';
import { groupOrigin, groupTitles } from '../model/lane-groups.js';
import { CARRIER } from '../model/lane-track.js';
import { laneKindName } from '../model/snapshot.js';
import { lineOf, siteOfSlice } from '../model/slices.js';
import { stateName } from '../model/states.js';
import { make } from './dom.js';

const OFFSET_PX = 14;

/** Shows what lies under the pointer. */
export class Tooltip {
  /** @param {HTMLElement} element @param {Timeline} timeline */
  constructor(element, timeline) {
    this.element = element;
    this.timeline = timeline;
  }

  /** @param {Hit | null} hit @param {number} x @param {number} y */
  show(hit, x, y) {
    const lines = hit === null ? [] : this.#lines(hit);
    this.element.hidden = lines.length === 0;
    if (lines.length === 0) return;
    const [first, ...rest] = lines;
    this.element.replaceChildren(make('b', {}, first ?? ''), ...rest.map((line) => make('div', {}, line)));
    const { offsetWidth, offsetHeight } = this.element;
    const { widthPx, heightPx } = this.timeline;
    const left = x + OFFSET_PX + offsetWidth > widthPx ? x - OFFSET_PX - offsetWidth : x + OFFSET_PX;
    const top = y + OFFSET_PX + offsetHeight > heightPx ? y - OFFSET_PX - offsetHeight : y + OFFSET_PX;
    this.element.style.left = `${Math.max(4, left)}px`;
    this.element.style.top = `${Math.max(4, top)}px`;
  }

  /** @param {Hit} hit @returns {string[]} */
  #lines(hit) {
    const { trace } = this.timeline;
    const { lane, slice, group } = hit;
    if (group !== null) return groupLines(this.timeline, group, hit.nanos, hit.isHeader);
    if (lane === null) return [];
    if (hit.isHeader) {
      const daemon = lane.isDaemon ? ', daemon' : '';
      const kind = lane.kind === CARRIER ? 'carrier' : `${laneKindName(lane.kind)} thread`;
      return [laneName(lane), `${kind}${daemon}`, `${formatCount(lane.events)} events`];
    }
    if (hit.task >= 0) {
      const { startNanos, endNanos, object } = trace.tasks;
      const words = taskPhrase(trace, object[hit.task], startNanos[hit.task], lane.id);
      return [
        `${laneName(lane)} ${words}`,
        lengthText(trace.clock, startNanos[hit.task], endNanos[hit.task]),
      ];
    }
    if (hit.mount >= 0) {
      const { startNanos, endNanos } = trace.mounts;
      const name = laneNameOf(trace, trace.mounts.lane[hit.mount]);
      return [
        `${laneName(lane)} carries ${name}`,
        lengthText(trace.clock, startNanos[hit.mount], endNanos[hit.mount]),
      ];
    }
    if (hit.instant >= 0) {
      return [
        `${laneName(lane)} ${instantPhrase(trace, hit.instant)}`,
        `at ${trace.clock.moment(trace.instants.nanos[hit.instant])}${this.#line(trace.instants.site[hit.instant])}`,
        this.#others(lane, hit.instant),
      ];
    }
    if (hit.hold >= 0) {
      const { startNanos, endNanos } = trace.holds;
      return [
        `${laneName(lane)} ${holdPhrase(trace, hit.hold)}`,
        lengthText(trace.clock, startNanos[hit.hold], endNanos[hit.hold]),
      ];
    }
    if (slice === null) return [];
    const length =
      slice.endNanos === null
        ? `for ${trace.clock.length(trace.endNanos - slice.startNanos)}${trace.hasEnded ? ', never ended' : ' so far'}`
        : `for ${trace.clock.length(slice.endNanos - slice.startNanos)}`;
    return [
      `${laneName(lane)} ${captionOf(trace, slice)}`,
      `${stateName(slice.state)} ${length}, from ${trace.clock.moment(slice.startNanos)}${this.#line(siteOfSlice(trace, slice))}`,
      carrierText(trace, lane, hit.nanos),
    ];
  }

  /** How many accesses to memory share its pixel. @param {LaneTrack} lane @param {number} row @returns {string} */
  #others(lane, row) {
    const { trace, scale } = this.timeline;
    const { nanos, kind } = trace.instants;
    if (lane.memory === null || !isAccess(kind[row])) return '';
    const { data, length } = lane.memory.rows;
    const [from, to] = [-0.5, 0.5].map((px) =>
      firstAbove(data, nanos, 0, length, nanos[row] + px / scale.pxPerNano),
    );
    const count = (to ?? 0) - (from ?? 0) - 1;
    return count > 0 ? `and ${formatCount(count)} more accesses here; zoom in to tell them apart` : '';
  }

  /** @param {number} site @returns {string} */
  #line(site) {
    const line = lineOf(this.timeline.trace, site);
    return line > 0 ? `, line ${line}` : '';
  }
}

/** @param {Clock} clock @param {number} startNanos @param {number} endNanos @returns {string} */
function lengthText(clock, startNanos, endNanos) {
  return endNanos === Infinity ? 'and never ends' : `for ${clock.length(endNanos - startNanos)}`;
}

/** @param {Timeline} timeline @param {LaneGroup} group @param {number} nanos @param {boolean} isHeader @returns {string[]} */
function groupLines(timeline, group, nanos, isHeader) {
  const [title = ''] = groupTitles(group);
  const density = timeline.lanes.densities.of(group);
  const words = group.kind === CARRIER ? 'carry a virtual thread' : 'alive';
  const alive =
    isHeader || density === null
      ? ''
      : `${formatCount(density.aliveAt(nanos))} ${words} at ${timeline.trace.clock.moment(nanos)}`;
  return [
    `${title} ${groupOrigin(group)}`,
    alive,
    group.isOpen ? 'click the name to fold them' : 'click the name to see each',
  ];
}

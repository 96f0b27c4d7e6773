/** @import { Hit } from '../view/hit-test.js' */
/** @import { Timeline } from './timeline.js' */
import { formatDuration } from '../base/units.js';
import { instantPhrase } from '../model/instant-sentences.js';
import { captionOf, laneName, objectLabel } from '../model/sentences.js';
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
    const { lane, slice } = hit;
    if (lane === null) return [];
    if (hit.isHeader) {
      const daemon = lane.isDaemon ? ', daemon' : '';
      return [laneName(lane), `${laneKindName(lane.kind)} thread${daemon}`, `${lane.events} events`];
    }
    if (hit.instant >= 0) {
      return [
        `${laneName(lane)} ${instantPhrase(trace, hit.instant)}`,
        `at ${formatDuration(trace.instants.nanos[hit.instant])}${this.#line(trace.instants.site[hit.instant])}`,
      ];
    }
    if (hit.hold >= 0) {
      const end = trace.holds.endNanos[hit.hold];
      const start = trace.holds.startNanos[hit.hold];
      const length = end === Infinity ? 'and never lets go' : `for ${formatDuration(end - start)}`;
      return [`${laneName(lane)} holds ${objectLabel(trace, trace.holds.object[hit.hold])}`, length];
    }
    if (slice === null) return [];
    const length =
      slice.endNanos === null
        ? `for ${formatDuration(trace.endNanos - slice.startNanos)}${trace.hasEnded ? ', never ended' : ' so far'}`
        : `for ${formatDuration(slice.endNanos - slice.startNanos)}`;
    return [
      `${laneName(lane)} ${captionOf(trace, slice)}`,
      `${stateName(slice.state)} ${length}, from ${formatDuration(slice.startNanos)}${this.#line(siteOfSlice(trace, slice))}`,
    ];
  }

  /** @param {number} site @returns {string} */
  #line(site) {
    const line = lineOf(this.timeline.trace, site);
    return line > 0 ? `, line ${line}` : '';
  }
}

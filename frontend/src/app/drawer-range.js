/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Timeline } from './timeline.js' */
import { firstAbove } from '../base/int-list.js';
import { formatCount } from '../base/units.js';
import { laneName } from '../model/sentences.js';
import { RUNNING, STILL_STATES, stateName } from '../model/states.js';
import { stillNanos } from '../view/lane-walk.js';
import { lookOf } from '../view/palette.js';
import { make } from './dom.js';

const MAX_LANES = 16;

/** What the lanes in sight did in a range of time. @param {Timeline} timeline @param {number} startNanos @param {number} endNanos @returns {HTMLElement[][]} */
export function rangeRows(timeline, startNanos, endNanos) {
  const { trace, paints } = timeline;
  const shown = lanesInSight(timeline);
  const rows = [
    row('From', trace.clock.moment(startNanos)),
    row('Length', trace.clock.length(endNanos - startNanos)),
  ];
  for (const lane of shown) {
    const shares = sharesOf(timeline, lane, startNanos, endNanos);
    const bar = make('div', { class: 'shares' });
    /** @type {string[]} */
    const words = [];
    for (const { state, share } of shares) {
      if (share <= 0) continue;
      const part = make('i', {});
      part.style.width = `${share * 100}%`;
      part.style.background = lookOf(paints.palette, state).fill;
      bar.append(part);
      words.push(`${stateName(state)} ${Math.round(share * 100)} %`);
    }
    bar.title = words.join(', ');
    rows.push(
      row(
        laneName(lane),
        make('div', {}, bar, make('span', { class: 'faint' }, words.join(', ') || 'not there')),
      ),
    );
  }
  const more = trace.laneOrder.length - shown.length;
  if (more > 0) rows.push(row('', `and ${formatCount(more)} more lanes`));
  return rows;
}

/** @param {Timeline} timeline @returns {LaneTrack[]} the first that stand in rows of their own, from where the view is scrolled to */
function lanesInSight(timeline) {
  const { rows } = timeline.lanes;
  const lanes = [];
  const first = Math.floor(timeline.parts.scroll.scrollTop / timeline.shape.height);
  for (let i = first; i < rows.count && lanes.length < MAX_LANES; i++) {
    const lane = rows.at(i)?.lane ?? null;
    if (lane !== null) lanes.push(lane);
  }
  return lanes;
}

/** @param {string} term @param {Node | string} value @returns {HTMLElement[]} */
export function row(term, value) {
  return [make('dt', {}, term), make('dd', {}, value)];
}

/** @param {Timeline} timeline @param {LaneTrack} lane @param {number} startNanos @param {number} endNanos */
function sharesOf(timeline, lane, startNanos, endNanos) {
  const { trace } = timeline;
  const from = Math.max(startNanos, lane.beganNanos);
  const to = Math.min(endNanos, lane.hasEnded ? lane.endedNanos : trace.endNanos);
  if (!(to > from)) return [];
  const [before, after] = [from, to].map((nanos) => {
    const sums = new Float64Array(STILL_STATES.length);
    const k = firstAbove(lane.shown.data, trace.spans.endNanos, 0, lane.shown.length, nanos);
    stillNanos(trace, lane, k, nanos, sums);
    return sums;
  });
  const whole = endNanos - startNanos;
  const still = STILL_STATES.map((state, index) => ({
    state,
    share: ((after?.[index] ?? 0) - (before?.[index] ?? 0)) / whole,
  }));
  const running = (to - from) / whole - still.reduce((sum, part) => sum + part.share, 0);
  return [{ state: RUNNING, share: Math.max(0, running) }, ...still];
}

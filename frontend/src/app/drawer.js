/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Slice } from '../model/slices.js' */
/** @import { Timeline } from './timeline.js' */
import { formatDuration } from '../base/units.js';
import { visibleName } from '../base/visible-text.js';
import { firstAbove } from '../base/int-list.js';
import { holdersDuring } from '../model/holders.js';
import { instantPhrase } from '../model/instant-sentences.js';
import { laneName, laneNameOf, objectLabel, phraseOf } from '../model/sentences.js';
import { lineOf, siteOfSlice } from '../model/slices.js';
import { BLOCKED, RUNNING, STILL_STATES, stateName } from '../model/states.js';
import { stillNanos } from '../view/lane-walk.js';
import { lookOf } from '../view/palette.js';
import { linkButton, make } from './dom.js';
import { goToLane, moveAlongFlow, moveAlongLane } from './timeline-moves.js';

const MAX_HOLDERS = 6;
const MAX_LANES = 16;

/** Tells all about what is selected. */
export class Drawer {
  /**
   * @param {HTMLElement} element
   * @param {Timeline} timeline
   * @param {(line: number) => void} goToLine
   */
  constructor(element, timeline, goToLine) {
    this.element = element;
    this.timeline = timeline;
    this.goToLine = goToLine;
  }

  show() {
    const { selection } = this.timeline;
    this.element.hidden = selection === null;
    if (selection === null) return;
    if (selection.kind === 'slice') this.#showSlice(selection.slice);
    else if (selection.kind === 'instant') this.#showInstant(selection.lane, selection.row);
    else this.#showRange(selection.startNanos, selection.endNanos);
  }

  /** @param {Slice} slice */
  #showSlice(slice) {
    const { trace } = this.timeline;
    const rows = [row('Thread', this.#laneLink(slice.lane)), row('Does', phraseOf(trace, slice))];
    if (slice.row >= 0) {
      const object = trace.spans.object[slice.row];
      if (object > 0) rows.push(row('Object', this.#object(object)));
      if (slice.state === BLOCKED) rows.push(...this.#holders(slice));
      const operation = trace.operationList[trace.spans.operation[slice.row] - 1];
      if (operation !== undefined) rows.push(row('In', visibleName(operation.label)));
    }
    const end = slice.endNanos;
    rows.push(row('Since', formatDuration(slice.startNanos)));
    if (end !== null) rows.push(row('For', formatDuration(end - slice.startNanos)));
    else rows.push(row('For', `${formatDuration(trace.endNanos - slice.startNanos)}, never ended`));
    rows.push(...this.#site(siteOfSlice(trace, slice)));
    for (const flow of this.timeline.flows.into) {
      const from = laneNameOf(trace, flow.fromLane);
      rows.push(row('Because', flow.isOpen ? `${from} ${flow.label}` : `${flow.label}, ${from}`));
    }
    for (const flow of this.timeline.flows.out.slice(0, MAX_HOLDERS)) {
      rows.push(row('Leads to', `${flow.label}, ${laneNameOf(trace, flow.toLane)}`));
    }
    this.#fill(this.#title(slice.state), rows, this.#steps());
  }

  /** @param {LaneTrack} lane @param {number} instant */
  #showInstant(lane, instant) {
    const { trace } = this.timeline;
    const { instants } = trace;
    const rows = [row('Thread', this.#laneLink(lane)), row('Does', instantPhrase(trace, instant))];
    const object = instants.object[instant];
    if (object > 0) rows.push(row('Object', this.#object(object)));
    rows.push(row('At', formatDuration(instants.nanos[instant])), ...this.#site(instants.site[instant]));
    this.#fill([make('span', {}, 'Instant')], rows, this.#steps());
  }

  /** @param {number} startNanos @param {number} endNanos */
  #showRange(startNanos, endNanos) {
    const { trace, paints } = this.timeline;
    const rows = [
      row('From', formatDuration(startNanos)),
      row('Length', formatDuration(endNanos - startNanos)),
    ];
    for (const lane of trace.laneOrder.slice(0, MAX_LANES)) {
      const shares = sharesOf(this.timeline, lane, startNanos, endNanos);
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
    const more = trace.laneOrder.length - MAX_LANES;
    if (more > 0) rows.push(row('', `and ${more} more lanes`));
    this.#fill([make('span', {}, 'Range of time')], rows, null);
  }

  /** @param {number} object */
  #object(object) {
    const { trace } = this.timeline;
    const track = trace.objects.get(object);
    const className = track?.className ?? '';
    return `${objectLabel(trace, object)} · ${visibleName(className) || 'object'}, no. ${object}`;
  }

  /** @param {Slice} slice */
  #holders(slice) {
    const { trace } = this.timeline;
    const holders = holdersDuring(trace, slice);
    return holders.slice(0, MAX_HOLDERS).map((hold, index) => {
      const lane = trace.lanes.get(trace.holds.lane[hold]);
      return row(index === 0 ? 'Held by' : 'then by', lane === undefined ? '?' : this.#laneLink(lane));
    });
  }

  /** @param {number} site */
  #site(site) {
    const { trace } = this.timeline;
    const found = trace.siteList[site - 1];
    if (found === undefined || found.line < 1) return [];
    const link = linkButton(`line ${lineOf(trace, site)}`, () => this.goToLine(found.line));
    return [row('Where', make('span', {}, link, ` in ${visibleName(found.method)}`))];
  }

  /** @param {LaneTrack} lane */
  #laneLink(lane) {
    return linkButton(laneName(lane), () => goToLane(this.timeline, lane));
  }

  /** @param {number} state */
  #title(state) {
    const look = lookOf(this.timeline.paints.palette, state);
    const swatch = make('i', { class: 'swatch' });
    swatch.style.background = look.fill;
    swatch.style.borderColor = look.edge;
    const name = stateName(state);
    return [make('span', {}, swatch, name.charAt(0).toUpperCase() + name.slice(1))];
  }

  #steps() {
    const { timeline } = this;
    const steps = make('div', { class: 'steps' });
    /** @param {string} text @param {string} title @param {() => void} pressed @param {boolean} isOn */
    function add(text, title, pressed, isOn) {
      const button = make('button', { type: 'button', class: 'small', title, 'aria-label': title }, text);
      button.disabled = !isOn;
      button.addEventListener('click', pressed);
      steps.append(button);
    }
    const { into, out } = timeline.flows;
    add('‹ slice', 'Previous slice (,)', () => moveAlongLane(timeline, -1), true);
    add('slice ›', 'Next slice (.)', () => moveAlongLane(timeline, 1), true);
    add('← flow', 'Back along the flow ([)', () => moveAlongFlow(timeline, -1), into.length > 0);
    add(
      'flow →',
      'Forward along the flow (])',
      () => moveAlongFlow(timeline, 1),
      into.length + out.length > 0,
    );
    return steps;
  }

  /** @param {Node[]} title @param {HTMLElement[][]} rows @param {HTMLElement | null} foot */
  #fill(title, rows, foot) {
    const close = make(
      'button',
      { type: 'button', class: 'small quiet', title: 'Close (Esc)', 'aria-label': 'Close' },
      '✕',
    );
    close.addEventListener('click', () => this.timeline.select(null));
    const head = make('div', { class: 'drawer-head' }, ...title, close);
    this.element.replaceChildren(head, make('dl', {}, ...rows.flat()));
    if (foot !== null) this.element.append(foot);
  }
}

/** @param {string} term @param {Node | string} value @returns {HTMLElement[]} */
function row(term, value) {
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

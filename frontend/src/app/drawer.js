/** @import { LaneGroup } from '../model/lane-groups.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Slice } from '../model/slices.js' */
/** @import { Timeline } from './timeline.js' */
import { STEP_NANOS } from '../base/clock.js';
import { formatCount } from '../base/units.js';
import { visibleName } from '../base/visible-text.js';
import { carrierAt, pinBetween, pinText } from '../model/carriers.js';
import { TASK_BEGAN, isAccess } from '../model/event-kinds.js';
import { holdersDuring } from '../model/holders.js';
import { instantPhrase, taskPhrase } from '../model/instant-sentences.js';
import { groupOrigin, groupTitles } from '../model/lane-groups.js';
import { laneName, laneNameOf, objectLabel, phraseOf } from '../model/sentences.js';
import { lineOf, siteOfSlice } from '../model/slices.js';
import { stateName } from '../model/states.js';
import { taskAt, taskEnd } from '../model/tasks.js';
import { turnsText } from '../model/turns.js';
import { lookOf } from '../view/palette.js';
import { accessRows, accessTitle, valuesAt } from './drawer-access.js';
import { rangeRows, row } from './drawer-range.js';
import { linkButton, make } from './dom.js';
import { goToLane, moveAlongFlow, moveAlongLane, selectedNanos } from './timeline-moves.js';

const MAX_HOLDERS = 6;
const MAX_TURNS = 8;

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
    else if (selection.kind === 'group') this.#showGroup(selection.group);
    else
      this.#fill(
        [make('span', {}, 'Range of time')],
        rangeRows(this.timeline, selection.startNanos, selection.endNanos),
        null,
      );
  }

  /** @param {Slice} slice */
  #showSlice(slice) {
    const { trace } = this.timeline;
    const rows = [row('Thread', this.#laneLink(slice.lane)), row('Does', phraseOf(trace, slice))];
    if (slice.row >= 0) {
      const object = trace.spans.object[slice.row];
      if (object > 0) rows.push(row('Object', this.#object(object)));
      rows.push(...this.#holders(slice));
      const operation = trace.operationList[trace.spans.operation[slice.row] - 1];
      if (operation !== undefined) rows.push(row('In', visibleName(operation.label)));
    }
    const end = slice.endNanos;
    rows.push(row('Since', trace.clock.moment(slice.startNanos)));
    if (end !== null) rows.push(row('For', trace.clock.length(end - slice.startNanos)));
    else rows.push(row('For', `${trace.clock.length(trace.endNanos - slice.startNanos)}, never ended`));
    rows.push(...this.#moves(slice));
    rows.push(...this.#site(siteOfSlice(trace, slice)), ...this.#bands(slice));
    rows.push(...this.#flows());
    this.#fill(this.#title(slice.state), rows, this.#steps());
  }

  /** Which steps of a slice were its own, where one thread moves at a time. @param {Slice} slice */
  #moves({ lane, startNanos, endNanos }) {
    const { turns, endNanos: end } = this.timeline.trace;
    if (turns === null) return [];
    const first = Math.floor(startNanos / STEP_NANOS);
    // The step that ends a slice is the first of the next one, unless the thread ends with it.
    const isLast = endNanos === null || (lane.hasEnded && endNanos === lane.endedNanos);
    const last = Math.floor((endNanos ?? end) / STEP_NANOS) - (isLast ? 0 : 1);
    const found = turns.of(lane.id, first, last, MAX_TURNS + 1);
    const more = found.length > MAX_TURNS ? ', and more' : '';
    return [
      row('Moves', found.length === 0 ? 'never' : `steps ${turnsText(found.slice(0, MAX_TURNS))}${more}`),
    ];
  }

  /** The task, the carrier and the pin of a slice. @param {Slice} slice */
  #bands(slice) {
    const { trace } = this.timeline;
    const { lane, startNanos } = slice;
    const rows = [];
    const task = taskAt(trace, lane.id, startNanos);
    if (task >= 0)
      rows.push(
        row('Task', taskPhrase(trace, trace.tasks.object[task], trace.tasks.startNanos[task], lane.id)),
      );
    const carrierId = carrierAt(trace, lane, startNanos);
    const carrier = carrierId === null ? undefined : trace.lanes.get(carrierId);
    if (carrier !== undefined) rows.push(row('Carrier', this.#laneLink(carrier)));
    else if (carrierId === 0) rows.push(row('Carrier', 'on none'));
    const pin = pinBetween(trace, lane, startNanos, slice.endNanos ?? Infinity);
    if (pin >= 0) rows.push(row('Pinned', pinText(trace.pins.how[pin])));
    return rows;
  }

  /** @param {LaneTrack} lane @param {number} instant */
  #showInstant(lane, instant) {
    const { trace } = this.timeline;
    const { instants } = trace;
    const rows = [row('Thread', this.#laneLink(lane)), row('Does', instantPhrase(trace, instant))];
    if (isAccess(instants.kind[instant])) {
      rows.push(row('At', trace.clock.moment(instants.nanos[instant])));
      rows.push(...this.#site(instants.site[instant]), ...accessRows(this.timeline, instant));
      this.#fill([make('span', {}, accessTitle(trace, instant))], rows, this.#steps());
      return;
    }
    const object = instants.object[instant];
    if (object > 0) rows.push(row('Object', this.#object(object)));
    rows.push(row('At', trace.clock.moment(instants.nanos[instant])));
    if (instants.kind[instant] === TASK_BEGAN) rows.push(...this.#taskLength(instant));
    rows.push(...this.#site(instants.site[instant]), ...this.#flows());
    this.#fill([make('span', {}, 'Instant')], rows, this.#steps());
  }

  /** How long the task took that an instant begins. @param {number} instant */
  #taskLength(instant) {
    const { trace } = this.timeline;
    const end = taskEnd(trace, instant);
    if (Number.isNaN(end)) return [];
    const began = trace.instants.nanos[instant];
    return [row('For', end === Infinity ? 'never ended' : trace.clock.length(end - began))];
  }

  /** What led here, and where it leads. */
  #flows() {
    const { trace, flows } = this.timeline;
    const into = flows.into.map((flow) => {
      const from = laneNameOf(trace, flow.fromLane);
      return row('Because', flow.isOpen ? `${from} ${flow.label}` : `${flow.label}, ${from}`);
    });
    const out = flows.out
      .slice(0, MAX_HOLDERS)
      .map((flow) => row('Leads to', `${flow.label}, ${laneNameOf(trace, flow.toLane)}`));
    return [...into, ...out];
  }

  /** @param {LaneGroup} group */
  #showGroup(group) {
    const { timeline } = this;
    const [title = ''] = groupTitles(group);
    const rows = [row('Lanes', formatCount(group.lanes.length))];
    if (group.line > 0)
      rows.push(
        row(
          'Started',
          linkButton(`line ${group.line}`, () => this.goToLine(group.line)),
        ),
      );
    else rows.push(row('From', groupOrigin(group)));
    const most = timeline.lanes.densities.of(group)?.most() ?? 0;
    if (most > 0) rows.push(row('At once', `up to ${formatCount(most)}`));
    const [first] = group.lanes;
    const last = group.lanes[group.lanes.length - 1];
    if (first !== undefined) rows.push(row('First', this.#laneLink(first)));
    if (last !== undefined && last !== first) rows.push(row('Last', this.#laneLink(last)));
    const words = group.isOpen ? 'Fold them' : 'Show each';
    const button = make('button', { type: 'button', class: 'small', title: 'Enter' }, words);
    button.addEventListener('click', () => timeline.toggle(group, !group.isOpen));
    this.#fill([make('span', {}, title)], rows, make('div', { class: 'steps' }, button));
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
    const { startNanos, endNanos, lane } = trace.holds;
    let free = 0;
    return holdersDuring(trace, slice)
      .slice(0, MAX_HOLDERS)
      .map((hold, index) => {
        const name = trace.lanes.get(lane[hold]);
        const term = index === 0 ? 'Held by' : startNanos[hold] < free ? 'and by' : 'then by';
        free = Math.max(free, endNanos[hold]);
        return row(term, name === undefined ? '?' : this.#laneLink(name));
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
    const { selection } = timeline;
    const what =
      selection?.kind === 'instant' && isAccess(timeline.trace.instants.kind[selection.row])
        ? 'access'
        : 'slice';
    add(`‹ ${what}`, `Previous ${what} (,)`, () => moveAlongLane(timeline, -1), true);
    add(`${what} ›`, `Next ${what} (.)`, () => moveAlongLane(timeline, 1), true);
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
    const { selection } = this.timeline;
    const isMoment = selection?.kind === 'slice' || selection?.kind === 'instant';
    const values = isMoment ? valuesAt(this.timeline, selectedNanos(this.timeline)) : null;
    if (values !== null) this.element.append(values);
  }
}

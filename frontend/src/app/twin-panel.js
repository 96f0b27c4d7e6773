/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { TwinRow, TwinStart } from '../model/twin-rows.js' */
/** @import { Timeline } from './timeline.js' */
import { instantPhrase } from '../model/instant-sentences.js';
import { laneName, laneNameOf, sliceSentence } from '../model/sentences.js';
import { lineOf, siteOfSlice, sliceAt } from '../model/slices.js';
import { BEGINNING, startAtSlice, startBefore, startEarlier, twinRows } from '../model/twin-rows.js';
import { make } from './dom.js';

/** Lanes in the menu; the others are reached through the canvas, the search and the arrows. */
const MAX_MENU = 500;

/** The lanes in words: what each thread did, one sentence a slice and an instant. */
export class TwinPanel {
  #isShown = false;
  #shownVersion = -1;
  #laneId = 0;
  /** @type {TwinStart} */
  #pageStart = BEGINNING;
  /** Where earlier pages began, to go back. @type {TwinStart[]} */
  #earlier = [];
  /** @type {TwinStart | null} */
  #next = null;
  #trace = /** @type {import('../model/trace.js').Trace | null} */ (null);

  /**
   * @param {HTMLElement} element
   * @param {Timeline} timeline
   */
  constructor(element, timeline) {
    this.element = element;
    this.timeline = timeline;
    this.menu = make('select', { 'aria-label': 'Thread' });
    this.menu.addEventListener('change', () => this.#choose(Number(this.menu.value)));
    this.lanes = { previous: this.#step('‹ thread', -1), next: this.#step('thread ›', 1) };
    this.pages = {
      previous: this.#button('‹ earlier', () => this.#page(-1)),
      next: this.#button('later ›', () => this.#page(1)),
    };
    this.count = make('span', { class: 'faint' });
    this.body = make('tbody', {});
    this.table = make(
      'table',
      {},
      make('thead', {}, make('tr', {}, make('th', {}, 'At'), make('th', {}, 'What'), make('th', {}, 'Line'))),
      this.body,
    );
    this.empty = make(
      'div',
      { class: 'panel-empty' },
      'After a run this lists what each thread did, in words.',
    );
    this.bar = make(
      'div',
      { class: 'twin-bar' },
      this.menu,
      this.lanes.previous,
      this.lanes.next,
      this.pages.previous,
      this.pages.next,
      this.count,
    );
    element.replaceChildren(this.empty);
  }

  /** @param {boolean} isShown */
  setShown(isShown) {
    this.#isShown = isShown;
    if (!isShown) return;
    this.update();
    this.selected();
  }

  /** A stage of the frame loop: costs nothing while the tab is away. */
  update() {
    const { trace } = this.timeline;
    if (!this.#isShown || (trace === this.#trace && trace.version === this.#shownVersion)) return;
    if (trace !== this.#trace) {
      this.#trace = trace;
      this.#laneId = 0;
      this.#pageStart = BEGINNING;
      this.#earlier = [];
    }
    // A run that goes on would change the list under the reader; it is brought up to date a few times a second.
    this.#shownVersion = trace.version;
    this.#fillMenu();
    this.#fill();
  }

  /** Follows the selection to its lane and marks its row. */
  selected() {
    const { selection } = this.timeline;
    if (!this.#isShown || selection === null) return;
    if (selection.kind === 'range' || selection.kind === 'group') return;
    const lane = selection.kind === 'slice' ? selection.slice.lane : selection.lane;
    if (lane.id !== this.#laneId) {
      this.#laneId = lane.id;
      this.#pageStart = BEGINNING;
      this.#earlier = [];
    }
    this.menu.value = String(lane.id);
    this.#fill();
    if (this.body.querySelector('[aria-current="true"]') === null) {
      this.#pageStart =
        selection.kind === 'slice'
          ? startAtSlice(Math.max(-1, selection.slice.index - 20))
          : startBefore(this.timeline.trace, lane, this.timeline.trace.instants.nanos[selection.row]);
      this.#earlier = [];
      this.#fill();
    }
    this.body.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} laneId */
  #choose(laneId) {
    this.#laneId = laneId;
    this.#pageStart = BEGINNING;
    this.#earlier = [];
    this.menu.value = String(laneId);
    this.#fill();
  }

  /** @param {string} text @param {number} direction */
  #step(text, direction) {
    return this.#button(text, () => {
      const { laneOrder } = this.timeline.trace;
      const index = laneOrder.findIndex((lane) => lane.id === this.#laneId);
      const next = laneOrder[index + direction];
      if (next !== undefined) this.#choose(next.id);
    });
  }

  /** @param {string} text @param {() => void} pressed */
  #button(text, pressed) {
    const button = make('button', { type: 'button', class: 'small' }, text);
    button.addEventListener('click', pressed);
    return button;
  }

  /** @param {1 | -1} direction */
  #page(direction) {
    if (direction > 0) {
      if (this.#next === null) return;
      this.#earlier.push(this.#pageStart);
      this.#pageStart = this.#next;
    } else {
      this.#pageStart = this.#earlier.pop() ?? this.#pageBefore();
    }
    this.#fill();
    this.element.scrollTop = 0;
  }

  /** @returns {TwinStart} */
  #pageBefore() {
    const { trace } = this.timeline;
    const lane = trace.lanes.get(this.#laneId);
    return lane === undefined ? BEGINNING : startEarlier(trace, lane, this.#pageStart);
  }

  #fillMenu() {
    const { laneOrder } = this.timeline.trace;
    const options = laneOrder.slice(0, MAX_MENU);
    if (options.length === this.menu.options.length) {
      options.forEach((lane, index) => {
        const option = this.menu.options[index];
        if (option !== undefined && option.text !== laneName(lane)) option.text = laneName(lane);
      });
      return;
    }
    this.menu.replaceChildren(
      ...options.map((lane) => make('option', { value: String(lane.id) }, laneName(lane))),
    );
    if (this.#laneId > 0) this.menu.value = String(this.#laneId);
  }

  #fill() {
    const { trace } = this.timeline;
    const lane = trace.lanes.get(this.#laneId) ?? trace.laneOrder[0];
    if (lane === undefined) {
      this.element.replaceChildren(this.empty);
      return;
    }
    this.#laneId = lane.id;
    if (this.table.parentNode !== this.element) this.element.replaceChildren(this.bar, this.table);
    const { rows, next } = twinRows(trace, lane, this.#pageStart);
    this.#next = next;
    this.pages.next.disabled = next === null;
    this.pages.previous.disabled = this.#pageStart.slice <= -1 && this.#pageStart.instants < 0;
    this.count.textContent = `${laneName(lane)}: ${lane.events} events`;
    this.body.replaceChildren(...rows.map((row) => this.#row(lane, row)));
  }

  /** @param {LaneTrack} lane @param {TwinRow} row */
  #row(lane, row) {
    const { timeline } = this;
    const { trace, selection } = timeline;
    if (row.mount >= 0) return this.#carriedRow(row.mount);
    const words = row.slice === null ? instantPhrase(trace, row.instant) : sliceSentence(trace, row.slice);
    const button = make('button', { type: 'button' }, words);
    const { slice } = row;
    button.addEventListener('click', () => {
      timeline.select(
        slice === null ? { kind: 'instant', lane, row: row.instant } : { kind: 'slice', slice },
        true,
      );
    });
    const site = slice === null ? trace.instants.site[row.instant] : siteOfSlice(trace, slice);
    const line = lineOf(trace, site);
    const isCurrent =
      selection?.kind === 'slice'
        ? slice !== null && selection.slice.lane === lane && selection.slice.index === slice.index
        : selection?.kind === 'instant' && slice === null && selection.row === row.instant;
    return make(
      'tr',
      isCurrent ? { 'aria-current': 'true' } : {},
      make('td', {}, trace.clock.moment(row.nanos)),
      make('td', {}, button),
      make('td', {}, line > 0 ? String(line) : ''),
    );
  }

  /** What a carrier carried: leads to what the virtual thread did there. @param {number} mount */
  #carriedRow(mount) {
    const { trace } = this.timeline;
    const { startNanos, endNanos, lane } = trace.mounts;
    const carried = trace.lanes.get(lane[mount]);
    const length =
      endNanos[mount] === Infinity ? '' : ` for ${trace.clock.length(endNanos[mount] - startNanos[mount])}`;
    const button = make('button', { type: 'button' }, `carries ${laneNameOf(trace, lane[mount])}${length}`);
    button.addEventListener('click', () => {
      const slice = carried === undefined ? null : sliceAt(trace, carried, startNanos[mount]);
      if (slice !== null) this.timeline.select({ kind: 'slice', slice }, true);
    });
    return make(
      'tr',
      {},
      make('td', {}, trace.clock.moment(startNanos[mount])),
      make('td', {}, button),
      make('td', {}),
    );
  }
}

/** @import { Timeline } from './timeline.js' */
import { laneName, objectLabel } from '../model/sentences.js';
import { sliceAt } from '../model/slices.js';
import { visibleName } from '../base/visible-text.js';
import { make } from './dom.js';
import { goToLane } from './timeline-moves.js';

const MAX_RESULTS = 40;

/** One thing found. @typedef {{text: string, note: string, go: () => void}} Result */

/** Finds lanes and objects by name. */
export class SearchBox {
  /** @type {Result[]} */
  #results = [];
  #selected = 0;

  /** @param {HTMLElement} element @param {Timeline} timeline */
  constructor(element, timeline) {
    this.element = element;
    this.timeline = timeline;
    this.input = make('input', {
      type: 'search',
      placeholder: 'Search threads and objects',
      'aria-label': 'Search threads and objects',
      'aria-controls': 'search-results',
      autocomplete: 'off',
      spellcheck: 'false',
    });
    this.list = make('ul', { id: 'search-results', role: 'listbox', 'aria-label': 'Found' });
    element.replaceChildren(this.input, this.list);
    this.input.addEventListener('input', () => this.#search());
    this.input.addEventListener('keydown', (event) => this.#key(event));
    this.input.addEventListener('blur', () => this.#close());
  }

  open() {
    this.element.hidden = false;
    this.input.value = '';
    this.#search();
    this.input.focus();
  }

  #close() {
    this.element.hidden = true;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const count = this.#results.length;
      if (count > 0) this.#mark((this.#selected + step + count) % count);
    } else if (event.key === 'Enter') {
      this.#go(this.#selected);
    } else if (event.key === 'Escape') {
      this.timeline.parts.canvas.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} index */
  #go(index) {
    const result = this.#results[index];
    this.timeline.parts.canvas.focus();
    result?.go();
  }

  #search() {
    const { trace } = this.timeline;
    const wanted = this.input.value.trim().toLowerCase();
    this.#results = [];
    for (const lane of trace.laneOrder) {
      if (this.#results.length >= MAX_RESULTS) break;
      const name = laneName(lane);
      if (!name.toLowerCase().includes(wanted)) continue;
      this.#results.push({ text: name, note: 'thread', go: () => goToLane(this.timeline, lane) });
    }
    for (const object of trace.objects.values()) {
      if (this.#results.length >= MAX_RESULTS || wanted === '') break;
      const name = objectLabel(trace, object.id);
      if (!`${name} ${object.className}`.toLowerCase().includes(wanted)) continue;
      const note = visibleName(object.className) || 'object';
      this.#results.push({ text: name, note, go: () => goToObject(this.timeline, object.id) });
    }
    this.list.replaceChildren(
      ...this.#results.map((result, index) => {
        const item = make(
          'li',
          { role: 'option' },
          result.text,
          make('span', { class: 'faint' }, result.note),
        );
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          this.#go(index);
        });
        return item;
      }),
    );
    if (this.#results.length === 0) this.list.append(make('li', { class: 'faint' }, 'nothing found'));
    this.#mark(0);
  }

  /** @param {number} index */
  #mark(index) {
    this.#selected = index;
    [...this.list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
    this.list.children[index]?.scrollIntoView({ block: 'nearest' });
  }
}

/** To the first slice that waits for an object, else to the first that holds it. @param {Timeline} timeline @param {number} id */
function goToObject(timeline, id) {
  const { trace } = timeline;
  const object = trace.objects.get(id);
  if (object === undefined) return;
  const span = object.waits.inOrder(trace.spans.startNanos).at(0);
  const hold = object.holds.rows.inOrder(trace.holds.startNanos).at(0);
  const wake = object.wakes.inOrder(trace.instants.nanos).at(0);
  const [laneId, nanos] =
    span >= 0
      ? [trace.spans.lane[span], trace.spans.startNanos[span]]
      : hold >= 0
        ? [trace.holds.lane[hold], trace.holds.startNanos[hold]]
        : wake >= 0
          ? [trace.instants.lane[wake], trace.instants.nanos[wake]]
          : [0, 0];
  const lane = trace.lanes.get(laneId);
  const slice = lane === undefined ? null : sliceAt(trace, lane, nanos);
  if (slice !== null) timeline.select({ kind: 'slice', slice }, true);
}

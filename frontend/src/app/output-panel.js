/** @import { Trace } from '../model/trace.js' */
import { visibleOutput } from '../base/visible-text.js';
import { laneNameOf } from '../model/sentences.js';
import { make } from './dom.js';

/** Pieces with a writer's name beside them; what comes after shares one element a stream. */
const MAX_NAMED = 3_000;
/** Characters put into the page; the rest is counted. */
const MAX_SHOWN = 1_200_000;

/** What the program printed, piece by piece: by whom, and on which stream. */
export class OutputPanel {
  #trace = /** @type {Trace | null} */ (null);
  #chunk = 0;
  #within = 0;
  #shown = 0;
  #pieces = 0;
  #last = /** @type {{key: string, pre: HTMLElement} | null} */ (null);
  #isCut = false;
  /** @type {number | null} */
  #stepNanos = null;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.#empty('What the program prints appears here.');
  }

  /** A stage of the frame loop: adds what came since the last frame. @param {Trace} trace @param {boolean} hasRun @param {boolean} isTruncated */
  update(trace, hasRun, isTruncated) {
    if (trace !== this.#trace) this.#reset(trace);
    const { chunks } = trace.outputLog;
    const wasAtEnd = this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < 24;
    let isAdded = false;
    while (this.#chunk < chunks.length && this.#shown < MAX_SHOWN) {
      const chunk = chunks[this.#chunk];
      if (chunk === undefined) break;
      const text = chunk.text.slice(this.#within, this.#within + MAX_SHOWN - this.#shown);
      if (text !== '') {
        if (this.#pieces === 0) this.element.replaceChildren();
        this.#add(trace, chunk, text);
        isAdded = true;
      }
      this.#shown += text.length;
      this.#within += text.length;
      if (this.#within < chunk.text.length || this.#chunk === chunks.length - 1) break;
      this.#chunk++;
      this.#within = 0;
    }
    if (this.#pieces === 0 && hasRun && trace.hasEnded) this.#empty('The program printed nothing.');
    const isCut = isTruncated || trace.outputLog.isTruncated || this.#shown >= MAX_SHOWN;
    if (isCut && trace.hasEnded && !this.#isCut) {
      this.#isCut = true;
      this.element.append(
        make('div', { class: 'notice' }, '✂ The program printed more; the output is cut here.'),
      );
    }
    if (isAdded && wasAtEnd) this.element.scrollTop = this.element.scrollHeight;
  }

  /** What was printed from a moment on is drawn faintly, where a schedule is stepped. @param {number | null} nanos */
  setStep(nanos) {
    this.#stepNanos = nanos;
    for (const part of this.element.querySelectorAll('.of-step'))
      if (part instanceof HTMLElement) this.#shade(part);
  }

  /** @param {number} nanos @param {string} text */
  #ofStep(nanos, text) {
    const part = make('span', { class: 'of-step', 'data-nanos': String(nanos) }, visibleOutput(text));
    this.#shade(part);
    return part;
  }

  /** @param {HTMLElement} part */
  #shade(part) {
    const isLater = this.#stepNanos !== null && Number(part.dataset.nanos) >= this.#stepNanos;
    part.classList.toggle('is-later', isLater);
  }

  /** @param {Trace} trace */
  #reset(trace) {
    this.#trace = trace;
    this.#chunk = 0;
    this.#within = 0;
    this.#shown = 0;
    this.#pieces = 0;
    this.#last = null;
    this.#isCut = false;
    this.#empty('What the program prints appears here.');
  }

  /** @param {string} text */
  #empty(text) {
    if (this.element.firstChild?.textContent !== text) {
      this.element.replaceChildren(make('div', { class: 'panel-empty' }, text));
    }
  }

  /** @param {Trace} trace @param {import('../model/output-log.js').OutputChunk} chunk @param {string} text */
  #add(trace, chunk, text) {
    const isNamed = this.#pieces < MAX_NAMED;
    const key = `${chunk.isError} ${isNamed ? chunk.lane : 0} ${isNamed}`;
    const shown = trace.clock.isSteps ? this.#ofStep(chunk.nanos, text) : visibleOutput(text);
    if (this.#last?.key === key) {
      this.#last.pre.append(shown);
      return;
    }
    const name = isNamed && chunk.lane > 0 ? laneNameOf(trace, chunk.lane) : '';
    const title = isNamed ? `${name || 'output'}, at ${trace.clock.moment(chunk.nanos)}` : '';
    const who = make('span', { class: 'who', title }, name);
    const pre = make('pre', {});
    if (chunk.isError) pre.append(make('span', { class: 'tag', title: 'standard error' }, 'err'));
    pre.append(shown);
    this.element.append(make('div', { class: chunk.isError ? 'chunk err' : 'chunk' }, who, pre));
    this.#last = { key, pre };
    this.#pieces++;
  }
}

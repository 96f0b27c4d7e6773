/** @import { Finding } from '../model/run-state.js' */
/** @import { Trace } from '../model/trace.js' */
import { visibleName, visibleOutput } from '../base/visible-text.js';
import { laneNameOf } from '../model/sentences.js';
import { linkButton, make } from './dom.js';

const MAX_FINDINGS = 200;

/** What is wrong with how the program's threads work together. */
export class FindingsPanel {
  #shown = '';

  /**
   * @param {HTMLElement} element
   * @param {(line: number) => void} goToLine
   * @param {(lane: number) => void} goToLane
   */
  constructor(element, goToLine, goToLane) {
    this.element = element;
    this.goToLine = goToLine;
    this.goToLane = goToLane;
  }

  /** @param {Finding[]} findings @param {Trace} trace @param {boolean} hasRun */
  show(findings, trace, hasRun) {
    const key = `${hasRun} ${JSON.stringify(findings)}`;
    if (key === this.#shown) return;
    this.#shown = key;
    if (findings.length === 0) {
      const text = hasRun ? 'Nothing was found in this run.' : 'Deadlocks and other trouble are named here.';
      this.element.replaceChildren(make('div', { class: 'panel-empty' }, text));
      return;
    }
    const items = findings.slice(0, MAX_FINDINGS).map((finding) => this.#item(finding, trace));
    this.element.replaceChildren(make('ul', {}, ...items));
  }

  /** @param {Finding} finding @param {Trace} trace */
  #item(finding, trace) {
    const refs = make('div', { class: 'refs' });
    for (const line of finding.lines) refs.append(linkButton(`line ${line}`, () => this.goToLine(line)));
    for (const lane of finding.lanes)
      refs.append(linkButton(laneNameOf(trace, lane), () => this.goToLane(lane)));
    return make(
      'li',
      {},
      make('h3', {}, `⚠ ${spaced(finding.kind)}`),
      make('p', {}, visibleOutput(finding.message)),
      refs,
    );
  }
}

/** `UncaughtException` as words. @param {string} kind @returns {string} */
function spaced(kind) {
  const words = visibleName(kind).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return words.charAt(0) + words.slice(1).toLowerCase();
}

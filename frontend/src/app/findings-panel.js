/** @import { Finding } from '../model/run-state.js' */
/** @import { Trace } from '../model/trace.js' */
import { visibleName, visibleOutput } from '../base/visible-text.js';
import { findingTitle } from '../model/finding-kinds.js';
import { laneNameOf } from '../model/sentences.js';
import { linkButton, make } from './dom.js';
import { accessList } from './finding-accesses.js';

const MAX_FINDINGS = 200;
/** Links of each sort under one finding; the sentence names those that matter. */
const MAX_LINKS = 12;

/**
 * Where the links of a finding lead.
 * @typedef {object} FindingLinks
 * @property {(line: number) => void} goToLine
 * @property {(lane: number) => void} goToLane
 * @property {(name: string) => void} openLesson
 * @property {(name: string) => string | null} lessonTitle null when this server has no such lesson
 */

/** What is wrong with how the program's threads work together. */
export class FindingsPanel {
  #shown = '';

  /** @param {HTMLElement} element @param {FindingLinks} links */
  constructor(element, links) {
    this.element = element;
    this.links = links;
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
    const more = findings.length - MAX_FINDINGS;
    if (more > 0) this.element.append(make('div', { class: 'panel-empty' }, `and ${more} more`));
  }

  /** @param {Finding} finding @param {Trace} trace */
  #item(finding, trace) {
    const { links } = this;
    const refs = make('div', { class: 'refs' });
    for (const line of finding.lines.slice(0, MAX_LINKS))
      refs.append(linkButton(`line ${line}`, () => links.goToLine(line)));
    for (const lane of finding.lanes.slice(0, MAX_LINKS))
      refs.append(linkButton(laneNameOf(trace, lane), () => links.goToLane(lane)));
    const more = finding.lanes.length - MAX_LINKS;
    if (more > 0) refs.append(make('span', { class: 'faint' }, `and ${more} more threads`));
    return make(
      'li',
      {},
      make('h3', {}, `⚠ ${visibleName(findingTitle(finding.kind))}`),
      make('p', {}, visibleOutput(finding.message)),
      ...(finding.advice === '' ? [] : [make('p', { class: 'advice' }, visibleOutput(finding.advice))]),
      ...accessList(finding.accesses, trace, links),
      refs,
      ...this.#lesson(finding.lesson),
    );
  }

  /** The lesson that mends it, if this server has it. @param {string} name */
  #lesson(name) {
    const title = this.links.lessonTitle(name);
    if (title === null) return [];
    const link = linkButton(visibleName(title), () => this.links.openLesson(name));
    return [make('div', { class: 'mend' }, 'How to mend it: ', link)];
  }
}

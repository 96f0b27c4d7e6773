/** @import { Diagnostic } from '../model/run-state.js' */
import { visibleOutput } from '../base/visible-text.js';
import { make } from './dom.js';

const MAX_PROBLEMS = 200;

/** What the compiler says, as a list: the markers in the editor in words. */
export class ProblemsPanel {
  /**
   * @param {HTMLElement} element
   * @param {(line: number, column: number) => void} goTo
   */
  constructor(element, goTo) {
    this.element = element;
    this.goTo = goTo;
  }

  /** @param {Diagnostic[]} diagnostics */
  show(diagnostics) {
    this.element.hidden = diagnostics.length === 0;
    const list = make('ul', {});
    for (const diagnostic of diagnostics.slice(0, MAX_PROBLEMS)) {
      const isError = diagnostic.severity === 'error';
      const button = make(
        'button',
        { type: 'button' },
        make('span', { class: isError ? 'severity' : 'severity warning' }, isError ? '✗ error' : '▲ warning'),
        make('span', { class: 'where' }, `${diagnostic.line}:${diagnostic.column}`),
        make('span', { class: 'message' }, visibleOutput(diagnostic.message)),
      );
      button.addEventListener('click', () => this.goTo(diagnostic.line, diagnostic.column));
      list.append(make('li', {}, button));
    }
    this.element.replaceChildren(list);
  }
}

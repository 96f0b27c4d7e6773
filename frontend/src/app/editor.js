/** @import { Diagnostic } from '../model/run-state.js' */
import { MonacoEditor, loadMonaco } from './monaco-editor.js';
import { PlainEditor } from './plain-editor.js';

/** Names of threads at a line; `isNext` where one of them could go on there. @typedef {{line: number, text: string, isWaiting?: boolean, isNext?: boolean}} LineNote */

/**
 * What the page needs of an editor; Monaco and a text area both are one.
 * @typedef {object} SourceEditor
 * @property {() => string} text
 * @property {(text: string) => void} setText
 * @property {(line: number, column: number) => void} goTo
 * @property {(diagnostics: Diagnostic[]) => void} mark
 * @property {(line: number, notes: LineNote[]) => void} showCursor line 0: none
 * @property {(isDark: boolean) => void} setDark
 * @property {() => void} dispose
 */

/** The source, in whichever editor suits the width of the window. */
export class Editor {
  /** @type {SourceEditor} */
  #inner;
  #isDark = false;
  #wantsMonaco = false;
  /** @type {Diagnostic[]} */
  #diagnostics = [];

  /**
   * @param {HTMLElement} element
   * @param {string} text
   * @param {() => void} changed
   * @param {(line: number) => void} lineClicked
   */
  constructor(element, text, changed, lineClicked) {
    this.element = element;
    this.changed = changed;
    this.lineClicked = lineClicked;
    this.#inner = new PlainEditor(element, text, changed);
  }

  /** Takes Monaco where there is room for it, else a text area. @param {boolean} isNarrow */
  async fitTo(isNarrow) {
    if (this.#wantsMonaco === !isNarrow) return;
    this.#wantsMonaco = !isNarrow;
    if (isNarrow) {
      this.#replace((text) => new PlainEditor(this.element, text, this.changed));
      return;
    }
    const monaco = await loadMonaco();
    // Without Monaco the text area still works; and the window may have become narrow meanwhile.
    if (monaco === null || !this.#wantsMonaco) return;
    this.#replace((text) => new MonacoEditor(monaco, this.element, text, this.changed, this.lineClicked));
  }

  text() {
    return this.#inner.text();
  }

  /** @param {string} text */
  setText(text) {
    this.#inner.setText(text);
  }

  /** @param {number} line @param {number} [column] */
  goTo(line, column = 1) {
    this.#inner.goTo(line, column);
  }

  /** @param {Diagnostic[]} diagnostics */
  mark(diagnostics) {
    this.#diagnostics = diagnostics;
    this.#inner.mark(diagnostics);
  }

  /** @param {number} line @param {LineNote[]} notes */
  showCursor(line, notes) {
    this.#inner.showCursor(line, notes);
  }

  /** @param {boolean} isDark */
  setDark(isDark) {
    this.#isDark = isDark;
    this.#inner.setDark(isDark);
  }

  /** @param {(text: string) => SourceEditor} make */
  #replace(make) {
    const text = this.#inner.text();
    const hadFocus = this.element.contains(document.activeElement);
    this.#inner.dispose();
    this.#inner = make(text);
    this.#inner.setDark(this.#isDark);
    this.#inner.mark(this.#diagnostics);
    if (hadFocus) this.#inner.goTo(1, 1);
  }
}

/** @import { Diagnostic } from '../model/run-state.js' */
/** @import { LineNote, SourceEditor } from './editor.js' */
import { make } from './dom.js';

/** A text area: for phones, and until Monaco is there. @implements {SourceEditor} */
export class PlainEditor {
  /**
   * @param {HTMLElement} element
   * @param {string} text
   * @param {() => void} changed
   */
  constructor(element, text, changed) {
    this.area = make('textarea', {
      class: 'plain',
      spellcheck: 'false',
      autocapitalize: 'off',
      autocomplete: 'off',
      'aria-label': 'Java source',
    });
    this.area.value = text;
    this.area.addEventListener('input', changed);
    element.replaceChildren(this.area);
  }

  text() {
    return this.area.value;
  }

  /** @param {string} text */
  setText(text) {
    this.area.value = text;
  }

  /** @param {number} line @param {number} column */
  goTo(line, column) {
    const start = this.#offsetOf(line);
    this.area.focus();
    this.area.setSelectionRange(start + column - 1, start + column - 1);
    const height = Number.parseFloat(getComputedStyle(this.area).lineHeight) || 20;
    this.area.scrollTop = Math.max(0, (line - 1) * height - this.area.clientHeight / 3);
  }

  /** A text area has no markers; the list of errors below it has. @param {Diagnostic[]} _diagnostics */
  mark(_diagnostics) {}

  /** Scrolls to the line without taking the focus from the lanes. @param {number} line @param {LineNote[]} _notes */
  showCursor(line, _notes) {
    if (line < 1) return;
    const height = Number.parseFloat(getComputedStyle(this.area).lineHeight) || 20;
    this.area.scrollTop = Math.max(0, (line - 1) * height - this.area.clientHeight / 3);
  }

  /** The style sheet does it. @param {boolean} _isDark */
  setDark(_isDark) {}

  dispose() {
    this.area.remove();
  }

  /** @param {number} line @returns {number} */
  #offsetOf(line) {
    let offset = 0;
    for (let n = 1; n < line; n++) {
      const end = this.area.value.indexOf('\n', offset);
      if (end < 0) break;
      offset = end + 1;
    }
    return offset;
  }
}

/** @import { Editor } from './editor.js' */
import { LinkError, sourceOf } from '../model/link.js';
import { banner, linkButton } from './dom.js';
import { remember, remembered } from './storage.js';

/** Where the programs are kept that a link took the place of. */
const KEPT = 'programs-before-links';
const MOST_KEPT = 10;

/** The program of a link in the editor; the one that was there is kept until it is asked for. */
export class LinkedProgram {
  /**
   * @param {HTMLElement} element where to say so
   * @param {Editor} editor
   */
  constructor(element, editor) {
    this.element = element;
    this.editor = editor;
  }

  /** Opens the program of a link, if it is one that has a program. @param {string} hash @returns {Promise<boolean>} */
  async open(hash) {
    let source;
    try {
      source = await sourceOf(hash);
    } catch (problem) {
      if (!(problem instanceof LinkError)) throw problem;
      this.element.replaceChildren(banner('bad', '✗', problem.message));
      return false;
    }
    if (source !== null) {
      const own = remembered('source');
      if (own !== null && own !== source) keep([...kept(), own].slice(-MOST_KEPT));
      this.editor.setText(source);
    }
    this.#offer();
    return source !== null;
  }

  #offer() {
    if (kept().length === 0) {
      this.element.replaceChildren();
      return;
    }
    const said = banner('', '↩', 'A program from a link took the place of yours, which is kept.');
    said.append(
      linkButton('Back to mine', () => this.#bringBack()),
      linkButton('Forget it', () => this.#forget()),
    );
    this.element.replaceChildren(said);
  }

  #bringBack() {
    const own = kept().at(-1);
    if (own !== undefined) this.editor.setText(own);
    this.#forget();
  }

  #forget() {
    keep(kept().slice(0, -1));
    // What is in the editor now is no longer what the address says.
    history.replaceState(null, '', location.pathname);
    this.#offer();
  }
}

/** @returns {string[]} */
function kept() {
  try {
    const programs = JSON.parse(remembered(KEPT) ?? '[]');
    return Array.isArray(programs) ? programs.map(String) : [];
  } catch {
    return [];
  }
}

/** @param {string[]} programs */
function keep(programs) {
  remember(KEPT, JSON.stringify(programs));
}

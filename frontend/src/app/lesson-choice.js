/** @import { Editor } from './editor.js' */
/** @import { Lesson } from './lesson-panel.js' */
import { LessonPanel, fetchLesson, fillLessonMenu } from './lesson-panel.js';
import { remember, remembered } from './storage.js';

/** The menu of lessons: choosing one puts its source into the editor and its text above. */
export class LessonChoice {
  /** What was in the editor before the first lesson. */
  #own = '';
  /** @type {Lesson | null} */
  #lesson = null;

  /**
   * @param {HTMLSelectElement} menu
   * @param {HTMLElement} element
   * @param {Editor} editor
   */
  constructor(menu, element, editor) {
    this.menu = menu;
    this.editor = editor;
    this.panel = new LessonPanel(element, () => {
      this.menu.value = '';
      this.#lesson = null;
      remember('lesson', '');
    });
    menu.addEventListener('change', () => void this.#choose(menu.value, () => true));
  }

  /**
   * Fills the menu and shows the lesson of last time again, or the first one to somebody who was never here; a server
   * without lessons has none.
   * @param {boolean} isFirstVisit
   */
  async load(isFirstVisit) {
    try {
      await fillLessonMenu(this.menu);
    } catch {
      return;
    }
    const names = [...this.menu.options].map((option) => option.value).filter((name) => name !== '');
    const last = isFirstVisit ? names[0] : remembered('lesson');
    if (last !== null && last !== undefined && names.includes(last)) {
      const before = this.editor.text();
      this.menu.value = last;
      // Whoever has begun to type in the meantime keeps what they typed.
      await this.#choose(last, () => isFirstVisit && this.editor.text() === before);
    }
  }

  /** @param {string} name @param {() => boolean} replaces whether the lesson's source replaces what is there, asked late */
  async #choose(name, replaces) {
    if (name === '') {
      this.panel.show(null);
      if (this.#lesson !== null && this.#own !== '') this.editor.setText(this.#own);
      this.#lesson = null;
      remember('lesson', '');
      return;
    }
    try {
      const lesson = await fetchLesson(name);
      // The menu may have moved on while this one was on its way.
      if (this.menu.value !== name) return;
      if (this.#lesson === null) this.#own = this.editor.text();
      this.#lesson = lesson;
      this.panel.show(lesson);
      if (replaces()) this.editor.setText(lesson.source ?? '');
      remember('lesson', name);
    } catch {
      this.menu.value = '';
    }
  }
}

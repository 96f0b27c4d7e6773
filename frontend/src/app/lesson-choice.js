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
    menu.addEventListener('change', () => void this.#choose(menu.value, true));
  }

  /** Fills the menu and shows the lesson of last time again; a server without lessons has none. */
  async load() {
    try {
      await fillLessonMenu(this.menu);
    } catch {
      return;
    }
    const last = remembered('lesson') ?? '';
    if ([...this.menu.options].some((option) => option.value === last && last !== '')) {
      this.menu.value = last;
      await this.#choose(last, false);
    }
  }

  /** @param {string} name @param {boolean} isFresh whether the lesson's source replaces what is there */
  async #choose(name, isFresh) {
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
      if (isFresh) this.editor.setText(lesson.source ?? '');
      remember('lesson', name);
    } catch {
      this.menu.value = '';
    }
  }
}

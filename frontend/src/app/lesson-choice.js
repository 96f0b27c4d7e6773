/** @import { Editor } from './editor.js' */
/** @import { Lesson } from './lesson-source.js' */
import { LessonMenu } from './lesson-menu.js';
import { LessonPanel } from './lesson-panel.js';
import { fetchLesson, fetchLessonRows } from './lesson-source.js';
import { remember, remembered } from './storage.js';

/** Choosing a lesson puts its source into the editor and its text above. */
export class LessonChoice {
  /** What was in the editor before the first lesson. */
  #own = '';
  /** @type {Lesson | null} */
  #lesson = null;

  /**
   * @param {HTMLButtonElement} button
   * @param {HTMLElement} list
   * @param {HTMLElement} element
   * @param {Editor} editor
   */
  constructor(button, list, element, editor) {
    this.editor = editor;
    this.menu = new LessonMenu(button, list, (name) => void this.#choose(name, () => true));
    this.panel = new LessonPanel(element, () => {
      this.menu.value = '';
      this.#lesson = null;
      remember('lesson', '');
    });
  }

  /** @param {string} name @returns {string | null} null when this server has no such lesson */
  title(name) {
    return this.menu.lesson(name)?.title ?? null;
  }

  /** Shows a lesson, as choosing it does. @param {string} name */
  show(name) {
    this.menu.value = name;
    void this.#choose(name, () => true);
  }

  /**
   * Fills the menu and shows the lesson of last time again, or the first one to somebody who was never here; a server
   * without lessons has none. Whoever comes by a link wants to see that.
   * @param {boolean} isFirstVisit
   * @param {boolean} isByLink
   */
  async load(isFirstVisit, isByLink) {
    try {
      this.menu.setLessons(await fetchLessonRows());
    } catch {
      return;
    }
    if (isByLink) return;
    const last = isFirstVisit ? (this.menu.first?.name ?? '') : remembered('lesson');
    if (last === null || last === '' || this.menu.lesson(last) === null) return;
    const before = this.editor.text();
    this.menu.value = last;
    // Whoever has begun to type in the meantime keeps what they typed.
    await this.#choose(last, () => isFirstVisit && this.editor.text() === before);
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

/** @import { LessonRow, LessonSection } from '../model/lesson-list.js' */
import { visibleName } from '../base/visible-text.js';
import { isMended, lessonSections, matchingLessons } from '../model/lesson-list.js';
import { make } from './dom.js';

const OWN = { name: '', title: 'Your own code', section: '' };

/** The list of lessons: a button that opens it, a field to narrow it down, arrows and Enter to choose. */
export class LessonMenu {
  /** @type {LessonSection[]} */
  #sections = [];
  /** What can be chosen now, in order, with its element. @type {{name: string, element: HTMLElement}[]} */
  #options = [];
  #marked = 0;
  #value = '';

  /** @param {HTMLButtonElement} button @param {HTMLElement} panel @param {(name: string) => void} chosen */
  constructor(button, panel, chosen) {
    this.button = button;
    this.panel = panel;
    this.chosen = chosen;
    this.input = make('input', {
      type: 'search',
      role: 'combobox',
      placeholder: 'Find a lesson',
      'aria-label': 'Find a lesson',
      'aria-controls': 'lesson-list',
      'aria-expanded': 'true',
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      spellcheck: 'false',
    });
    this.list = make('div', { id: 'lesson-list', role: 'listbox', 'aria-label': 'Lessons' });
    panel.replaceChildren(this.input, this.list);
    button.addEventListener('click', () => (panel.hidden ? this.open() : this.close()));
    this.input.addEventListener('input', () => this.#fill(true));
    this.input.addEventListener('keydown', (event) => this.#key(event));
    panel.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node && panel.contains(event.relatedTarget))) this.close();
    });
    // The field keeps the focus, so that a click on the list does not close it first.
    panel.addEventListener('pointerdown', (event) => {
      if (event.target !== this.input) event.preventDefault();
    });
    this.#showValue();
  }

  /** @param {LessonRow[]} rows */
  setLessons(rows) {
    this.#sections = lessonSections(rows);
    this.#showValue();
  }

  /** @returns {string} the lesson that is shown, or '' */
  get value() {
    return this.#value;
  }

  set value(name) {
    this.#value = name;
    this.#showValue();
  }

  /** @param {string} name @returns {LessonRow | null} */
  lesson(name) {
    return this.#rows().find((row) => row.name === name) ?? null;
  }

  /** The first lesson of all, or null. @returns {LessonRow | null} */
  get first() {
    return this.#rows()[0] ?? null;
  }

  #rows() {
    return this.#sections.flatMap((section) => section.entries.flat());
  }

  #showValue() {
    const title = this.lesson(this.#value)?.title ?? OWN.title;
    this.button.replaceChildren(
      make('span', { class: 'sr-only' }, 'Lesson: '),
      make('span', { class: 'lesson-name' }, visibleName(title)),
      make('span', { 'aria-hidden': 'true' }, '▾'),
    );
  }

  open() {
    this.panel.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.input.value = '';
    this.#fill(false);
    this.input.focus();
  }

  close() {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  /** @param {boolean} isTyped whether somebody typed: then the first that fits is marked, else the present one */
  #fill(isTyped) {
    const sections = matchingLessons(this.#sections, this.input.value);
    this.#options = [];
    const own = this.input.value.trim() === '' ? [this.#option(OWN, 'lesson-own')] : [];
    const groups = sections.map(({ title, entries }) => {
      const group = make('div', { role: 'group', 'aria-label': visibleName(title), class: 'lesson-section' });
      group.append(make('h3', { 'aria-hidden': 'true' }, visibleName(title)));
      for (const twins of entries) {
        const isPair = twins.length > 1;
        const line = twins.map((row, at) =>
          this.#option(row, isPair && at > 0 ? 'lesson-twin' : 'lesson-row'),
        );
        group.append(...line);
      }
      return group;
    });
    this.list.replaceChildren(...own, ...groups);
    if (this.#options.length === 0) this.list.append(make('div', { class: 'faint' }, 'nothing found'));
    const present = this.#options.findIndex((option) => option.name === this.#value);
    this.#mark(isTyped ? 0 : Math.max(0, present));
  }

  /** @param {LessonRow} row @param {string} look @returns {HTMLElement} */
  #option(row, look) {
    const index = this.#options.length;
    const element = make(
      'div',
      { role: 'option', id: `lesson-option-${index}`, class: look },
      visibleName(row.title),
    );
    if (isMended(row.name)) element.append(make('span', { class: 'tag mended' }, '✓ mended'));
    else if (this.lesson(`${row.name}-mended`) !== null)
      element.append(make('span', { class: 'tag broken' }, '✗ broken'));
    if (row.name === this.#value) element.setAttribute('aria-current', 'true');
    element.addEventListener('click', () => this.#choose(index));
    element.addEventListener('pointermove', () => this.#mark(index, false));
    this.#options.push({ name: row.name, element });
    return element;
  }

  /** @param {number} index @param {boolean} [scrolls] */
  #mark(index, scrolls = true) {
    this.#marked = index;
    this.#options.forEach(({ element }, at) => element.setAttribute('aria-selected', String(at === index)));
    const marked = this.#options[index]?.element;
    this.input.setAttribute('aria-activedescendant', marked?.id ?? '');
    if (scrolls) marked?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} index */
  #choose(index) {
    const option = this.#options[index];
    if (option === undefined) return;
    this.close();
    this.button.focus();
    this.value = option.name;
    this.chosen(option.name);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const count = this.#options.length;
    const isBlank = this.input.value === '';
    if (event.key === 'ArrowDown') this.#mark(count === 0 ? 0 : (this.#marked + 1) % count);
    else if (event.key === 'ArrowUp') this.#mark(count === 0 ? 0 : (this.#marked + count - 1) % count);
    else if (event.key === 'Home' && isBlank) this.#mark(0);
    else if (event.key === 'End' && isBlank) this.#mark(count - 1);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) this.#choose(this.#marked);
    else if (event.key === 'Escape' && !event.shiftKey) {
      this.close();
      this.button.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

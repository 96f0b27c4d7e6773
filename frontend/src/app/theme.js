/** @import { Palette } from '../view/palette.js' */
import { DARK, LIGHT } from '../view/palette.js';
import { remember, remembered } from './storage.js';

/** @typedef {'system' | 'light' | 'dark'} Choice */

/** @type {Record<Choice, {glyph: string, text: string, next: Choice}>} */
const CHOICES = {
  system: { glyph: '◐', text: 'System', next: 'light' },
  light: { glyph: '☀', text: 'Light', next: 'dark' },
  dark: { glyph: '☾', text: 'Dark', next: 'system' },
};

/** Light, dark, or as the system says. */
export class Theme {
  /**
   * @param {HTMLButtonElement} button
   * @param {(isDark: boolean) => void} changed
   */
  constructor(button, changed) {
    this.button = button;
    this.changed = changed;
    this.system = matchMedia('(prefers-color-scheme: dark)');
    const choice = remembered('theme');
    /** @type {Choice} */
    this.choice = choice === 'light' || choice === 'dark' ? choice : 'system';
    button.addEventListener('click', () => this.#choose(CHOICES[this.choice].next));
    this.system.addEventListener('change', () => this.apply());
  }

  /** @returns {boolean} */
  get isDark() {
    return this.choice === 'system' ? this.system.matches : this.choice === 'dark';
  }

  /** @returns {Palette} */
  get palette() {
    return this.isDark ? DARK : LIGHT;
  }

  apply() {
    document.documentElement.dataset.theme = this.isDark ? 'dark' : 'light';
    const { glyph, text, next } = CHOICES[this.choice];
    this.button.textContent = glyph;
    this.button.title = `Theme: ${text}. Press for ${CHOICES[next].text}.`;
    this.button.setAttribute('aria-label', this.button.title);
    this.changed(this.isDark);
  }

  /** @param {Choice} choice */
  #choose(choice) {
    this.choice = choice;
    remember('theme', choice);
    this.apply();
  }
}

import { make } from './dom.js';

/** One tab and the part of the page it shows. @typedef {{id: string, title: string, body: HTMLElement}} Tab */

/** Tabs as ARIA has them: arrows move, one is in the tab order. */
export class Tabs {
  #buttons = /** @type {Map<string, HTMLButtonElement>} */ (new Map());

  /**
   * @param {HTMLElement} list
   * @param {Tab[]} tabs
   * @param {(body: HTMLElement, isShown: boolean) => void} show
   * @param {(id: string) => void} [changed]
   */
  constructor(list, tabs, show, changed = () => {}) {
    this.tabs = tabs;
    this.show = show;
    this.changed = changed;
    this.selected = '';
    for (const tab of tabs) {
      const button = make('button', {
        type: 'button',
        role: 'tab',
        id: `tab-${tab.id}`,
        'aria-controls': tab.body.id,
      });
      button.append(tab.title);
      button.addEventListener('click', () => this.select(tab.id));
      if (tab.body.getAttribute('role') === null && tab.body.classList.contains('panel-body')) {
        tab.body.setAttribute('role', 'tabpanel');
        tab.body.setAttribute('aria-labelledby', button.id);
      }
      this.#buttons.set(tab.id, button);
      list.append(button);
    }
    list.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {string} id */
  select(id) {
    this.selected = id;
    for (const tab of this.tabs) {
      const isSelected = tab.id === id;
      const button = this.#buttons.get(tab.id);
      button?.setAttribute('aria-selected', String(isSelected));
      if (button !== undefined) button.tabIndex = isSelected ? 0 : -1;
      this.show(tab.body, isSelected);
    }
    this.changed(id);
  }

  /** A count beside a tab's title; 0 shows none. @param {string} id @param {number} count */
  badge(id, count) {
    const button = this.#buttons.get(id);
    if (button === undefined) return;
    button.querySelector('.badge')?.remove();
    if (count > 0) button.append(make('span', { class: 'badge' }, String(count)));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = this.tabs.findIndex((tab) => tab.id === this.selected);
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.select(next.id);
    this.#buttons.get(next.id)?.focus();
  }
}

import { remember, remembered } from './storage.js';

/** Whether runs record accesses to memory; each browser remembers its choice. */
export class MemorySwitch {
  /** @param {HTMLInputElement} input */
  constructor(input) {
    this.input = input;
    input.checked = remembered('memory') === 'on';
    input.addEventListener('change', () => remember('memory', input.checked ? 'on' : 'off'));
  }

  /** @returns {boolean} */
  get isOn() {
    return this.input.checked;
  }
}

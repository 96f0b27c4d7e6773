import { byId } from './dom.js';
import { installSplitter } from './splitter.js';
import { Tabs } from './tabs.js';

/** @typedef {'wide' | 'medium' | 'narrow'} Layout */

const WIDE = matchMedia('(min-width: 1100px)');
const NARROW = matchMedia('(max-width: 699.98px)');

/** Wide, medium or narrow; in a narrow window, which part is seen. */
export class PageLayout {
  /** @param {(layout: Layout) => void} changed */
  constructor(changed) {
    this.changed = changed;
    const watch = byId('watch', HTMLElement);
    const parts = [
      { id: 'stage-code', title: 'Code', body: byId('code', HTMLElement) },
      { id: 'stage-lanes', title: 'Threads', body: byId('lanes', HTMLElement) },
      { id: 'stage-panel', title: 'Results', body: byId('panel', HTMLElement) },
    ];
    this.stage = new Tabs(
      byId('stage-tabs', HTMLElement),
      parts,
      (body, isShown) => body.toggleAttribute('data-away', !isShown),
      (id) => watch.toggleAttribute('data-away', id === 'stage-code'),
    );
    this.stage.select('stage-code');
    const stage = byId('stage', HTMLElement);
    installSplitter(
      byId('split-code', HTMLElement),
      stage,
      'code-share',
      42,
      () => (this.current === 'wide' ? 'x' : 'y'),
      false,
    );
    installSplitter(byId('split-panel', HTMLElement), watch, 'panel-share', 32, () => 'y', true);
    for (const query of [WIDE, NARROW]) query.addEventListener('change', () => this.apply());
  }

  /** @returns {Layout} */
  get current() {
    return NARROW.matches ? 'narrow' : WIDE.matches ? 'wide' : 'medium';
  }

  apply() {
    document.body.dataset.layout = this.current;
    this.changed(this.current);
  }

  /** In a narrow window, turns to a part; elsewhere all are in sight. @param {'code' | 'lanes' | 'panel'} part */
  turnTo(part) {
    if (this.current === 'narrow') this.stage.select(`stage-${part}`);
  }
}

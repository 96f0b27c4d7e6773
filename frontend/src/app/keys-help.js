import { make } from './dom.js';
import { KEY_LIST } from './keyboard.js';

/** Fills the list of keys. @param {HTMLDialogElement} dialog */
export function fillKeys(dialog) {
  for (const { title, rows } of KEY_LIST) {
    const list = make('dl', {});
    for (const [keys, meaning] of rows) {
      const shown = keys.flatMap((key, index) => [...(index > 0 ? [' '] : []), make('kbd', {}, key)]);
      list.append(make('dt', {}, ...shown), make('dd', {}, meaning));
    }
    dialog.append(make('h2', {}, title), list);
  }
  const close = make('button', { type: 'button' }, 'Close');
  close.addEventListener('click', () => dialog.close());
  dialog.append(close);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

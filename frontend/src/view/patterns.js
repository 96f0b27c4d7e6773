import { BLOCKED, PARKED, SLEEPING, WAITING } from '../model/states.js';

/*
 * A pattern for each state, so that colour is not the only signal: eight rows of eight, `#` where the mark colour goes.
 * Running is plain.
 */

/** @type {Record<number, string[]>} */
const DRAWN = {
  [SLEEPING]: [
    '........',
    '.##.....',
    '.##.....',
    '........',
    '........',
    '.....##.',
    '.....##.',
    '........',
  ],
  [WAITING]: ['........', '........', '........', '########', '........', '........', '........', '########'],
  [PARKED]: ['##......', '##......', '##......', '##......', '##......', '##......', '##......', '##......'],
  [BLOCKED]: ['###.....', '.###....', '..###...', '...###..', '....###.', '.....###', '#.....##', '##.....#'],
};

/**
 * The 64 pixels of a state's tile.
 * @param {number} state
 * @param {number} fill
 * @param {number} mark
 * @returns {Uint32Array}
 */
export function tileOf(state, fill, mark) {
  const tile = new Uint32Array(64).fill(fill);
  DRAWN[state]?.forEach((row, y) => {
    for (let x = 0; x < 8; x++) if (row[x] === '#') tile[y * 8 + x] = mark;
  });
  return tile;
}

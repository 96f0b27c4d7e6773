/** @import { Access } from '../model/run-state.js' */
/** @import { Trace } from '../model/trace.js' */
/** @import { FindingLinks } from './findings-panel.js' */
import { visibleName, visibleOutput } from '../base/visible-text.js';
import { accessSentence } from '../model/finding-kinds.js';
import { laneNameOf } from '../model/sentences.js';
import { linkButton, make } from './dom.js';

/**
 * The accesses of a finding one above the other: each opens to the methods its thread was in.
 * @param {readonly Access[]} accesses
 * @param {Trace} trace
 * @param {FindingLinks} links
 * @returns {HTMLElement[]}
 */
export function accessList(accesses, trace, links) {
  if (accesses.length === 0) return [];
  return [make('ol', { class: 'accesses' }, ...accesses.map((access) => item(access, trace, links)))];
}

/** @param {Access} access @param {Trace} trace @param {FindingLinks} links */
function item(access, trace, links) {
  const summary = make(
    'summary',
    {},
    make('b', {}, visibleName(laneNameOf(trace, access.lane))),
    ` ${visibleOutput(accessSentence(access))}`,
  );
  const details = make('details', { open: '' }, summary, stack(access, links));
  return make('li', {}, details);
}

/** @param {Access} access @param {FindingLinks} links */
function stack(access, links) {
  const calls = access.stack.length > 0 ? access.stack : [{ method: '', line: access.line }];
  const rows = calls
    .filter((call) => call.line > 0)
    .map(({ method, line }) =>
      make(
        'li',
        {},
        make('span', { class: 'at' }, 'at '),
        make('code', {}, visibleName(method)),
        ' ',
        linkButton(`line ${line}`, () => links.goToLine(line)),
      ),
    );
  return make('ol', { class: 'stack' }, ...rows);
}

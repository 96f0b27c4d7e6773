/** @import { Trace } from '../model/trace.js' */
/** @import { Timeline } from './timeline.js' */
import { formatCount } from '../base/units.js';
import { sightOf } from '../model/access-flows.js';
import { accessValue, declaration, isVolatile, variableName } from '../model/access-sentences.js';
import { ATOMIC_USED } from '../model/event-kinds.js';
import { changes, sees } from '../model/memory.js';
import { laneNameOf } from '../model/sentences.js';
import { sharedValues } from '../model/shared-values.js';
import { row } from './drawer-range.js';
import { linkButton, make } from './dom.js';

const MAX_READS = 6;
const APPROXIMATE = 'In a live run the order of accesses that race is approximate.';

/** @param {Trace} trace @param {number} access row of an instant @returns {string} `Volatile write` */
export function accessTitle(trace, access) {
  if (trace.instants.kind[access] === ATOMIC_USED) return 'Atomic operation';
  const word = changes(trace, access) ? 'write' : 'read';
  return isVolatile(trace, access) ? `Volatile ${word}` : word.charAt(0).toUpperCase() + word.slice(1);
}

/** What an access was about, and who saw what. @param {Timeline} timeline @param {number} access row of an instant @returns {HTMLElement[][]} */
export function accessRows(timeline, access) {
  const { trace } = timeline;
  const { instants, memory } = trace;
  const declared = declaration(trace, access);
  const rows = [row('Variable', [variableName(trace, access), declared].filter(Boolean).join(' · '))];
  const location = memory.locationOf(access);
  const value = accessValue(trace, access);
  const isAtomic = instants.kind[access] === ATOMIC_USED;
  const before =
    isAtomic || location < 0 || !changes(trace, access)
      ? -1
      : memory.changeBefore(instants.nanos, location, instants.nanos[access], access);
  if (isAtomic) rows.push(row(sees(trace, access) ? 'Gave' : 'Wrote', value));
  else rows.push(row('Value', before < 0 ? value : `${accessValue(trace, before)} → ${value}`));
  if (location < 0) return rows;
  const sight = sightOf(trace, access);
  if (sees(trace, access))
    rows.push(
      row('Wrote it', sight.source < 0 ? 'nobody before, in this run' : accessLink(timeline, sight.source)),
    );
  if (changes(trace, access)) rows.push(seenBy(timeline, sight));
  if (!trace.clock.isSteps) rows.push([make('dd', { class: 'note' }, APPROXIMATE)]);
  return rows;
}

/** @param {Timeline} timeline @param {import('../model/access-flows.js').Sight} sight @returns {HTMLElement[]} */
function seenBy(timeline, { reads, readCount, laneCount }) {
  if (readCount === 0) return row('Seen by', 'no other thread before the next write');
  const list = make('div', {});
  for (const read of reads.slice(0, MAX_READS)) list.append(make('div', {}, accessLink(timeline, read)));
  const more = readCount - Math.min(MAX_READS, reads.length);
  if (more > 0) {
    const lanes = laneCount === 1 ? 'one thread' : `${formatCount(laneCount)} threads`;
    list.append(make('div', { class: 'faint' }, `and ${formatCount(more)} more reads, by ${lanes} in all`));
  }
  return row('Seen by', list);
}

/** Leads to an access. @param {Timeline} timeline @param {number} access @returns {HTMLElement} */
function accessLink(timeline, access) {
  const { trace } = timeline;
  const lane = trace.lanes.get(trace.instants.lane[access]);
  const text = `${laneNameOf(trace, trace.instants.lane[access])} at ${trace.clock.moment(trace.instants.nanos[access])}`;
  return linkButton(text, () => {
    if (lane !== undefined) timeline.select({ kind: 'instant', lane, row: access }, true);
  });
}

/** What shared variables held at a moment, and who wrote it; null where there are none. @param {Timeline} timeline @param {number} nanos @returns {HTMLElement | null} */
export function valuesAt(timeline, nanos) {
  const { trace } = timeline;
  const { values, more, unwritten } = sharedValues(trace, nanos);
  if (values.length + unwritten === 0) return null;
  const body = make('tbody', {});
  for (const { name, text, row: access } of values) {
    body.append(
      make(
        'tr',
        {},
        make('th', { scope: 'row' }, name),
        make('td', {}, text),
        make('td', {}, accessLink(timeline, access)),
      ),
    );
  }
  const head = make(
    'thead',
    {},
    make('tr', {}, make('th', {}, 'Variable'), make('th', {}, 'Value'), make('th', {}, 'Written by')),
  );
  const title = make('h3', {}, `Shared variables at ${trace.clock.moment(nanos)}`);
  const section = make('section', { class: 'values' }, title);
  if (values.length > 0) section.append(make('table', {}, head, body));
  const rest = [
    more > 0 ? `${formatCount(more)} more are not listed` : '',
    unwritten > 0 ? `${formatCount(unwritten)} not yet written` : '',
  ].filter((words) => words !== '');
  if (rest.length > 0) section.append(make('p', { class: 'faint' }, rest.join(', ')));
  return section;
}

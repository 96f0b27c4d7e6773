/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { formatCount } from '../base/units.js';
import { visibleName } from '../base/visible-text.js';
import { CARRIER, VIRTUAL } from './lane-track.js';
import { lineOf } from './slices.js';

/**
 * Lanes that are shown as one until somebody opens them: those one line started, or where the line is not known, those
 * of one parent and kind; and the carriers.
 * @typedef {object} LaneGroup
 * @property {number} key the same for the same group in every version of a trace
 * @property {number} kind of its lanes
 * @property {number} line that started them, or 0
 * @property {string} parent name of the lane that did, or ''
 * @property {LaneTrack[]} lanes by number
 * @property {boolean} isOpen
 */

/** So many lanes of one origin are too many to stand one by one, by kind. */
const MANY = [48, 16, 1];
/** More carriers than these are folded. */
const FEW_CARRIERS = 4;

const LINES = 2 ** 31;

/** @param {Trace} trace @param {LaneTrack} lane @returns {number} */
function keyOf(trace, lane) {
  if (lane.kind === CARRIER) return CARRIER;
  const line = lineOf(trace, lane.startedSite);
  const origin = line > 0 ? line : LINES + (lane.parent || lane.startedBy);
  return origin * 4 + lane.kind;
}

/**
 * Sorts lanes into those that stand for themselves and groups, in the order they are shown: by first number, carriers last.
 * @param {Trace} trace
 * @param {ReadonlyMap<number, boolean>} opened what was opened and closed by hand
 * @returns {(LaneTrack | LaneGroup)[]}
 */
export function groupedLanes(trace, opened) {
  /** @type {Map<number, LaneTrack[]>} */
  const byKey = new Map();
  for (const lane of trace.laneOrder) {
    const key = keyOf(trace, lane);
    const lanes = byKey.get(key);
    if (lanes === undefined) byKey.set(key, [lane]);
    else lanes.push(lane);
  }
  /** @type {(LaneTrack | LaneGroup)[]} */
  const entries = [];
  /** @type {LaneGroup[]} */
  const last = [];
  for (const [key, lanes] of byKey) {
    const [first] = lanes;
    if (first === undefined) continue;
    if (lanes.length < (MANY[first.kind] ?? 1)) {
      entries.push(...lanes);
      continue;
    }
    const isFolded = first.kind !== CARRIER || lanes.length > FEW_CARRIERS;
    const group = {
      key,
      kind: first.kind,
      line: first.kind === CARRIER ? 0 : lineOf(trace, first.startedSite),
      parent: trace.lanes.get(first.parent || first.startedBy)?.name ?? '',
      lanes,
      isOpen: opened.get(key) ?? !isFolded,
    };
    (first.kind === CARRIER ? last : entries).push(group);
  }
  entries.sort((a, b) => numberOf(a) - numberOf(b));
  return [...entries, ...last];
}

/** @param {LaneTrack | LaneGroup} entry @returns {number} */
function numberOf(entry) {
  return 'lanes' in entry ? (entry.lanes[0]?.id ?? 0) : entry.id;
}

const KINDS = ['', 'virtual ', 'carrier '];

/** `98,431 virtual threads`, and shorter ways to say it. @param {LaneGroup} group @returns {string[]} */
export function groupTitles(group) {
  const count = formatCount(group.lanes.length);
  if (group.kind === CARRIER) return [`${count} ${group.lanes.length === 1 ? 'carrier' : 'carriers'}`, count];
  const kind = KINDS[group.kind] ?? '';
  return [`${count} ${kind}threads`, group.kind === VIRTUAL ? `${count} virtual` : `${count} threads`, count];
}

/** `started at line 7`. @param {LaneGroup} group @returns {string} */
export function groupOrigin(group) {
  if (group.kind === CARRIER) return 'of the virtual threads';
  if (group.line > 0) return `started at line ${group.line}`;
  return group.parent === '' ? 'started outside the program' : `started by ${visibleName(group.parent, 64)}`;
}

/** A group in one sentence. @param {LaneGroup} group @returns {string} */
export function groupSentence(group) {
  const [title = ''] = groupTitles(group);
  return `${title} ${groupOrigin(group)}, ${group.isOpen ? 'open' : 'folded'}`;
}

/** @import { Timeline } from './timeline.js' */
import { isTyping } from './dom.js';
import {
  moveAlongFlow,
  moveAlongLane,
  moveBetweenRows,
  turnToAccesses,
  unfoldSelected,
} from './timeline-moves.js';

const ZOOM_STEP = 1.35;
const PAN_SHARE = 0.12;

/**
 * What the keys do beside the lanes.
 * @typedef {object} KeyActions
 * @property {() => void} run
 * @property {() => void} explore
 * @property {() => void} replay
 * @property {() => void} step
 * @property {(event: KeyboardEvent) => boolean} stepKey whether it was a key of Step, which is on
 * @property {() => void} stop
 * @property {() => void} search
 * @property {() => void} lessons
 * @property {() => void} help
 */

/** The keys, for the list `?` shows. @type {{title: string, rows: [string[], string][]}[]} */
export const KEY_LIST = [
  {
    title: 'Run',
    rows: [
      [['Ctrl+Enter', '⌘+Enter'], 'run'],
      [['Ctrl+Shift+Enter', '⌘+Shift+Enter'], 'explore: can this go wrong?'],
      [['R'], 'replay a schedule'],
      [['T'], 'step through a schedule; again: leave'],
      [['Shift+Esc', 'Ctrl+.'], 'stop'],
      [['L'], 'lessons'],
    ],
  },
  {
    title: 'Step',
    rows: [
      [['1', '…', '9'], 'let that thread move; where the run did not, another schedule begins'],
      [['click'], 'on the name of a lane: the same'],
      [['N'], 'on to the next choice'],
      [['K'], 'on to the next lock operation'],
      [['E', 'Home'], 'on to the end, back to the beginning'],
      [['B', 'Backspace'], 'take a move back'],
    ],
  },
  {
    title: 'Lanes',
    rows: [
      [['W', 'S'], 'zoom in, out'],
      [['A', 'D'], 'pan left, right'],
      [['Ctrl+wheel'], 'zoom at the pointer'],
      [['drag', 'Shift+drag'], 'select a range of time, pan'],
      [['F'], 'centre the selection; again: fit everything'],
      [['.', ','], 'next, previous slice in the lane; access, where one is selected'],
      [['M'], 'to the accesses to memory and back'],
      [['↑', '↓'], 'lane above, below'],
      [['→', '←', 'Enter'], 'open, close a group of lanes'],
      [['[', ']'], 'back, forward along a flow'],
      [['/'], 'search lanes and objects'],
      [['?'], 'this list'],
      [['Esc'], 'clear'],
    ],
  },
];

/**
 * @param {Timeline} timeline
 * @param {KeyActions} actions
 */
export function installKeys(timeline, actions) {
  // Before Monaco, which has uses of its own for some of these.
  document.addEventListener('keydown', (event) => runKey(event, actions), { capture: true });
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isTyping(event.target) || event.altKey || event.ctrlKey || event.metaKey)
      return;
    if (actions.stepKey(event) || laneKey(event, timeline, actions)) event.preventDefault();
  });
}

/** @param {KeyboardEvent} event @param {KeyActions} actions */
function runKey(event, actions) {
  const isCommand = event.ctrlKey || event.metaKey;
  const isRun = event.key === 'Enter' && isCommand && !event.altKey;
  const isStop = (event.key === 'Escape' && event.shiftKey) || (event.key === '.' && isCommand);
  if (!isRun && !isStop) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.repeat) return;
  if (isRun && event.shiftKey) actions.explore();
  else if (isRun) actions.run();
  else actions.stop();
}

/** @param {KeyboardEvent} event @param {Timeline} timeline @param {KeyActions} actions @returns {boolean} whether it was one of ours */
function laneKey(event, timeline, actions) {
  // Zooming and panning lie under the left hand, whatever letters the keyboard has there.
  switch (event.code) {
    case 'KeyW':
      timeline.zoom(ZOOM_STEP);
      return true;
    case 'KeyS':
      timeline.zoom(1 / ZOOM_STEP);
      return true;
    case 'KeyA':
      timeline.pan(-timeline.scale.widthPx * PAN_SHARE);
      return true;
    case 'KeyD':
      timeline.pan(timeline.scale.widthPx * PAN_SHARE);
      return true;
    case 'KeyF':
      timeline.centreOrFit();
      return true;
    default:
      return namedKey(event, timeline, actions);
  }
}

/** @param {KeyboardEvent} event @param {Timeline} timeline @param {KeyActions} actions @returns {boolean} */
function namedKey(event, timeline, actions) {
  switch (event.key) {
    case '[':
      moveAlongFlow(timeline, -1);
      return true;
    case ']':
      moveAlongFlow(timeline, 1);
      return true;
    case '.':
      moveAlongLane(timeline, 1);
      return true;
    case ',':
      moveAlongLane(timeline, -1);
      return true;
    case 'm':
      turnToAccesses(timeline);
      return true;
    case '/':
      actions.search();
      return true;
    case 'l':
      actions.lessons();
      return true;
    case 'r':
      actions.replay();
      return true;
    case 't':
      actions.step();
      return true;
    case '?':
      actions.help();
      return true;
    case 'Escape':
      timeline.select(null);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      if (!isOnLanes(event.target, timeline)) return false;
      moveBetweenRows(timeline, event.key === 'ArrowUp' ? -1 : 1);
      return true;
    case 'ArrowRight':
      return isOnLanes(event.target, timeline) && unfoldSelected(timeline, true);
    case 'ArrowLeft':
      return isOnLanes(event.target, timeline) && unfoldSelected(timeline, false);
    case 'Enter':
      return isOnLanes(event.target, timeline) && unfoldSelected(timeline, null);
    default:
      return false;
  }
}

/** Arrows scroll whatever else has the focus. @param {EventTarget | null} target @param {Timeline} timeline @returns {boolean} */
function isOnLanes(target, timeline) {
  return target === document.body || (target instanceof Node && timeline.parts.view.contains(target));
}

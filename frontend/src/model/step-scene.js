/** @import { Outcome } from './run-state.js' */
/** @import { Stepper } from './stepper.js' */
import { visibleOutput } from '../base/visible-text.js';
import { formatCount } from '../base/units.js';
import { READY } from './moments.js';
import { codeOf, moverLine, moverName, moverPhrase } from './move-sentences.js';
import { sharedValues } from './shared-values.js';

/** A thread as it is listed. @typedef {{thread: number, name: string, text: string, line: number, place: string, code: string, canMove: boolean, isTaken: boolean}} SceneMover */
/** A shared variable as it is listed. @typedef {{name: string, text: string, isNew: boolean}} SceneValue */

/**
 * What is to be seen at a place in a schedule.
 * @typedef {object} StepScene
 * @property {string} title `Choice 3 of 17 · step 12`
 * @property {boolean} isChoice
 * @property {boolean} isAtStart
 * @property {boolean} isAtEnd
 * @property {SceneMover[]} movers those that can move first
 * @property {SceneValue[]} values
 * @property {number} unwritten shared variables that nobody had written, and whose value is not known
 * @property {number} more shared variables that are not listed
 * @property {string} note
 * @property {string} tone of the note
 */

/** How an outcome looks. @type {Record<string, string>} */
const TONES = { Completed: 'good', Threw: 'bad', Deadlocked: 'bad' };

/**
 * @param {Stepper} stepper
 * @param {string} source what ran
 * @param {Outcome | null} outcome how the run ended
 * @returns {StepScene}
 */
export function sceneOf(stepper, source, outcome) {
  const { trace, nanos, chosen, isAtEnd, isChoice } = stepper;
  const { values, more, unwritten } = sharedValues(trace, nanos - 1, undefined, true);
  const before = valuesBefore(stepper);
  return {
    title: titleOf(stepper),
    isChoice,
    isAtStart: stepper.position === 0,
    isAtEnd,
    movers: stepper.movers().map((mover) => {
      const line = moverLine(trace, mover);
      return {
        thread: mover.thread,
        name: moverName(trace, mover),
        text: moverPhrase(trace, mover, nanos),
        line,
        place: line < 1 ? '' : mover.line > 0 ? `line ${line}` : `started at line ${line}`,
        code: codeOf(source, line),
        canMove: mover.standing === READY && !isAtEnd,
        isTaken: mover.thread === chosen,
      };
    }),
    values: values.map(({ name, text }) => ({
      name,
      text,
      isNew: before.has(name) && before.get(name) !== text,
    })),
    unwritten,
    more,
    note: isAtEnd ? endNote(stepper, outcome) : noteOf(stepper),
    tone: isAtEnd ? (TONES[outcome?.kind ?? ''] ?? 'warn') : '',
  };
}

/** What they held one choice before. @param {Stepper} stepper @returns {Map<string, string>} */
function valuesBefore(stepper) {
  if (stepper.position === 0) return new Map();
  const nanos = stepper.nanosAt(stepper.previousChoice());
  const { values } = sharedValues(stepper.trace, nanos - 1, undefined, true);
  return new Map(values.map(({ name, text }) => [name, text]));
}

/** @param {Stepper} stepper @returns {string} */
function titleOf({ moments, position, isChoice, isAtEnd, step }) {
  const choices = formatCount(moments.choices);
  if (isAtEnd) return moments.choices === 1 ? 'The end, after 1 choice' : `The end, after ${choices} choices`;
  const number = formatCount(moments.decisionAt(position) + 1);
  const at = `step ${formatCount(step)}`;
  return isChoice ? `Choice ${number} of ${choices} · ${at}` : `No choice · ${at}`;
}

/** @param {Stepper} stepper @returns {string} */
function noteOf({ moments, position, isChoice }) {
  if (isChoice) return '';
  return moments.decisionAt(position) === moments.choices
    ? 'Only one can move, from here to the end.'
    : 'Only one can move here.';
}

/** @param {Stepper} stepper @param {Outcome | null} outcome @returns {string} */
function endNote({ moments }, outcome) {
  const cut = moments.isCut
    ? `What came after ${formatCount(moments.choices)} choices can't be stepped. `
    : '';
  return cut + visibleOutput(outcome?.text ?? 'The run ended without a word.');
}

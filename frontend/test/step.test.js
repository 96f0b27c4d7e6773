import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STEP_NANOS } from '../src/base/clock.js';
import { TimeScale } from '../src/base/time-scale.js';
import * as kinds from '../src/model/moments.js';
import { stateAt } from '../src/model/slices.js';
import { sceneOf } from '../src/model/step-scene.js';
import { Stepper } from '../src/model/stepper.js';
import { Trace } from '../src/model/trace.js';
import { showingStep } from '../src/view/viewport.js';
import * as frames from './fixtures/frames.js';
import { read } from './fixtures/grid.js';

const SOURCE = 'int count;\nlock.lock();\n  count++;\nlock.unlock();';
const VARIABLES = [{ flags: 2, type: 'I', label: 'Main.count' }];

/*
 * Two threads that add to a counter, the first one inside a monitor:
 *   step 1: main, alone; 2: main or T2; 3: T2 alone, takes the monitor; 4: T2 or main; 5: the end
 */
const MOMENTS = [
  { step: 1, chosen: 1, changed: [{ thread: 1, move: kinds.BEGINS }] },
  {
    step: 2,
    chosen: 1,
    changed: [
      { thread: 1, move: kinds.READS, operand: 1, line: 3 },
      { thread: 2, move: kinds.BEGINS },
    ],
  },
  {
    step: 3,
    chosen: 2,
    changed: [
      { thread: 1, standing: kinds.WAITING, move: kinds.JOINS, operand: 2, line: 4 },
      { thread: 2, move: kinds.ENTERS, object: 1, line: 2 },
    ],
  },
  {
    step: 4,
    chosen: 2,
    changed: [
      { thread: 2, move: kinds.WRITES, operand: 1, line: 3 },
      { thread: kinds.CLOCK, move: kinds.TIME, operand: 1 },
    ],
  },
  {
    step: 5,
    chosen: kinds.NOBODY,
    changed: [
      { thread: 1, standing: kinds.WAITING, move: kinds.JOINS, operand: 2, line: 4 },
      { thread: 2, standing: kinds.GONE },
      { thread: kinds.CLOCK, standing: kinds.GONE, move: kinds.TIME },
    ],
  },
];

function steppedTrace(list = MOMENTS) {
  const trace = new Trace();
  trace.countSteps();
  read(trace, frames.sites([{ line: 1 }]), frames.variables(VARIABLES));
  read(trace, frames.laneNamed(1, 'main'), frames.laneNamed(2, 'T2'), frames.objectNamed(1, 'Lock', 'lock'));
  read(
    trace,
    frames.events([
      { nanos: 1_000, kind: 2, lane: 1 },
      { nanos: 1_001, kind: 1, lane: 1, argument: 2, site: 1 },
      { nanos: 2_000, kind: 50, lane: 1, operation: 1, argument: 5 },
      { nanos: 3_000, kind: 2, lane: 2 },
      { nanos: 3_001, kind: 17, lane: 2, object: 1 },
      { nanos: 4_000, kind: 51, lane: 2, operation: 1, argument: 6 },
      { nanos: 4_001, kind: 3, lane: 2 },
    ]),
    frames.moments(list),
  );
  trace.finish(0);
  return trace;
}

/** @param {Stepper} stepper */
function said(stepper) {
  return sceneOf(stepper, SOURCE, { kind: 'Deadlocked', text: 'Deadlock: …' }).movers.map(
    ({ name, text, canMove, isTaken }) => `${isTaken ? '*' : ''}${name} ${text}${canMove ? '' : ' (no)'}`,
  );
}

test('moments_oneCanMove_isNoChoice', () => {
  const { momentList } = steppedTrace();
  const isChoice = MOMENTS.map((_, index) => momentList.isChoice(index));
  assert.deepEqual(isChoice, [false, true, false, true, false]);
  assert.deepEqual(
    MOMENTS.map((_, index) => momentList.decisionAt(index)),
    [0, 0, 1, 1, 2],
  );
  assert.equal(momentList.choices, 2);
});

test('moments_inPieces_sameAsAtOnce', () => {
  const trace = steppedTrace(MOMENTS.slice(0, 2));
  read(trace, frames.moments(MOMENTS.slice(2)));
  assert.equal(trace.momentList.choices, 2);
  assert.deepEqual(trace.momentList.moversAt(3), steppedTrace().momentList.moversAt(3));
});

test('moversAt_clock_isLastOfThoseThatCanMove', () => {
  const stepper = new Stepper(steppedTrace());
  stepper.goTo(3);
  assert.deepEqual(
    stepper.movers().map(({ thread }) => thread),
    [2, kinds.CLOCK, 1],
  );
});

test('nextChoice_fromTheBeginning_passesWhatIsNone', () => {
  const stepper = new Stepper(steppedTrace());
  const seen = [];
  while (!stepper.isAtEnd) {
    stepper.goTo(stepper.nextChoice());
    seen.push(stepper.position);
  }
  assert.deepEqual(seen, [1, 3, 4]);
  stepper.goTo(stepper.previousChoice());
  stepper.goTo(stepper.previousChoice());
  assert.equal(stepper.position, 1);
  assert.equal(stepper.previousChoice(), 0);
});

test('nextLock_monitorIsTaken_standsBeforeIt', () => {
  const stepper = new Stepper(steppedTrace());
  stepper.goTo(stepper.nextLock());
  assert.deepEqual(said(stepper), ['*T2 enters monitor lock', 'main waits for T2 to end (no)']);
  assert.equal(stepper.nextLock(), stepper.last);
});

test('move_asInTheRun_goesOnToTheNextChoice', () => {
  const stepper = new Stepper(steppedTrace());
  stepper.goTo(1);
  assert.equal(stepper.move(1), null);
  assert.equal(stepper.position, 3);
});

test('move_another_asksForABranchAtTheDecision', () => {
  const stepper = new Stepper(steppedTrace());
  stepper.goTo(3);
  assert.deepEqual(stepper.move(kinds.CLOCK), { decision: 1, thread: kinds.CLOCK });
  assert.equal(stepper.position, 3);
  stepper.goTo(1);
  assert.deepEqual(stepper.move(2), { decision: 0, thread: 2 });
});

test('move_whoCantMove_doesNothing', () => {
  const stepper = new Stepper(steppedTrace());
  stepper.goTo(3);
  assert.equal(stepper.move(1), null);
  stepper.goTo(stepper.last);
  assert.equal(stepper.move(1), null);
  assert.equal(stepper.isAtEnd, true);
});

test('behind_decision_isTheNextChoiceOrTheEnd', () => {
  const stepper = new Stepper(steppedTrace());
  assert.equal(stepper.behind(0), 3);
  assert.equal(stepper.behind(1), stepper.last);
});

test('sceneOf_choice_saysWhoAndWhat', () => {
  const stepper = new Stepper(steppedTrace());
  stepper.goTo(1);
  const scene = sceneOf(stepper, SOURCE, null);
  assert.equal(scene.title, 'Choice 1 of 2 · step 2');
  assert.deepEqual(scene.movers[0], {
    thread: 1,
    name: 'main',
    text: 'reads count',
    line: 3,
    place: 'line 3',
    code: 'count++;',
    canMove: true,
    isTaken: true,
  });
  assert.equal(scene.movers[1]?.text, 'begins');
  assert.equal(scene.movers[1]?.place, 'started at line 1');
});

test('sceneOf_values_areThoseBeforeTheStep', () => {
  const stepper = new Stepper(steppedTrace());
  /** @param {number} position */
  const values = (position) => {
    stepper.goTo(position);
    return sceneOf(stepper, SOURCE, null).values.map(({ name, text, isNew }) => [name, text, isNew]);
  };
  assert.deepEqual(values(3), [['count', '5', false]]);
  assert.deepEqual(values(4), [['count', '6', true]]);
});

test('sceneOf_end_saysHowItEnded', () => {
  const stepper = new Stepper(steppedTrace());
  stepper.goTo(stepper.last);
  const scene = sceneOf(stepper, SOURCE, { kind: 'Deadlocked', text: 'Deadlock: …' });
  assert.equal(scene.title, 'The end, after 2 choices');
  assert.equal(scene.note, 'Deadlock: …');
  assert.equal(scene.tone, 'bad');
  assert.deepEqual(said(stepper), ['main waits for T2 to end (no)']);
});

test('sceneOf_onlyOneCanMove_saysSo', () => {
  const stepper = new Stepper(steppedTrace());
  const scene = sceneOf(stepper, SOURCE, null);
  assert.equal(scene.title, 'No choice · step 1');
  assert.equal(scene.note, 'Only one can move here.');
});

test('stepper_runThatWasStopped_hasAnEndAllTheSame', () => {
  const stepper = new Stepper(steppedTrace(MOMENTS.slice(0, 4)));
  assert.equal(stepper.last, 4);
  stepper.goTo(99);
  assert.equal(stepper.isAtEnd, true);
  assert.equal(stepper.step, 5);
});

test('sceneOf_momentsLeftOut_saysSo', () => {
  const cut = [...MOMENTS.slice(0, 4), { step: 900, chosen: kinds.NOBODY, changed: [] }];
  const stepper = new Stepper(steppedTrace(cut));
  stepper.goTo(stepper.last);
  assert.match(sceneOf(stepper, SOURCE, null).note, /^What came after 2 choices can't be stepped\./);
});

test('stateAt_anyMoment_isTheStateThen', () => {
  const trace = steppedTrace();
  assert.equal(stateAt(trace, 2, 500), 'not yet started');
  assert.equal(stateAt(trace, 2, 2_500), 'started');
  assert.equal(stateAt(trace, 2, 3_500), 'running');
  assert.equal(stateAt(trace, 2, 9_000), 'terminated');
});

test('showingStep_stepsAreWideEnough_onlyMovesThere', () => {
  const scale = new TimeScale(0, 20 * STEP_NANOS, 500);
  assert.equal(showingStep(scale, 9 * STEP_NANOS), scale);
  const moved = showingStep(scale, 30 * STEP_NANOS);
  assert.equal(moved.spanNanos, scale.spanNanos);
  assert.ok(moved.toPx(30 * STEP_NANOS) < 500);
});

test('showingStep_stepsTooNarrow_showsThoseAround', () => {
  const scale = showingStep(new TimeScale(0, 20_000 * STEP_NANOS, 500), 900 * STEP_NANOS);
  assert.ok(scale.spanNanos < 100 * STEP_NANOS);
  assert.equal(Math.round(scale.toPx(900 * STEP_NANOS)), 250);
});

test('outputLog_steps_stayApart', () => {
  const trace = new Trace();
  trace.countSteps();
  read(trace, frames.output('a', { nanos: 1_000 }), frames.output('b', { nanos: 1_500, offset: 1 }));
  read(trace, frames.output('c', { nanos: 2_000, offset: 2 }));
  assert.deepEqual(
    trace.outputLog.chunks.map(({ nanos, text }) => [nanos, text]),
    [
      [1_000, 'ab'],
      [2_000, 'c'],
    ],
  );
});

test('early_timeAlthoughSomebodyCouldMove_isCounted', () => {
  const moments = new kinds.Moments();
  const mover = { standing: kinds.READY, move: kinds.READS, object: 0, operand: 0, line: 0 };
  moments.append([
    { step: 1, chosen: 1, changed: [{ ...mover, thread: 1 }] },
    { step: 2, chosen: kinds.CLOCK, changed: [{ ...mover, thread: kinds.CLOCK, move: kinds.TIME }] },
    { step: 3, chosen: kinds.CLOCK, changed: [{ ...mover, thread: 1, standing: kinds.GONE }] },
  ]);
  assert.equal(moments.early, 1);
});

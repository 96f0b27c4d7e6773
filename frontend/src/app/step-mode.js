/** @import { Branch } from '../model/stepper.js' */
/** @import { Editor, LineNote } from './editor.js' */
/** @import { RunController } from './run-controller.js' */
import { READY } from '../model/moments.js';
import { moverLine, moverName } from '../model/move-sentences.js';
import { sceneOf } from '../model/step-scene.js';
import { Stepper } from '../model/stepper.js';
import { StepBar } from './step-bar.js';

/** Where to stand when the run that was asked for is there: behind a decision, or at the first choice. @typedef {{decision: number} | {decision: null}} Awaited */

/**
 * Steps through the run that is shown: moves a cursor along its choices, and asks for another run where another thread
 * is to move.
 */
export class StepMode {
  /** @type {Stepper | null} */
  #stepper = null;
  /** @type {Awaited | null} */
  #awaited = null;

  /**
   * @param {HTMLElement} element
   * @param {{controller: RunController, editor: Editor}} parts
   * @param {{run: (options: Record<string, unknown>) => void, fresh: () => Record<string, unknown> | null, changed: (nanos: number | null, isEnd: boolean, ready: number[]) => void}} actions
   *   `changed` gets the moment that is stepped to, if there is one, whether that is the end, and which lanes can move; `fresh` is what to ask for where there is nothing to step yet
   */
  constructor(element, { controller, editor }, actions) {
    this.controller = controller;
    this.editor = editor;
    this.actions = actions;
    this.bar = new StepBar(element, {
      move: (thread) => this.move(thread),
      start: () => this.#goTo(() => 0),
      back: () => this.#goTo((stepper) => stepper.previousChoice()),
      next: () => this.#goTo((stepper) => stepper.nextChoice()),
      nextLock: () => this.#goTo((stepper) => stepper.nextLock()),
      end: () => this.#goTo((stepper) => stepper.last),
      leave: () => this.leave(),
    });
  }

  /** Whether a run is stepped, or one to be stepped goes on. @returns {boolean} */
  get isOn() {
    return this.#stepper !== null || this.#awaited !== null;
  }

  /** Whether the run that goes on was asked for to be stepped. @returns {boolean} */
  get isAwaiting() {
    return this.#awaited !== null;
  }

  /** Steps through the run that is shown, if it can be, else through a new one. */
  enter() {
    const { controller } = this;
    if (controller.isActive) return;
    const isOfThis = controller.source === this.editor.text();
    if (isOfThis && controller.trace.momentList.length > 0) {
      this.#begin(null);
      return;
    }
    this.enterAnew();
  }

  /** Steps through a new run. */
  enterAnew() {
    const options = this.controller.isActive ? null : this.actions.fresh();
    if (options !== null) this.#await({ decision: null }, options);
  }

  leave() {
    this.#awaited = null;
    this.#stepper = null;
    this.bar.hide();
    this.actions.changed(null, false, []);
  }

  /** A run begins, asked for here or elsewhere. */
  runBegan() {
    this.#stepper = null;
    if (this.#awaited === null) this.leave();
    else this.bar.showBusy('Running …');
    this.actions.changed(null, false, []);
  }

  /** A run has ended. */
  runEnded() {
    const awaited = this.#awaited;
    if (awaited === null) return;
    this.#awaited = null;
    if (this.controller.trace.momentList.length > 0) this.#begin(awaited.decision);
    else this.leave();
  }

  /** Lets a thread move: on along the run, or off it. @param {number} thread */
  move(thread) {
    const stepper = this.#stepper;
    if (stepper === null) return;
    const branch = stepper.move(thread);
    if (branch === null) this.#show();
    else this.#branch(branch);
  }

  /** Lets the thread of a lane move. @param {number} lane @returns {boolean} whether it could */
  moveLane(lane) {
    if (!this.#ready().includes(lane)) return false;
    this.move(lane);
    return true;
  }

  /** The lanes that can move. @returns {number[]} */
  #ready() {
    const movers = this.#stepper?.movers() ?? [];
    return movers.filter(({ standing }) => standing === READY).map(({ thread }) => thread);
  }

  /** Which lines the threads go on at, for the editor. @returns {LineNote[]} */
  notes() {
    const stepper = this.#stepper;
    if (stepper === null) return [];
    /** @type {Map<string, LineNote>} */
    const notes = new Map();
    for (const mover of stepper.movers()) {
      const line = moverLine(stepper.trace, mover);
      if (line < 1) continue;
      const isWaiting = mover.standing !== READY;
      const key = `${line} ${isWaiting}`;
      const name = moverName(stepper.trace, mover);
      const note = notes.get(key);
      if (note === undefined) notes.set(key, { line, text: name, isWaiting, isNext: !isWaiting });
      else note.text += `, ${name}`;
    }
    return [...notes.values()].map((note) => ({
      ...note,
      text: note.isWaiting ? `${note.text}: waits` : `▸ ${note.text}`,
    }));
  }

  /** The line that the next move is at, or 0. @returns {number} */
  get line() {
    const stepper = this.#stepper;
    const mover = stepper?.moments.moverAt(stepper.position, stepper.chosen) ?? null;
    return stepper === null || mover === null ? 0 : moverLine(stepper.trace, mover);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was one of ours */
  key({ key }) {
    const stepper = this.#stepper;
    if (stepper === null) return false;
    if (/^[1-9]$/.test(key)) {
      const mover = stepper.movers()[Number(key) - 1];
      if (mover?.standing === READY) this.move(mover.thread);
      return true;
    }
    switch (key) {
      case 'n':
        this.#goTo(() => stepper.nextChoice());
        return true;
      case 'b':
      case 'Backspace':
        this.#goTo(() => stepper.previousChoice());
        return true;
      case 'k':
        this.#goTo(() => stepper.nextLock());
        return true;
      case 'e':
      case 'End':
        this.#goTo(() => stepper.last);
        return true;
      case 'Home':
        this.#goTo(() => 0);
        return true;
      default:
        return false;
    }
  }

  /** What is seen, for tests in a browser. */
  snapshot() {
    return this.#stepper === null ? null : this.#scene(this.#stepper);
  }

  /** @param {number | null} decision to stand behind */
  #begin(decision) {
    const stepper = new Stepper(this.controller.trace);
    this.#stepper = stepper;
    if (decision !== null) stepper.goTo(stepper.behind(decision));
    else if (!stepper.isChoice) stepper.goTo(stepper.nextChoice());
    this.#show();
  }

  /** @param {Branch} branch */
  #branch({ decision, thread }) {
    const { controller } = this;
    if (controller.isActive) return;
    if (controller.source !== this.editor.text()) {
      this.bar.say('The code has changed since this run. Leave Step and begin again to go another way.');
      return;
    }
    const { schedule } = controller.state;
    this.#await({ decision }, { mode: 'controlled', schedule, branch: { decision, thread } });
  }

  /** @param {Awaited} awaited @param {Record<string, unknown>} options */
  #await(awaited, options) {
    this.#awaited = awaited;
    this.actions.run(options);
  }

  /** @param {(stepper: Stepper) => number} to */
  #goTo(to) {
    const stepper = this.#stepper;
    if (stepper === null) return;
    stepper.goTo(to(stepper));
    this.#show();
  }

  #show() {
    const stepper = this.#stepper;
    if (stepper === null) return;
    this.bar.show(this.#scene(stepper));
    this.actions.changed(stepper.nanos, stepper.isAtEnd, this.#ready());
  }

  /** @param {Stepper} stepper */
  #scene(stepper) {
    return sceneOf(stepper, this.controller.source, this.controller.state.outcome);
  }
}

/** @import { Message, Mode, RunState } from '../model/run-state.js' */
import { IDLE, applied, isActive, lost, sent } from '../model/run-state.js';
import { readFrames } from '../model/trace-reader.js';
import { Trace } from '../model/trace.js';
import { WireError } from '../model/wire-reader.js';
import { RunSocket } from './run-socket.js';

/** What the server said of itself. @typedef {{version: string, sandbox: string, sandboxProblem: string}} Hello */

/** One run at a time: its state and its trace. */
export class RunController {
  /** @type {RunState} */
  state = IDLE;
  trace = new Trace();
  /** What ran last. */
  source = '';
  /** @type {Hello | null} */
  hello = null;
  isConnected = false;
  /** Whether there ever was a connection: before that, nothing was lost. */
  wasConnected = false;
  /** When `started` came, on the page's clock. */
  startedMillis = 0;
  /** @type {(() => void)[]} */
  #ended = [];

  /**
   * @param {string} url
   * @param {{run: () => void, connection: () => void, traced: () => void, begun: () => void}} changed what to call when
   *   something did
   */
  constructor(url, changed) {
    this.changed = changed;
    this.socket = new RunSocket(url, {
      message: (message) => this.#message(message),
      frames: (frames) => this.#frames(frames),
      connection: (isOpen) => this.#connection(isOpen),
    });
  }

  /** @returns {boolean} */
  get isActive() {
    return isActive(this.state);
  }

  /** @param {string} source @param {Mode} mode @param {Record<string, unknown>} options what else the server is asked for */
  run(source, mode, options) {
    if (this.isActive) return;
    this.source = source;
    this.state = sent(mode);
    this.trace = new Trace();
    this.changed.begun();
    if (this.wasConnected && !this.isConnected) {
      this.socket.retry();
      this.state = {
        ...this.state,
        phase: 'ended',
        problem: 'There is no connection to the server. Try again in a moment.',
      };
    } else {
      this.socket.send({ type: 'run', source, ...options });
    }
    this.changed.run();
  }

  stop() {
    if (this.isActive) this.socket.send({ type: 'stop' });
  }

  /** Milliseconds since the run started, on the page's clock. @returns {number} */
  elapsedMillis() {
    return this.state.phase === 'running' ? performance.now() - this.startedMillis : 0;
  }

  /** Resolves when no run is active. @returns {Promise<void>} */
  whenInactive() {
    if (!this.isActive) return Promise.resolve();
    return new Promise((resolve) => this.#ended.push(resolve));
  }

  /** @param {Message} message */
  #message(message) {
    if (message.type === 'hello') {
      this.hello = {
        version: String(message.version ?? ''),
        sandbox: String(message.sandbox ?? ''),
        sandboxProblem: String(message.sandboxProblem ?? ''),
      };
      this.changed.connection();
      return;
    }
    if (!this.isActive && message.type !== 'refused') return;
    this.#become(applied(this.state, message));
  }

  /** @param {ArrayBuffer} frames */
  #frames(frames) {
    if (!this.isActive) return;
    try {
      readFrames(frames, this.trace);
      this.changed.traced();
    } catch (problem) {
      if (!(problem instanceof WireError) && !(problem instanceof RangeError)) throw problem;
      this.stop();
      this.#become({
        ...this.state,
        phase: 'ended',
        problem: `The trace can't be read: ${problem.message}.`,
      });
    }
  }

  /** @param {boolean} isOpen */
  #connection(isOpen) {
    this.isConnected = isOpen;
    if (isOpen) this.wasConnected = true;
    else this.#become(lost(this.state));
    this.changed.connection();
  }

  /** @param {RunState} state */
  #become(state) {
    const before = this.state;
    this.state = state;
    if (before.phase !== 'running' && state.phase === 'running') {
      this.startedMillis = performance.now();
      if (state.mode !== 'live') this.trace.countSteps();
    }
    if (isActive(before) && !isActive(state)) {
      // A run whose end was not told ended about now.
      const elapsedMillis = before.phase === 'running' ? performance.now() - this.startedMillis : 0;
      this.trace.finish((state.timing.runMillis ?? elapsedMillis) * 1e6);
      this.changed.traced();
      for (const resolve of this.#ended.splice(0)) resolve();
    }
    if (state !== before) this.changed.run();
  }
}

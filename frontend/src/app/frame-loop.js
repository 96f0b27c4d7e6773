/** Frames that nobody asked for by hand come at most this often. */
const LIVE_MILLIS = 33;
/** And so that they take at most about a part in this many of the time: a run may need the processor. */
const LIVE_SHARE = 10;

/** The only owner of `requestAnimationFrame`: runs its stages in order, once per frame that was asked for. */
export class FrameLoop {
  #stages = /** @type {(() => void)[]} */ ([]);
  #isRequested = false;
  #isLiveWanted = false;
  #isRunning = false;
  #timer = 0;
  #endedMillis = 0;
  #tookMillis = 0;
  #waiting = /** @type {(() => void)[]} */ ([]);

  /** Stages run in the order they were added: state, then layout, then paint. @param {() => void} stage */
  add(stage) {
    this.#stages.push(stage);
  }

  /** Asks for a frame; many requests make one. */
  request() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#isRequested) return;
    this.#isRequested = true;
    requestAnimationFrame(() => this.#run());
  }

  /** Asks for a frame that may come a little later, for what changes by itself all the time. */
  requestLive() {
    this.#isLiveWanted = true;
    if (!this.#isRunning) this.#planLive();
  }

  #planLive() {
    if (this.isRequested) return;
    const pause = Math.max(LIVE_MILLIS, this.#tookMillis * LIVE_SHARE);
    this.#timer = setTimeout(() => this.request(), this.#endedMillis + pause - performance.now());
  }

  /** @returns {boolean} whether something waits to be painted */
  get isRequested() {
    return this.#isRequested || this.#timer !== 0;
  }

  /** Resolves after the next paint. @returns {Promise<void>} */
  painted() {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.request();
    });
  }

  #run() {
    const began = performance.now();
    this.#isRequested = false;
    this.#isLiveWanted = false;
    this.#isRunning = true;
    try {
      for (const stage of this.#stages) stage();
    } finally {
      this.#isRunning = false;
    }
    this.#endedMillis = performance.now();
    this.#tookMillis = this.#endedMillis - began;
    if (this.#isLiveWanted) this.#planLive();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** The only owner of `requestAnimationFrame`: runs its stages in order, once per frame that was asked for. */
export class FrameLoop {
  #stages = /** @type {(() => void)[]} */ ([]);
  #isRequested = false;
  #waiting = /** @type {(() => void)[]} */ ([]);

  /** Stages run in the order they were added: state, then layout, then paint. @param {() => void} stage */
  add(stage) {
    this.#stages.push(stage);
  }

  /** Asks for a frame; many requests make one. */
  request() {
    if (this.#isRequested) return;
    this.#isRequested = true;
    requestAnimationFrame(() => this.#run());
  }

  /** @returns {boolean} whether something waits to be painted */
  get isRequested() {
    return this.#isRequested;
  }

  /** Resolves after the next paint. @returns {Promise<void>} */
  painted() {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.request();
    });
  }

  #run() {
    this.#isRequested = false;
    for (const stage of this.#stages) stage();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

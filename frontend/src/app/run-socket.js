/** @import { Message } from '../model/run-state.js' */

const FIRST_DELAY_MILLIS = 400;
const MAX_DELAY_MILLIS = 8_000;

/**
 * @typedef {object} SocketEvents
 * @property {(message: Message) => void} message
 * @property {(frames: ArrayBuffer) => void} frames
 * @property {(isOpen: boolean) => void} connection
 */

/** The WebSocket to the server; comes back by itself when it is lost. */
export class RunSocket {
  #delayMillis = FIRST_DELAY_MILLIS;
  #timer = 0;
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {string[]} */
  #unsent = [];

  /** @param {string} url @param {SocketEvents} events */
  constructor(url, events) {
    this.url = url;
    this.events = events;
    // A machine that comes back from sleep or a network that comes back need not wait for the timer.
    addEventListener('online', () => this.retry());
  }

  /** Connects, and again whenever the connection is lost. */
  connect() {
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      this.#delayMillis = FIRST_DELAY_MILLIS;
      this.events.connection(true);
      for (const text of this.#unsent.splice(0)) socket.send(text);
    };
    socket.onmessage = (event) => {
      if (event.data instanceof ArrayBuffer) this.events.frames(event.data);
      else this.#parse(String(event.data));
    };
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#unsent = [];
      this.events.connection(false);
      this.#later();
    };
  }

  /** Sends now, or as soon as the first connection is there. @param {object} message */
  send(message) {
    const text = JSON.stringify(message);
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(text);
    else this.#unsent.push(text);
  }

  /** Tries at once, if it is waiting to. */
  retry() {
    if (this.#socket !== null) return;
    clearTimeout(this.#timer);
    this.connect();
  }

  #later() {
    clearTimeout(this.#timer);
    // Spread out, so that a room full of pages does not come back in the same moment.
    const delay = this.#delayMillis * (0.75 + Math.random() / 2);
    this.#timer = setTimeout(() => this.connect(), delay);
    this.#delayMillis = Math.min(MAX_DELAY_MILLIS, this.#delayMillis * 2);
  }

  /** @param {string} text */
  #parse(text) {
    /** @type {unknown} */
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (
      typeof message === 'object' &&
      message !== null &&
      'type' in message &&
      typeof message.type === 'string'
    ) {
      this.events.message(/** @type {Message} */ (message));
    }
  }
}

/** Where the page's server listens. @returns {string} */
export function socketUrl() {
  const url = new URL('/ws', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

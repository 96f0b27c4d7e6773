/** @import { Hello } from './run-controller.js' */
import { visibleOutput } from '../base/visible-text.js';
import { banner, linkButton, make } from './dom.js';

/**
 * Says what stands above a single run: no connection, no sandbox.
 * @param {HTMLElement} element
 * @param {HTMLElement} sandbox a short word in the header
 * @param {{hello: Hello | null, isConnected: boolean, wasConnected: boolean}} server
 * @param {() => void} retry
 */
export function showBanners(element, sandbox, server, retry) {
  const { hello } = server;
  const banners = [];
  if (!server.isConnected) {
    const text = server.wasConnected ? 'Connection lost. Trying to come back…' : 'Connecting to the server…';
    const banner = make(
      'div',
      { class: 'banner bad', role: 'alert' },
      make('span', { class: 'glyph' }, '⚡'),
      text,
    );
    banner.append(linkButton('Try now', retry));
    banners.push(banner);
  }
  if (hello?.sandbox === 'unavailable') {
    const why = hello.sandboxProblem || 'the server says no more';
    banners.push(
      banner('bad', '✗', `No sandbox can be had on this server, so it runs nothing: ${visibleOutput(why)}`),
    );
  } else if (hello?.sandbox === 'none') {
    banners.push(banner('', '⚠', 'This server runs programs without a sandbox. Run only what you trust.'));
  }
  element.replaceChildren(...banners);
  sandbox.hidden = hello === null || hello.sandbox === 'none' || hello.sandbox === 'unavailable';
  sandbox.textContent = hello === null ? '' : `sandbox: ${visibleOutput(hello.sandbox)}`;
  sandbox.title = 'Programs run inside this sandbox';
}

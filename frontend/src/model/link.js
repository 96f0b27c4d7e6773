/* A link that holds a program and a schedule of it, in the part of an address that no server gets to see. */

/** No longer source is taken by any server. */
const MAX_SOURCE_BYTES = 65_536;

/** Why a link can't be opened, in words for whoever clicked it. */
export class LinkError extends Error {}

/**
 * The end of an address that opens `source` and replays `schedule` of it under `seed`.
 * @param {string} source
 * @param {string} seed
 * @param {string} schedule
 * @returns {Promise<string>}
 */
export async function hashOf(source, seed, schedule) {
  const packed = new Blob([source]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const parts = [
    'mode=controlled',
    `seed=${encodeURIComponent(seed)}`,
    `schedule=${encodeURIComponent(schedule)}`,
    `source=${toBase64(bytes)}`,
  ];
  return `#${parts.join('&')}`;
}

/** The program in a link; null when it holds none. @param {string} hash @returns {Promise<string | null>} */
export async function sourceOf(hash) {
  const part = hash
    .replace(/^#/, '')
    .split('&')
    .find((each) => each.startsWith('source='));
  if (part === undefined) return null;
  const bytes = fromBase64(part.slice('source='.length));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new TextDecoder().decode(await readAll(stream));
}

/** @param {ReadableStream<Uint8Array>} stream @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function readAll(stream) {
  const reader = stream.getReader();
  const all = new Uint8Array(MAX_SOURCE_BYTES);
  let length = 0;
  for (;;) {
    const { done, value } = await nextOf(reader);
    if (done) return all.subarray(0, length);
    // Few letters may unpack to very many: it is not all read first.
    if (length + value.length > MAX_SOURCE_BYTES) {
      void reader.cancel();
      throw new LinkError('The program of this link is longer than 65,536 bytes.');
    }
    all.set(value, length);
    length += value.length;
  }
}

/** @param {ReadableStreamDefaultReader<Uint8Array>} reader */
async function nextOf(reader) {
  try {
    return await reader.read();
  } catch {
    throw damaged();
  }
}

function damaged() {
  return new LinkError('This link is damaged: the program in it can’t be read. Was it copied whole?');
}

/** @param {Uint8Array} bytes @returns {string} */
function toBase64(bytes) {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
  } catch {
    throw damaged();
  }
}

/* A browser may forbid storage; the page then forgets, and works. */

/** @param {string} key @returns {string | null} */
export function remembered(key) {
  try {
    return localStorage.getItem(`interleave.${key}`);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(`interleave.${key}`, value);
  } catch {
    // Nothing to do: it is a convenience.
  }
}

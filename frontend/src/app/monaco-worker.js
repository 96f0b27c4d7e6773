/*
 * Monaco's worker, as a file of our own origin: the page's policy allows no blob: workers. A classic worker, because
 * Monaco's loader is one.
 */
const MONACO = '/webjars/monaco-editor/min/';
Object.assign(self, { MonacoEnvironment: { baseUrl: MONACO } });
/** @type {{importScripts: (url: string) => void}} */ (/** @type {unknown} */ (self)).importScripts(
  `${MONACO}vs/base/worker/workerMain.js`,
);

/** @import { LessonRow } from '../model/lesson-list.js' */

/** @typedef {LessonRow & {text: string, rust: string, source: string, lookFor: string}} Lesson */

/** The lessons of this server, in order. @returns {Promise<LessonRow[]>} */
export async function fetchLessonRows() {
  const rows = await fetchJson('/api/examples');
  if (!Array.isArray(rows)) return [];
  return rows.map(({ name, title, section }) => ({
    name: String(name ?? ''),
    title: String(title ?? name ?? ''),
    section: String(section ?? ''),
  }));
}

/** @param {string} name @returns {Promise<Lesson>} */
export async function fetchLesson(name) {
  return /** @type {Lesson} */ (await fetchJson(`/api/examples/${encodeURIComponent(name)}`));
}

/** @param {string} url @returns {Promise<unknown>} */
async function fetchJson(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

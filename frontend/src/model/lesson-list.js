/** A lesson as the list has it. @typedef {{name: string, title: string, section: string}} LessonRow */
/** Lessons that stand next to each other: one, or a broken one and its mended twin. @typedef {LessonRow[]} LessonTwins */
/** @typedef {{title: string, entries: LessonTwins[]}} LessonSection */

const MENDED = '-mended';

/** @param {string} name @returns {boolean} */
export function isMended(name) {
  return name.endsWith(MENDED);
}

/**
 * Lessons by section, both in the order they came; a mended lesson stands beside the broken one of its name.
 * @param {LessonRow[]} rows
 * @returns {LessonSection[]}
 */
export function lessonSections(rows) {
  const names = new Set(rows.map((row) => row.name));
  /** @type {Map<string, LessonRow[][]>} */
  const bySection = new Map();
  for (const row of rows) {
    const twin = isMended(row.name) ? row.name.slice(0, -MENDED.length) : '';
    // It comes with its twin, whatever section it says.
    if (twin !== '' && names.has(twin)) continue;
    const mended = rows.filter((other) => other.name === row.name + MENDED);
    const section = row.section || 'Lessons';
    const entries = bySection.get(section) ?? [];
    entries.push([row, ...mended]);
    bySection.set(section, entries);
  }
  return [...bySection].map(([title, entries]) => ({ title, entries }));
}

/**
 * What is left of the sections when somebody types: every word must be in the title, the name or the section.
 * @param {LessonSection[]} sections
 * @param {string} text
 * @returns {LessonSection[]}
 */
export function matchingLessons(sections, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return sections.flatMap(({ title, entries }) => {
    const left = entries
      .map((twins) =>
        twins.filter((row) => {
          const whole = `${row.title} ${row.name} ${title}`.toLowerCase();
          return words.every((word) => whole.includes(word));
        }),
      )
      .filter((twins) => twins.length > 0);
    return left.length === 0 ? [] : [{ title, entries: left }];
  });
}

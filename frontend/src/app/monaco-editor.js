/** @import { Diagnostic } from '../model/run-state.js' */
/** @import { LineNote, SourceEditor } from './editor.js' */
import { visibleName } from '../base/visible-text.js';
import { make } from './dom.js';

/** Where the server serves the WebJar. */
const MONACO = '/webjars/monaco-editor/min/vs';
/** Monaco's numbers for its margins: glyphs and line numbers. */
const MARGINS = [2, 3];
const SEVERITIES = new Map([
  ['error', 8],
  ['warning', 4],
]);

/** Words of Java that Monaco's grammar does not know. */
const MORE_KEYWORDS = ['var', 'when'];

/** @type {Promise<MonacoApi | null> | null} */
let loading = null;

/** Loads Monaco once; null when it can't be had. @returns {Promise<MonacoApi | null>} */
export function loadMonaco() {
  loading ??= new Promise((resolve) => {
    window.MonacoEnvironment = { getWorker: () => new Worker('/app/monaco-worker.js') };
    const script = make('script', { src: `${MONACO}/loader.js` });
    script.onerror = () => resolve(null);
    script.onload = () => {
      window.require.config({ paths: { vs: MONACO } });
      window.require(
        ['vs/editor/editor.main', 'vs/basic-languages/java/java'],
        (_, java) => {
          teachJava(java);
          defineThemes(window.monaco);
          resolve(window.monaco);
        },
        () => resolve(null),
      );
    };
    document.head.append(script);
  });
  return loading;
}

/** Adds to the grammar before its first use. @param {unknown} java */
function teachJava(java) {
  const { language } = /** @type {{language: {keywords: string[], tokenizer: {root: unknown[]}}}} */ (java);
  language.keywords.push(...MORE_KEYWORDS);
  language.tokenizer.root.unshift([/[A-Z][\w$]*/, 'type.identifier']);
}

/** @param {MonacoApi} monaco */
function defineThemes(monaco) {
  const common = { inherit: true };
  monaco.editor.defineTheme('interleave-light', {
    ...common,
    base: 'vs',
    rules: [
      { token: 'type.identifier', foreground: '1a6f86' },
      { token: 'keyword', foreground: '7a2fb8' },
      { token: 'string', foreground: '9a3412' },
      { token: 'number', foreground: '14703c' },
      { token: 'comment', foreground: '66708a' },
    ],
    colors: { 'editor.background': '#ffffff', 'editorLineNumber.foreground': '#8b94a8' },
  });
  monaco.editor.defineTheme('interleave-dark', {
    ...common,
    base: 'vs-dark',
    rules: [
      { token: 'type.identifier', foreground: '6cc7dd' },
      { token: 'keyword', foreground: 'c99cf5' },
      { token: 'string', foreground: 'f0a878' },
      { token: 'number', foreground: '8ddba6' },
      { token: 'comment', foreground: '8590a6' },
    ],
    colors: { 'editor.background': '#161a22', 'editorLineNumber.foreground': '#66718a' },
  });
}

/** @implements {SourceEditor} */
export class MonacoEditor {
  /**
   * @param {MonacoApi} monaco
   * @param {HTMLElement} element
   * @param {string} text
   * @param {() => void} changed
   * @param {(line: number) => void} lineClicked in the margin
   */
  constructor(monaco, element, text, changed, lineClicked) {
    this.monaco = monaco;
    element.replaceChildren();
    this.editor = monaco.editor.create(element, {
      value: text,
      language: 'java',
      automaticLayout: true,
      ariaLabel: 'Java source',
      fontSize: 13.5,
      fontFamily:
        "ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace",
      glyphMargin: true,
      lineNumbersMinChars: 3,
      folding: false,
      minimap: { enabled: false },
      padding: { top: 10, bottom: 10 },
      scrollBeyondLastLine: false,
      renderLineHighlight: 'line',
      tabSize: 4,
      fixedOverflowWidgets: true,
      stickyScroll: { enabled: false },
      overviewRulerBorder: false,
      // What looks like one letter and is another is worth a mark in code that came by a link.
      unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true },
    });
    this.editor.onDidChangeModelContent(changed);
    this.editor.onMouseDown((event) => {
      const line = event.target.position?.lineNumber ?? 0;
      if (line > 0 && MARGINS.includes(event.target.type)) lineClicked(line);
    });
    this.cursor = this.editor.createDecorationsCollection([]);
  }

  text() {
    return this.editor.getValue();
  }

  /** @param {string} text */
  setText(text) {
    this.editor.setValue(text);
  }

  /** @param {number} line @param {number} column */
  goTo(line, column) {
    this.editor.setPosition({ lineNumber: line, column });
    this.editor.revealLineInCenterIfOutsideViewport(line);
    this.editor.focus();
  }

  /** @param {Diagnostic[]} diagnostics */
  mark(diagnostics) {
    this.monaco.editor.setModelMarkers(
      this.editor.getModel(),
      'compiler',
      diagnostics.map((diagnostic) => ({
        startLineNumber: diagnostic.line,
        startColumn: diagnostic.column,
        endLineNumber: diagnostic.endLine,
        endColumn: diagnostic.endColumn,
        message: diagnostic.message,
        severity: SEVERITIES.get(diagnostic.severity) ?? 2,
      })),
    );
  }

  /** @param {number} line @param {LineNote[]} notes */
  showCursor(line, notes) {
    const count = this.editor.getModel().getLineCount();
    const decorations = [];
    if (line > 0 && line <= count) {
      decorations.push({
        range: rangeOf(line, 1),
        options: {
          isWholeLine: true,
          className: 'line-cursor',
          linesDecorationsClassName: 'line-cursor-mark',
        },
      });
      this.editor.revealLineInCenterIfOutsideViewport(line);
    }
    for (const note of notes) {
      if (note.line < 1 || note.line > count) continue;
      const column = this.editor.getModel().getLineMaxColumn(note.line);
      decorations.push({
        range: rangeOf(note.line, column),
        options: {
          after: {
            content: ` ${visibleName(note.text)} `,
            inlineClassName: note.isWaiting ? 'lane-here is-waiting' : 'lane-here',
          },
          showIfCollapsed: true,
        },
      });
      if (note.isNext) {
        decorations.push({
          range: rangeOf(note.line, 1),
          options: { isWholeLine: true, linesDecorationsClassName: 'line-next-mark' },
        });
      }
    }
    this.cursor.set(decorations);
  }

  /** @param {boolean} isDark */
  setDark(isDark) {
    this.monaco.editor.setTheme(isDark ? 'interleave-dark' : 'interleave-light');
  }

  dispose() {
    this.editor.dispose();
  }
}

/** @param {number} line @param {number} column @returns {MonacoRange} */
function rangeOf(line, column) {
  return { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column };
}

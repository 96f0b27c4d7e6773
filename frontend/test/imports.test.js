import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

/* Which layer may import which; see STYLE on the frontend. */
const ALLOWED = new Map([
  ['base', ['base']],
  ['model', ['base', 'model']],
  ['view', ['base', 'model', 'view']],
  ['app', ['base', 'model', 'view', 'app']],
]);

/** What only `app` may touch. */
const IMPURE =
  /\b(document|window|fetch|WebSocket|localStorage|requestAnimationFrame|performance|setTimeout)\b\s*[.(]/;
const MAX_LINES = 400;

const src = new URL('../src/', import.meta.url);
const files = [...ALLOWED.keys()].flatMap((layer) =>
  readdirSync(new URL(`${layer}/`, src)).map((name) => {
    const text = readFileSync(new URL(`${layer}/${name}`, src), 'utf8');
    return { layer, name, text, code: text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') };
  }),
);

test('imports_pointDownwards', () => {
  for (const { layer, name, text } of files) {
    for (const [, path = ''] of text.matchAll(/(?:from|@import [^']*from|import\()\s*'([^']+)'/g)) {
      const target = path.startsWith('./') ? layer : path.split('/')[1];
      assert.ok(ALLOWED.get(layer)?.includes(target ?? ''), `${layer}/${name} imports ${path}`);
    }
  }
});

test('lowerLayers_touchNoBrowser', () => {
  for (const { layer, name, code } of files) {
    if (layer !== 'app') assert.doesNotMatch(code, IMPURE, `${layer}/${name}`);
  }
});

test('noMarkupFromText_oneFrameOwner_shortFiles', () => {
  for (const { name, code, text } of files) {
    assert.doesNotMatch(
      code,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      name,
    );
    if (name !== 'frame-loop.js') assert.doesNotMatch(code, /requestAnimationFrame/, name);
    assert.ok(text.split('\n').length <= MAX_LINES, `${name} is longer than ${MAX_LINES} lines`);
  }
});

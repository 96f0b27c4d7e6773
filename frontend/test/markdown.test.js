import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInlines, parseMarkdown } from '../src/model/markdown.js';

test('parseMarkdown_blocks_areRecognised', () => {
  const blocks = parseMarkdown(
    '# Title\n\nOne\ntwo **three**.\n\n- a\n- `b`\n  more\n\n1. x\n2. y\n\n> quoted\n\n```java\nint i;\n```\n',
  );
  assert.deepEqual(
    blocks.map((block) => block.kind),
    ['heading', 'paragraph', 'list', 'list', 'quote', 'code'],
  );
  assert.deepEqual(blocks[2], {
    kind: 'list',
    isOrdered: false,
    items: [
      [{ kind: 'text', text: 'a' }],
      [
        { kind: 'code', text: 'b' },
        { kind: 'text', text: ' more' },
      ],
    ],
  });
  assert.deepEqual(blocks[5], { kind: 'code', language: 'java', text: 'int i;' });
});

test('parseInlines_markup_staysText', () => {
  const hostile = '<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;';
  assert.deepEqual(parseInlines(hostile), [{ kind: 'text', text: hostile }]);
});

test('parseInlines_links_onlyToTheWeb', () => {
  assert.deepEqual(parseInlines('[a](https://x.y/z)'), [{ kind: 'link', text: 'a', href: 'https://x.y/z' }]);
  for (const href of ['javascript:alert(1)', 'data:text/html,x', '//evil', 'JaVaScRiPt:x']) {
    assert.ok(
      parseInlines(`[a](${href})`).every((inline) => inline.kind === 'text'),
      href,
    );
  }
});

test('parseInlines_starsInCodeAndNames_stay', () => {
  assert.deepEqual(parseInlines('a * b * c, snake_case_name'), [
    { kind: 'text', text: 'a * b * c, snake_case_name' },
  ]);
  assert.deepEqual(parseInlines('`*x*`'), [{ kind: 'code', text: '*x*' }]);
});

test('parseMarkdown_hostileShapes_endQuickly', () => {
  for (const source of [
    '*'.repeat(20_000),
    '['.repeat(20_000),
    '`'.repeat(20_001),
    '> '.repeat(10_000),
    '```'.repeat(5_000),
  ]) {
    const began = process.cpuUsage().user;
    parseMarkdown(source);
    assert.ok(process.cpuUsage().user - began < 2_000_000);
  }
});

test('parseMarkdown_unclosedFence_isCodeToTheEnd', () => {
  assert.deepEqual(parseMarkdown('```\na\nb'), [{ kind: 'code', language: '', text: 'a\nb' }]);
});

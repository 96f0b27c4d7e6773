import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fieldsOfHash } from '../src/model/control-options.js';
import { LinkError, hashOf, sourceOf } from '../src/model/link.js';

const SOURCE = 'void main() { IO.println("höhö → 你好"); }\n';

test('sourceOf_linkToAProgram_isTheProgram', async () => {
  const hash = await hashOf(SOURCE, '7', '1.0badcafe.AQ-_');
  assert.match(hash, /^#[\w.~%&=-]+$/);
  assert.equal(await sourceOf(hash), SOURCE);
  assert.deepEqual(fieldsOfHash(hash), { seed: '7', schedule: '1.0badcafe.AQ-_' });
});

test('sourceOf_linkWithoutAProgram_isNull', async () => {
  assert.equal(await sourceOf(''), null);
  assert.equal(await sourceOf('#mode=controlled&seed=7'), null);
});

test('sourceOf_damaged_saysSo', async () => {
  const hash = await hashOf(SOURCE.repeat(20), '0', '');
  for (const bad of [hash.slice(0, -9), '#source=%%', '#source=AAAA'])
    await assert.rejects(
      sourceOf(bad),
      (problem) => problem instanceof LinkError && /damaged/.test(problem.message),
    );
});

test('sourceOf_fewLettersForMuchText_isRefused', async () => {
  const hash = await hashOf('x'.repeat(5_000_000), '0', '');
  await assert.rejects(sourceOf(hash), /longer than 65,536 bytes/);
  assert.equal(await sourceOf(await hashOf('x'.repeat(65_536), '0', '')), 'x'.repeat(65_536));
});

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptModel } from '../../src/home/kept-model.ts';
import { keptFolder } from '../support/temporary-folder.ts';

const folder = keptFolder();

/** Learns, and notes how often. */
function learner(text: string) {
  let times = 0;
  const learn = (): Uint8Array => {
    times++;
    return Buffer.from(text);
  };
  return { learn, times: () => times };
}

test('what was learnt from the same is learnt once', async () => {
  const path = join(folder.path, 'once');
  const { learn, times } = learner('model');
  const first = await keptModel(path, 'techniques', 'key', learn);
  const again = await keptModel(path, 'techniques', 'key', learn);
  expect([first, again].map((bytes) => Buffer.from(bytes).toString())).toEqual(['model', 'model']);
  expect(times()).toBe(1);
});

test('what is broken is learnt again', async () => {
  const path = join(folder.path, 'broken');
  const { learn, times } = learner('model');
  await keptModel(path, 'techniques', 'key', learn);
  for (const file of readdirSync(path)) writeFileSync(join(path, file), 'no gzip');
  expect(Buffer.from(await keptModel(path, 'techniques', 'key', learn)).toString()).toBe('model');
  expect(times()).toBe(2);
});

test('of many, a few are kept', async () => {
  const path = join(folder.path, 'many');
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f'])
    await keptModel(path, 'techniques', key, () => Buffer.from(key));
  const files = readdirSync(path);
  expect(files.length).toBeLessThanOrEqual(3);
  expect(files).toContain('techniques-f.gz');
});

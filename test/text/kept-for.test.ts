import { expect, test } from 'vitest';
import { keptFor } from '../../src/text/index.ts';

test('a result is computed once for each object, also where it is undefined', () => {
  const asked: string[] = [];
  const lengthOf = keptFor(({ name }: { readonly name: string }) => {
    asked.push(name);
    return name === '' ? undefined : name.length;
  });
  const [gull, nobody] = [{ name: 'gull' }, { name: '' }];
  expect([gull, gull, nobody, nobody, { name: 'gull' }].map(lengthOf)).toEqual([
    4,
    4,
    undefined,
    undefined,
    4,
  ]);
  expect(asked).toEqual(['gull', '', 'gull']);
});

test('what could not be computed is tried again', () => {
  let isBroken = true;
  const answer = keptFor(() => {
    if (isBroken) throw new Error('broken');
    return 42;
  });
  const key = {};
  expect(() => answer(key)).toThrow('broken');
  isBroken = false;
  expect(answer(key)).toBe(42);
});

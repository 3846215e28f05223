import { expect, test } from 'vitest';
import { gramReader } from '../../../src/reading/model/grams.ts';

const { grams: read, wordsOf } = gramReader();

test.for([
  ['stems, alone and two by two', 'Stealing credentials', ['steal', 'steal credenti', 'credenti']],
  ['common words only beside others', 'has used a key', ['a kei', 'kei']],
  [
    'a name of a file, and its parts',
    'opened lsass.exe',
    ['open', 'open lsass.exe', 'lsass.exe', 'lsass.exe lsass', 'lsass', 'lsass ex', 'ex'],
  ],
] as const)('grams are %s', ([, text, grams]) => {
  expect(read(text)).toEqual(grams);
});

test('an address, a checksum, a number and a name of an adversary are what they are', () => {
  expect(
    read(
      '[Otter](https://attack.mitre.org/groups/G9001) 4711 hxxps://den[.]example/x 10.0.0[.]1 d41d8cd98f00b204e9800998ecf8427e',
    ).filter((gram) => !gram.includes(' ')),
  ).toEqual(['_name_', '_number_', '_url_', '_ip_', '_hash_']);
});

test('citations and marks of HTML are no words', () => {
  expect(read('<code>net</code> view(Citation: Den 2024)').filter((gram) => !gram.includes(' '))).toEqual([
    'net',
    'view',
  ]);
});

test('every gram leads to words of the text', () => {
  const text = 'Copied keys opened lsass.exe twice.';
  for (const gram of read(text)) expect(wordsOf(text).has(gram)).toBe(true);
  expect(wordsOf(text).get('copi kei')).toBe('copied keys');
});

test.for(['[', '(Citation: ', '[x](', '<', 'http'])('a line of nothing but %s is read to its end', (part) => {
  expect(read(part.repeat(100_000)).length).toBeGreaterThanOrEqual(0);
});

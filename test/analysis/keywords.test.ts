import { expect, test } from 'vitest';
import { matchKeywords } from '../../src/analysis/index.ts';

const DESCRIPTION = 'Targets telecommunications, high-tech manufacturing and C++ shops in A.B. (2017).';

test.for([
  { label: 'the beginning of a word', keywords: ['telecom'], found: true },
  { label: 'whatever the case', keywords: ['TELECOM'], found: true },
  { label: 'not the middle of a word', keywords: ['communications'], found: false },
  { label: 'both of two', keywords: ['telecom', 'manufacturing'], found: true },
  { label: 'not one of two', keywords: ['telecom', 'banks'], found: false },
  { label: 'one of two where any will do', keywords: ['telecom', 'banks'], any: true, found: true },
  {
    label: 'not the beginning where whole words are asked for',
    keywords: ['telecom'],
    wholeWord: true,
    found: false,
  },
  { label: 'a whole word', keywords: ['manufacturing'], wholeWord: true, found: true },
  { label: 'words that follow one another', keywords: ['manufacturing and'], found: true },
  { label: 'not words that do not', keywords: ['manufacturing shops'], found: false },
  { label: 'signs of patterns as signs', keywords: ['C++'], found: true },
  { label: 'a dot as a dot', keywords: ['A.B.'], found: true },
  { label: 'a word across a hyphen', keywords: ['tech'], found: true },
])('finds $label', ({ keywords, any = false, wholeWord = false, found }) => {
  const matches = matchKeywords([{ name: 'description', text: DESCRIPTION }], {
    keywords,
    any,
    wholeWord,
  });
  expect(matches.length > 0).toBe(found);
});

test('a keyword may be in one field and another keyword in another', () => {
  const fields = [
    { name: 'name', text: 'Example Heron' },
    { name: 'description', text: 'Banks.' },
  ] as const;
  const matches = matchKeywords(fields, { keywords: ['heron', 'bank'] });
  expect(matches.map(({ keyword, field }) => `${keyword} in ${field}`)).toEqual([
    'heron in name',
    'bank in description',
  ]);
});

test('an excerpt label where the rest was left out', () => {
  const text = `${'before '.repeat(20)}heron${' after'.repeat(20)}`;
  const [match] = matchKeywords([{ name: 'description', text }], { keywords: ['heron'] });
  expect(match?.excerpt).toMatch(/^….*before heron after.*…$/u);
});

test.for(['campaign--0001', 'APT-C-36', 'a|b', '[x]', '(', 'C:\\x', 'a/b', 'a^b$', '{2}', 'x*+?.'])(
  'a keyword is no pattern: %s',
  (keyword) => {
    const [match] = matchKeywords([{ name: 'name', text: `It is ${keyword} here` }], { keywords: [keyword] });
    expect(match?.keyword).toBe(keyword);
  },
);

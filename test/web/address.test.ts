import { property, assert as check, dictionary, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  list,
  parseSearch,
  readAddress,
  stringifySearch,
  text,
  truth,
  whole,
  word,
  writeAddress,
} from '../../web/src/address/address.ts';
import { keptTerms, readTerms } from '../../web/src/address/terms.ts';

const FIELDS = {
  shade: word('sources', 'newest', 'score'),
  derived: truth(true),
  pick: list(),
  q: text(),
  min: whole(2, 1, 8),
};

test.for([
  ['nothing', '', { shade: 'sources', derived: true, pick: [], q: '', min: 2 }],
  [
    'everything',
    '?shade=newest&derived=0&pick=G1017,G0096&q=two%20words&min=3',
    { shade: 'newest', derived: false, pick: ['G1017', 'G0096'], q: 'two words', min: 3 },
  ],
  [
    'what means nothing',
    '?shade=loudest&derived=maybe&pick=,,G1,G1&min=99',
    { shade: 'sources', derived: true, pick: ['G1'], q: '', min: 2 },
  ],
] as const)('an address that says %s is read', ([, search, expected]) => {
  expect(readAddress(FIELDS, parseSearch(search))).toEqual(expected);
});

test.for([
  ['what holds anyway is left out', '?shade=newest&pick=G1', { shade: 'sources' }, '?pick=G1'],
  ['what is changed comes last', '?shade=newest', { derived: false }, '?shade=newest&derived=0'],
  ['lists are readable', '', { pick: ['G0016', 'G0007'] }, '?pick=G0016,G0007'],
  ['what others keep there stays', '?why=G0016~T1055', { min: 4 }, '?why=G0016~T1055&min=4'],
  ['an empty list is none', '?pick=G1', { pick: [] }, ''],
] as const)('%s', ([, search, changes, expected]) => {
  expect(stringifySearch(writeAddress(FIELDS, parseSearch(search), changes))).toBe(expected);
});

test('a comma within a value is no end of it', () => {
  const search = stringifySearch(writeAddress(FIELDS, {}, { pick: ['a,b', 'c'] }));
  expect(readAddress(FIELDS, parseSearch(search)).pick).toEqual(['a,b', 'c']);
});

test('whatever an address holds is read back as it was written', () => {
  check(
    property(dictionary(string(), string(), { noNullPrototype: true }), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual(search);
    }),
  );
});

test('terms stay when the page changes, and nothing else does', () => {
  const search = parseSearch('?release=17.1&tlp=amber&shade=newest&pick=G1&hide=a,b');
  expect(keptTerms(search)).toEqual({ release: '17.1', tlp: 'amber', hide: 'a,b' });
  expect(readTerms(search)).toMatchObject({ release: '17.1', tlp: 'amber', hide: ['a', 'b'], rules: [] });
});

import { readdirSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'rolldown/utils';
import { expect, test } from 'vitest';

const FOLDERS = [
  'src',
  'test',
  'docs',
  'bench',
  'scripts',
  'examples',
  'rules',
  'samples',
  'conformance',
  'web',
];
/** The history of the words, their table, and this file. */
const PASSED_OVER = new Set(['CHANGELOG.md', 'docs/glossary.md', 'test/docs/words.test.ts']);

/** Places where a word stays, each with why. */
const KEPT: readonly { readonly files: RegExp; readonly text: RegExp; readonly because: string }[] = [
  { files: /^src\/knowledge\/sqlite\//, text: /\bteller\b/g, because: 'a column of databases of schema 3' },
  {
    files: /^src\/knowledge\/dump\/|^docs\/reference\/dump\.md$/,
    text: /\btold\b/g,
    because: 'a field of dumps',
  },
  {
    files: /^(?:src\/stix|test\/reading|test\/intake\/misp|docs|scripts)\//,
    text: /[`']told[\\`']|\btold:/g,
    because: 'a field of claims as they are stored',
  },
  {
    files: /^src\/stix\/assertion\.ts$/,
    text: /\bsays: assertion\.statement\b/g,
    because: 'a field of assertions as they are stored',
  },
  { files: /./, text: /\btold_refs\b/g, because: 'a field of our STIX extension' },
  {
    files: /reasoning\//,
    text: /\btold relation\b|\['told', reportedRelation\]/g,
    because: 'a word of rule packs written for 0.1',
  },
  { files: /^src\/threat\//, text: /\bHeard Island\b|\bteller machine\b/g, because: 'names of things' },
];

/** Words that are used nowhere, and those that are no names. */
const { words: WORDS, names: NAMES } = wordsNotUsed(readFileSync('docs/glossary.md', 'utf8'));

const FILES = [
  ...readdirSync('.'),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      `${folder}/${file}`.replaceAll('\\', '/'),
    ),
  ),
].filter((file) => /\.(?:tsx?|mjs|py|dl|md|yaml)$/.test(file) && !PASSED_OVER.has(file));

test('the glossary lists words that are not used', () => {
  expect(WORDS).toEqual(expect.arrayContaining(['told', 'teller', 'worked out']));
  expect(NAMES).toEqual(['says']);
});

test('no name and no sentence has a word that the glossary replaces', () => {
  expect(FILES.length).toBeGreaterThan(1000);
  expect(FILES.flatMap((file) => found(file, withoutKept(file, readFileSync(file, 'utf8'))))).toEqual([]);
  expect(FILES.filter((file) => wordsIn(file).length > 0)).toEqual([]);
});

test.for(KEPT)('it is needed that $text stays: $because', ({ text, files }) => {
  const places = FILES.filter((file) => files.test(file) && readFileSync(file, 'utf8').search(text) >= 0);
  expect(places).not.toEqual([]);
});

test.for([
  ['const tellersOf = 1;', ['example.ts:1 tellers']],
  ["// One line.\nconst words = 'as told';", ['example.ts:2 told']],
  ['/** What rules have worked\n * it out. */', ['example.ts:1 worked it out']],
  ['const row = {\n  says: 1 };', ['example.ts:2 says']],
  ['const saysSo = true;', ['example.ts:1 saysSo']],
  ['const WHAT_IT_SAYS = 1;', ['example.ts:1 WHAT_IT_SAYS']],
  ["const words = 'it says so';", []],
  ['const retold = hearts(intelligence);', []],
] as const)('%j is seen for what it is', ([text, places]) => {
  expect(found('example.ts', text)).toEqual(places);
});

/** The words in the first column of the last table. */
function wordsNotUsed(glossary: string): Readonly<Record<'words' | 'names', readonly string[]>> {
  const [, section = ''] = glossary.split('## Words that are not used');
  const rows = [...section.matchAll(/^\| (`.+?) +\|/gm)].map(([, cell = '']) => cell);
  const wordsOf = (cells: readonly string[]): readonly string[] =>
    cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));
  const isName = (cell: string): boolean => cell.endsWith('as a name');
  return { words: wordsOf(rows.filter((cell) => !isName(cell))), names: wordsOf(rows.filter(isName)) };
}

/** The text with crosses for what is kept, so that it parses, and lines stay where they are. */
function withoutKept(file: string, text: string): string {
  return KEPT.filter(({ files }) => files.test(file)).reduce(
    (rest, kept) => rest.replaceAll(kept.text, (match) => match.replaceAll(/[a-z]/gi, 'x')),
    text,
  );
}

/** Where words stand that are not used: file, line and word. */
function found(file: string, text: string): readonly string[] {
  const places = [
    ...wordsIn(text),
    ...phrasesIn(text),
    ...(/\.(?:ts|mjs)$/.test(file) ? namesIn(file, text) : []),
  ];
  return places.map(({ word, at }) => `${file}:${text.slice(0, at).split('\n').length} ${word}`);
}

interface Place {
  readonly word: string;
  readonly at: number;
}

/** Single words, also as parts of names: `tellersOf`, `told_refs`. */
function wordsIn(text: string): readonly Place[] {
  const single = new Set(WORDS.filter((word) => !word.includes(' ')));
  return partsOf(text).filter(({ word }) => single.has(word));
}

/** Words, those of names one by one. */
function partsOf(text: string): readonly Place[] {
  return [...text.matchAll(/[A-Z]?[a-z]+|[A-Z]+/g)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    at: index,
  }));
}

/** `worked out`, `works it out`, also over the end of a line. */
function phrasesIn(text: string): readonly Place[] {
  const between = String.raw`[\s*/%#>]+`;
  return WORDS.filter((word) => word.includes(' ')).flatMap((phrase) => {
    const pattern = phrase.replace(' ', `${between}(?:(?:it|them|this|that)${between})?`);
    return [...text.matchAll(new RegExp(String.raw`\b${pattern}\b`, 'gi'))].map(({ 0: word, index }) => ({
      word: word.replaceAll(new RegExp(between, 'g'), ' ').toLowerCase(),
      at: index,
    }));
  });
}

/** Words that are good in sentences, where they are names or parts of such: `says`, `saysSo`. */
function namesIn(file: string, text: string): readonly Place[] {
  if (!partsOf(text).some(({ word }) => NAMES.includes(word))) return [];
  const places: Place[] = [];
  new Visitor({
    Identifier: ({ name, start }) => {
      if (partsOf(name).some(({ word }) => NAMES.includes(word))) places.push({ word: name, at: start });
    },
  }).visit(parseSync(file, text).program);
  return places;
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REFERENCE_PAGES, issueTables, pageText } from '../../scripts/reference-pages.ts';
import { RELATIONS } from '../../src/threat/index.ts';

test.for(REFERENCE_PAGES.map((page) => [page.path, page] as const))(
  '%s is up to date: run `npm run docs`',
  async ([path, page]) => {
    expect(readFileSync(path, 'utf8')).toBe(await pageText(page));
  },
);

/** First letters of the codes of a stage. */
const LETTERS: Readonly<Record<string, string>> = {
  reading: 'I',
  intake: 'I',
  knowledge: 'K',
  reasoning: 'R',
  acquisition: 'A',
  home: 'H',
  sightings: 'S',
  sigma: 'G',
  solver: 'P',
  threat: 'W',
  analysis: 'W',
  workbench: 'W',
  export: 'E',
  render: 'E',
  actions: 'C',
  forms: 'C',
  mcp: 'M',
  server: 'N',
  cli: 'C',
};

test('every code is one letter of its stage and three digits, and means one thing', async () => {
  const rows = [...(await issueTables())].flatMap(([stage, table]) =>
    table.map((row) => ({ stage, ...row })),
  );
  expect(rows.length).toBeGreaterThan(50);
  const letterOf = (stage: string): string => LETTERS[stage.split('/')[0] ?? ''] ?? '';
  expect(rows.filter(({ stage, code }) => !new RegExp(`^${letterOf(stage)}\\d{3}$`).test(code))).toEqual([]);
  const codes = rows.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('every code has a name in kebab case, a meaning and a next step, all in sentences', async () => {
  const rows = [...(await issueTables()).values()].flat();
  const wrong = rows.filter(
    ({ name, meaning, remedy }) =>
      !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || !meaning.endsWith('.') || !remedy.endsWith('.'),
  );
  expect(wrong.map(({ code }) => code)).toEqual([]);
});

test('the template of a relation has all its terms', () => {
  const wrong = RELATIONS.filter(
    ({ terms, template }) => !terms.every((_, index) => template.includes(`{${index}}`)),
  );
  expect(wrong).toEqual([]);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const PAGES = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .map((file) => join('docs', file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md'));

const ENTRIES = ['docs/README.md', 'docs/decisions/README.md'];

const LINKS: ReadonlyMap<string, readonly string[]> = new Map(
  [...PAGES, 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map((page) => [page, linksOf(page)]),
);

/** Files that a page links to, from the root of the repository. */
function linksOf(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8').replaceAll(/```[^]*?```/gu, '');
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/gu)].map(([, target = '']) =>
    normalize(join(dirname(page), target)).replaceAll('\\', '/'),
  );
}

test.for([...LINKS])('%s links to what is there', ([, links]) => {
  expect(links.filter((target) => !existsSync(target))).toEqual([]);
});

test.for([...LINKS.keys()])('%s names files of the code that are there', (page) => {
  const named = readFileSync(page, 'utf8').match(/\b(?:src|test|scripts)\/[\w./-]*\w/gu) ?? [];
  const places = named.filter((path) => !/[A-Z]{2}/u.test(path));
  expect([...new Set(places)].filter((path) => !existsSync(path))).toEqual([]);
});

test('every page is linked from the index', () => {
  const listed = new Set(ENTRIES.flatMap((entry) => LINKS.get(entry) ?? []));
  expect(PAGES.filter((page) => page !== 'docs/README.md' && !listed.has(page))).toEqual([]);
});

test('decisions are numbered one after the other, each with its number in its title', () => {
  const decisions = PAGES.filter((page) => /^docs\/decisions\/\d/u.test(page)).toSorted();
  expect(decisions.map((page) => Number(page.slice('docs/decisions/'.length).slice(0, 4)))).toEqual(
    decisions.map((_, index) => index + 1),
  );
  for (const [index, page] of decisions.entries())
    expect(readFileSync(page, 'utf8').split('\n')[0]).toMatch(new RegExp(`^# ${index + 1}\\. \\S`, 'u'));
});

import { expect, test } from 'vitest';
import { search } from '../../src/workbench/knowledge/search.ts';
import { FARM } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';

const desk = worldDesk([FARM]);

test.for([
  { query: 'henhouses', first: 'Wily Weasel', match: 'text', excerpt: /raids .*henhouses/u },
  { query: 'wily weasel', first: 'Wily Weasel', match: 'itself', excerpt: /^A group that raids/u },
  { query: 'mustela', first: 'Wily Weasel', match: 'itself', excerpt: /^also called Müstela\. A group/u },
  { query: 'coop', first: 'Digging', match: 'text', excerpt: /^platforms: Barn OS, Coop$/u },
  { query: 'has used', first: '', match: 'relationship', excerpt: /Wily Weasel has used BADGERDROP/u },
])('“$query” is met by $match, and its excerpt shows it', ({ query, first, match, excerpt }) => {
  const [hit] = search(desk, query).hits;
  expect([hit?.thing.name, hit?.match]).toEqual([first, match]);
  expect(hit?.excerpt ?? '').toMatch(excerpt);
});

test('the number found does not depend on how many are shown', () => {
  const { found, hits } = search(desk, 'weasel', { limit: 1 });
  expect(hits).toHaveLength(1);
  expect(found).toBe(search(desk, 'weasel', { limit: 100 }).hits.length);
  expect(found).toBeGreaterThan(1);
});

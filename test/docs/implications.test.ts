import { IMPLICATIONS, RARE_SHARE } from '../../src/analysis/timeline/implications.ts';
import { DEFAULT_SCORE_POLICY } from '../../src/analysis/score/score.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MEASURES } from '../../src/answers/index.ts';

const page = (name: string): string => readFileSync(`docs/reference/${name}.md`, 'utf8');

test('every implication rule is documented, and no other', () => {
  const documented = [...page('timeline').matchAll(/^\| `([a-z-]+)`.*\| (yes|no) +\|$/gm)];
  expect(documented.map(([, name, isGap]) => [name, isGap === 'yes'])).toEqual(
    IMPLICATIONS.map(({ name, isGap }) => [name, isGap]),
  );
  expect(page('timeline')).toContain(`at most ${RARE_SHARE * 100} % of the groups`);
});

test('every measure is documented', () => {
  for (const measure of MEASURES) expect(page('compare').toLowerCase()).toContain(`| ${measure} `);
});

test('the scores documented are the defaults', () => {
  for (const status of ['confirmed', 'mentioned', 'legacy'] as const) {
    expect(page('profile')).toMatch(new RegExp(`\\| +${DEFAULT_SCORE_POLICY[status]} \\| ${status} `));
  }
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FEW, RECENCIES, RECENT_YEARS } from '../../src/threat/index.ts';
import { SHOWN } from '../../src/workbench/threats/threats.ts';
import { PRIORITIES_SHOWN } from '../../src/workbench/threats/priorities.ts';

const PAGE = readFileSync('docs/expect.md', 'utf8');

test('every recency is documented with its weight, and no other', () => {
  const documented = [...PAGE.matchAll(/^\| .* \| ([\d.]+) +\| `([a-z]+)` +\|$/gmu)];
  expect(documented.map(([, weight, name]) => [name, Number(weight)])).toEqual(
    RECENCIES.map(({ name, weight }) => [name, weight]),
  );
  expect(PAGE).toContain(`of the last ${RECENT_YEARS} years`);
});

test('the numbers of groups documented are the defaults', () => {
  expect(PAGE).toContain(`The first ${SHOWN} groups of the ranking count`);
  expect(FEW).toBe(3);
  expect(readFileSync('docs/reference/cli.md', 'utf8')).toContain(`${PRIORITIES_SHOWN}; all in tables`);
});

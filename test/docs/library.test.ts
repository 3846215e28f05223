import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FRONT_DOORS } from '../../scripts/api-page.ts';
import { USE_CASES } from '../../src/workbench/index.ts';

const PAGES = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.includes('decisions'))
  .map((file) => join('docs', file));

/** Programs that pages show. */
const PROGRAMS = ['README.md', ...PAGES].flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```(?:ts|js)$([^]*?)^```$/gmu)].map(([, code = '']) => ({
    page,
    code,
  })),
);

test('programs of the pages import what there is', () => {
  const offered = new Map(
    FRONT_DOORS.map(({ name, exported }) => [name, new Set(exported.map((each) => each.name))]),
  );
  const imported = PROGRAMS.flatMap(({ page, code }) =>
    [...code.matchAll(/^import \{([^}]*)\} from '(foeprint[^']*)'/gmu)].flatMap(([, names = '', door = '']) =>
      (names.replaceAll(/\btype /gu, '').match(/\w+/gu) ?? []).map((name) => ({ page, name, door })),
    ),
  );
  expect(imported.length).toBeGreaterThan(20);
  expect(imported.filter(({ name, door }) => offered.get(door)?.has(name) !== true)).toEqual([]);
});

test('programs of the pages ask questions that there are', () => {
  const asked = PROGRAMS.flatMap(({ page, code }) =>
    [...code.matchAll(/\.ask\('([^']*)'|USE_CASES\.(\w+)/gu)].map(([, name, row]) => ({
      page,
      name: name ?? row ?? '',
    })),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ name }) => !(name in USE_CASES))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { FRONT_DOORS } from '../../scripts/api-page.ts';
import { issueTables } from '../../scripts/reference-pages.ts';
import { allCommands } from '../../src/cli/call/command-table.ts';
import { packedPackage } from '../support/packed-package.ts';

const { files, run, typeErrors } = packedPackage();
const SAMPLE = 'node_modules/foeprint/samples/sample-attack.json';
const ORGANISATION = 'node_modules/foeprint/samples/org.yaml';

test.for([
  [
    'walkthrough.ts',
    ['own-home', SAMPLE],
    /^G9001 .*\n[^]*techniques, \d+ shared by all[^]*Why is it that Example Heron[^]*Example CERT[^]*mitigations, \d+ detection/u,
  ],
  ['report.ts', ['G9001', SAMPLE], /^<!doctype html>[^]*<h1>Profile of Example Heron \(G9001\)<\/h1>/u],
  [
    'changes.ts',
    ['changed-home', SAMPLE],
    /^AS-[\dA-F]{8}, entry 2 of the journal\ntrue\nundone: assert by J\. Doe\nfalse\n$/u,
  ],
  [
    'threats.ts',
    ['threats-home', ORGANISATION, SAMPLE],
    /^1\. Example \w+ \(G\d+\), [\d.]+\n {3}\w+ [\d.]+: .*; Foeprint sample[^]*^Of \d+ groups[^]*^T\d+.*used by \d+$[^]* \d+ %$/mu,
  ],
] as const)('examples/%s runs where the package is installed', ([name, words, expected]) => {
  const { status, stdout, stderr } = run(readFileSync(join('examples', name), 'utf8'), ...words);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(expected);
});

test('the program of the README runs where the package is installed', () => {
  const [, code = ''] =
    /^## As a library$[^]*?^```js$([^]*?)^```$/mu.exec(readFileSync('README.md', 'utf8')) ?? [];
  const { status, stdout, stderr } = run(code);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/Example Heron/u);
});

test('programs type-check against the declarations of the package, and wrong ones do not', () => {
  const examples = readdirSync('examples')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name.replace(/\.ts$/u, '.mts'), readFileSync(join('examples', name), 'utf8')]);
  expect(examples.length).toBeGreaterThan(1);
  const wrong = `import { openHome } from 'foeprint';\nawait (await openHome()).ask('groups', { keyword: [] });`;
  // Of both at once: the declarations take most of the time.
  expect(typeErrors({ ...Object.fromEntries(examples), 'wrong.mts': wrong }).trim()).toMatch(
    /^wrong\.mts\(2,\d+\): error TS2561: .*keywords[^\n]*$/u,
  );
});

test('everything that the package offers can be imported', () => {
  const { status, stderr } = run(FRONT_DOORS.map(({ name }) => `import '${name}';`).join('\n'));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('every file that a message names is in the package', async () => {
  const rows = [...(await issueTables()).values()]
    .flat()
    .map(({ meaning, remedy }) => `${meaning} ${remedy}`);
  const help = JSON.stringify(await allCommands());
  const named = [...rows, help].flatMap(
    (text) => text.match(/\b(?:docs|samples|schemas|rules)\/[\w/.-]*\w/gu) ?? [],
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((file) => !files().has(file))).toEqual([]);
});

test('what pages of the package link to is in it', () => {
  const pages = [...files()].filter((file) => file.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(20);
  const missing = pages.flatMap((page) =>
    [
      ...readFileSync(page, 'utf8')
        .replaceAll(/```[^]*?```/gu, '')
        .matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/gu),
    ]
      .map(([, target = '']) => normalize(join(dirname(page), target)).replaceAll('\\', '/'))
      .filter((target) => !files().has(target) && ![...files()].some((file) => file.startsWith(`${target}/`)))
      .map((target) => `${page}: ${target}`),
  );
  expect(missing).toEqual([]);
});

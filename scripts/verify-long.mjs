// What takes too long for every change: `npm run verify:long -- [--only PART] [COUNT] [SEED]`. Reads COUNT mutated texts from SEED on, tries
// properties twenty times as often and kills loads of Enterprise ATT&CK, resolves the types of the package in every way that
// consumers do, and runs the tests on newer versions of Node.
// Ends with a line `N passed, N failed`: one for each part.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireNode, runStep } from './steps.mjs';

requireNode();
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });

const FUZZ = ['tsx', '-C', '@foeprint/source', 'scripts/fuzz.ts'];
const TESTING = { command: 'node', options: ['node_modules/vitest/vitest.mjs', 'run'] };
const folder = mkdtempSync(join(tmpdir(), 'foeprint-verify-'));

/** @type {Readonly<Record<string, () => boolean | undefined>>} whether the part passed; undefined where it was skipped */
const PARTS = {
  fuzz: () =>
    runStep({ title: 'Reading mutated texts', command: 'npx', options: [...FUZZ, ...positionals] }, 'fuzz'),
  tests: () =>
    runStep(
      { title: 'Trying properties and kills at length', ...TESTING, env: { FOEPRINT_RUNS: '20' } },
      'tests',
    ),
  types: () =>
    runStep(
      {
        title: 'Resolving the types of the package',
        command: 'npm',
        options: ['run', '--silent', 'check:types'],
      },
      'types',
    ),
  node22: () => testsOnNode(22),
  node24: () => testsOnNode(24),
};

const asked = values.only === undefined ? Object.keys(PARTS) : [values.only];
const results = asked.map((name) => {
  const part = PARTS[name];
  if (part === undefined) throw new RangeError(`--only takes ${Object.keys(PARTS).join(', ')}, not ${name}`);
  return part();
});
rmSync(folder, { recursive: true, force: true });
const failed = results.filter((passed) => passed === false).length;
console.log(`\n${results.filter(Boolean).length} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The tests on a version of Node that a package brings. @param {number} major */
function testsOnNode(major) {
  const name = `node-${process.platform}-${process.arch}`;
  const words = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    `n${major}@npm:${name}@${major}`,
  ];
  spawnSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  const node = join(folder, `node_modules/n${major}/bin/node`);
  if (existsSync(node))
    return runStep({ title: `Testing on Node ${major}`, ...TESTING, command: node }, `node${major}`);
  console.warn(`\nSKIPPED the tests on Node ${major}: the package ${name} cannot be had here.`);
  return undefined;
}

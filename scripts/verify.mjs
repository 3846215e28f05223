// Everything that must hold before a change is taken: installs, builds, lints, tests, checks the package and, where
// Python is, conformance. Ends with a line `N passed, N failed`: the tests, and one for every other step.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode, runStep } from './steps.mjs';

requireNode();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folder = mkdtempSync(join(tmpdir(), 'foeprint-verify-'));
const results = join(folder, 'tests.json');

/** @type {(import('./steps.mjs').Step & { needed?: boolean })[]} */
const STEPS = [
  { title: 'Installing packages', command: 'npm', options: ['ci', '--no-audit', '--no-fund'], needed: true },
  { title: 'Building', command: 'npm', options: ['run', '--silent', 'build'], needed: true },
  { title: 'Linting', command: 'npm', options: ['run', '--silent', 'lint'] },
  { title: 'Checking the package', command: 'npm', options: ['run', '--silent', 'check:package'] },
  {
    title: 'Testing',
    command: 'npx',
    options: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  },
  { title: 'Checking conformance', command: 'npm', options: ['run', '--silent', 'conformance'] },
];

let passed = 0;
let failed = 0;
for (const [index, step] of STEPS.entries()) {
  const succeeded = runStep(step, `${index + 1} of ${STEPS.length}`);
  const tests = step.title === 'Testing' ? countTests() : undefined;
  passed += tests?.passed ?? Number(succeeded);
  // A run of tests can fail without a failed test, e.g. when a file cannot be imported.
  failed += tests === undefined ? Number(!succeeded) : Math.max(tests.failed, Number(!succeeded));
  if (!succeeded && step.needed === true) break;
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** What vitest counted; undefined where it wrote nothing. */
function countTests() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return undefined;
  }
}

// Everything that must hold before a change is taken: installs, builds, then side by side lints, checks the package, tests and,
// where Python is, checks conformance. Ends with a line `N passed, N failed`: the tests, and one for every other step.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode, runStep, runTogether } from './steps.mjs';

requireNode();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folder = mkdtempSync(join(tmpdir(), 'foeprint-verify-'));
const results = join(folder, 'tests.json');

/** @param {string} title @param {string} name @returns {import('./steps.mjs').Step} */
const script = (title, name) => ({ title, command: 'npm', options: ['run', '--silent', name] });

/** Each needs the one before it. */
const FIRST = [
  { title: 'Installing packages', command: 'npm', options: ['ci', '--no-audit', '--no-fund'] },
  script('Building', 'build'),
];

const TESTING = {
  title: 'Testing',
  command: 'npx',
  options: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
};

const TOGETHER = [
  TESTING,
  script('Testing pages in a browser', 'test:web'),
  script('Linting', 'lint'),
  script('Checking the package', 'check:package'),
  {
    title: 'Checking conformance',
    command: 'npm',
    options: ['run', '--silent', 'conformance', '--', '--quick'],
  },
];

let passed = 0;
let failed = 0;
for (const [index, step] of FIRST.entries()) {
  const succeeded = runStep(step, `${index + 1} of ${FIRST.length}`);
  passed += Number(succeeded);
  failed += Number(!succeeded);
  if (!succeeded) break;
}
if (failed === 0)
  for (const [index, succeeded] of (await runTogether(TOGETHER)).entries()) {
    const tests = TOGETHER[index] === TESTING ? countTests() : undefined;
    passed += tests?.passed ?? Number(succeeded);
    // A run of tests can fail without a failed test, e.g. when a file cannot be imported.
    failed += Math.max(tests?.failed ?? 0, Number(!succeeded));
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

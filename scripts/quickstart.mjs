// From a fresh clone to the profiling walk-through and a threat profile with one command: installs, builds, loads
// ATT&CK and what MISP galaxy reports of victims, investigates.
// Everything stays in the checkout; what is loaded goes to `.foeprint/`. Ends with the web application: asks for it on a terminal, starts it at
// once with `-- --serve`, and says how where there is nobody to ask.
import { existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { requireNode, runStep } from './steps.mjs';
import { offerWorkbench, runFoeprint } from './workbench.mjs';

requireNode();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const HOME = '.foeprint';
const SAMPLE = 'samples/sample-attack.json';
const ORGANISATION = 'samples/org.yaml';
const REPORT = `${HOME}/threat-profile.html`;
const WALKTHROUGH = `${HOME}/walkthrough.html`;

/** @param {string} title @param {string[]} words @returns {import('./steps.mjs').Step} */
const foeprint = (title, words) => ({
  title,
  command: 'node',
  options: ['dist/bin/main.js', ...words, '--home', HOME],
});

const install = { title: 'Installing packages', command: 'npm', options: ['ci', '--no-audit', '--no-fund'] };
const build = { title: 'Building', command: 'npm', options: ['run', '--silent', 'build'] };
const sync = foeprint('Loading ATT&CK Enterprise (34 MB when it has to be downloaded)', [
  'sync',
  'enterprise',
]);
const sample = foeprint('Loading the sample instead', ['load', SAMPLE]);
const walkthrough = foeprint('Investigating: which groups threaten manufacturing and telecommunications?', [
  'walkthrough',
  '--out',
  WALKTHROUGH,
]);

const galaxies = foeprint('Loading MISP galaxy: who else reports victims, origins and motives', [
  'sync',
  'misp-galaxy',
]);
const organisation = foeprint('Keeping a telecom operator (fictional): answers are then about it', [
  'org',
  'keep',
  ORGANISATION,
]);
const playbook = foeprint(
  'Writing what is documented against a telecom operator (fictional) and what to do',
  ['playbook', '--org', ORGANISATION, '--out', REPORT],
);

if (!isInstalled()) need(install, '1 of 7');
need(build, '2 of 7');
if (runStep(sync, '3 of 7')) {
  if (!runStep(galaxies, '4 of 7'))
    console.log('\nMISP galaxy could not be had: of victims, only what ATT&CK’s descriptions say is known.');
} else {
  console.log('\nATT&CK could not be had: no mirror has it, and the network did not give it.');
  console.log(`What follows is about ${SAMPLE}, which is fictional: its groups do not exist.`);
  need(sample, '3 of 7');
}
need(organisation, '5 of 7');
need(walkthrough, '6 of 7');
need(playbook, '7 of 7');
console.log(`
To read, in a browser:

  ${REPORT}   a threat profile of ${ORGANISATION}
  ${WALKTHROUGH}      the investigation

To go on, in this folder or below it:

  alias foeprint="node $PWD/dist/bin/main.js"
  foeprint profile APT28
  foeprint threats         # about the organisation that is kept
  foeprint org init        # your own; then: foeprint org keep org.yaml
  foeprint --help
`);

process.exitCode = await offerWorkbench({
  words: process.argv.slice(2),
  home: HOME,
  isTerminal: process.stdin.isTTY && process.stdout.isTTY,
  ask,
  serve: runFoeprint,
  say: (text) => console.log(text),
});

/** @param {string} question */
async function ask(question) {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise((resolve) => reader.once('close', () => resolve(undefined)));
  try {
    return await Promise.race([reader.question(question), closed]);
  } finally {
    reader.close();
  }
}

/** Whether the packages are there and not older than the lockfile. */
function isInstalled() {
  const stamp = 'node_modules/.package-lock.json';
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync('package-lock.json').mtimeMs;
}

/** @param {import('./steps.mjs').Step} step @param {string} place */
function need(step, place) {
  if (!runStep(step, place)) process.exit(1);
}

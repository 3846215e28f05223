import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cacheFolder } from '../../scripts/cache-folder.mjs';
import { changed, eventFor } from './made-events.mjs';

export const title = 'rules of SigmaHQ match the events that another matcher (rsigma) says they match';

/** It needs Rust, not Python. */
export const needsTools = false;

const RULES = '../shared/data/sigma/sigmahq-rules-2026-08.tar.gz';
const EVENTS = '../shared/data/sigma/sigmahq-regression-events-2026-08.ndjson.gz';
const MOST_OUTPUT = 1024 * 1024 * 1024;
/** Variations of the event that is made for each rule. */
const VARIATIONS = 5;

/** Where the two differ, and ours is as the specification has it: docs/sigma.md says why. */
const DECIDED = [
  (/** @type {any} */ { field, modifiers }) => field === undefined && modifiers.includes('all'),
  (/** @type {any} */ { modifiers, values }) =>
    (modifiers.includes('endswith') || modifiers.includes('startswith')) &&
    values.some((/** @type {unknown} */ value) => typeof value === 'string' && /[*?]/.test(value)),
];

export async function check() {
  const skipped = (/** @type {string} */ why) => {
    console.warn(`SKIPPED comparing matches of Sigma rules: ${why}.`);
    return [];
  };
  if (spawnSync('cargo', ['--version']).status !== 0) return skipped('there is no cargo here');
  if (!existsSync(RULES) || !existsSync(EVENTS)) return skipped('no rules of SigmaHQ lie beside the project');
  if (!existsSync('dist/sigma/index.js')) return ['dist is missing: run npm run build first'];
  const target = join(cacheFolder(), 'other-matcher');
  const built = spawnSync('cargo', [
    'build',
    '--release',
    '--locked',
    '--quiet',
    '--manifest-path',
    'conformance/sigma/Cargo.toml',
    '--target-dir',
    target,
  ]);
  if (built.status !== 0)
    return skipped(`the crate cannot be built (${String(built.stderr).trim().split('\n')[0]})`);
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-sigma-'));
  try {
    return await compare(join(target, 'release', 'other-matcher'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} program @param {string} folder @returns {Promise<readonly string[]>} */
async function compare(program, folder) {
  const { compileRule, readEvent, readRules } = await import('../../dist/sigma/index.js');
  const { readFiles, DEFAULT_LIMITS } = await import('../../dist/acquisition/index.js');
  const { files } = await readFiles(RULES, DEFAULT_LIMITS, (/** @type {string} */ name) =>
    name.endsWith('.yml'),
  );
  const texts = files.map(({ bytes }) => bytes.toString('utf8'));
  const rules = texts.map((text, index) => readRules(files[index].location, text).rules[0]);
  const matchers = rules.map((rule) => {
    const compiled = compileRule(rule);
    return compiled.ok ? compiled.matcher : undefined;
  });
  const ready = matchers.flatMap((matcher, number) => (matcher === undefined ? [] : [number]));
  const all = [
    ...publishedEvents(readEvent).map((event) => ({ event, rules: ready })),
    ...madeEvents(rules, matchers),
  ];
  const rulesFile = join(folder, 'rules.ndjson');
  writeFileSync(rulesFile, texts.map((text) => JSON.stringify({ text })).join('\n'));
  const input = all.map((one) => `${JSON.stringify(one)}\n`).join('');
  const { stdout, stderr, status } = spawnSync(program, [rulesFile], { input, maxBuffer: MOST_OUTPUT });
  if (status !== 0) return [`the other matcher: ${String(stderr).slice(-2000)}`];
  const [head, ...lines] = String(stdout)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const complaints = head.every(Boolean) ? [] : ['the other matcher does not read all rules'];
  const counts = { pairs: 0, matches: 0, decided: 0 };
  for (const [index, { event, rules: numbers }] of all.entries()) {
    const ours = readEvent({ ...event, logsource: {} });
    const theirs = new Set(lines[index]);
    for (const number of numbers) {
      const matches = matchers[number].matches(ours);
      counts.pairs += 1;
      if (matches) counts.matches += 1;
      if (matches === theirs.has(number)) continue;
      if (itemsOf(rules[number]).some((item) => DECIDED.some((isDecided) => isDecided(item))))
        counts.decided += 1;
      else
        complaints.push(
          `${files[number].location}: ours ${matches}, of ${JSON.stringify(event).slice(0, 200)}`,
        );
    }
  }
  if (counts.matches < 3000) complaints.push(`only ${counts.matches} matches: the events are no test`);
  console.log(
    `     ${counts.pairs} pairs of rule and event, ${counts.matches} matches, ${counts.decided} differences that are decided`,
  );
  return complaints;
}

/** What SigmaHQ publishes to test rules with, by the names that rules use. @param {(json: unknown) => any} readEvent */
function publishedEvents(readEvent) {
  const lines = gunzipSync(readFileSync(EVENTS)).toString().trim().split('\n');
  return lines.flatMap((line) =>
    JSON.parse(line).events.map((/** @type {unknown} */ json) => readEvent(json).flat()),
  );
}

/** Events made from each rule, for it, its neighbours and some others. @param {readonly any[]} rules @param {readonly any[]} matchers */
function madeEvents(rules, matchers) {
  let seed = 7;
  const random = (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return below === 0 ? 0 : (seed >> 8) % below;
  };
  return rules.flatMap((rule, number) => {
    const near = [number, number + 1, number - 1, random(rules.length), random(rules.length)];
    const numbers = near.filter((one) => matchers[one] !== undefined);
    const event = eventFor(rule);
    const variations = Array.from({ length: VARIATIONS }, (_, index) =>
      changed(index % 2 === 0 ? event : changed(event, random), random),
    );
    return [event, ...variations].map((one) => ({ event: one, rules: numbers }));
  });
}

/** @param {any} rule @returns {readonly any[]} */
function itemsOf(rule) {
  const within = (/** @type {any} */ search) =>
    search.kind === 'item' ? [search.item] : search.of.flatMap(within);
  return rule.selections.flatMap((/** @type {any} */ { search }) => within(search));
}

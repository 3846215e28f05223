import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export const title = 'groups use the techniques that mitreattack-python says they use';

const BUNDLE = '../shared/data/attack/enterprise-attack-18.1.json.gz';
const READER = 'conformance/group-techniques/read_groups.py';
const MAIN = 'dist/bin/main.js';
const CAMPAIGN_USE = 'attributed-to(C: campaign, G: group), uses(C, T: technique)';
const MOST_OUTPUT = 64 * 1024 * 1024;

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  if (!existsSync(BUNDLE)) {
    console.warn(`SKIPPED comparing group techniques: there is no ${BUNDLE}.`);
    return [];
  }
  if (!existsSync(MAIN)) return [`${MAIN} is missing: run npm run build first`];
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-conformance-'));
  try {
    const file = join(folder, 'bundle.json');
    writeFileSync(file, gunzipSync(readFileSync(BUNDLE)));
    return compare(theirs(tools, file), ours(file, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('../tools.mjs').Tools} tools @param {string} file @returns {Record<string, string[]>} */
function theirs(tools, file) {
  return JSON.parse(run(tools.program('python'), [READER, file]));
}

/** @param {string} file @param {string} folder @returns {Record<string, string[]>} */
function ours(file, folder) {
  const foeprint = (/** @type {string[]} */ ...words) =>
    JSON.parse(run('node', [MAIN, ...words, '--json', '--quiet', '--home', folder])).answer;
  foeprint('load', file);
  const groups = foeprint('list', 'groups').things.map(
    (/** @type {{ label: string }} */ group) => group.label,
  );
  const answers = Object.fromEntries(groups.map((/** @type {string} */ group) => [group, []]));
  for (const { technique, users } of foeprint('techniques', ...groups).techniques)
    for (const { user } of users) answers[user.label].push(technique.label);
  // They count what attributed campaigns use as reported of the group; to us that is derived.
  const campaigns = foeprint('query', CAMPAIGN_USE, '--limit', '100000');
  for (const { things } of campaigns.answers) answers[things[1].label].push(things[2].label);
  return answers;
}

/** @param {string} program @param {string[]} words */
function run(program, words) {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  if (error !== undefined) throw error;
  if (stdout !== '' && (status === 0 || status === 1)) return stdout;
  throw new Error(`${program} ended with ${status}: ${stderr.trim().split('\n').at(-1)}`);
}

/** @param {Record<string, string[]>} expected @param {Record<string, string[]>} answered */
function compare(expected, answered) {
  const groups = [...new Set([...Object.keys(expected), ...Object.keys(answered)])].toSorted();
  return groups.flatMap((group) => {
    const [left, right] = [expected, answered].map((answers) =>
      [...new Set(answers[group] ?? ['no such group'])].toSorted().join(' '),
    );
    return left === right ? [] : [`${group}: they say ${left}; we say ${right}`];
  });
}

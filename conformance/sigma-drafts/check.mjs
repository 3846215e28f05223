import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export const title =
  'drafts of Sigma rules are valid by the JSON Schema of Sigma and by `sigma check` of sigma-cli';

const MAIN = 'dist/bin/main.js';
const CHECKER = 'conformance/sigma-drafts/check_drafts.py';
const BUNDLE = '../shared/data/attack/enterprise-attack-18.1.json.gz';
const ATOMICS = '../shared/data/atomics/atomic-red-team-2026-08.tar.gz';
const SCHEMA = '../shared/data/sigma/sigma-detection-rule-schema.json';
const MOST_OUTPUT = 256 * 1024 * 1024;

/** For no technique, so that there are drafts for all. */
const NO_RULES =
  'title: None\nlogsource: { category: none }\ndetection: { none: { none: none }, condition: none }\n';

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  if (!existsSync(MAIN)) return [`${MAIN} is missing: run npm run build first`];
  const missing = [BUNDLE, ATOMICS].filter((file) => !existsSync(file));
  if (missing.length > 0) {
    console.warn(`SKIPPED drafts of Sigma rules: there is no ${missing.join(', and no ')}.`);
    return [];
  }
  if (!existsSync(SCHEMA)) console.warn(`SKIPPED the JSON Schema of Sigma: there is no ${SCHEMA}.`);
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-conformance-'));
  try {
    const bundle = join(folder, 'attack.json');
    writeFileSync(bundle, gunzipSync(readFileSync(BUNDLE)));
    writeFileSync(join(folder, 'none.yml'), NO_RULES);
    const home = ['--home', join(folder, 'home'), '--quiet'];
    run('load', bundle, ...home);
    const groups = JSON.parse(run('list', 'groups', '--json', ...home)).answer.things.map(
      (/** @type {{ readonly id: string }} */ { id }) => id,
    );
    const pack = join(folder, 'pack');
    const library = ['--sigma-rules', join(folder, 'none.yml'), '--atomics', ATOMICS];
    run('sigma', ...groups, '--drafts', ...library, '-o', `${pack}/`, ...home);
    const schema = existsSync(SCHEMA) ? SCHEMA : '';
    const { status, stdout, stderr } = spawnSync(
      tools.program('python'),
      [CHECKER, bundle, schema, join(pack, 'drafts')],
      { encoding: 'utf8', maxBuffer: MOST_OUTPUT, env: { ...process.env, PYTHONUTF8: '1' } },
    );
    // sigma-cli also writes what it does.
    const complaints = stdout
      .split('\n')
      .filter((line) => /^(?:sigma check|draft_\w+\.yml|.*no drafts)/.test(line));
    return status === 0
      ? complaints
      : [...complaints, stderr.trim().split('\n').at(-1) ?? `ended with ${status}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} words */
function run(...words) {
  const { status, stdout, stderr } = spawnSync('node', [MAIN, ...words], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  if (status !== 0) throw new Error(`${words[0]}: ${stderr}`);
  return stdout;
}

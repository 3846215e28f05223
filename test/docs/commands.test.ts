import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import * as modules from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { allCommands } from '../../src/cli/command-table.ts';

const COMMANDS = await allCommands();

// Whole programs, one after the other, on whatever machine there is.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const RELEASE = resolve('../shared/data/attack/enterprise-attack-18.1.json.gz');
const GALAXIES = ['threat-actor', 'tidal-groups', 'tidal-campaigns'].map((name) =>
  resolve(`../shared/data/misp-galaxy/${name}.json.gz`),
);
const HAS_RELEASE = existsSync(RELEASE);
if (!HAS_RELEASE)
  console.warn(`skipped: the documented commands are about real data, and there is no ${RELEASE}`);

const MAIN = resolve('dist/bin/main.js');
const folder = mkdtempSync(join(tmpdir(), 'foeprint-docs-'));

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/bundle-command-line.mjs']);
  if (HAS_RELEASE) foeprint(['load', RELEASE, ...GALAXIES.filter((file) => existsSync(file))]);
  // What examples call the reader's own files.
  cpSync('samples', join(folder, 'samples'), { recursive: true });
  copyFileSync('samples/org.yaml', join(folder, 'org.yaml'));
  copyFileSync('samples/org-detections.yaml', join(folder, 'org-detections.yaml'));
  writeFileSync(
    join(folder, 'events.jsonl'),
    '{"id": "one", "countries": ["LU"], "sectors": ["telecoms"]}\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line in a folder and a home of the test's own. */
function foeprint(words: readonly string[]) {
  const env = { ...process.env, FOEPRINT_HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'cache') };
  // A playbook as JSON is more than the mebibyte that Node would take.
  const maxBuffer = 16 * 1024 * 1024;
  return spawnSync(process.execPath, [MAIN, ...words], { cwd: folder, env, encoding: 'utf8', maxBuffer });
}

test.skipIf(!('enableCompileCache' in modules) || process.platform !== 'linux')(
  'code is kept compiled in the cache folder of the user',
  () => {
    expect(foeprint(['--version']).stderr).toBe('');
    const kept = readdirSync(join(folder, 'cache/foeprint/compiled'), { recursive: true });
    // A folder of this Node, and in it a file for each that was loaded after the first.
    expect(kept.length).toBeGreaterThan(2);
  },
);

/** Splits a line as a shell does, as far as the documentation needs it; leaves comments out. */
function wordsOf(line: string): readonly string[] {
  const words = line.replace(/\s+#.*$/, '').match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replaceAll(/^["']|["']$/g, ''));
}

/** Lines of the fenced blocks that a page marks to be run. */
function markedLines(page: string): readonly string[] {
  const blocks = readFileSync(page, 'utf8').matchAll(/<!-- run -->\s*```sh\n([^`]*)```/g);
  return [...blocks].flatMap(([, block = '']) => block.trim().split('\n'));
}

const README = markedLines('README.md');

test('the README has commands to run', () => {
  expect(README.length).toBeGreaterThan(5);
});

test.skipIf(!HAS_RELEASE).for(README.map((line) => [line.replace(/\s+#.*/, '')]))(
  'README: %s',
  ([line = '']) => {
    const [program, ...words] = wordsOf(line);
    expect(program).toBe('foeprint');
    const { status, stderr } = foeprint(words);
    expect(stderr).not.toMatch(/^[A-Z]\d{3}/m);
    expect(status).toBe(0);
  },
);

// What these need (a network, files of the reader's) a test has not.
const NEEDS_MORE =
  /^(sync|load|restore|forget|assert|assertions|retract|case|diff|migrate)\b|[<>]|(my-|our-)\w+|--rules|--coverage/;
const EXAMPLES = COMMANDS.flatMap(({ examples }) => examples.map(({ line }) => line)).filter(
  (line) => !NEEDS_MORE.test(line),
);

test.skipIf(!HAS_RELEASE).for(EXAMPLES.map((line) => [line]))('help: foeprint %s', ([line = '']) => {
  const { status, stdout, stderr } = foeprint(wordsOf(line));
  expect({ status, stderr: stderr.slice(0, 500) }).toMatchObject({ status: 0 });
  expect(`${stdout}${stderr}`).not.toBe('');
});

import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { allCommands } from '../../src/cli/call/command-table.ts';
import { atomicsYaml, atomicTest } from '../support/atomics.ts';
import { runBuilt, type Ended } from '../support/built-command-line.ts';
import { controlMapping, mitigates } from '../support/control-mapping.ts';
import { heldBatch } from '../support/sightings.ts';
import { hasRealData } from '../support/real-data.ts';
import { copyRealHome } from '../support/real-home.ts';
import { runFoeprint, type Ran } from '../support/run-foeprint.ts';
import { importInto } from '../support/stored-sightings.ts';
import { keptFolder } from '../support/temporary-folder.ts';
import { ruleText } from '../support/sigma.ts';

const COMMANDS = await allCommands();
const { path: folder } = keptFolder();
const project = process.cwd();
const SMALL = join(folder, 'small');

beforeAll(async () => {
  // What examples call the reader's own files.
  cpSync('samples', join(folder, 'samples'), { recursive: true });
  copyFileSync('samples/org.yaml', join(folder, 'org.yaml'));
  copyFileSync('samples/org-detections.yaml', join(folder, 'org-detections.yaml'));
  writeFileSync(
    join(folder, 'events.jsonl'),
    '{"id": "one", "countries": ["LU"], "sectors": ["telecoms"]}\n',
  );
  writeFileSync(
    join(folder, 'alerts.json'),
    '{"techniques": ["T1059.001", "T1566.001", "T1105", "T1547.001", "T1003.001"]}\n',
  );
  writeFileSync(join(folder, 'incidents.jsonl'), '{"id": "a", "techniques": ["T1105"], "bundle": "18.1"}\n');
  const finding = { uid: 'f-1', attacks: [{ technique: { uid: 'T1059' } }] };
  mkdirSync(join(folder, 'alerts'));
  for (const [index, place] of ['findings.ndjson', 'alerts/one.ndjson'].entries()) {
    const record = { class_uid: 2004, time: 1767268800000 + index, finding_info: finding };
    writeFileSync(join(folder, place), `${JSON.stringify(record)}\n`);
  }
  mkdirSync(join(folder, 'atomic-red-team'));
  for (const [index, technique] of ['T1059.001', 'T1057', 'T1566.001', 'T1528'].entries())
    writeFileSync(
      join(folder, `atomic-red-team/${technique}.yaml`),
      atomicsYaml(technique, atomicTest(index)),
    );
  mkdirSync(join(folder, 'sigma'));
  writeFileSync(
    join(folder, 'sigma/errand.yml'),
    `tags: [attack.t1059.001, attack.t1566.001]\n${ruleText('errand: [errand]\ncondition: errand')}`,
  );
  writeFileSync(join(folder, 'costs.csv'), 'id,cost\nWinEventLog:Sysmon (EventCode=1),2\n');
  const controls = controlMapping([mitigates('AC-2', 'T1078')], { mapping_framework: 'nist_800_53' });
  writeFileSync(join(folder, 'controls.json'), JSON.stringify(controls));
  if (hasRealData) {
    await copyRealHome(join(folder, 'home'));
    await runFoeprint('load', join(folder, 'controls.json'), '--home', join(folder, 'home'));
  }
  await runFoeprint('load', 'samples/sample-attack.json', '--home', SMALL);
  vi.stubEnv('FOEPRINT_HOME', join(folder, 'home'));
  await importInto(join(folder, 'home'), SIGHTINGS);
  writeFileSync(join(folder, 'home/config.yaml'), 'atomics: ../atomic-red-team\nsigmaRules: ../sigma\n');
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(project);
  vi.unstubAllEnvs();
});

/** What examples about sightings are answered from: enough for sectors to be compared. */
const SIGHTINGS = heldBatch(
  'sightings.csv',
  ['energy', 'utilities'].flatMap((sector) =>
    ['north', 'south', 'west'].flatMap((place) =>
      ['T1059.001', 'T1566.001'].map((technique) => ({
        id: `${sector} ${place} ${technique}`,
        sector,
        organisation: `${sector} ${place}`,
        group: 'G0007',
        technique,
        count: 5000,
      })),
    ),
  ),
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

const ran = new Map<string, Promise<Ran>>();

/** What a line comes to; what the README and help both show is run once. */
async function runOnce(...words: readonly string[]): Promise<Ran> {
  const key = JSON.stringify(words);
  const run = ran.get(key) ?? runFoeprint(...words);
  ran.set(key, run);
  return await run;
}

const README = markedLines('README.md');

test('the README has commands to run', () => {
  expect(README.length).toBeGreaterThan(5);
});

test.skipIf(!hasRealData).for(README.map((line) => [line.replace(/\s+#.*/, '')]))(
  'README: %s',
  async ([line = '']) => {
    const [program, ...words] = wordsOf(line);
    expect(program).toBe('foeprint');
    const { exitCode, err } = await runOnce(...words);
    expect(err).not.toMatch(/^[A-Z]\d{3}/m);
    expect(exitCode).toBe(0);
  },
);

// What these need (a network, files of the reader's) a test has not.
const NEEDS_MORE =
  /^(serve|mcp|token|sync|load|forget|assert|assertions|retract|undo|case|migrate|sightings|coverage (import|list|remove)|report)\b|[<>]|^triage -( |$)|(my-|our-)\w+|--rules|--coverage/;
/** What takes a whole knowledge base takes a small one here. */
const TAKES_ALL = /^(dump|rebuild|export derived -o)\b/;
const EXAMPLES = COMMANDS.flatMap(({ examples }) => examples.map(({ line }) => line)).filter(
  (line) => !NEEDS_MORE.test(line),
);

test.skipIf(!hasRealData).for(EXAMPLES.map((line) => [line]))('help: foeprint %s', async ([line = '']) => {
  const home = TAKES_ALL.test(line) ? ['--home', SMALL] : [];
  const { exitCode, out, err } = await runOnce(...wordsOf(line), ...home);
  expect({ exitCode, err: err.slice(0, 500) }).toMatchObject({ exitCode: 0 });
  expect(`${out}${err}`).not.toBe('');
});

describe('the command line as it is built', () => {
  const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Ended =>
    runBuilt(words, {
      cwd: folder,
      env: { FOEPRINT_HOME: SMALL, XDG_CACHE_HOME: join(folder, 'cache'), ...env },
    });

  test.for([
    { words: ['list', 'groups'], status: 0, stdout: /Example Heron/u, stderr: /^$/u },
    { words: ['list', 'groups', '--json'], status: 0, stdout: /^\{[^]*\}\n$/u, stderr: /^$/u },
    { words: ['groups', '-k', 'nothing like it'], status: 1, stdout: /No group/u, stderr: /^$/u },
    { words: ['show', 'nobody'], status: 2, stdout: /^$/u, stderr: /^W\d{3}/u },
    { words: ['load', 'org.yaml'], status: 3, stdout: /^$/u, stderr: /^[A-Z]\d{3}/u },
    { words: ['--no-such-option'], status: 2, stdout: /^$/u, stderr: /C771/u },
  ])('$words ends with $status, answers on one stream and complains on the other', (expected) => {
    const { status, stdout, stderr } = run(expected.words);
    expect({ status, stdout, stderr }).toEqual({
      status: expected.status,
      stdout: expect.stringMatching(expected.stdout),
      stderr: expect.stringMatching(expected.stderr),
    });
  });

  test.for(['--help', 'status', 'list groups --json', 'profile G9001'])('%s loads no network', (line) => {
    const noted = join(folder, 'noted.json');
    const note = `require('node:fs').writeFileSync(${JSON.stringify(noted)}, JSON.stringify(process.moduleLoadList))`;
    writeFileSync(join(folder, 'note.cjs'), `process.on('exit', () => ${note});`);
    expect(run(line.split(' '), { NODE_OPTIONS: `--require=${join(folder, 'note.cjs')}` }).status).toBe(0);
    const loaded = JSON.parse(readFileSync(noted, 'utf8')) as readonly string[];
    expect(loaded).toContain('NativeModule fs');
    expect(loaded.filter((name) => /^NativeModule (?:https?|tls|_http_client)$/u.test(name))).toEqual([]);
  });

  test.skipIf(!('enableCompileCache' in modules) || process.platform !== 'linux')(
    'is kept compiled in the cache folder of the user',
    () => {
      expect(run(['--version']).stderr).toBe('');
      const kept = readdirSync(join(folder, 'cache/foeprint/compiled'), { recursive: true });
      // A folder of this Node, and in it a file for each that was loaded after the first.
      expect(kept.length).toBeGreaterThan(2);
    },
  );
});

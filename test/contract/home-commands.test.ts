import { expect, test } from 'vitest';
import { envelopeOf } from '../../src/answers/index.ts';
import { allCommands } from '../../src/cli/call/command-table.ts';
import { bundle, labelled } from '../support/world/build.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { emptyHome } from '../support/sample-home.ts';

const { path, write } = emptyHome();

/** All but the one that needs servers: `test/home/cluster.test.ts` has it. */
const COMMANDS = (await allCommands()).filter(
  ({ name, schemas }) => schemas !== undefined && name !== 'sightings init-cluster',
);

/** Every command that changes a home, in an order in which each has something to do. `AT/` is the folder, `ASSERTION` what was said. */
const ASKED: readonly { readonly name: string; readonly words: readonly string[]; readonly has: object }[] = [
  { name: 'sync', words: ['own', '--offline'], has: { places: [{ source: 'own', location: 'own.json' }] } },
  {
    name: 'load',
    words: ['AT/report.json', '--kind', 'feed'],
    has: { places: [{ location: 'report.json' }] },
  },
  { name: 'forget', words: ['report.json'], has: { forgotten: [{ objects: 2, canBeTakenBack: true }] } },
  { name: 'forget', words: ['report.json', '--undo'], has: { takenBack: [{ isNew: true, added: 2 }] } },
  {
    name: 'assert',
    words: ['S9090', 'related-to', 'S9091', '--source', 'CASE-1', '--sentence', 'Both are forks.'],
    has: { assertion: { sentence: 'Both are forks.', source: 'CASE-1' } },
  },
  { name: 'retract', words: ['ASSERTION'], has: { retracted: true } },
  { name: 'journal', words: ['--limit', '1'], has: { entries: [{ action: 'retract', isUndoable: true }] } },
  { name: 'undo', words: [], has: { undone: { action: 'retract', how: 'done' } } },
  { name: 'dump', words: ['AT/all.foeprint'], has: { file: 'all.foeprint' } },
  { name: 'restore', words: ['AT/all.foeprint', '--replace'], has: { file: 'all.foeprint' } },
  { name: 'rebuild', words: [], has: { rebuilt: [{}, {}, {}] } },
  {
    name: 'org init',
    words: ['AT/org.yaml', '--name', 'Farm', '--country', 'LU', '--yes'],
    has: { file: 'org.yaml', organisation: { name: 'Farm', countries: ['LU'] } },
  },
  {
    name: 'org check',
    words: ['AT/org.yaml'],
    has: { file: 'org.yaml', understood: [{ given: 'LU' }], issues: [] },
  },
  {
    name: 'org keep',
    words: ['AT/org.yaml', '--tlp', 'amber'],
    has: { isNew: true, kept: { file: 'org.yaml', organisation: { name: 'Farm' }, level: 'amber' } },
  },
  { name: 'org remove', words: [], has: { removed: { organisation: { name: 'Farm' } } } },
  {
    name: 'playbook init',
    words: ['AT/playbook.yaml', '--org', 'AT/org.yaml'],
    has: { file: 'playbook.yaml' },
  },
  {
    name: 'sightings import',
    words: ['AT/findings.ndjson', '--tlp', 'amber'],
    has: {
      inputs: [{ file: 'findings.ndjson', outcome: 'stored', rejects: 'findings.ndjson.rejects.ndjson' }],
    },
  },
  {
    name: 'sightings generate',
    words: ['--rows', '500', '--until', '2026-10'],
    has: { generated: [{ rows: 500, format: 'generated', name: 'made up with seed 1' }] },
  },
  {
    name: 'sightings compact',
    words: ['--synthetic'],
    has: { filesBefore: 12, filesAfter: 12, addedUp: 12 },
  },
  {
    name: 'sightings export',
    words: ['--parquet', 'AT/lake', '--synthetic'],
    has: { folder: 'lake', files: 12, rows: 500 },
  },
  {
    name: 'sightings remove',
    words: ['made up with seed 1', '--synthetic'],
    has: { removed: [{ rows: 500 }] },
  },
  {
    name: 'coverage import',
    words: ['AT/covered.csv', '--name', 'ours', '--date', '2026-01-02', '--tlp', 'amber'],
    has: { isNew: true, inventory: { name: 'ours', date: '2026-01-02', claims: 1, formats: { csv: 1 } } },
  },
  { name: 'coverage remove', words: ['ours'], has: { removed: [{ name: 'ours', techniques: 1 }] } },
  {
    name: 'report add',
    words: ['AT/hay.txt', '--tlp', 'amber', '--kind', 'incident'],
    has: { reports: [{ outcome: 'new', report: { title: 'Night at the farm', file: 'hay.txt' } }] },
  },
  {
    name: 'report review',
    words: ['Night at the farm', '--reject', 'uses/-/T9090'],
    has: { title: 'Night at the farm', decided: [{ key: 'uses/-/T9090', verdict: 'reject' }], open: 0 },
  },
  {
    name: 'report load',
    words: ['Night at the farm'],
    has: { isTrial: false, reports: [{ title: 'Night at the farm', outcome: 'nothing', facts: [] }] },
  },
  {
    name: 'report learn',
    words: ['--reset'],
    has: { sentences: 0, isTaken: false },
  },
  {
    name: 'report forget',
    words: ['Night at the farm'],
    has: { removed: [{ kind: 'incident', level: 'amber' }] },
  },
  {
    name: 'token add',
    words: ['Ann', '--role', 'analyst', '--tlp', 'green', '--expires', '2999-01-31'],
    has: {
      token: { name: 'Ann', role: 'analyst', clearance: 'green' },
      secret: expect.stringMatching(/^foeprint_/u),
    },
  },
  {
    name: 'token list',
    words: [],
    has: { tokens: [{ name: 'Ann', expiresAt: '2999-01-31T23:59:59.999Z' }] },
  },
  { name: 'token revoke', words: ['Ann'], has: { revoked: [{ name: 'Ann' }] } },
  { name: 'about', words: [], has: { licence: 'Apache-2.0', sources: expect.any(Array) } },
  { name: 'config', words: [], has: { settings: expect.any(Array) } },
];

test('every command that changes a home answers in the form of all questions, naming no folder', async () => {
  expect([...new Set(ASKED.map(({ name }) => name))].toSorted()).toEqual(
    COMMANDS.map(({ name }) => name).toSorted(),
  );
  write(
    'own.json',
    bundle(
      labelled('tool', 91, 'S9091', 'Hay Fork'),
      labelled('attack-pattern', 92, 'T9092', 'Haymaking'),
      labelled('intrusion-set', 93, 'G9093', 'Haymakers'),
    ),
  );
  write('covered.csv', 'technique\nT9001\n');
  write('hay.txt', 'Night at the farm\n\nThe haymakers came at night (T9090).\n');
  write(
    'report.json',
    bundle(labelled('tool', 90, 'S9090', 'Dung Fork'), labelled('attack-pattern', 91, 'T9090', 'Forking')),
  );
  write('config.yaml', `sources: [{ name: own, location: ${path('own.json')} }]\n`);
  const finding = { uid: 'f-1', title: 'Hay', attacks: [{ technique: { uid: 'T9990' } }] };
  write(
    'findings.ndjson',
    `${JSON.stringify({ class_uid: 2004, time: 1767268800000, finding_info: finding })}\n{}\n`,
  );
  let said = '';
  for (const { name, words, has } of ASKED) {
    const placed = words.map((word) => word.replace('AT/', `${path('')}/`).replace('ASSERTION', said));
    const settings = ['--home', path('home'), '--config', path('config.yaml')];
    const ran = await runFoeprint(...name.split(' '), ...placed, '--json', ...settings);
    said = /AS-[0-9A-Z]+/u.exec(ran.out)?.[0] ?? said;
    const envelope: unknown = JSON.parse(ran.out);
    const { schemas } = COMMANDS.find((command) => command.name === name) ?? expect.fail(name);
    const schema = schemas && envelopeOf(name.replaceAll(' ', '-'), schemas.question, schemas.answer);
    expect({ name, wrong: schema?.safeParse(envelope).error?.issues ?? [] }).toEqual({ name, wrong: [] });
    expect(envelope).toMatchObject({ answer: has });
    // Settings are of the machine.
    if (name !== 'config' && name !== 'about') expect(ran.out).not.toContain(path(''));
  }
});

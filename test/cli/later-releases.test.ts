import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import {
  type RawObject,
  idOf,
  labelled,
  relationship,
  release,
  tactic,
  technique,
  use,
} from '../support/world/build.ts';
import { hasRealFiles } from '../support/real-data.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { emptyHome, NO_CONFIG } from '../support/sample-home.ts';

const { load, path, read, run, write } = emptyHome();

const id = (number: number): string => idOf('attack-pattern', number);
const SOARER = idOf('intrusion-set', 1);

const invented = (
  number: number,
  label: string,
  serves: string,
  platforms: readonly string[],
  more = {},
): RawObject =>
  technique(number, label, `Invented ${label}`, [serves], { x_mitre_platforms: platforms, ...more });

function uses(number: number, used: number, year: number): RawObject {
  return use(number, SOARER, id(used), `Example Soarer uses ${used}.`, `Cloud. (${year}, May 4).`);
}

function matrix(tactics: readonly number[], more: RawObject = {}): RawObject {
  return labelled('x-mitre-matrix', 1, 'enterprise-attack', 'Invented Matrix', {
    tactic_refs: tactics.map((number) => idOf('x-mitre-tactic', number)),
    ...more,
  });
}

const LATER = { modified: '2030-01-01T00:00:00.000Z' };

/** The release before: two tactics, one platform. */
const before: readonly RawObject[] = [
  release('19.3'),
  labelled('intrusion-set', 1, 'G9901', 'Example Soarer'),
  matrix([1, 2]),
  tactic(1, 'TA9901', 'Lurking'),
  tactic(2, 'TA9902', 'Feeding'),
  invented(11, 'T9901', 'lurking', ['Windows']),
  invented(12, 'T9902', 'feeding', ['Windows']),
  invented(13, 'T9903', 'feeding', ['Windows']),
  uses(51, 11, 2020),
  uses(52, 12, 2021),
];

/** A release that nobody knows: a tactic that is new, one with another name, a platform, a technique that moved, one with another id. */
const after: readonly RawObject[] = [
  release('20.0'),
  labelled('intrusion-set', 1, 'G9901', 'Example Soarer'),
  matrix([3, 1, 2], LATER),
  tactic(1, 'TA9901', 'Waiting', LATER),
  tactic(2, 'TA9902', 'Feeding'),
  tactic(3, 'TA9903', 'Drifting'),
  invented(11, 'T9901', 'waiting', ['Windows'], LATER),
  invented(12, 'T9902', 'drifting', ['Windows', 'Kite'], LATER),
  invented(13, 'T9903', 'feeding', ['Windows'], { ...LATER, revoked: true }),
  invented(14, 'T9904', 'drifting', ['Kite']),
  relationship(40, id(13), 'revoked-by', id(14)),
  uses(51, 11, 2020),
  uses(52, 12, 2021),
  uses(53, 14, 2022),
];

beforeAll(async () => {
  await load('19.json', ...before);
  await load('20.json', ...after);
  write(
    'org.yaml',
    'name: Example Kites\nsectors: [telecommunications]\ncountries: [LU]\nplatforms: [Kite]\n',
  );
});

test('a profile goes by the tactics of the release, in the order of its matrix', async () => {
  const { out } = await run('profile', 'Example Soarer', '--format', 'markdown');
  expect(out.match(/^### TA.*$/gmu)).toEqual(['### TA9903 Drifting', '### TA9901 Waiting']);
  const earlier = await run('profile', 'Example Soarer', '--format', 'markdown', '--release', '19.3');
  expect(earlier.out.match(/^### TA.*$/gmu)).toEqual(['### TA9901 Lurking', '### TA9902 Feeding']);
});

test('a layer is of the release in view, and drawn on its matrix', async () => {
  await run('layer', 'Example Soarer', '-o', path('soarer.json'));
  expect(JSON.parse(read('soarer.json'))).toMatchObject({ versions: { attack: '20' } });
  await run('layer', 'Example Soarer', '--release', '19.3', '-o', path('soarer19.json'));
  expect(JSON.parse(read('soarer19.json'))).toMatchObject({ versions: { attack: '19' } });
  expect(await run('layer', 'render', path('soarer.json'), '-o', path('soarer.svg'))).toMatchObject({
    exitCode: 0,
  });
  const columns = ['Drifting', 'Waiting', 'Feeding'].map((name) => read('soarer.svg').indexOf(name));
  expect(columns).toEqual(columns.toSorted((one, other) => one - other));
  expect(Math.min(...columns)).toBeGreaterThan(0);
});

test('timeline and expectation know the new tactic and platform', async () => {
  const timeline = await run('timeline', 'Example Soarer', '--json');
  expect(timeline).toMatchObject({ exitCode: 0, out: expect.stringContaining('Drifting') });
  const expected = await run('expect', '--org', path('org.yaml'), '--tactic', 'drifting', '--json');
  expect(expected.exitCode).toBe(0);
  const { answer }: { answer: { techniques: { technique: { label: string } }[] } } = JSON.parse(expected.out);
  expect(answer.techniques.map(({ technique: { label } }) => label).toSorted()).toEqual(['T9902', 'T9904']);
});

test('the difference: a tactic new, one with another name, techniques moved and revoked', async () => {
  const { out } = await run('diff', '19.3', '20.0', '--json');
  const { answer } = JSON.parse(out);
  expect(answer).toMatchObject({
    kinds: expect.arrayContaining([
      expect.objectContaining({
        kind: 'technique',
        moved: [expect.objectContaining({ thing: expect.objectContaining({ label: 'T9902' }) })],
        revoked: [expect.objectContaining({ successor: expect.objectContaining({ label: 'T9904' }) })],
      }),
      expect.objectContaining({
        kind: 'tactic',
        added: [expect.objectContaining({ label: 'TA9903' })],
        changed: [expect.objectContaining({ thing: expect.objectContaining({ name: 'Waiting' }) })],
      }),
    ]),
  });
});

test('documents are carried there: tactics by their objects, all platforms to all platforms', async () => {
  write('old.json', {
    name: 'old',
    versions: { attack: '19', navigator: '5.1.0', layer: '4.5' },
    domain: 'enterprise-attack',
    filters: { platforms: ['Windows'] },
    techniques: [
      { techniqueID: 'T9901', tactic: 'lurking', score: 1 },
      { techniqueID: 'T9902', tactic: 'feeding', score: 2 },
      { techniqueID: 'T9903', tactic: 'feeding', score: 3 },
    ],
  });
  write('rule.yml', 'title: x\ntags:\n- attack.lurking\n- attack.t9901\n- attack.t9903\ndetection: {}\n');
  const words = ['migrate', path('old.json'), path('rule.yml'), '--to', '20.0', '--into', path('carried')];
  expect(await run(...words)).toMatchObject({ exitCode: 0 });
  const layer: RawObject = JSON.parse(read('carried/old.json'));
  expect(layer).not.toHaveProperty('filters');
  expect(layer).toMatchObject({
    versions: { attack: '20' },
    techniques: [
      { techniqueID: 'T9901', tactic: 'waiting', score: 1 },
      { techniqueID: 'T9902', tactic: 'drifting', score: 2 },
      { techniqueID: 'T9904', tactic: 'drifting', score: 3 },
    ],
  });
  expect(read('carried/rule.yml')).toBe(
    'title: x\ntags:\n- attack.waiting\n- attack.t9901\n- attack.t9904\ndetection: {}\n',
  );
});

test('our table to 19 is not used where a later release is the newest', async () => {
  expect(await run('migrate', path('rule.yml'), '--to', '19.1')).toMatchObject({
    err: expect.stringMatching(/^K201/u),
  });
});

const NINETEEN = 'attack/enterprise-attack-19-rebuilt.json.gz';

test.skipIf(!hasRealFiles(NINETEEN))(
  'ATT&CK 19 as it was rebuilt: its tactics, its release, the split of Defense Evasion',
  async () => {
    const file = fileURLToPath(new URL(`../../../shared/data/${NINETEEN}`, import.meta.url));
    const at = (...words: readonly string[]) =>
      runFoeprint(...words, '--home', path('nineteen'), '--config', NO_CONFIG);
    expect(await at('load', file, '--as-release', '19.1')).toMatchObject({ exitCode: 0 });
    const { out } = await at('profile', 'APT28', '--format', 'markdown');
    const tactics = out.match(/^### TA\d+/gmu) ?? [];
    expect(tactics).toEqual(expect.arrayContaining(['### TA0005', '### TA0112']));
    expect(new Set(tactics).size).toBe(tactics.length);
    await at('layer', 'APT28', '-o', path('apt28.json'));
    expect(JSON.parse(read('apt28.json'))).toMatchObject({ versions: { attack: '19' } });
    write('old-rule.yml', 'title: x\ntags:\n- attack.defense-evasion\n- attack.t1027\ndetection: {}\n');
    await at('migrate', path('old-rule.yml'), '--to', '19.1', '--into', path('to19'));
    expect(read('to19/old-rule.yml')).toContain('attack.stealth');
  },
);

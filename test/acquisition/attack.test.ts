import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { chooseRelease, findInMirror, parseDomain, readAttackIndex } from '../../src/acquisition/index.ts';
import { newestRelease } from '../../src/text/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the newest release is a finished one, if there is any', () => {
  expect(newestRelease(['9.0', '18.1', '2.0', '19.0-beta'])).toBe('18.1');
  expect(newestRelease(['1.0-beta'])).toBe('1.0-beta');
  expect(newestRelease([])).toBeUndefined();
});

test.for([
  ['enterprise', 'enterprise'],
  ['ics-attack', 'ics'],
  [' Mobile ATT&CK', 'mobile'],
] as const)('%s is the domain %s', ([text, domain]) => {
  expect(parseDomain(text)).toBe(domain);
});

test('an unknown domain is refused', () => {
  expect(() => parseDomain('pre-attack')).toThrow(/A430/);
});

const INDEX = {
  collections: [
    {
      name: 'Enterprise ATT&CK',
      versions: [
        { version: '18.1', url: 'enterprise-attack/enterprise-attack-18.1.json' },
        { version: '9.0', url: 'https://example.org/enterprise-attack-9.0.json' },
        { version: 4, url: 'enterprise-attack-4.json' },
        'not a version',
      ],
    },
    { name: 'ATT&CK for ICS', versions: [{ version: '18.1', url: 'ics-attack/ics-attack-18.1.json' }] },
    { name: 'Unrelated', versions: [{ version: '1', url: 'https://example.org/other.json' }] },
  ],
};

test('reads an index of releases', () => {
  const releases = readAttackIndex(INDEX, 'https://example.org/data/index.json');
  expect(releases).toEqual([
    {
      series: 'enterprise-attack',
      release: '18.1',
      url: 'https://example.org/data/enterprise-attack/enterprise-attack-18.1.json',
    },
    { series: 'enterprise-attack', release: '9.0', url: 'https://example.org/enterprise-attack-9.0.json' },
    {
      series: 'ics-attack',
      release: '18.1',
      url: 'https://example.org/data/ics-attack/ics-attack-18.1.json',
    },
  ]);
  expect(chooseRelease(releases, 'enterprise-attack', undefined).release).toBe('18.1');
  expect(chooseRelease(releases, 'enterprise-attack', '9.0').release).toBe('9.0');
  expect(() => chooseRelease(releases, 'enterprise-attack', '12.3')).toThrow(/A431[^]*Published: 18.1, 9.0/);
  expect(() => chooseRelease(releases, 'mobile-attack', undefined)).toThrow(/A431/);
});

test.for([[null], [[]], [{ collections: {} }], [{ collections: [{ versions: [{}] }] }], ['text']])(
  'refuses %j as an index',
  ([parsed]) => {
    expect(() => readAttackIndex(parsed, 'https://example.org/index.json')).toThrow(/A432/);
  },
);

const MIRRORED = [
  'enterprise-attack-9.0.json',
  'enterprise-attack-18.1.json.gz',
  'enterprise-attack-19.0.stix20.json.gz',
  'enterprise-attack.json',
  'ics-attack-18.1.json',
  'ics-attack/ics-attack-18.2.json',
  'notes.txt',
];

test.for([
  ['enterprise-attack', undefined, ['enterprise-attack-18.1.json.gz', 'enterprise-attack.json']],
  ['enterprise-attack', '9.0', ['enterprise-attack-9.0.json']],
  ['enterprise-attack', '17.0', []],
  ['ics-attack', undefined, ['ics-attack/ics-attack-18.2.json']],
  ['mobile-attack', undefined, []],
] as const)('a folder mirror has %s %s in %j', async ([series, release, files]) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'ics-attack'));
  await Promise.all(MIRRORED.map((name) => writeFile(join(folder, name), '{}')));
  const found = await findInMirror(folder, series, release);
  expect(found.map((location) => relative(folder, location).replaceAll('\\', '/'))).toEqual(files);
});

test('an address may have a release in these places', async () => {
  const found = await findInMirror('https://example.org/attack', 'ics-attack', '16.1');
  expect(found).toEqual([
    'https://example.org/attack/ics-attack-16.1.json.gz',
    'https://example.org/attack/ics-attack-16.1.json',
    'https://example.org/attack/ics-attack/ics-attack-16.1.json',
  ]);
});

import { expect, test } from 'vitest';
import { readBundle } from '../../../src/intake/index.ts';
import { attackFiles } from '../../../src/threat/index.ts';
import { about, bundle, object, release } from '../../support/world/build.ts';

const OF = {
  enterprise17: '0d1c347a4d584cf7e11ef46556c33b7689341443bf86299188d46c307274323b',
  ics20: 'c9ca0ce523a1b5e512060a390415e8aefe8f6d32c5f82d7de81264960c1e1183',
  // STIX 2.0, one file for 10.1 and 11.0 to 11.2.
  mobile10: '2b1e7cbe1e10a1e86ac3e0c97f7e6e03345c20fee3baddab47a9cf36a438bb34',
};

const malware = object('malware', 1, { name: 'Leaflet' });

test.for([
  // what the content says, the bytes, what the user says, what it is
  ['nothing', [malware], OF.enterprise17, undefined, 'enterprise-attack', '17.1', 'Enterprise ATT&CK 17.1'],
  [
    'another release',
    [malware, release('1.0')],
    OF.ics20,
    undefined,
    'ics-attack',
    '20.0',
    'ICS ATT&CK 20.0',
  ],
  ['nothing, of several', [malware], OF.mobile10, undefined, 'mobile-attack', '11.2', 'Mobile ATT&CK 11.2'],
  [
    'one of several',
    [malware, release('11.0')],
    OF.mobile10,
    undefined,
    'mobile-attack',
    '11.0',
    'Mobile ATT&CK 11.0',
  ],
  ['nothing', [malware], OF.mobile10, '10.1', 'mobile-attack', '10.1', 'Mobile ATT&CK 10.1'],
] as const)('content that says %s', ([, objects, sha256, asked, series, version, name]) => {
  const { source, issues } = readBundle(bundle(...objects), {
    ...about('file'),
    sha256,
    ...(asked === undefined ? {} : { release: asked }),
  });
  expect(source).toMatchObject({ kind: 'attack', series, release: version, name });
  expect(issues.map(({ code }) => code)).not.toContain('I192');
});

test('a user who takes a published file for another release is warned', () => {
  const { source, issues } = readBundle(bundle(malware), {
    ...about('file'),
    sha256: OF.enterprise17,
    release: '18.1',
  });
  expect(source.release).toBe('17.1');
  expect(issues).toContainEqual(expect.objectContaining({ code: 'I192' }));
});

test('a file that nobody published is what it says', () => {
  expect(attackFiles(about('file').sha256)).toEqual([]);
  expect(readBundle(bundle(malware, release('1.0')), about('file')).source.release).toBe('1.0');
});

test('releases are listed from the first to 20.0, each by a whole SHA-256', () => {
  expect(attackFiles(OF.ics20)).toEqual([{ series: 'ics-attack', release: '20.0' }]);
  expect(attackFiles(OF.mobile10).map(({ release: version }) => version)).toEqual([
    '11.2',
    '11.1',
    '11.0',
    '10.1',
  ]);
});

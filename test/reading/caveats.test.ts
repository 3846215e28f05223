import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CAVEAT_RULES, readCaveat } from '../../src/reading/index.ts';
import { hasRealFiles, realFile } from '../support/real-data.ts';

describe('each rule reads its own example', () => {
  test.each(CAVEAT_RULES.map((rule) => [rule.name, rule] as const))('%s', (name, { example, counts }) => {
    expect(readCaveat(example)).toEqual({
      rule: name,
      sentence: example,
      ...(counts === undefined ? { platform: 'Linux' } : { counts }),
    });
  });
});

const WHOLE = [
  'Bolt the door.',
  'Guard the door; it makes knocking more difficult and reduces the risk of burglary.',
  'Shutters that may not be necessary within a given house should be removed.',
  'Keys should not be stored where they can be read, so that they cannot be copied.',
  'Ensure that locks cannot be replaced by users with a lower permission level.',
  // Of several platforms none is meant alone.
  'On Windows, bolt the door. On Linux, bolt the window.',
  'Bolt the door. On Linux, bolt the window.',
  '',
];

test.each(WHOLE)('counts whole: %s', (description) => {
  expect(readCaveat(description)).toBeUndefined();
});

test('the sentence is that which says so, without links and citations; the first rule of several counts', () => {
  expect(
    readCaveat(
      'Bolt the door.(Citation: Smith 2020) [Knocking](https://attack.mitre.org/techniques/T9014) cannot be easily prevented. Bolts may not stop all.',
    ),
  ).toEqual({ rule: 'not-preventable', sentence: 'Knocking cannot be easily prevented.', counts: 0 });
});

const FILES = ['enterprise', 'mobile', 'ics'].map((domain) => `attack/${domain}-attack-18.1.json.gz`);

describe.skipIf(!hasRealFiles(...FILES))('ATT&CK 18.1', () => {
  test('of so many relations each rule finds some; all of M1056 among them, and of others only those that mean it', () => {
    const found = new Map<string, string[]>();
    for (const file of FILES)
      for (const [ends, description] of mitigating(file)) {
        const { rule = 'whole' } = readCaveat(description) ?? {};
        found.set(rule, [...(found.get(rule) ?? []), ends]);
      }
    expect(Object.fromEntries([...found].map(([rule, ends]) => [rule, ends.length]))).toEqual({
      whole: 1735,
      'not-preventable': 90,
      'not-all': 32,
      'some-forms': 24,
      'limits-damage': 7,
      'hardly-feasible': 3,
      'one-platform': 52,
    });
    const none = found.get('not-preventable') ?? [];
    expect(none.filter((ends) => ends.startsWith('M1056 '))).toHaveLength(83);
    expect(none.filter((ends) => !ends.startsWith('M1056 ')).toSorted()).toEqual([
      'M0816 T0801',
      'M0816 T0835',
      'M0816 T0877',
      'M1055 T1480',
      'M1055 T1480.001',
      'M1055 T1480.002',
      'M1059 T1628.003',
    ]);
    // It names something to do against part of the technique, and says of the rest that it cannot be prevented.
    expect(found.get('not-all')).toContain('M1056 T1583.001');
  });
});

interface Stix {
  readonly type: string;
  readonly id: string;
  readonly relationship_type?: string;
  readonly source_ref?: string;
  readonly target_ref?: string;
  readonly description?: string;
  readonly revoked?: boolean;
  readonly x_mitre_deprecated?: boolean;
  readonly external_references?: readonly { readonly external_id?: string }[];
}

/** `mitigation technique` and the description of every live relation between live things. */
function mitigating(file: string): readonly (readonly [ends: string, description: string])[] {
  const { objects } = JSON.parse(gunzipSync(readFileSync(realFile(file))).toString('utf8')) as {
    readonly objects: readonly Stix[];
  };
  const live = objects.filter((each) => each.revoked !== true && each.x_mitre_deprecated !== true);
  const ids = new Map(
    live.map((each) => [
      each.id,
      each.external_references?.find((one) => one.external_id)?.external_id ?? '',
    ]),
  );
  return live.flatMap(
    ({ relationship_type: type, source_ref: from = '', target_ref: to = '', description = '' }) => {
      const ends = [ids.get(from), ids.get(to)];
      return type !== 'mitigates' || ends.includes(undefined) ? [] : [[ends.join(' '), description] as const];
    },
  );
}

import { describe, expect, test } from 'vitest';
import { CLAIM_TYPE } from '../../../src/stix/index.ts';
import { COUNTRIES, countryNamed, sectorsNamed } from '../../../src/threat/index.ts';
import { GALAXY_FILES, hasRealFiles, realBytes } from '../../support/real-data.ts';
import { readReal } from '../../support/read-real.ts';

describe.skipIf(!hasRealFiles(...GALAXY_FILES))('published clusters', () => {
  test.for(GALAXY_FILES)('%s is read whole, with distinct objects', (file) => {
    const { values }: { values: { uuid: string }[] } = JSON.parse(realBytes(file).toString());
    const { objects, issues } = readReal(file);
    const uuids = new Set(values.map(({ uuid }) => uuid));
    const described = objects.filter(({ raw }) => typeof raw['uuid'] === 'string');
    expect(described).toHaveLength(uuids.size);
    expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('every sector that Tidal or MISP names is in the vocabulary', () => {
    const unknown = ['misp-galaxy/threat-actor.json.gz', 'misp-galaxy/tidal-groups.json.gz']
      .flatMap((file) => readReal(file).objects)
      .filter(({ type, raw }) => type === CLAIM_TYPE && /categor|sector/.test(String(raw['field'])))
      .map(({ raw }) => String(raw['told']))
      .filter((text) => sectorsNamed(text).length === 0 && countryNamed(text) === undefined);
    // `sector` of one entry holds what Microsoft writes into its origin field.
    expect([...new Set(unknown)]).toEqual(['Private sector offensive actor']);
  });

  test('every country that MISP describes is one of ours by its code, and the names agree', () => {
    const text = realBytes('misp-galaxy/target-information.json.gz').toString();
    const { values }: { values: { value: string; meta: { 'iso-code': string[] } }[] } = JSON.parse(text);
    const codes = new Set(COUNTRIES.map(({ code }) => code));
    const odd = values.filter(({ meta }) => !codes.has(meta['iso-code'][0] ?? ''));
    expect(odd.map(({ value }) => value)).toEqual(['Netherlands Antilles']);
    const disagree = values.filter(({ value, meta }) => {
      const known = countryNamed(value);
      return known !== undefined && known.code !== meta['iso-code'][0];
    });
    expect(disagree.map(({ value }) => value)).toEqual([]);
  });
});

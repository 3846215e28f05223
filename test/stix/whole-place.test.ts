import { expect, test } from 'vitest';
import { readBundle } from '../../src/intake/index.ts';
import { wholePlaceOf } from '../../src/stix/whole-place.ts';
import {
  type RawObject,
  about,
  bundle,
  idOf,
  labelled,
  object,
  relationship,
  release,
} from '../support/world/build.ts';
import { knowledgeOf } from '../support/desk.ts';

test.for<readonly [fields: RawObject, label: string | undefined]>([
  [{ name: 'Luxembourg', country: 'LU' }, 'LU'],
  [{ name: 'LUXEMBOURG', country: 'lu', region: 'western-europe' }, 'LU'],
  [{ country: 'LU' }, 'LU'],
  [{ name: 'Luxembourg' }, 'LU'],
  [{ name: 'Europe', region: 'europe' }, 'europe'],
  [{ region: 'northern-america' }, 'northern-america'],
  // Within a country, or called otherwise.
  [{ name: 'Luxembourg', country: 'LU', city: 'Luxembourg' }, undefined],
  [{ name: 'Luxembourg', country: 'LU', latitude: 49.6, longitude: 6.1 }, undefined],
  [{ name: 'Office by the river', country: 'LU' }, undefined],
  [{ name: 'Belgium', country: 'LU' }, undefined],
  [{ name: 'Atlantis' }, undefined],
  [{ country: 'zz' }, undefined],
])('the country or region that a location is: %j is %s', ([fields, label]) => {
  expect(wholePlaceOf({ type: 'location', ...fields }, 'location')?.label).toBe(label);
});

test('a country is one thing, whoever describes it and under which id', () => {
  const attack = bundle(
    release('1.0'),
    labelled('intrusion-set', 1, 'G0901', 'Wily Weasel', {
      description: 'Wily Weasel has targeted organizations in Luxembourg.',
    }),
  );
  const report = bundle(
    object('intrusion-set', 2, { name: 'Far Gull' }),
    object('location', 3, { name: 'Luxembourg', country: 'LU' }),
    object('location', 4, { name: 'Harbour office', country: 'LU', city: 'Remich' }),
    relationship(20, idOf('intrusion-set', 2), 'targets', idOf('location', 3)),
    relationship(21, idOf('intrusion-set', 2), 'targets', idOf('location', 4)),
  );
  const view = (...bundles: readonly (readonly [string, RawObject])[]) =>
    knowledgeOf(...bundles.map(([name, each]) => readBundle(each, about(name)))).view();
  for (const order of [
    [
      ['attack', attack],
      ['report', report],
    ],
    [
      ['report', report],
      ['attack', attack],
    ],
  ] as const) {
    const { catalogue, facts } = view(...order);
    const [country = -1, ...others] = catalogue.named('luxembourg');
    expect(others).toEqual([]);
    expect(catalogue.termOf(idOf('location', 3))).toBe(country);
    expect(catalogue.find('LU')).toEqual([country]);
    const { columns: [groups = [], places = []] = [] } = facts.relations.get('targets') ?? {};
    expect(
      [...groups]
        .flatMap((group, row) => (places[row] === country ? [catalogue.name(group)] : []))
        .toSorted(),
    ).toEqual(['Far Gull', 'Wily Weasel']);
  }
  const alone = view(['report', report]).catalogue;
  expect(alone.find('LU').map((term) => alone.id(term))).toEqual([idOf('location', 3)]);
});

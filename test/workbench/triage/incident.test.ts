import { expect, test } from 'vitest';
import { incidentAsked } from '../../../src/workbench/triage/incident.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { delivered, idOf, relationship, release, technique } from '../../support/world/build.ts';

const LATER = { modified: '2022-01-01T00:00:00.000Z' };

/** Two releases: in the second, Rolling has become Curling; what later releases renumbered has the ids that ATT&CK gave it. */
const base = knowledgeOf(
  delivered(
    'before',
    release('17.1'),
    technique(11, 'T9061', 'Rolling', ['breach']),
    technique(13, 'T9063', 'Sniffing', ['breach']),
  ),
  delivered(
    'after',
    release('18.1'),
    technique(11, 'T9061', 'Rolling', ['breach'], { revoked: true, ...LATER }),
    technique(12, 'T9062', 'Curling', ['breach']),
    relationship(61, idOf('attack-pattern', 11), 'revoked-by', idOf('attack-pattern', 12)),
    technique(13, 'T9063', 'Sniffing', ['breach']),
    technique(14, 'T9064', 'Forgotten', ['breach'], { deprecated: true, ...LATER }),
    technique(15, 'T1562', 'Holding Up', ['breach']),
    technique(16, 'T1562.001', 'Holding Doors', ['breach']),
    technique(17, 'T1562.002', 'Holding Breath', ['breach']),
  ),
);

function asked(given: string, from?: string) {
  const selection = from === undefined ? {} : { release: from };
  const view = base.view(selection);
  const { techniques, unknown, carried } = incidentAsked(
    { base, view },
    { incident: { techniques: [given] }, ...selection },
  );
  return {
    techniques: [...techniques.keys()].map((term) => view.catalogue.label(term)),
    unknown,
    carried: carried.map(({ to, standing }) => [to.join(' '), standing]),
  };
}

test.each([
  ['an id in use is itself', 't9062', undefined, ['T9062'], []],
  ['so is a name', 'curling', undefined, ['T9062'], []],
  ['an older id is what replaced it', 'T9061', undefined, ['T9062'], [['T9062', 'resolved']]],
  ['a newer one what it replaced', 'T9062', '17.1', ['T9061'], [['T9061', 'resolved']]],
  ['one of ATT&CK 19 too, by the table', 'T1685/001', undefined, ['T1562.002'], [['T1562.002', 'resolved']]],
  ['of several, what stands over them', 'T1685', undefined, ['T1562'], [['T1562', 'assumed']]],
  ['an unknown sub-technique its parent', 'T9063.077', undefined, ['T9063'], [['T9063', 'assumed']]],
  ['or what that became', 'T9061.077', undefined, ['T9062'], [['T9062', 'assumed']]],
  ['a withdrawn one without a successor is named as it is', 'T9064', undefined, ['T9064'], []],
])('%s', (_, given, from, techniques, carried) => {
  expect(asked(given, from)).toEqual({ techniques, unknown: [], carried });
});

test.each([
  ['T9999', [['', 'unknown']]],
  ['T1059', [['', 'unknown']]],
  ['nonsense', []],
])('what no release has is not known: %s', (given, carried) => {
  expect(asked(given)).toEqual({ techniques: [], unknown: [given], carried });
});

test('a victim is where it is said to be: in countries, in regions, in countries by one name', () => {
  const { countries, regions, unknown } = incidentAsked(
    { base, view: base.view() },
    { country: ['EU', 'Benelux', 'Atlantis', 'LU'] },
  );
  expect({ countries, regions, unknown }).toEqual({
    countries: ['BE', 'LU', 'NL'],
    regions: ['european-union'],
    unknown: ['Atlantis'],
  });
});

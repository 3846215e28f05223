import { expect, test } from 'vitest';
import type { DeliveredObject, Source } from '../../src/facts/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import { readEvidence } from '../../src/stix/index.ts';
import { MOTIVES } from '../../src/threat/index.ts';
import {
  type RawObject,
  about,
  bundle,
  idOf,
  labelled,
  object,
  relationship,
} from '../support/world/build.ts';

/** The claims that an object makes by its own fields, whose words are in nobody's prose. */
function ownClaims(...objects: readonly RawObject[]): readonly DeliveredObject[] {
  return readBundle(bundle(...objects), about('fields')).objects.filter(
    ({ type, raw }) => type === 'x-foeprint-claim' && raw['extracted_by'] === undefined,
  );
}

/** `field: relation text` of each. */
function said(...objects: readonly RawObject[]): readonly string[] {
  return ownClaims(...objects).flatMap(({ raw, statements }) =>
    statements.map(
      ({ relation, object: what }) =>
        `${String(raw['field'])}: ${relation} ${typeof what === 'string' ? what : what.literal}`,
    ),
  );
}

test.for([
  {
    label: 'an intrusion set',
    type: 'intrusion-set',
    fields: {
      first_seen: '2021-04-01T00:00:00Z',
      last_seen: '2024-02-01T12:30:00.5Z',
      primary_motivation: 'organizational-gain',
      secondary_motivations: ['personal-gain', 'revenge', 'boredom'],
      goals: ['Count all barns', 'Count all barns', ' '],
      sophistication: 'none',
      resource_level: 'government',
      roles: ['agent'],
    },
    claims: [
      'first_seen: first-seen 2021-04-01',
      'last_seen: last-seen 2024-02-01',
      'primary_motivation: motivated-by espionage',
      'secondary_motivations: motivated-by financial gain',
      'secondary_motivations: motivated-by revenge',
      'secondary_motivations: motivated-by boredom',
      'goals: pursues Count all barns',
      'sophistication: has-sophistication none',
      'resource_level: has-resources government',
    ],
  },
  {
    label: 'a threat actor',
    type: 'threat-actor',
    fields: {
      personal_motivations: ['ideology'],
      roles: ['agent', 'sponsor'],
      threat_actor_types: ['nation-state'],
    },
    claims: [
      'personal_motivations: motivated-by ideology',
      'roles: has-role agent',
      'roles: has-role sponsor',
      'threat_actor_types: classified-as nation-state',
    ],
  },
  {
    label: 'a campaign',
    type: 'campaign',
    fields: { first_seen: '2022-01-02T00:00:00Z', objective: 'To map every hedge' },
    claims: ['first_seen: first-seen 2022-01-02', 'objective: pursues To map every hedge'],
  },
  {
    label: 'malware',
    type: 'malware',
    fields: { first_seen: '2019-05-01T00:00:00Z', goals: ['none of a tool'] },
    claims: ['first_seen: first-seen 2019-05-01'],
  },
  {
    label: 'infrastructure, or whatever else has the dates',
    type: 'infrastructure',
    fields: { last_seen: '2019-05-01T00:00:00Z' },
    claims: ['last_seen: last-seen 2019-05-01'],
  },
  {
    label: 'a sighting, whose dates are of what it sights',
    type: 'sighting',
    fields: { first_seen: '2019-05-01T00:00:00Z', sighting_of_ref: idOf('tool', 7) },
    claims: [],
  },
  {
    label: 'dates that stand where nobody has said any',
    type: 'intrusion-set',
    fields: { first_seen: '1970-01-01T00:00:00.000Z', last_seen: '5138-11-16T09:46:40.000Z' },
    claims: [],
  },
  {
    label: 'fields of a wrong shape',
    type: 'intrusion-set',
    fields: { first_seen: 2021, last_seen: 'lately', goals: [{ a: 1 }], primary_motivation: '' },
    claims: [],
  },
])('$label: $claims', ({ type, fields, claims }) => {
  expect(said(object(type, 1, { name: 'Amber Gull', ...fields }))).toEqual(claims);
});

test('a relationship says when it was observed, not when it was first seen itself', () => {
  const fields = { first_seen: '2019-05-01T00:00:00Z' };
  expect(said(relationship(9, idOf('intrusion-set', 1), 'uses', idOf('tool', 2), fields))).toEqual([]);
});

test('a field of a wrong shape is warned of', () => {
  const gull = object('intrusion-set', 1, { name: 'Amber Gull', goals: [{ a: 1 }], first_seen: 'lately' });
  const { issues } = readBundle(bundle(gull), about('fields'));
  expect(issues.map(({ place }) => place?.field)).toEqual(['goals', 'first_seen']);
});

test('field and prose are claims of their own, also where they disagree', () => {
  const { objects } = readBundle(
    bundle(
      object('intrusion-set', 1, {
        name: 'Amber Gull',
        description: 'Amber Gull has been active since 2019.',
        first_seen: '2021-04-01T00:00:00Z',
      }),
    ),
    about('fields'),
  );
  const seen = objects
    .flatMap(({ statements }) => statements)
    .flatMap(({ relation, object: date }) =>
      relation === 'first-seen' && typeof date !== 'string' ? [date.literal] : [],
    );
  expect(seen.toSorted()).toEqual(['2019', '2021-04-01']);
});

test('a claim cites what its field cites, and takes over confidence, markings and withdrawal', () => {
  const gazette = { source_name: 'Gazette', description: 'Hen, A. (2022, June 17). Ferries.' };
  const campaign = labelled('campaign', 31, 'C0901', 'Night Ferry', {
    first_seen: '2022-05-01T04:00:00.000Z',
    last_seen: '2022-06-01T04:00:00.000Z',
    x_mitre_first_seen_citation: '(Citation: Gazette)',
    x_mitre_last_seen_citation: '(Citation: Lost)',
    external_references: [
      { source_name: 'mitre-attack', external_id: 'C0901' },
      { source_name: 'Almanac', description: 'Almanac (2020).' },
      gazette,
    ],
    confidence: 40,
    object_marking_refs: [idOf('marking-definition', 5)],
    revoked: true,
  });
  const evidence = ownClaims(campaign).map(({ id, raw }) => readEvidence({ id, raw, sources: [SOURCE] }));
  const common = {
    confidence: '40',
    markings: [idOf('marking-definition', 5)],
    withdrawn: 'revoked',
  };
  expect(evidence).toMatchObject([
    {
      ...common,
      sentence: 'first_seen: 2022-05-01T04:00:00.000Z',
      citations: [{ name: 'Gazette', published: '2022-06-17' }],
    },
    { ...common, sentence: 'last_seen: 2022-06-01T04:00:00.000Z', citations: [{ name: 'Lost' }] },
  ]);
});

test('every word of STIX for a motivation is a motive', () => {
  const words =
    `accidental coercion dominance ideology notoriety organizational-gain personal-gain personal-satisfaction revenge
    unpredictable`.split(/\s+/);
  const names = new Set(MOTIVES.map(({ name }) => name));
  const read = words.flatMap((word) =>
    said(object('threat-actor', 1, { name: 'Amber Gull', primary_motivation: word })),
  );
  expect(read).toHaveLength(words.length);
  expect(read.filter((line) => !names.has(line.replace('primary_motivation: motivated-by ', '')))).toEqual(
    [],
  );
  expect(new Set(MOTIVES.map(({ stix }) => stix))).toEqual(new Set(words));
});

const SOURCE: Source = {
  id: 'x',
  kind: 'attack',
  name: 'Almanac 1',
  location: 'x',
  sha256: '',
  bytes: 0,
  statements: [],
  loadedAt: '2026-01-01T00:00:00.000Z',
  objects: 1,
};

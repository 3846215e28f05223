import { describe, expect, test } from 'vitest';
import {
  FoeprintError,
  IDENTIFIED_BY,
  type Delivery,
  type DeliveredObject,
} from '../../../src/facts/index.ts';
import { CLAIM_TYPE, countryId } from '../../../src/stix/index.ts';
import { regionId, sectorId } from '../../../src/stix/named-things.ts';
import { isGalaxyCluster, readGalaxyCluster } from '../../../src/intake/misp/read-cluster.ts';
import { about, cluster, related, uuid, value } from '../../support/world/build.ts';
import { BARN_LABS, HENHOUSE_GAZETTE } from '../../support/world/cast.ts';

const read = (type: string, values: readonly unknown[], fields = {}): Delivery =>
  readGalaxyCluster(cluster(type, values, fields), about('galaxy'));

/** `relation object (claimant, confidence)` of every claim about a value, sorted; things by name. */
function claimsOf(delivery: Delivery): readonly string[] {
  const names = new Map(delivery.objects.map(({ id, entity }) => [id, entity?.name ?? id]));
  return delivery.objects
    .filter(({ type }) => type === CLAIM_TYPE)
    .flatMap(({ raw, statements }) =>
      statements.map(({ relation, object }) => {
        const what = typeof object === 'string' ? (names.get(object) ?? object) : `"${object.literal}"`;
        const by = [raw['claimant'], raw['confidence']].filter((part) => part !== undefined);
        return `${relation} ${what}${by.length === 0 ? '' : ` (${by.map(String).join(', ')})`}`;
      }),
    )
    .toSorted();
}

function objectOf(delivery: Delivery, id: string): DeliveredObject {
  const found = delivery.objects.find((object) => object.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

test('a cluster is a release of its series', () => {
  const { source } = read('threat-actor', [value(1, 'SATIN MONGOOSE')]);
  expect(source).toMatchObject({
    kind: 'galaxy',
    name: 'MISP galaxy Fictional 7',
    series: 'misp-galaxy:threat-actor',
    release: '7',
  });
});

test('a value is kept as it is and found by its synonyms', () => {
  const raw = value(1, 'SATIN MONGOOSE', {
    synonyms: ['Ferret 9', 'G9001', 'SATIN MONGOOSE'],
    odd: [1, { a: 2 }],
  });
  const actor = objectOf(read('threat-actor', [raw]), `threat-actor--${uuid(1)}`);
  expect(actor.raw).toEqual(raw);
  expect(actor.entity).toEqual({ name: 'SATIN MONGOOSE', label: '', aliases: ['Ferret 9'] });
});

describe('claims', () => {
  const cases: readonly {
    readonly label: string;
    readonly meta: object;
    readonly claims: readonly string[];
  }[] = [
    {
      label: 'every claimant of a name, and names that nobody claims',
      meta: {
        synonyms: ['Ferret 9', 'Stoat'],
        'name-attribution': [`Ferret 9:${BARN_LABS}`, `Ferret 9:${HENHOUSE_GAZETTE}`],
        'origin:Stoat': 'Coop Research',
      },
      claims: [
        `known-as "Ferret 9" (identity--${HENHOUSE_GAZETTE})`,
        `known-as "Ferret 9" (identity--${BARN_LABS})`,
        'known-as "SATIN MONGOOSE"',
        'known-as "Stoat" (Coop Research)',
      ],
    },
    {
      label: 'an ATT&CK id among the names, as an id and by whom',
      meta: { synonyms: ['G9001'], 'name-attribution': [`G9001:${BARN_LABS}`] },
      claims: [`has-attack-id "G9001" (identity--${BARN_LABS})`, 'known-as "SATIN MONGOOSE"'],
    },
    {
      label: 'victims: countries, regions, organisations',
      meta: {
        'cfr-suspected-victims': ['Luxembourg', 'The Middle East', 'Guild of Egg Painters', 'Unknown'],
      },
      claims: [
        'known-as "SATIN MONGOOSE"',
        'targets Guild of Egg Painters (Council on Foreign Relations, suspected)',
        'targets Luxembourg (Council on Foreign Relations, suspected)',
        'targets Middle East (Council on Foreign Relations, suspected)',
      ],
    },
    {
      label: 'sectors in one vocabulary, whatever the spelling; a word that it lacks is a sector of its own',
      meta: {
        'cfr-target-category': ['Telecomms', 'Petrochemical'],
        'targeted-sector': ['Egg painting', 'Other'],
      },
      claims: [
        'known-as "SATIN MONGOOSE"',
        'targets Egg painting',
        'targets chemical industry (Council on Foreign Relations)',
        'targets energy (Council on Foreign Relations)',
        'targets telecommunications (Council on Foreign Relations)',
      ],
    },
    {
      label: 'origin with its confidence, sponsor, kind of incident, motive, since when',
      meta: {
        country: 'LU',
        'attribution-confidence': '50',
        'cfr-suspected-state-sponsor': 'Iran (Islamic Republic of)',
        'cfr-type-of-incident': ['Espionage', 'Sabotage'],
        motive: 'Hacktivists-Nationalists',
        since: '2017',
      },
      claims: [
        'conducts "espionage" (Council on Foreign Relations)',
        'conducts "sabotage" (Council on Foreign Relations)',
        'first-seen "2017"',
        'known-as "SATIN MONGOOSE"',
        'motivated-by "ideology"',
        'originates-from Luxembourg (50)',
        'sponsored-by Iran (Council on Foreign Relations, suspected)',
      ],
    },
    {
      label: 'of free text only what is certainly a place or a sector',
      meta: { victimology: 'Oil and Gas, people who paint eggs, Luxembourg' },
      claims: ['known-as "SATIN MONGOOSE"', 'targets Luxembourg', 'targets energy'],
    },
    {
      label: 'origin, motive and class, which Microsoft writes in one field',
      meta: { 'microsoft-origin-threat': 'Luxembourg, Financially motivated, Group in development' },
      claims: [
        'classified-as "Group in development" (Microsoft)',
        'known-as "SATIN MONGOOSE"',
        'motivated-by "financial gain" (Microsoft)',
        'originates-from Luxembourg (Microsoft)',
      ],
    },
  ];
  test.for(cases)('$label', ({ meta, claims }) => {
    expect(claimsOf(read('threat-actor', [value(1, 'SATIN MONGOOSE', { ...meta })]))).toEqual(claims);
  });

  test('of Tidal groups: their ATT&CK id where MITRE gave it, sectors, countries, motives', () => {
    const groups = [
      value(1, 'Wily Weasel', {
        source: 'MITRE',
        group_attack_id: 'G0999',
        target_categories: ['Banks'],
        observed_countries: ['LU', 'XX'],
        observed_motivations: ['Cyber Espionage'],
      }),
      value(2, 'Own Weasel', { source: 'Tidal Cyber', group_attack_id: 'G3014' }),
    ];
    const delivery = read('groups', groups);
    expect(claimsOf(delivery)).toEqual([
      'has-attack-id "G0999" (MITRE)',
      'known-as "Own Weasel" (Tidal Cyber)',
      'known-as "Wily Weasel" (Tidal Cyber)',
      'motivated-by "espionage" (Tidal Cyber)',
      'targets Luxembourg (Tidal Cyber)',
      'targets XX (Tidal Cyber)',
      'targets financial services (Tidal Cyber)',
    ]);
    expect(objectOf(delivery, `threat-actor--${uuid(2)}`).entity?.aliases).toEqual(['G3014']);
  });

  test('of Tidal campaigns: when they were seen, and the groups that they speak of', () => {
    const description = `[Night Raid](https://app.tidalcyber.com/campaigns/${uuid(1)}) was run by [Weasel](https://app.tidalcyber.com/groups/${uuid(5)}).`;
    const meta = {
      first_seen: '2021-02-03T05:00:00Z',
      last_seen: '2021-03-01T05:00:00Z',
      campaign_attack_id: 'C3001',
    };
    expect(claimsOf(read('campaigns', [value(1, 'Night Raid', meta, { description })]))).toEqual([
      'first-seen "2021-02-03" (Tidal Cyber)',
      'known-as "Night Raid" (Tidal Cyber)',
      'last-seen "2021-03-01" (Tidal Cyber)',
      `mentions threat-actor--${uuid(5)} (Tidal Cyber)`,
    ]);
  });

  test('of references: made of every type that a bare UUID may have, of one where the file knows it', () => {
    const values = [
      value(
        1,
        'SATIN MONGOOSE',
        {},
        { related: [related('similar', 2), related('targets', 77, 'unlikely')] },
      ),
      value(2, 'VELVET STOAT'),
    ];
    expect(claimsOf(read('threat-actor', values)).filter((claim) => !claim.startsWith('known-as'))).toEqual([
      'similar-to VELVET STOAT (likely)',
      `targets identity--${uuid(77)} (unlikely)`,
      `targets location--${uuid(77)} (unlikely)`,
    ]);
  });

  test('cite documents of the entry, at most a dozen, and say how many more it has', () => {
    const refs = Array.from({ length: 15 }, (_, index) => `https://www.farm.example/${index}`);
    const delivery = read('threat-actor', [value(1, 'SATIN MONGOOSE', { refs, country: 'LU' })]);
    const origin = delivery.objects.find(({ raw }) => raw['relation'] === 'originates-from');
    expect(origin?.raw['external_references']).toHaveLength(12);
    expect(origin?.raw['further_references']).toBe(3);
    expect(origin?.raw['description']).toBe('country: LU');
  });
});

test('a country is the same whoever names it, and its description goes before the mention', () => {
  const mention = read('threat-actor', [value(1, 'SATIN MONGOOSE', { country: 'LU' })]);
  const described = read('target-information', [
    value(2, 'Luxembourg', { 'iso-code': ['LU', 'LUX'], synonyms: ['Lëtzebuerg'], capital: 'Luxembourg' }),
  ]);
  expect(objectOf(mention, countryId('LU')).version < objectOf(described, countryId('LU')).version).toBe(
    true,
  );
  expect(objectOf(described, countryId('LU')).entity).toMatchObject({
    label: 'LU',
    aliases: ['LUX', 'Lëtzebuerg'],
  });
  for (const delivery of [mention, described])
    expect(objectOf(delivery, countryId('LU')).statements).toEqual([
      { relation: 'part-of', subject: countryId('LU'), object: regionId('western-europe') },
      { relation: 'identified-by', subject: countryId('LU'), object: 'x-place--country--LU' },
    ]);
});

test('a described sector is part of the sectors of the vocabulary that it names', () => {
  const delivery = read('sector', [value(1, 'Bank')], { category: 'sector' });
  expect(objectOf(delivery, `identity--${uuid(1)}`).statements).toEqual([
    { relation: 'part-of', subject: `identity--${uuid(1)}`, object: sectorId('financial-services') },
  ]);
});

test.for([
  ['actor', 'brand-new', 'threat-actor'],
  ['tool', 'brand-new', 'malware'],
  ['naval', 'Brand New!', 'x-misp-brand-new'],
] as const)('values of an unknown cluster of category %s, type %s become %s', ([category, type, becomes]) => {
  const delivery = read(type, [value(1, 'Thing', { synonyms: ['Gadget'] })], { category });
  expect(delivery.objects[0]?.type).toBe(becomes);
  expect(claimsOf(delivery)).toEqual(['known-as "Gadget"', 'known-as "Thing"']);
});

test.for([
  // Since August 2026, and as they were before.
  ['mitre-campaign', 'actor', 'C9001', 'campaign', 'campaign'],
  ['mitre-software', 'tool', 'S9001', 'malware', 'software'],
  ['mitre-intrusion-set', 'actor', 'G9001', 'threat-actor', 'group'],
  ['mitre-malware', 'tool', 'S9001', 'malware', 'software'],
  ['mitre-tool', 'tool', 'S9001', 'malware', 'software'],
  ['mitre-ics-groups', 'actor', 'G9001', 'threat-actor', 'group'],
  ['mitre-ics-software', 'tool', 'S9001', 'malware', 'software'],
  ['mitre-enterprise-attack-intrusion-set', 'actor', 'G9001', 'threat-actor', 'group'],
  ['mitre-mobile-attack-malware', 'tool', 'S9001', 'malware', 'software'],
  ['mitre-attack-pattern', 'attack-pattern', 'T9001.001', 'attack-pattern', 'technique'],
  ['mitre-enterprise-attack-attack-pattern', 'attack-pattern', 'T9001', 'attack-pattern', 'technique'],
  ['mitre-course-of-action', 'course-of-action', 'M9001', 'course-of-action', 'mitigation'],
  ['mitre-detection-strategy', 'detection', 'DET9001', 'x-mitre-detection-strategy', 'detection-strategy'],
] as const)('a thing of ATT&CK in %s is that thing', ([type, category, number, becomes, kind]) => {
  const thing = value(1, `Thing - ${number}`, { external_id: number, synonyms: ['Thing', 'Gadget'] });
  const object = objectOf(read(type, [thing], { category }), `${becomes}--${uuid(1)}`);
  expect(object.entity).toEqual({ name: 'Thing', label: number, aliases: [`Thing - ${number}`, 'Gadget'] });
  expect(object.statements).toEqual([
    { relation: IDENTIFIED_BY, subject: object.id, object: `x-attack-number--${kind}--${number}` },
  ]);
});

test('what MISP repeats of ATT&CK leads to software, techniques and tactics', () => {
  const techniques = read('mitre-attack-pattern', [
    value(1, 'Digging - T9001', {
      external_id: 'T9001',
      kill_chain: ['mitre-attack:breach'],
      mitre_platforms: ['Barn OS'],
    }),
  ]);
  expect(claimsOf(techniques)).toEqual([
    'in-tactic x-kill-chain-phase--mitre-attack--breach (MITRE)',
    'known-as "Digging - T9001" (MITRE)',
    'on-platform "Barn OS" (MITRE)',
  ]);
  const campaigns = read('mitre-campaign', [
    value(
      2,
      'Night Raid - C9001',
      { external_id: 'C9001' },
      { related: [{ 'dest-uuid': uuid(1), type: 'uses' }] },
    ),
  ]);
  expect(claimsOf(campaigns)).toContain(`uses attack-pattern--${uuid(1)} (MITRE)`);
});

test.for([
  ['mitre-atlas-attack-pattern', 'AML.T9000', 'attack-pattern'],
  ['mitre-fight-techniques', 'FGT9001', 'attack-pattern'],
] as const)('a thing of another framework in %s is asked for by its id %s', ([type, id, becomes]) => {
  const delivery = read(type, [value(1, 'Thing', { external_id: id })], { category: 'attack-pattern' });
  const object = objectOf(delivery, `${becomes}--${uuid(1)}`);
  expect(object.entity).toEqual({ name: 'Thing', label: id, aliases: [] });
  expect(object.statements).toEqual([]);
});

test('what is broken is left out and listed, the rest is read', () => {
  const values = [
    'nonsense',
    { value: 'No UUID' },
    { uuid: uuid(3) },
    value(4, 'SATIN MONGOOSE', { country: 5, synonyms: 'not a list' }, { related: [{ type: 'similar' }, 7] }),
    value(4, 'Twice'),
    { value: '__proto__', uuid: uuid(6), meta: null, related: 'none' },
  ];
  const { issues, objects } = read('threat-actor', values);
  expect(issues.map(({ code, place }) => `${code} ${place?.field ?? ''}`.trim())).toEqual([
    'I132 values[0]',
    'I132 values[1]',
    'I132 values[2]',
    'I133',
    'I135 meta.country',
    'I134 related[0]',
    'I134 related[1]',
  ]);
  expect(objects.filter(({ type }) => type === 'threat-actor').map(({ entity }) => entity?.name)).toEqual([
    'SATIN MONGOOSE',
    '__proto__',
  ]);
});

test.for([
  ['a STIX bundle', { type: 'bundle', objects: [] }, 'I130'],
  ['null', null, 'I130'],
  ['a list', [], 'I130'],
  ['a cluster without usable values', cluster('threat-actor', [{}]), 'I131'],
  ['a cluster without values', cluster('threat-actor', []), 'I131'],
] as const)('%s is refused', ([, document, code]) => {
  expect(() => readGalaxyCluster(document, about('x'))).toThrow(expect.objectContaining({ code }));
  expect(() => readGalaxyCluster(document, about('x'))).toThrow(FoeprintError);
});

test('clusters are distinguished from bundles by their shape', () => {
  expect(isGalaxyCluster(cluster('threat-actor', []))).toBe(true);
  expect(isGalaxyCluster({ type: 'bundle', objects: [] })).toBe(false);
});

test('the same cluster gives the same objects', () => {
  const values = [value(1, 'SATIN MONGOOSE', { country: 'LU', synonyms: ['Ferret 9'] })];
  expect(read('threat-actor', values)).toEqual(read('threat-actor', values));
});

test('what Tidal repeats of MITRE is MITRE’s to stand for, its own text Tidal’s', () => {
  const claimants = ['MITRE', 'Tidal Cyber'].map((source, index) => {
    const groups = cluster('groups', [
      value(
        61 + index,
        'Wily Weasel',
        { source },
        { description: 'Wily Weasel has targeted telecoms in Luxembourg.' },
      ),
    ]);
    const claims = readGalaxyCluster(groups, about(source)).objects.filter(
      ({ raw }) => raw['extracted_by'] !== undefined,
    );
    expect(claims.length).toBeGreaterThan(0);
    return [...new Set(claims.map(({ raw }) => raw['claimant']))];
  });
  expect(claimants).toEqual([['MITRE'], ['Tidal Cyber']]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/facts/index.ts';
import { PROSE_PATTERNS } from '../../src/reading/index.ts';
import { readBundle, readGalaxyCluster } from '../../src/intake/index.ts';
import { readEvidence } from '../../src/stix/index.ts';
import type { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { about, bundle, delivered, idOf, object, release } from '../support/world/build.ts';
import { claimsOf, described, factsRead, GULL } from './described.ts';
import { IS_LONG, runs } from '../support/runs.ts';
import { knowledgeOf } from '../support/desk.ts';

const ALL = Object.values(PROSE_PATTERNS).flat();
const GROUP = idOf('intrusion-set', 1);
const LOADED = '2026-01-01T00:00:00.000Z';

describe('patterns', () => {
  test.for(ALL.map((pattern) => [pattern.name, pattern] as const))(
    '%s reads its example',
    ([name, { example, gives }]) => {
      const type =
        example.includes('Operation') || example.includes('campaign') ? 'campaign' : 'intrusion-set';
      const delivery = described(example, type);
      const all = factsRead(delivery);
      expect(all).toEqual(expect.arrayContaining([...gives]));
      const own = claimsOf(delivery).filter(({ raw }) => raw['extracted_by'] === name);
      expect(own.length, `${name} reads something of its own example: ${all.join(', ')}`).toBeGreaterThan(0);
    },
  );

  test('have names of their own, and say what they read', () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
    expect(ALL.filter(({ name }) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
    expect(ALL.filter(({ label, gives }) => label === '' || gives.length === 0)).toEqual([]);
  });
});

/** Sentences of our own, and all that is read out of them. */
const SENTENCES: readonly (readonly [sentence: string, ...facts: string[]])[] = [
  // Victims: adjectives, lists that share a head, shared directions.
  ['It has targeted the Ukrainian government.', 'targets Ukraine', 'targets government'],
  ['It targets energy, oil and gas companies and defense contractors.', 'targets energy', 'targets defense'],
  [
    'They target think tanks and telecoms in Central and South America.',
    'targets research',
    'targets telecommunications',
    'targets Central America',
    'targets South America',
  ],
  ['It targeted South Korean universities.', 'targets South Korea', 'targets education'],
  ['It targeted Korean speakers.'],
  ['They hit us in the US and the U.S. Virgin Islands.'],
  [
    'Amber Gull targets entities in the US and the UAE.',
    'targets United States',
    'targets United Arab Emirates',
  ],
  ['It targets countries in NATO and the EU.', 'targets NATO', 'targets European Union'],
  ['It targets IT providers, and it is patient.', 'targets technology'],
  ['It focuses on financial gain.', 'motivated-by financial gain'],
  ['It is motivated by profit.', 'motivated-by financial gain'],
  // What makes a sector something else follows it by a space or a hyphen, behind three other words at most.
  ['It has stolen from banks and targets government information.', 'targets financial services'],
  ['It targets government/information offices.', 'targets government'],
  ['It targets energy-specific and related data.'],
  ['It targets energy and sector and related data.', 'targets energy'],
  ['It has attacked Georgia.', 'targets Georgia'],
  ['It has attacked universities such as Georgia Tech.', 'targets education'],
  // A word outside a targeting clause is nothing.
  ['Its leader was arrested in Spain.'],
  ['The indictment names a bank in France.'],
  ['It registers domains with providers in the Netherlands.'],
  ['Amber Gull targets hotels using servers in Germany.', 'targets hospitality and leisure'],
  ['Amber Gull targets hotels; its servers are in Germany.', 'targets hospitality and leisure'],
  ['It has compromised websites in Germany.'],
  // Exceptions and opposites.
  ['It avoids targeting Russia.'],
  ['It does not target hospitals.'],
  ['It targets companies outside of Israel, including those in Italy.', 'targets Italy'],
  ['It operates in retaliation against Saudi banks.'],
  ['It targets dissidents of interest to the Iranian government.', 'targets civil society'],
  // Names, languages and lures are no places.
  ['It targets embassies under the name Iranian Tern.', 'targets diplomacy'],
  ['It targeted victims with China Chopper.'],
  ['It targets Arabic and Turkish speakers.'],
  ['It has targeted banks together with Russian-speaking criminals.', 'targets financial services'],
  ['It targets users of social media.'],
  ['It targets government-themed forums.'],
  // What is said of others is not said of the thing.
  ['Its malware overlaps with that of Sable Stork, which targets Peru.'],
  ['Unlike other groups, it targets Peru.'],
  ['It shares tools with another Chinese group.'],
  // Origin.
  ['Amber Gull is an Iranian threat group.', 'originates-from Iran'],
  [
    'Amber Gull is a suspected China-nexus espionage group.',
    'originates-from China (suspected)',
    'motivated-by espionage (suspected)',
  ],
  ['Amber Gull is a Russian-speaking group.'],
  ['Amber Gull has been attributed to the GRU.', 'originates-from Russia'],
  ['Amber Gull has not been attributed to the GRU.'],
  ['The ministry of Iran linked Amber Gull to attacks on Albania.', 'targets Albania'],
  [
    'Amber Gull is a North Korean group that targets South Korea.',
    'targets South Korea',
    'originates-from North Korea',
  ],
  ['Victims based in Norway are asked to pay.', 'targets Norway'],
  ['It is unknown whether they are based in Norway.'],
  // Motive.
  ['It may be motivated by espionage rather than financial gain.', 'motivated-by espionage (suspected)'],
  ['It sells anti-ransomware software.'],
  ['It uses hacktivism as a cover.'],
  // Activity.
  ['It has been active since at least early 2017.', 'first-seen 2017'],
  ['It has been active since 3 March 2019.', 'first-seen 2019-03-03'],
  ['It has been active since March 3, 2019.', 'first-seen 2019-03-03'],
  ['Since 2020 it shifted to other trades.'],
  ['First observed in May 2018, the trojan is sold by Amber Gull.'],
  [
    'It was first reported in 2015 but has operated since at least 2012.',
    'first-seen 2015',
    'first-seen 2012',
  ],
];

/**
 * Places, sectors and motives that sentences name for another reason than that they are attacked or why: kinds of faults that were found
 * when all who seem to attack the place of their own origin were looked at, and their siblings.
 */
const OTHER_PLACES: readonly (readonly [sentence: string, ...facts: string[]])[] = [
  // Who profits, whose interest it is.
  ['It seeks access to networks of likely intelligence interest to the Tunisian government.'],
  ['It targets airlines that hold data of strategic importance to Tunisia.', 'targets transportation'],
  [
    'It targets organizations important to Tunisian government objectives, including energy companies in Peru.',
    'targets energy',
    'targets Peru',
  ],
  ['It targets civil society groups the Chinese Communist Party views as hostile.', 'targets civil society'],
  ['It targets media to disseminate pro-Tunisian and anti-Peruvian narratives.', 'targets news and media'],
  ['It targets banks under the guise of the Peruvian police.', 'targets financial services'],
  // Where it is at home, where it starts from.
  ['Amber Gull attacked banks in 2020 and appears to be based in Tunisia.', 'targets financial services'],
  ['It is active in publishing the mail of Peruvian officials.'],
  // Neighbours, enemies, those who left.
  [
    "Its main targets are Peru's neighboring countries such as Chile and Bolivia.",
    'targets Chile',
    'targets Bolivia',
  ],
  ['It targets embassies of nations neighbouring Peru.', 'targets diplomacy'],
  ['It targets defectors from Tunisia and think tanks.', 'targets research'],
  [
    'It targets religious movements banned in Tunisia and banks.',
    'targets civil society',
    'targets financial services',
  ],
  ['It targeted a Tunisian opposition group.', 'targets civil society'],
  // What lures, means and occasions are about.
  ['It has a focus on Peru and Chile-themed emails.'],
  ['It uses politically-motivated lures.'],
  ['It performs attacks at the ISP level.'],
  ['It targets Peruvian-made cameras.'],
  ['It targets diplomats in the run-up to talks with Peru.', 'targets diplomacy'],
  ['It targets Chile amid the Peru conflict.', 'targets Chile'],
  ['It attacked banks that seem neutral to the Peruvian conflict.', 'targets financial services'],
  // Of those attacked, not of who attacks.
  ['It attacked websites affiliated with Tunisia.'],
  ['It targeted companies based in or perceived to be aligned with the Tunisian government.'],
  ['It protests against the normalization of ties with Tunisia.'],
  ['It uses routers that a separate, unspecified cybercriminal group had compromised.'],
  ['It coordinates its activities with state-aligned hacktivist groups.'],
  ['It sells a stealer that has been active since 2014.'],
  // And what looks like these, but is what it says.
  ["It attacked Peru's defense and critical infrastructure.", 'targets Peru', 'targets infrastructure'],
  ['It targets the Tunisian opposition.', 'targets Tunisia', 'targets civil society'],
  ['It targets dissidents in Tunisia.', 'targets civil society', 'targets Tunisia'],
  [
    'It is a ransomware operator group that has been active since 2020.',
    'first-seen 2020',
    'motivated-by financial gain',
  ],
];

/** What hedges: of victims, of origin, of motive; and what hedges something else in the sentence. */
const HEDGED: readonly (readonly [sentence: string, ...facts: string[]])[] = [
  [
    'It is believed to target banks in Peru.',
    'targets financial services (suspected)',
    'targets Peru (suspected)',
  ],
  ['It may have also compromised airlines.', 'targets transportation (suspected)'],
  ['It appears to be primarily focused on Peru.', 'targets Peru (suspected)'],
  [
    'It reportedly targeted Peru, including ministries in Chile.',
    'targets Peru (suspected)',
    'targets government (suspected)',
    'targets Chile (suspected)',
  ],
  ['Analysts believe that the group targets Peru.', 'targets Peru (suspected)'],
  [
    'It is suspected of being responsible for a series of attacks on railways.',
    'targets transportation (suspected)',
  ],
  ['It claims to have breached banks.', 'targets financial services (suspected)'],
  ['It targets utilities and potentially hospitals.', 'targets utilities', 'targets healthcare (suspected)'],
  ['It is thought to be financially motivated.', 'motivated-by financial gain (suspected)'],
  ['The ministry alleges that it runs influence operations.', 'motivated-by influence (suspected)'],
  // The hedge is of the origin, of another part of the sentence, or no hedge.
  [
    'It is a suspected Tunisian group that has targeted banks.',
    'originates-from Tunisia (suspected)',
    'targets financial services',
  ],
  [
    'It is likely linked to the Tunisian government, and targets banks.',
    'originates-from Tunisia (suspected)',
    'targets financial services',
  ],
  ['In May targeting of banks resumed.', 'targets financial services'],
  ['Analysts assess with high confidence that the group targets Peru.', 'targets Peru'],
];

describe.each([
  ['of other places', OTHER_PLACES],
  ['that hedge', HEDGED],
] as const)('sentences %s', (_, sentences) => {
  test.for(sentences.map(([sentence, ...facts]) => [sentence, facts] as const))('%s', ([sentence, facts]) => {
    const delivery = described(`Amber Gull is a group. ${sentence}`);
    expect(factsRead(delivery).toSorted()).toEqual([...facts].toSorted());
  });
});

describe('sentences', () => {
  test.for(SENTENCES.map(([sentence, ...facts]) => [sentence, facts] as const))('%s', ([sentence, facts]) => {
    // A first sentence, so that what follows is not about an unknown subject.
    const delivery = described(`Amber Gull is a group. ${sentence}`);
    expect(factsRead(delivery).toSorted()).toEqual([...facts].toSorted());
  });

  test('a campaign has a beginning and an end, a group only what it is said to have', () => {
    const sentence = 'It was conducted between May 2021 and February 2022.';
    expect(factsRead(described(sentence, 'campaign'))).toEqual(['first-seen 2021-05', 'last-seen 2022-02']);
    expect(factsRead(described(sentence))).toEqual([]);
  });

  test('of a description that is not about an adversary nothing is read', () => {
    expect(factsRead(described('It targets banks in Peru.', 'malware'))).toEqual([]);
  });

  test('an abbreviation ends no sentence', () => {
    const said = claimsOf(described('It targets companies in the U.S. defense sector. It is patient.'));
    expect(said.map(({ raw }) => raw['told'])).toEqual(['It targets companies in the U.S. defense sector.']);
  });
});

describe('evidence', () => {
  const SOURCE: Source = {
    id: 'x',
    kind: 'attack',
    name: 'Almanac 1',
    location: 'x',
    sha256: '',
    bytes: 0,
    statements: [],
    loadedAt: LOADED,
    objects: 1,
  };
  const GAZETTE = {
    source_name: 'Gazette',
    description: 'Hen, A. (2020, June 17). Gulls. Retrieved July 1, 2021.',
    url: 'https://gazette.example/gulls',
  };
  const DESCRIPTION =
    '[Amber Gull](https://attack.mitre.org/groups/G9001) is old.(Citation: Old News) It has targeted  <b>banks</b> in Peru.(Citation: Gazette)(Citation: Lost) It flies.';

  test('is the sentence whole, in plain words, with the documents that it cites', () => {
    const [claim] = claimsOf(described(DESCRIPTION, 'intrusion-set', { external_references: [GAZETTE] }));
    const { id, raw } = claim ?? { id: '', raw: {} };
    expect(readEvidence({ id, raw, sources: [SOURCE] })).toEqual({
      source: SOURCE,
      reportedIn: id,
      sentence: 'It has targeted banks in Peru.',
      citations: [
        { name: 'Gazette', description: GAZETTE.description, url: GAZETTE.url, published: '2020-06-17' },
        { name: 'Lost' },
      ],
      extractedBy: 'targets',
      created: '2020-01-01T00:00:00.000Z',
      modified: '2020-01-01T00:00:00.000Z',
      markings: [],
    });
    expect(raw).toMatchObject({ relation: 'targets', about: GROUP, field: 'description' });
  });

  test('cites the documents of its sentence, else those of the next in the paragraph that cites any', () => {
    const delivery = described(
      'It targets Peru. It targets Chile.(Citation: Gazette) It targets Cuba.(Citation: Lost) It flies.\n\nIt targets Fiji.\n\nIt flies.(Citation: Lost)',
      'intrusion-set',
      { external_references: [GAZETTE] },
    );
    const cited = claimsOf(delivery).map(({ raw }) => [raw['told'], raw['external_references']]);
    expect(cited).toEqual([
      ['It targets Peru.', [GAZETTE]],
      ['It targets Chile.', [GAZETTE]],
      ['It targets Cuba.', [{ source_name: 'Lost' }]],
      ['It targets Fiji.', undefined],
    ]);
  });

  test('of Tidal names the document by its link', () => {
    const value = {
      value: 'Amber Gull',
      uuid: '00000000-0000-4000-8000-000000000001',
      description:
        '[Amber Gull](https://app.tidalcyber.com/groups/1) targets banks in Peru.<sup>[[Gazette June 17 2020](/references/2)]</sup> It flies.',
    };
    const delivery = readGalaxyCluster({ type: 'groups', values: [value], version: 1 }, about('tidal'));
    const [claim] = claimsOf(delivery);
    expect(factsRead(delivery)).toEqual(['targets financial services', 'targets Peru']);
    expect(claim?.raw).toMatchObject({
      told: 'Amber Gull targets banks in Peru.',
      claimant: 'Tidal Cyber',
      external_references: [
        { source_name: 'Gazette June 17 2020', url: 'https://app.tidalcyber.com/references/2' },
      ],
    });
  });
});

describe('in a knowledge base', () => {
  const released = (version: string, modified: string, description: string, fields = {}) =>
    delivered(
      version,
      release(version),
      object('intrusion-set', 1, { ...GULL, description, modified, ...fields }),
    );
  const OLD = released('17.1', '2021-01-01T00:00:00.000Z', 'Amber Gull targets Peru.');
  const NEW = released('18.1', '2022-01-01T00:00:00.000Z', 'Amber Gull targets Chile.');
  const victims = (knowledge: MemoryKnowledgeBase, asked?: string): readonly string[] => {
    const view = knowledge.view(asked === undefined ? {} : { release: asked });
    const facts = view.facts.relations.get('targets');
    return [...(facts?.columns[1] ?? [])].map((term) => view.catalogue.name(term));
  };

  test('a newer release takes the place of what an older one says', () => {
    const knowledge = knowledgeOf(OLD);
    expect(victims(knowledge)).toEqual(['Peru']);
    knowledge.ingest(NEW, LOADED);
    expect(victims(knowledge)).toEqual(['Chile']);
    expect(victims(knowledge, '17.1')).toEqual(['Peru']);
  });

  test('the same again changes nothing, and the same text of a newer version keeps its id', () => {
    const knowledge = knowledgeOf(OLD);
    expect(knowledge.ingest(OLD, LOADED)).toMatchObject({ added: 0 });
    const again = released('17.2', '2021-06-01T00:00:00.000Z', 'Amber Gull targets Peru. It flies.');
    expect(claimsOf(again).map(({ id }) => id)).toEqual(claimsOf(OLD).map(({ id }) => id));
    expect(knowledge.ingest(again, LOADED)).toMatchObject({ superseding: 2 });
    expect(victims(knowledge)).toEqual(['Peru']);
  });

  test.for([
    ['revoked', { revoked: true }],
    ['deprecated', { x_mitre_deprecated: true }],
  ] as const)('what is said of a %s group is withdrawn with it', ([withdrawn, fields]) => {
    const delivery = released('18.1', '2022-01-01T00:00:00.000Z', 'Amber Gull targets Chile.', fields);
    expect(claimsOf(delivery).map((claim) => claim.withdrawn)).toEqual([withdrawn]);
    expect(victims(knowledgeOf(delivery))).toEqual([]);
  });

  test('two domains that describe the same group make one claim', () => {
    const group = object('intrusion-set', 1, { ...GULL, description: 'Amber Gull targets Peru.' });
    const other = readBundle(bundle(group), { ...about('ics'), series: 'ics-attack' });
    const one = readBundle(bundle(group), { ...about('enterprise'), series: 'enterprise-attack' });
    expect(claimsOf(other).map(({ id }) => id)).toEqual(claimsOf(one).map(({ id }) => id));
  });
});

describe('any text', () => {
  const WORDS = fc.constantFrom(
    ...'targets targeting against victims in the of and Iran Iranian-based U.S. banks (Citation: X) [a](b) <sup>[[c](d)]</sup> . , ; since at least May 2014 between from to attributed espionage 2016-2018 \n Türkiye'.split(
      ' ',
    ),
  );
  const TEXT = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(WORDS, { maxLength: 80 }).map((words) => words.join(' ')),
  );

  test('is read without a fault, and every claim quotes a sentence of it', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const { raw, statements } of claimsOf(described(text))) {
          expect(statements.length).toBeGreaterThan(0);
          expect(String(raw['told'])).not.toMatch(/\n|\(Citation: [^()]+\)/);
        }
      }),
      runs(100),
    );
  });

  test.for([
    ['one endless sentence', 'targets Iran, '],
    ['many sentences', 'It targets Iran. '],
    ['marks that do not end', '(Citation: ((['],
    ['spaces', ' '],
    ['full stops', '.'],
    ['words without end', 'attack and '],
    ['years', '2014 '],
  ] as const)('%s take time in proportion: a long text is read', ([, part]) => {
    const length = IS_LONG ? 1_000_000 : 250_000;
    expect(() => described(part.repeat(length / part.length))).not.toThrow();
  });

  test('a sentence too long to be one is passed over', () => {
    expect(factsRead(described(`It targets ${'Iran, '.repeat(400)}Peru.`))).toEqual([]);
  });
});

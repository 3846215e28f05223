import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileOf, timelineOf, usesOf, type SourcedFacts } from '../../../src/analysis/index.ts';
import { supportOf } from '../../../src/analysis/profile/support.ts';
import { latestDay, yearsBefore } from '../../../src/analysis/score/evidence-date.ts';
import type { Evidence } from '../../../src/facts/index.ts';
import { typesOf } from '../../../src/threat/index.ts';
import { techniquesUsedBy, techniqueUsage } from '../../../src/workbench/techniques/techniques.ts';
import { compareNamed, overlapOf } from '../../../src/workbench/groups/compare.ts';
import { expectedTechniques } from '../../../src/workbench/threats/expected.ts';
import { groupLayers } from '../../../src/workbench/layers/layers.ts';
import { groupProfile } from '../../../src/workbench/groups/profile.ts';
import { groupTimeline } from '../../../src/workbench/groups/timeline.ts';
import { sourcedFactsOf } from '../../../src/workbench/sourced-facts.ts';
import { type Desk } from '../../../src/desk/index.ts';
import { covered } from '../../support/coverage.ts';
import { realDesk } from '../../support/real-home.ts';
import {
  type RawObject,
  delivered,
  idOf,
  labelled,
  relationship,
  release,
  tactic,
  use,
} from '../../support/world/build.ts';
import { naiveUses } from '../../support/naive-uses.ts';
import { organisation } from '../../support/organisation.ts';
import { hasRealData } from '../../support/real-data.ts';
import { runs } from '../../support/runs.ts';
import { deskOver, knowledgeOf } from '../../support/desk.ts';

const AS_OF = '2025-11-13';

/** Who uses what in a small world, things by number. */
interface World {
  readonly edges: readonly {
    readonly user: Thing;
    readonly used: Thing;
    /** Year of the report that is cited for it; 0 for none. */
    readonly year: number;
  }[];
  /** campaign → group. */
  readonly attributions: readonly number[];
}

interface Thing {
  readonly kind: Kind;
  readonly number: number;
}

const KINDS = {
  group: { type: 'intrusion-set', letter: 'G', count: 2 },
  campaign: { type: 'campaign', letter: 'C', count: 2 },
  tool: { type: 'tool', letter: 'S', count: 4 },
  technique: { type: 'attack-pattern', letter: 'T', count: 4 },
} as const;
type Kind = keyof typeof KINDS;

const thing = (kind: Kind): fc.Arbitrary<Thing> =>
  fc.record({ kind: fc.constant(kind), number: fc.integer({ min: 0, max: KINDS[kind].count - 1 }) });

const worlds: fc.Arbitrary<World> = fc.record({
  edges: fc.array(
    fc.record({
      user: fc.oneof(thing('group'), thing('campaign'), thing('tool')),
      used: fc.oneof(thing('tool'), thing('technique')),
      year: fc.constantFrom(0, 2012, 2016, 2019, 2021, 2023, 2025),
    }),
    { minLength: 4, maxLength: 24 },
  ),
  attributions: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 2 }),
});

/** How things are called: which of the ids, ATT&CK numbers and names each has, so that every order is another. */
type Naming = Readonly<Record<Kind, readonly number[]>>;

const plain: Naming = { group: [0, 1], campaign: [0, 1], tool: [0, 1, 2, 3], technique: [0, 1, 2, 3] };
const shuffled = (kind: Kind): fc.Arbitrary<readonly number[]> =>
  fc.shuffledSubarray([...plain[kind]], { minLength: plain[kind].length });
const namings: fc.Arbitrary<Naming> = fc.record({
  group: shuffled('group'),
  campaign: shuffled('campaign'),
  tool: shuffled('tool'),
  technique: shuffled('technique'),
});

const labelFor = (kind: Kind, number: number): string => `${KINDS[kind].letter}900${number}`;

function deskFor({ edges, attributions }: World, naming: Naming): Desk {
  const idFor = ({ kind, number }: Thing): string => idOf(KINDS[kind].type, 1 + (naming[kind][number] ?? 0));
  const things = (['group', 'campaign', 'tool', 'technique'] as const).flatMap((kind) =>
    naming[kind].map((called) =>
      labelled(
        KINDS[kind].type,
        1 + called,
        labelFor(kind, called),
        `${kind} ${called}`,
        kind === 'technique'
          ? {
              kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'doing' }],
              x_mitre_domains: ['enterprise-attack'],
            }
          : {},
      ),
    ),
  );
  const uses = edges.map(({ user, used, year }, index): RawObject => {
    const number = 100 + (naming.tool[0] === 0 ? index : edges.length - index);
    const reference = year === 0 ? [] : [`Reporter. (${year}, May ${1 + (index % 28)}). Report ${index}.`];
    return use(number, idFor(user), idFor(used), `Report ${index} has it.`, ...reference);
  });
  const attributed = attributions.map((group, campaign) =>
    relationship(
      200 + campaign,
      idFor({ kind: 'campaign', number: campaign }),
      'attributed-to',
      idFor({ kind: 'group', number: group }),
    ),
  );
  const doing = tactic(1, 'TA9001', 'Doing');
  return deskOver(knowledgeOf(delivered('world', release('1.0'), doing, ...things, ...uses, ...attributed)));
}

/** Every number that commands give of a world, under what things are in it and not what they are called. */
function numbersOf(desk: Desk, naming: Naming): unknown {
  const groups = naming.group.map((called) => labelFor('group', called));
  const meaning = new Map(
    naming.technique.map((called, number) => [labelFor('technique', called), `technique ${number}`]),
  );
  const keyed = <Row>(rows: readonly Row[], label: (row: Row) => string, say: (row: Row) => unknown) =>
    Object.fromEntries(
      rows.map((row): [string, unknown] => [meaning.get(label(row)) ?? label(row), say(row)]),
    );
  return {
    profiles: groups.map((name) =>
      keyed(
        groupProfile(desk, name, { asOf: AS_OF }).answer.techniques,
        ({ technique }) => technique.label,
        ({ score, first, last, sentence, publishers, through, use: kind }) => [
          kind,
          score,
          first?.date,
          last?.date,
          sentence,
          publishers,
          through.length,
        ],
      ),
    ),
    layers: groups.map((name) =>
      groupLayers(desk, [name], { asOf: AS_OF, derived: true }).answer.layers.map(({ cells }) =>
        keyed(
          cells,
          ({ technique }) => technique,
          ({ score }) => score,
        ),
      ),
    ),
    timelines: groups.map((name) =>
      [true, false].map((derived) => {
        const { years, undated, audit } = groupTimeline(desk, name, {
          asOf: AS_OF,
          derived,
          sinceAudit: '2018-12-31',
          coverage: covered(desk),
        }).answer;
        return [
          keyed(
            [...years.flatMap(({ entries }) => entries), ...undated],
            ({ technique }) => technique.label,
            ({ reported, score, sentence }) => [reported?.date, score, sentence],
          ),
          audit?.gaps.length,
        ];
      }),
    ),
    compared: [true, false].map((derived) => {
      const { pairs, sharedBy, unique } = compareNamed(desk, groups, { derived }).answer;
      return [
        pairs.map(({ left: _left, right: _right, ...numbers }) => numbers),
        sharedBy.map(({ groups: count, techniques }) => [count, techniques.length]),
        unique.map(({ techniques }) => techniques.length),
      ];
    }),
    overlaps: overlapOf(desk, groups, { derived: true }).answer.pairs.length,
    used: groups.map((name) => techniquesUsedBy(desk, [name], { derived: true }).answer.techniques.length),
    usage: keyed(
      techniqueUsage(desk, { derived: true }).techniques,
      ({ technique }) => technique.label,
      (row) => [row.groups, row.derivedOnly],
    ),
    expected: keyed(
      expectedTechniques(desk, organisation(), { asOf: AS_OF }).answer.techniques,
      ({ technique }) => technique.label,
      ({ expectation, users }) => [Number(expectation.toFixed(9)), users],
    ),
  };
}

test('what things are called changes no number', () => {
  fc.assert(
    fc.property(worlds, namings, (world, naming) => {
      expect(numbersOf(deskFor(world, naming), naming)).toEqual(numbersOf(deskFor(world, plain), plain));
    }),
    runs(15),
  );
});

/** Score and dates by the rules of the documentation, spelled out. */
function naiveScore(evidence: ReadonlySet<Evidence>, isDerived: boolean, isWithdrawn: boolean): number {
  const days = [...evidence].flatMap(({ citations, firstSeen, lastSeen }) =>
    [...citations.map(({ published }) => published), firstSeen?.slice(0, 10), lastSeen?.slice(0, 10)].flatMap(
      (date) => (date === undefined ? [] : [latestDay(date)]),
    ),
  );
  const newest = days.toSorted().at(-1);
  if (isWithdrawn || (newest !== undefined && newest < yearsBefore(AS_OF, 5))) return 30;
  return isDerived ? 60 : 90;
}

function agrees(sourced: SourcedFacts): { readonly derived: number; readonly fromCampaigns: number } {
  const naive = naiveUses(sourced);
  const { catalogue } = sourced;
  const groups = catalogue.ofType(typesOf('group'));
  const found = usesOf({ sourced }, groups);
  const wrong: unknown[] = [];
  const counts = { derived: 0, fromCampaigns: 0 };
  const same = (left: Iterable<unknown>, right: Iterable<unknown>): boolean => {
    const [one, other] = [new Set(left), new Set(right)];
    return one.size === other.size && [...one].every((each) => other.has(each));
  };
  for (const group of groups) {
    const expected = naive(group);
    const uses = found.get(group) ?? [];
    const profile = new Map(
      profileOf(sourced, group, { asOf: AS_OF }).techniques.map((each) => [each.technique.id, each]),
    );
    const timeline = timelineOf(sourced, group, { asOf: AS_OF });
    const entries = new Map(
      [...timeline.years.flatMap((year) => year.entries), ...timeline.undated].map((entry) => [
        entry.technique.id,
        entry,
      ]),
    );
    if (
      !same(
        uses.map(({ technique }) => technique),
        expected.keys(),
      )
    )
      wrong.push({ group, uses: uses.length, expected: expected.size });
    const reported = [...expected].filter(([, { provenance }]) => provenance.size > 0);
    if (
      !same(
        entries.keys(),
        reported.map(([technique]) => catalogue.id(technique)),
      )
    )
      wrong.push({ group, timeline: entries.size, expected: reported.length });
    for (const { technique, use: kind, evidence, through } of uses) {
      const by = expected.get(technique);
      if (by === undefined) continue;
      if (kind === 'derived') counts.derived++;
      if (kind === 'derived' && by.provenance.size > 0) counts.fromCampaigns++;
      const id = catalogue.id(technique);
      const { withdrawn } = catalogue.entry(technique);
      const score = naiveScore(by.evidence, by.use === 'derived', withdrawn !== undefined);
      const support = supportOf([...by.evidence]);
      const shown = profile.get(id);
      const entry = entries.get(id);
      const isRight =
        kind === by.use &&
        same(evidence, by.evidence) &&
        same(through, by.through) &&
        shown?.score === score &&
        shown.first?.date === support.first?.date &&
        shown.last?.date === support.last?.date &&
        shown.sentence === support.sentence &&
        (entry === undefined || entry.score === score);
      if (!isRight) wrong.push({ group: catalogue.label(group), technique: catalogue.label(technique) });
    }
  }
  expect(wrong).toEqual([]);
  return counts;
}

describe('uses, profiles and timelines say what walking along the reported facts gives', () => {
  test('in worlds of all kinds', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        agrees(sourcedFactsOf(deskFor(world, plain)));
      }),
      runs(25),
    );
  });

  test.skipIf(!hasRealData)('for all groups of ATT&CK 18.1', async () => {
    const counts = agrees(sourcedFactsOf(await realDesk()));
    expect(counts.derived).toBe(8359);
    expect(counts.fromCampaigns).toBeGreaterThan(200);
  });
});

describe('a technique that a group can come by in several ways', () => {
  const tool = (number: number): Thing => ({ kind: 'tool', number });
  const technique: Thing = { kind: 'technique', number: 0 };
  const group: Thing = { kind: 'group', number: 0 };
  const campaign: Thing = { kind: 'campaign', number: 0 };
  const oldAndNew: World['edges'] = [
    { user: group, used: tool(0), year: 2012 },
    { user: group, used: tool(1), year: 2025 },
    { user: tool(0), used: technique, year: 2010 },
    { user: tool(1), used: technique, year: 2011 },
  ];
  const profileIn = (world: World, naming: Naming = plain) =>
    groupProfile(deskFor(world, naming), labelFor('group', naming.group[0] ?? 0), { asOf: AS_OF }).answer;

  test.for([
    { tools: [0, 1, 2, 3], through: ['tool 1', 'tool 0'] },
    { tools: [1, 0, 2, 3], through: ['tool 0', 'tool 1'] },
  ])('has the newest evidence of all, whatever the tools are called: $through', ({ tools, through }) => {
    const { techniques } = profileIn({ edges: oldAndNew, attributions: [1, 1] }, { ...plain, tool: tools });
    expect(techniques.map(({ score, first, last }) => [score, first?.date, last?.date])).toEqual([
      [60, '2012-05-01', '2025-05-02'],
    ]);
    expect(techniques[0]?.through.map(({ name }) => name)).toEqual(through);
  });

  test('a campaign is the stronger way, and its report stands in the timeline with its own date', () => {
    const world: World = {
      edges: [...oldAndNew, { user: campaign, used: technique, year: 2021 }],
      attributions: [0, 1],
    };
    const desk = deskFor(world, plain);
    expect(profileIn(world).techniques[0]?.through.map(({ name }) => name)).toEqual([
      'campaign 0',
      'tool 1',
      'tool 0',
    ]);
    for (const derived of [false, true]) {
      const timeline = groupTimeline(desk, 'G9000', {
        asOf: AS_OF,
        derived,
        sinceAudit: '2020-01-01',
        coverage: covered(desk),
      }).answer;
      expect(timeline.years.map(({ year, entries }) => [year, entries.map(({ score }) => score)])).toEqual([
        ['2021', [60]],
      ]);
      expect(timeline.audit?.gaps).toHaveLength(1);
    }
  });

  test.for([
    { derived: true, score: 90 },
    { derived: false, score: 90 },
  ])(
    'a direct use has the evidence of campaigns, whether derived ones are shown or not: $derived',
    ({ derived, score }) => {
      const desk = deskFor(
        {
          edges: [
            { user: group, used: technique, year: 2012 },
            { user: campaign, used: technique, year: 2025 },
          ],
          attributions: [0, 1],
        },
        plain,
      );
      expect(
        groupProfile(desk, 'G9000', { asOf: AS_OF, derived }).answer.techniques.map((each) => each.score),
      ).toEqual([score]);
      const [layer] = groupLayers(desk, ['G9000'], { asOf: AS_OF, derived }).answer.layers;
      expect(layer?.cells.map((cell) => cell.score)).toEqual([score]);
    },
  );

  test('what a campaign is reported to use of the same tool is evidence too', () => {
    const { techniques } = profileIn({
      edges: [
        { user: group, used: tool(0), year: 2012 },
        { user: campaign, used: tool(0), year: 2025 },
        { user: tool(0), used: technique, year: 2010 },
      ],
      attributions: [0, 1],
    });
    expect(techniques.map(({ score, last }) => [score, last?.date])).toEqual([[60, '2025-05-02']]);
  });
});

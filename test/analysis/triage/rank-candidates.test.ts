import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  groundsOf,
  lookFor,
  matchesOf,
  rankCandidates,
  supersetsOf,
  triageProfilesOf,
  type Hidden,
} from '../../../src/analysis/index.ts';
import { fallingShares } from '../../../src/analysis/triage/falling-shares.ts';
import { COEFFICIENTS, UNLISTED, UNLISTED_BEFORE } from '../../../src/analysis/triage/coefficients.ts';
import { profilesIn } from '../../../src/workbench/triage/profiles-in.ts';
import type { KnowledgeView } from '../../../src/knowledge/index.ts';
import { runs } from '../../support/runs.ts';
import { knowledgeOf } from '../../support/desk.ts';
import {
  delivered,
  idOf,
  labelled,
  relationship,
  release,
  use,
  type RawObject,
} from '../../support/world/build.ts';

const [SQUIRREL, JAY, TOAD] = [1, 2, 3].map((number) => idOf('intrusion-set', number)) as [
  string,
  string,
  string,
];
const [CLIMBING, CRACKING, LEVERING] = [11, 12, 13].map((number) => idOf('attack-pattern', number)) as [
  string,
  string,
  string,
];
const [NUTCRACKER, RAID] = [idOf('tool', 21), idOf('campaign', 31)];

/** An orchard: the Red Squirrel climbs (three reports, one of its raid) and cracks, the Blue Jay climbs and has a tool; of the Green Toad nothing is known. */
const ORCHARD: readonly RawObject[] = [
  release('1.0'),
  labelled('intrusion-set', 1, 'G0951', 'Red Squirrel'),
  labelled('intrusion-set', 2, 'G0952', 'Blue Jay'),
  labelled('intrusion-set', 3, 'G0953', 'Green Toad'),
  labelled('attack-pattern', 11, 'T9051', 'Climbing'),
  labelled('attack-pattern', 12, 'T9052', 'Cracking'),
  labelled('attack-pattern', 13, 'T9053', 'Levering'),
  labelled('tool', 21, 'S9051', 'NUTCRACKER'),
  labelled('campaign', 31, 'C0951', 'Nut Raid'),
  relationship(41, RAID, 'attributed-to', SQUIRREL),
  use(51, SQUIRREL, CLIMBING, 'It climbs.', 'Bark. (2020). A.', 'Moss. (2021). B.'),
  use(52, RAID, CLIMBING, 'It climbed.', 'Leaf. (2022, May). C.'),
  use(53, SQUIRREL, CRACKING, 'It cracks.', 'Bark. (2020). A.'),
  use(54, JAY, CLIMBING, 'It climbs.', 'Bark. (2019). D.'),
  use(55, JAY, NUTCRACKER, 'It has a tool.', 'Bark. (2019). D.'),
  use(56, NUTCRACKER, LEVERING, 'It levers.', 'Bark. (2018). E.'),
];

function viewOf(objects: readonly RawObject[]): KnowledgeView {
  return knowledgeOf(delivered('orchard', ...objects)).view();
}

const view = viewOf(ORCHARD);
const term = (id: string): number => view.catalogue.termOf(id) ?? -1;

/** The ranking by labels, scores rounded. */
function ranked(
  techniques: readonly string[],
  { hidden = {}, software = [] }: { hidden?: Hidden; software?: readonly string[] } = {},
) {
  const profiles = triageProfilesOf(profilesIn(view).index, hidden);
  const { candidates, pNone } = rankCandidates(profiles, {
    techniques: techniques.map(term),
    software: software.map(term),
  });
  return {
    pNone,
    order: candidates.map(({ group, score }) => [view.catalogue.label(group), Number(score.toFixed(4))]),
  };
}

// Two profiles: reports 4 and 1, 2.5 in the mean. Climbing has 2 users, cracking 1, levering none.
const RARITY = { climbing: Math.log(3 / 2.5), cracking: Math.log(3 / 1.5), levering: Math.log(3 / 0.5) };
const SQUIRREL_DAMPING = 1.2 * (0.6 + 0.4 * (4 / 2.5));
const JAY_DAMPING = 1.2 * (0.6 + 0.4 * (1 / 2.5));
const rounded = (score: number): number => Number(score.toFixed(4));

describe('the score', () => {
  test.each([
    [
      'what is climbed by both stands by reports',
      [CLIMBING],
      [
        ['G0951', rounded((RARITY.climbing * 3 * 2.2) / (3 + SQUIRREL_DAMPING))],
        ['G0952', rounded((RARITY.climbing * 1 * 2.2) / (1 + JAY_DAMPING))],
        ['G0953', 0],
      ],
    ],
    [
      'a technique of the tool counts a little',
      [LEVERING],
      [
        ['G0952', rounded((RARITY.levering * 0.3 * 2.2) / (0.3 + JAY_DAMPING))],
        ['G0951', 0],
        ['G0953', 0],
      ],
    ],
    [
      'scores of techniques add up, each once',
      [CRACKING, CLIMBING, CLIMBING],
      [
        [
          'G0951',
          rounded(
            (RARITY.cracking * 2.2) / (1 + SQUIRREL_DAMPING) +
              (RARITY.climbing * 6.6) / (3 + SQUIRREL_DAMPING),
          ),
        ],
        ['G0952', rounded((RARITY.climbing * 2.2) / (1 + JAY_DAMPING))],
        ['G0953', 0],
      ],
    ],
    [
      'equals stand by their labels, whoever is known for nothing last',
      [],
      [
        ['G0951', 0],
        ['G0952', 0],
        ['G0953', 0],
      ],
    ],
  ])('%s', (_, techniques, order) => {
    expect(ranked(techniques).order).toStrictEqual(order);
  });

  test('software seen counts twice its rarity, in a part of its own', () => {
    const { candidates } = rankCandidates(profilesIn(view), {
      techniques: [term(CLIMBING)],
      software: [term(NUTCRACKER)],
    });
    const [jay] = candidates;
    expect(view.catalogue.label(jay?.group ?? -1)).toBe('G0952');
    expect(jay?.parts.software).toBeCloseTo(2 * Math.log(3 / 1.5));
    expect(jay?.parts.techniques).toBeCloseTo((RARITY.climbing * 2.2) / (1 + JAY_DAMPING));
  });

  test('the fit of the victim is a part of its own', () => {
    const { candidates } = rankCandidates(profilesIn(view), {
      techniques: [],
      victimFit: new Map([[term(JAY), 0.6]]),
    });
    expect(candidates[0]).toMatchObject({
      group: term(JAY),
      score: 3,
      parts: { techniques: 0, software: 0, victim: 3 },
    });
  });
});

describe('the probability', () => {
  test('is that of a conditional logit, by hand', () => {
    const { candidates, pNone } = rankCandidates(profilesIn(view), { techniques: [term(CRACKING)] });
    // Reports: climbing 4, cracking 1, levering 0, each smoothed by a half: cracking is 1.5 of 6.5.
    const share = 1.5 / 6.5;
    const score = (RARITY.cracking * 2.2) / (1 + SQUIRREL_DAMPING);
    const squirrel =
      COEFFICIENTS.score * score +
      COEFFICIENTS.likelihood * Math.log((1 / share + 100) / 104) +
      COEFFICIENTS.recall +
      COEFFICIENTS.evidence * Math.log(2) +
      COEFFICIENTS.rarest * RARITY.cracking +
      COEFFICIENTS.size * Math.log(3);
    const jay = COEFFICIENTS.likelihood * Math.log(100 / 101) + COEFFICIENTS.size * Math.log(2);
    expect(pNone).toBe(UNLISTED);
    expect(candidates[0]?.p).toBeCloseTo((1 - UNLISTED) / (1 + Math.exp(jay - squirrel)), 10);
    expect(candidates.map(({ p }) => p > 0)).toStrictEqual([true, true, false]);
  });

  test('of no listed group is less where the profiles are younger than the incident, and all where there are none', () => {
    expect(rankCandidates(profilesIn(view), { techniques: [], isPast: true }).pNone).toBe(UNLISTED_BEFORE);
    expect(
      ranked([CLIMBING], { hidden: { documents: ['Bark 51', 'Moss 51', 'Leaf 52', 'Bark 53', 'Bark 54'] } })
        .pNone,
    ).toBe(1);
  });

  test('shares that rise are pooled', () => {
    expect(fallingShares([0.5, 0.1, 0.3, 0.1])).toStrictEqual([0.5, 0.2, 0.2, 0.1]);
    expect(fallingShares([0.1, 0.2, 0.3])).toStrictEqual(
      [0.2, 0.2, 0.2].map((share) => expect.closeTo(share, 12)),
    );
    expect(fallingShares([])).toStrictEqual([]);
  });
});

describe('why a group stands where it stands', () => {
  test('each technique with the reports or the software behind it, the rarest first', () => {
    const matches = matchesOf(profilesIn(view), term(JAY), [CLIMBING, CRACKING, LEVERING].map(term));
    expect(matches).toMatchObject([
      { technique: term(LEVERING), reports: 0, throughSoftware: term(NUTCRACKER), users: 0 },
      { technique: term(CRACKING), reports: 0, users: 1, score: 0 },
      { technique: term(CLIMBING), reports: 1, users: 2 },
    ]);
    expect(matches[1]).not.toHaveProperty('throughSoftware');
  });

  test('the reports of a profile are counted once, with what states them', () => {
    const { reports, stored } = groundsOf(profilesIn(view), term(SQUIRREL));
    expect(reports).toBe(4);
    expect(stored.map((each) => view.object(each).id)).toStrictEqual(
      [51, 52, 53].map((number) => idOf('relationship', number)),
    );
    expect(groundsOf(profilesIn(view), term(TOAD))).toStrictEqual({ reports: 0, stored: [] });
  });
});

/** Who uses what, by which documents; things by number. */
interface Edge {
  readonly user: string;
  readonly used: string;
  readonly documents: readonly number[];
}

const GROUPS = [1, 2, 3, 4].map((number) => idOf('intrusion-set', number));
const CAMPAIGNS = [31, 32].map((number) => idOf('campaign', number));
const TOOLS = [21, 22].map((number) => idOf('tool', number));
const TECHNIQUES = [11, 12, 13, 14, 15].map((number) => idOf('attack-pattern', number));

/** Documents 4 and 5 are at one address. */
const documentOf = (number: number) => ({
  source_name: `Document ${number}`,
  description: `Nobody. (2020). ${number}.`,
  url: `https://paper.example/${Math.min(number, 4)}`,
});

const documents = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });

const edge = (users: readonly string[], used: readonly string[]): fc.Arbitrary<Edge> =>
  fc.record({ user: fc.constantFrom(...users), used: fc.constantFrom(...used), documents });

const world = fc.record({
  edges: fc.uniqueArray(
    fc.oneof(
      edge([...GROUPS, ...CAMPAIGNS], TECHNIQUES),
      edge([...GROUPS, ...CAMPAIGNS], TOOLS),
      edge(TOOLS, TECHNIQUES),
    ),
    { maxLength: 20, selector: ({ user, used }) => `${user} ${used}` },
  ),
  attributions: fc.uniqueArray(fc.tuple(fc.constantFrom(...CAMPAIGNS), fc.constantFrom(...GROUPS)), {
    maxLength: 3,
    selector: (pair) => pair.join(' '),
  }),
});

type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

/** The objects of a world; of its relationships, numbered from 100 on, those that are left, with the documents that are left. */
function objectsOf(
  { edges, attributions }: World,
  isLeft: (number: number) => boolean,
  isCited: (document: number) => boolean,
): readonly RawObject[] {
  const uses = edges.flatMap(({ user, used, documents: all }, number): RawObject[] => {
    const cited = all.filter(isCited);
    if (!isLeft(100 + number) || cited.length === 0) return [];
    return [relationship(100 + number, user, 'uses', used, { external_references: cited.map(documentOf) })];
  });
  const links = attributions.flatMap(([campaign, group], number) =>
    isLeft(200 + number) ? [relationship(200 + number, campaign, 'attributed-to', group)] : [],
  );
  return [
    release('1.0'),
    ...GROUPS.map((_, at) => labelled('intrusion-set', 1 + at, `G095${1 + at}`, `Group ${at}`)),
    ...CAMPAIGNS.map((_, at) => labelled('campaign', 31 + at, `C095${1 + at}`, `Campaign ${at}`)),
    ...TOOLS.map((_, at) => labelled('tool', 21 + at, `S905${1 + at}`, `Tool ${at}`)),
    ...TECHNIQUES.map((_, at) => labelled('attack-pattern', 11 + at, `T905${1 + at}`, `Technique ${at}`)),
    ...uses,
    ...links,
  ];
}

const seen = fc.record({
  techniques: fc.uniqueArray(fc.constantFrom(...TECHNIQUES), { minLength: 1 }),
  software: fc.uniqueArray(fc.constantFrom(...TOOLS)),
});

function rankedIn(
  of: KnowledgeView,
  hidden: Hidden,
  what: { techniques: readonly string[]; software: readonly string[] },
) {
  const termIn = (id: string): number => of.catalogue.termOf(id) ?? -1;
  const profiles = triageProfilesOf(profilesIn(of).index, hidden);
  const { candidates, pNone } = rankCandidates(profiles, {
    techniques: what.techniques.map(termIn),
    software: what.software.map(termIn),
  });
  const places = new Map(profiles.index.groups.map((group, place) => [group, place]));
  return {
    pNone,
    candidates: candidates.map(({ group, ...rest }) => ({
      ...rest,
      label: of.catalogue.label(group),
      isEmpty: profiles.sizes[places.get(group) ?? -1] === 0,
    })),
  };
}

const everything = () => true;

describe('in any world', () => {
  test('what is hidden counts as what is not there', () => {
    fc.assert(
      fc.property(
        world,
        seen,
        fc.uniqueArray(fc.oneof(fc.integer({ min: 100, max: 119 }), fc.integer({ min: 200, max: 202 }))),
        fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
        (all, what, relationships, papers) => {
          const hidden = {
            relationships: relationships.map((number) => idOf('relationship', number)),
            documents: papers.map((number) => documentOf(number).source_name),
          };
          const left = objectsOf(
            all,
            (number) => !relationships.includes(number),
            (paper) => !papers.includes(paper),
          );
          expect(rankedIn(viewOf(objectsOf(all, everything, everything)), hidden, what)).toStrictEqual(
            rankedIn(viewOf(left), {}, what),
          );
        },
      ),
      runs(60),
    );
  });

  test('probabilities fall, and make 1 with that of no listed group; who has no profile stands last, equals by their labels', () => {
    fc.assert(
      fc.property(world, seen, (all, what) => {
        const { candidates, pNone } = rankedIn(viewOf(objectsOf(all, everything, everything)), {}, what);
        const isOrdered = candidates.every((next, at) => {
          const before = candidates[at - 1];
          if (before === undefined) return true;
          if (before.p < next.p) return false;
          if (before.isEmpty !== next.isEmpty) return next.isEmpty;
          return before.score > next.score || (before.score === next.score && before.label < next.label);
        });
        expect(isOrdered).toBe(true);
        expect(candidates).toHaveLength(GROUPS.length);
        expect(candidates.reduce((sum, { p }) => sum + p, pNone)).toBeCloseTo(1, 10);
      }),
      runs(60),
    );
  });

  test('one technique more never takes from a score, and the order in which they are named changes nothing', () => {
    fc.assert(
      fc.property(world, seen, (all, what) => {
        const of = viewOf(objectsOf(all, everything, everything));
        const scores = (techniques: readonly string[]): ReadonlyMap<string, number> =>
          new Map(
            rankedIn(of, {}, { ...what, techniques }).candidates.map(({ label, score }) => [label, score]),
          );
        const [whole, less] = [scores(what.techniques), scores(what.techniques.slice(1))];
        for (const [label, score] of less) expect(whole.get(label)).toBeGreaterThanOrEqual(score);
        expect(scores(what.techniques.toReversed())).toStrictEqual(whole);
      }),
      runs(60),
    );
  });
});

describe('what to look for next', () => {
  const profiles = triageProfilesOf(profilesIn(view).index);
  const squirrel = { group: term(SQUIRREL), p: 0.3 };
  const jay = { group: term(JAY), p: 0.1 };

  test('is what the candidates are reported to do beside what was seen, by the share of their reports', () => {
    // The squirrel, three parts of four, has four reports, one of them of cracking; the jay one, and a tool that levers.
    const found = lookFor(profiles, [squirrel, jay], [term(CLIMBING)]);
    expect(found.map(({ technique, groups }) => [technique, groups])).toEqual([
      [term(CRACKING), [term(SQUIRREL)]],
      [term(LEVERING), [term(JAY)]],
    ]);
    expect(found[0]?.expectation).toBeCloseTo((0.75 * 1) / (4 + 2), 9);
    expect(found[1]?.expectation).toBeCloseTo((0.25 * 0.3) / (1 + 2), 9);
  });

  test('is nothing where there is no candidate', () => {
    expect(lookFor(profiles, [], [term(CLIMBING)])).toEqual([]);
    expect(lookFor(profiles, [{ ...squirrel, p: 0 }], [])).toEqual([]);
  });

  test('groups that are known for as much are counted', () => {
    expect(supersetsOf(profiles, term(JAY), [term(CLIMBING)])).toBe(1);
    expect(supersetsOf(profiles, term(SQUIRREL), [term(CLIMBING), term(CRACKING)])).toBe(0);
    // Of the jay, cracking is not known: what it matches is climbing alone.
    expect(supersetsOf(profiles, term(JAY), [term(CLIMBING), term(CRACKING)])).toBe(1);
  });
});

import { NO_TACTIC, type Mention, type ScorePolicy } from '../answers/index.ts';
import { expectTechniques, identify, mention, supportOf } from '../analysis/index.ts';
import type {
  CountedGroup,
  ExpectedAnswer,
  ExpectedPart,
  ExpectedPartRow,
  ExpectedRow,
  ExpectedTechnique,
  ExpectedTechniques,
  GroupShare,
} from '../analysis/index.ts';
import { keptFor } from '../text/index.ts';
import type { ExpectedOrder, Organisation } from '../threat/index.ts';
import { typesOf } from '../threat/index.ts';
import { noticesOf, sourceNames, type Desk } from '../desk/index.ts';
import { findOne } from './find-one.ts';
import { rankFor, SHOWN, type Ranking, type ThreatSearch } from './threats.ts';

/** What to expect; `top` is how many groups count, default {@link SHOWN}. */
export interface ExpectedSearch extends ThreatSearch {
  /** Most techniques to give. Default: all. */
  readonly limit?: number | undefined;
  /** Only techniques that serve this tactic: id, name or short name (`initial-access`). */
  readonly tactic?: string | undefined;
  /** `rarity`: by expectation × rarity, what is characteristic of these groups first. Default `expectation`. */
  readonly by?: ExpectedOrder | undefined;
  readonly policy?: ScorePolicy | undefined;
}

/**
 * How groups documented against organisations like this one are told to work, technique by technique, weighed by the
 * place of the groups in the ranking. It is what to expect from what is documented, no forecast.
 *
 * @throws FoeprintError W601–W603 for a tactic that there is not, W608 for a day that is none
 */
export function expectedTechniques(
  desk: Desk,
  organisation: Organisation,
  search: ExpectedSearch = {},
): ExpectedAnswer {
  return expectedFrom(desk, rankFor(desk, organisation, search), search);
}

/** The same from a ranking that is made already; of the search, what says how to rank is not looked at. */
export function expectedFrom(desk: Desk, ranking: Ranking, search: ExpectedSearch): ExpectedAnswer {
  const { organisation } = ranking.surroundings;
  const expected = expectationOf(ranking, search);
  const { by = 'expectation' } = search;
  const inTactic = tacticTest(desk, search.tactic);
  const ordered = by === 'rarity' ? expected.techniques.toSorted(byCharacter) : expected.techniques;
  const found = ordered.filter(inTactic);
  const say = (term: number): Mention => mention(desk.view.catalogue, term);
  return {
    organisation,
    asOf: ranking.asOf,
    by,
    groups: expected.groups.map((group) => groupShare(say, group)),
    techniques: found.slice(0, search.limit ?? found.length).map((each) => expectedRow(say, each)),
    of: found.length,
    total: expected.total,
    elsewhere: expected.elsewhere.filter(inTactic).map(({ technique, platforms, expectation, parts }) => ({
      technique: say(technique),
      platforms,
      expectation,
      usedBy: parts.length,
    })),
    tactics: expected.tactics.map(({ tactic, strongest, ...sums }) => ({
      tactic: tactic === undefined ? NO_TACTIC : say(tactic),
      ...sums,
      strongest: strongest.map(({ group }) => say(group)),
    })),
    groupsInView: expected.of,
    hidden: search.hide ?? [],
    sources: sourceNames(desk),
    notes: [...ranking.notes, ...notesOn(organisation, expected)],
    notices: noticesOf(desk),
  };
}

/**
 * A technique by name, as answers name it.
 *
 * @throws FoeprintError W601–W603 where the name leads to none
 */
export function findTechnique(
  { view }: Desk,
  name: string,
): { readonly thing: Mention; readonly notes: readonly string[] } {
  const { term, notes } = findOne(view, name, typesOf('technique'));
  return { thing: mention(view.catalogue, term), notes };
}

/** Expectations by the ranking that they are made from: what to expect and what to do about it are asked together. */
const madeFor = keptFor((_ranking: Ranking) => new Map<string, ExpectedTechniques>());

/** What is to be expected from the first groups of a ranking, as terms. */
export function expectationOf(
  ranking: Ranking,
  { top = SHOWN, policy }: Pick<ExpectedSearch, 'top' | 'policy'>,
): ExpectedTechniques {
  const made = madeFor(ranking);
  const key = `${top} ${policy?.legacyAfterYears ?? ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const { ranked, testimony, hearing, asOf, surroundings } = ranking;
  const expected = expectTechniques({ testimony, hearing }, ranked.groups.slice(0, top), {
    platforms: surroundings.organisation.platforms,
    asOf,
    ...(policy === undefined ? {} : { policy }),
  });
  made.set(key, expected);
  return expected;
}

function byCharacter(one: ExpectedTechnique, other: ExpectedTechnique): number {
  return other.characteristic - one.characteristic;
}

/** Tactics of several domains may share a name: then each of them is meant. */
function tacticTest({ view }: Desk, asked: string | undefined): (technique: ExpectedTechnique) => boolean {
  if (asked === undefined) return () => true;
  const { catalogue } = view;
  const name = /--| /.test(asked) ? asked : asked.replaceAll('-', ' ');
  const found = identify(catalogue, name, typesOf('tactic'));
  const wanted = new Set(
    found.kind === 'several' ? found.terms : [findOne(view, name, typesOf('tactic')).term],
  );
  return ({ tactics }) => tactics.some((tactic) => wanted.has(tactic));
}

type Say = (term: number) => Mention;

export function groupShare(say: Say, { group, rank, score, share }: CountedGroup): GroupShare {
  return { group: say(group), rank, score, share };
}

function expectedRow(say: Say, { technique, tactics, parts, ...each }: ExpectedTechnique): ExpectedRow {
  return {
    technique: say(technique),
    ...each,
    tactics: tactics.map(say),
    usedBy: parts.length,
    parts: parts.map((part) => partRow(say, part)),
  };
}

function partRow(say: Say, part: ExpectedPart): ExpectedPartRow {
  const { group, use, credibility, recency, contribution, through, evidence } = part;
  return {
    group: say(group.group),
    share: group.share,
    use,
    credibility,
    recency: recency.name,
    recencyWeight: recency.weight,
    contribution,
    through: through.map(say),
    why: supportOf(evidence),
  };
}

function notesOn(
  { platforms }: Organisation,
  { groups, techniques, elsewhere }: ExpectedTechniques,
): readonly string[] {
  const heard = new Set(
    [...techniques, ...elsewhere].flatMap(({ parts }) => parts.map(({ group }) => group.group)),
  );
  const silent = groups.length - heard.size;
  return [
    ...(platforms.length === 0
      ? ['No platforms are told, so techniques of all platforms are taken in.']
      : []),
    ...(silent === 0
      ? []
      : [
          `Of ${silent} of the ${groups.length} groups no technique is told or derived: their share counts for nothing.`,
        ]),
  ];
}

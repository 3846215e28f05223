import type {
  ExpectAnswer,
  ExpectQuestion,
  ExpectedTechnique,
  Mention,
  ScorePolicy,
} from '../../answers/index.ts';
import { expectTechniques, gapsOf, mention, mitigationsOf, notPreventable } from '../../analysis/index.ts';
import type { ExpectedTechniques, Ranking } from '../../analysis/index.ts';
import { errorOf } from '../../facts/index.ts';
import { defined, keptFor } from '../../text/index.ts';
import { typesOf, type Organisation } from '../../threat/index.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { findOne } from '../names/find-one.ts';
import { tacticsMeant } from '../names/tactics-meant.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { caveatsIn } from '../techniques/caveats.ts';
import { firstActive, rankFor, SHOWN, type ThreatSearch } from './threats.ts';
import type { Answered } from '../use-case.ts';

/** What to expect; `top` is how many groups count, default {@link SHOWN}. */
export interface ExpectedSearch
  extends ThreatSearch, Pick<ExpectQuestion, 'limit' | 'tactic' | 'by' | 'explain'> {
  readonly policy?: ScorePolicy | undefined;
}

/**
 * How groups documented against organisations like this one work, technique by technique, weighed by the
 * place of the groups in the ranking. It is what to expect from what is documented, no forecast.
 *
 * @throws FoeprintError W601–W603 for a tactic or technique that there is not, W608 for a day that is none, W650 where the
 * technique to explain is not expected
 */
export function expectedTechniques(
  desk: Desk,
  organisation: Organisation,
  search: ExpectedSearch = {},
): Answered<ExpectAnswer> {
  return expectedFrom(desk, rankFor(desk, organisation, search), search);
}

/** The same from a ranking that is made already; of the search, what is about ranking is not looked at. */
export function expectedFrom(desk: Desk, ranking: Ranking, search: ExpectedSearch): Answered<ExpectAnswer> {
  const { answer, ...beside } = unwatchedFrom(desk, ranking, search);
  return { ...beside, answer: { ...answer, watch: watchedOf(desk, ranking, search) } };
}

/** What to expect without what of it cannot be prevented: that takes the sentences of all mitigations. */
export type Unwatched = Omit<ExpectAnswer, 'watch'>;

/** The same for whoever shows nothing that cannot be prevented. */
export function unwatchedTechniques(
  desk: Desk,
  organisation: Organisation,
  search: ExpectedSearch,
): Answered<Unwatched> {
  return unwatchedFrom(desk, rankFor(desk, organisation, search), search);
}

/** The same from a ranking that is made already. */
export function unwatchedFrom(desk: Desk, ranking: Ranking, search: ExpectedSearch): Answered<Unwatched> {
  const { by = 'expectation', explain, limit = Infinity, hide = [] } = search;
  const expected = expectationOf(ranking, search);
  const inTactic = tacticTest(desk, search.tactic);
  const ordered = by === 'rarity' ? expected.techniques.toSorted(byCharacter) : expected.techniques;
  const { sighted } = ranking;
  const meant = ordered.filter(inTactic);
  const found =
    sighted === undefined
      ? meant
      : meant.map((each) => ({ ...each, ...defined({ seen: sighted.ofTechnique(each.technique.label) }) }));
  const notes = notesOn(ranking.surroundings.organisation, expected);
  const answer = {
    organisation: ranking.surroundings.organisation,
    asOf: ranking.asOf,
    by,
    groups: expected.groups,
    techniques: found.slice(0, limit),
    of: found.length,
    total: expected.total,
    elsewhere: expected.elsewhere.filter(inTactic).map(({ technique, platforms, expectation, usedBy }) => ({
      technique,
      platforms,
      expectation,
      usedBy,
    })),
    tactics: expected.tactics,
    groupsInView: expected.groupsInView,
    hidden: hide,
  };
  if (explain === undefined) return { answer, notes: [...ranking.notes, ...notes] };
  const named = findOne(desk.view, explain, typesOf('technique'));
  const row = explained({ ...answer, techniques: found }, mention(desk.view.catalogue, named.term));
  return { answer: { ...answer, techniques: [row] }, notes: [...ranking.notes, ...notes, ...named.notes] };
}

/** Of the techniques those that cannot be prevented, by the words of their source. */
function watchedOf(desk: Desk, ranking: Ranking, search: ExpectedSearch): ExpectAnswer['watch'] {
  const known = knownTo(desk);
  const expected = expectationOf(ranking, search);
  const techniques = expected.techniques.filter(tacticTest(desk, search.tactic));
  const { gaps } = gapsOf(known, { ...expected, techniques }, { coverage: new Map(), mitigations: [] });
  const { platforms } = ranking.surroundings.organisation;
  return notPreventable(known, gaps, mitigationsOf(known, gaps, caveatsIn(desk, platforms)));
}

/** @throws FoeprintError W650 for one that is not expected */
function explained({ techniques, elsewhere, groups }: Unwatched, { id, name }: Mention): ExpectedTechnique {
  const row = techniques.find(({ technique }) => technique.id === id);
  if (row !== undefined) return row;
  const { platforms } = elsewhere.find(({ technique }) => technique.id === id) ?? {};
  throw errorOf(
    WORKBENCH_ISSUES.notExpected,
    platforms === undefined
      ? `None of the ${groups.length} groups uses ${name}, reported or derived.`
      : `${name} works on ${platforms.join(', ')}, none of them a platform of the organisation.`,
  );
}

/** Expectations by the ranking that they are made from: what to expect and what to do about it are asked together. */
const madeFor = keptFor((_ranking: Ranking) => new Map<string, ExpectedTechniques>());

/** What is to be expected from the first groups of a ranking. */
export function expectationOf(
  ranking: Ranking,
  { top = SHOWN, policy }: Pick<ExpectedSearch, 'top' | 'policy'>,
): ExpectedTechniques {
  const made = madeFor(ranking);
  const key = `${top} ${policy?.legacyAfterYears ?? ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const { sourced, scope, asOf, surroundings } = ranking;
  const expected = expectTechniques({ sourced, scope }, firstActive(ranking, top), {
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
function tacticTest(
  { view }: Desk,
  asked: string | undefined,
): (technique: Pick<ExpectedTechnique, 'tactics'>) => boolean {
  if (asked === undefined) return () => true;
  const wanted = new Set(tacticsMeant(view, asked).map((term) => view.catalogue.id(term)));
  return ({ tactics }) => tactics.some(({ id }) => wanted.has(id));
}

function notesOn(
  { platforms }: Organisation,
  { groups, techniques, elsewhere }: ExpectedTechniques,
): readonly string[] {
  const users = new Set(
    [...techniques, ...elsewhere].flatMap(({ parts }) => parts.map(({ group }) => group.id)),
  );
  const silent = groups.length - users.size;
  return [
    ...(platforms.length === 0
      ? ['No platforms are given, so techniques of all platforms are taken in.']
      : []),
    ...(silent === 0
      ? []
      : [
          `Of ${silent} of the ${groups.length} groups no technique is reported or derived: their share counts for nothing.`,
        ]),
  ];
}

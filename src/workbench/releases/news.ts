import {
  stepGiven,
  type CoverageMove,
  type EarlierRun,
  type GapNews,
  type GroupNews,
  type NewsAnswer,
  type NewsQuestion,
  type RunChanges,
  type TechniqueCoverage,
} from '../../answers/index.ts';
import { diffGroup, sayTrait, countStages, shareReached } from '../../analysis/index.ts';
import type { Desk, Knowledge } from '../../desk/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { readEvidence } from '../../stix/index.ts';
import { compareText, daysLater, defined, groupedBy, keptFor } from '../../text/index.ts';
import { stageNumber, type Organisation } from '../../threat/index.ts';
import { countedCoverage, type CountedCoverage } from '../coverage/counted-coverage.ts';
import { expectedCoverage } from '../dashboard/expected-coverage.ts';
import { otherNames } from '../groups/profile.ts';
import { victimsKnown } from '../groups/victims-known.ts';
import { soundDay } from '../names/asked-day.ts';
import { findGroup } from '../names/find-adversary.ts';
import { claimantIn } from '../playbook/claimant.ts';
import { comparePlaybookRuns, knowledgeChanges } from '../playbook/compare-runs.ts';
import { runContext } from '../playbook/run-context.ts';
import { basisOf, knowledgeIn } from '../playbook/run-playbook.ts';
import { unwatchedFrom } from '../threats/expected.ts';
import { withNearbySightings } from '../threats/nearby-sightings.ts';
import type { Answered } from '../use-case.ts';
import { beforeNews, type BeforeNews } from './before-news.ts';

/** Groups first in rank that are looked at where nobody says how many. */
const FIRST = 15;

/**
 * What changed for groups, an organisation and its gaps since a day, a run that was kept, or the releases before.
 *
 * @throws FoeprintError W608 for a day that is none, W601–W603 for a group that is not found, W692
 */
export async function newsFor(
  desk: Knowledge['desk'],
  question: NewsQuestion,
): Promise<Answered<NewsAnswer>> {
  const { organisation, since: day, run } = question;
  const since = soundDay(day);
  const before = beforeNews(desk.base, desk.view, { since, run });
  const { release: _release, ...selection } = desk.view.selection;
  const earlier =
    before.without.length === 0 ? desk : await desk.other({ ...selection, without: before.without });
  const named = question.groups.map((name) => findGroup(desk, name));
  const counted = organisation && (await countedThenAndNow(desk, question, run?.asOf ?? since));
  const moved = organisation && (await movesFor(desk, earlier, question, organisation, counted));
  const ids = [...named.map(({ term }) => desk.view.catalogue.id(term)), ...(moved?.answer.first ?? [])];
  const terms = [...new Set(ids)].flatMap((id) => desk.view.catalogue.termOf(id) ?? []);
  const then = run?.knowledge ?? knowledgeIn(earlier);
  const groups =
    earlier.view.key === desk.view.key ? [] : terms.map((term) => groupNews(desk, earlier, term));
  return {
    answer: {
      comparedWith: before.comparedWith,
      since: run?.asOf ?? since ?? '',
      before: then,
      knowledge: knowledgeChanges(then, knowledgeIn(desk)),
      organisation: organisation?.name ?? '',
      ...defined({ ranking: moved?.answer.ranking, gaps: moved?.answer.gaps }),
      groups: groups.filter(hasAny),
      lookedAt: terms.length,
    },
    notes: [
      ...named.flatMap(({ notes }) => notes),
      ...(moved?.notes ?? []),
      ...(counted?.now.notes ?? []),
      ...notesOn(desk, earlier, question, before),
    ],
    level: strictestLevel([moved?.level, counted?.now.level, run?.marking]),
    restsOn: [...new Set([...earlier.view.sources, ...desk.view.sources, ...(moved?.restsOn ?? [])])],
  };
}

function notesOn(
  desk: Desk,
  earlier: Desk,
  { organisation, groups }: NewsQuestion,
  { comparedWith }: BeforeNews,
): readonly string[] {
  const isSame = earlier.view.key === desk.view.key;
  return [
    ...(organisation === undefined && groups.length === 0
      ? ['Neither an organisation nor a group is named: `--org org.yaml`, `--group NAME` say for whom.']
      : []),
    ...(isSame && comparedWith === 'releases'
      ? [
          'Each series is loaded in one release alone, and no report since: `--since DAY` compares with what was loaded before a day, `--run FILE` with a run that was kept.',
        ]
      : []),
    ...(isSame && comparedWith === 'published'
      ? [
          'Nothing was loaded before that day, and no release of ATT&CK that is loaded was published before it.',
        ]
      : []),
  ];
}

/** Coverage that counts, then and now. */
interface CountedThenAndNow {
  /** The last day of then. */
  readonly day: string;
  readonly before: CountedCoverage;
  readonly now: CountedCoverage;
}

/** Undefined where no coverage is known. */
async function countedThenAndNow(
  desk: Knowledge['desk'],
  question: NewsQuestion,
  since: string | undefined,
): Promise<CountedThenAndNow | undefined> {
  const now = await countedCoverage(desk, { ...question, asOf: undefined });
  if (now.asked.length === 0 && now.given === undefined) return undefined;
  // Without a day the newest import is what is new.
  const day = daysLater(since ?? (now.asOf || EVER), -1);
  return { day, now, before: await countedCoverage(desk, { ...question, asOf: day }) };
}

const EVER = '1970-01-02';

/** What moved for an organisation. */
interface Moves extends Pick<NewsAnswer, 'gaps'> {
  readonly ranking: RunChanges;
  /** Ids of the first groups, now and before. */
  readonly first: readonly string[];
}

async function movesFor(
  desk: Knowledge['desk'],
  earlier: Desk,
  question: NewsQuestion,
  organisation: Organisation,
  counted: CountedThenAndNow | undefined,
): Promise<Answered<Moves>> {
  const { run, top = FIRST, release } = question;
  const { weights, score: policy, foeprint } = desk.settings;
  return await withNearbySightings(desk, organisation, {}, (nearby) => {
    const contextAt = keptFor((at: Desk) => runContext(at, organisation, { ...nearby, weights, policy }));
    const basisAt = keptFor((at: Desk): EarlierRun => {
      const { techniques } = unwatchedFrom(at, contextAt(at).ranking, {
        policy,
        ...stepGiven('expected', {}),
      }).answer;
      const lists = { techniques: techniques.map(({ technique }) => technique) };
      return basisOf(contextAt(at), { foeprint, hidden: [], lists });
    });
    const coverageAt = (at: Desk, coverage: CountedCoverage): readonly TechniqueCoverage[] => {
      const expected = unwatchedFrom(at, contextAt(at).ranking, { policy, top }).answer;
      return expectedCoverage({ ...at, base: desk.base }, expected, coverage, { organisation, release })
        .techniques;
    };
    const [before, now] = [run ?? basisAt(earlier), basisAt(desk)];
    const { first, ranking } = contextAt(desk);
    const gaps =
      counted && gapNews(counted, coverageAt(earlier, counted.before), coverageAt(desk, counted.now));
    return {
      answer: {
        ranking: comparePlaybookRuns(before, now, first(top).length),
        first: [now, before].flatMap((each) => each.ranking.slice(0, top).map(({ group }) => group.id)),
        ...defined({ gaps }),
      },
      notes: ranking.notes,
    };
  });
}

/** From this on a technique is no gap. */
const DEPLOYED = stageNumber('deployed');

function gapNews(
  { day, before, now }: CountedThenAndNow,
  was: readonly TechniqueCoverage[],
  is: readonly TechniqueCoverage[],
): GapNews {
  const levels = new Map(was.map(({ technique, level }) => [technique.id, level]));
  const moves = is.flatMap(({ technique, level }): readonly CoverageMove[] => {
    const earlierLevel = levels.get(technique.id);
    return earlierLevel === undefined || earlierLevel === level
      ? []
      : [{ technique, before: earlierLevel, now: level }];
  });
  const known = new Set(before.inForce.map(({ id }) => id));
  return {
    before: before.inForce.length === 0 ? '' : day,
    after: now.asOf,
    shareBefore: shareDeployed(was),
    share: shareDeployed(is),
    inventories: now.inForce.filter(({ id }) => !known.has(id)).map(({ name, date }) => `${name} of ${date}`),
    closed: moves.filter((move) => move.before < DEPLOYED && move.now >= DEPLOYED),
    opened: moves.filter((move) => move.before >= DEPLOYED && move.now < DEPLOYED),
    expected: is.flatMap(({ technique, level }) =>
      levels.has(technique.id) || level >= DEPLOYED ? [] : [{ technique, before: 0, now: level }],
    ),
  };
}

function shareDeployed(techniques: readonly TechniqueCoverage[]): number {
  return shareReached(countStages(techniques), 'deployed');
}

function groupNews(desk: Desk, earlier: Desk, term: number): GroupNews {
  const { view } = desk;
  const was = earlier.view.catalogue.termOf(view.catalogue.id(term));
  const [before, now] = [
    was === undefined ? undefined : victimsKnown(earlier, was),
    victimsKnown(desk, term),
  ];
  const names = new Set(was === undefined ? [] : otherNames(earlier, was).map(({ name }) => name));
  const reports = new Set(before?.reports.map(({ name }) => name));
  const claimed = new Set(before?.claims.map(({ kind, value }) => `${kind} ${value}`));
  const claims = now.claims.filter(({ kind, value }) => !claimed.has(`${kind} ${value}`));
  const claimant = claimantIn(view);
  return {
    uses: diffGroup(earlier.view, view, term, readEvidence),
    names: otherNames(desk, term).flatMap(({ name }) => (names.has(name) ? [] : [name])),
    traits: [...groupedBy(claims, ({ kind, value }) => `${kind} ${value}`).values()].flatMap((same) =>
      same.slice(0, 1).map(({ kind, value }) => ({
        kind,
        label: sayTrait(kind, value),
        by: [...new Set(same.map(claimant))].toSorted(compareText),
      })),
    ),
    reports: now.reports
      .filter(({ name }) => !reports.has(name))
      .toReversed()
      .map(({ name, published, url }) => defined({ name, published, url })),
  };
}

function hasAny({ uses, names, traits, reports }: GroupNews): boolean {
  const { added, removed, carried, reworded } = uses;
  return [added, removed, carried, reworded, names, traits, reports].some((list) => list.length > 0);
}

import type {
  CoverageMove,
  EarlierRun,
  GapNews,
  GroupNews,
  NewsAnswer,
  NewsQuestion,
  Playbook,
  PlaybookAnswer,
  RunChanges,
} from '../../answers/index.ts';
import { diffGroup, sayTrait, countStages, shareReached } from '../../analysis/index.ts';
import type { Desk, Knowledge } from '../../desk/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { readEvidence } from '../../stix/index.ts';
import { compareText, daysLater, defined, groupedBy } from '../../text/index.ts';
import { stageNumber, type Organisation } from '../../threat/index.ts';
import { countedCoverage, type CountedCoverage } from '../coverage/counted-coverage.ts';
import { expectedCoverage } from '../dashboard/expected-coverage.ts';
import { otherNames } from '../groups/profile.ts';
import { victimsKnown } from '../groups/victims-known.ts';
import { soundDay } from '../names/asked-day.ts';
import { findGroup } from '../names/find-adversary.ts';
import { claimantIn } from '../playbook/claimant.ts';
import { knowledgeChanges } from '../playbook/compare-runs.ts';
import { knowledgeIn, runPlaybook } from '../playbook/run-playbook.ts';
import { unwatchedTechniques } from '../threats/expected.ts';
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
  const { organisation, since: day, run, top = FIRST } = question;
  const since = soundDay(day);
  const before = beforeNews(desk.base, desk.view, { since, run });
  const { release: _release, ...selection } = desk.view.selection;
  const earlier =
    before.without.length === 0 ? desk : await desk.other({ ...selection, without: before.without });
  const named = question.groups.map((name) => findGroup(desk, name));
  const ranked = organisation && (await ranking(desk, earlier, organisation, { top, run }));
  const gaps = organisation && (await gapNews(desk, earlier, question, organisation, run?.asOf ?? since));
  const ids = [...named.map(({ term }) => desk.view.catalogue.id(term)), ...(ranked?.answer.first ?? [])];
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
      ...defined({ ranking: ranked?.answer.changes, gaps: gaps?.answer }),
      groups: groups.filter(hasAny),
      lookedAt: terms.length,
    },
    notes: [
      ...named.flatMap(({ notes }) => notes),
      ...(ranked?.notes ?? []),
      ...(gaps?.notes ?? []),
      ...notesOn(desk, earlier, question, before),
    ],
    level: strictestLevel([ranked?.level, gaps?.level, run?.marking]),
    restsOn: [...new Set([...earlier.view.sources, ...desk.view.sources, ...(ranked?.restsOn ?? [])])],
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
          'Each series is loaded in one release alone: `--since DAY` compares with what was loaded before a day, `--run FILE` with a run that was kept.',
        ]
      : []),
    ...(isSame && comparedWith === 'published'
      ? [
          'Nothing was loaded before that day, and no release of ATT&CK that is loaded was published before it.',
        ]
      : []),
  ];
}

/** The ranking alone, and what is to be expected. */
const LOOKED_AT: Playbook = {
  title: '',
  hide: [],
  weights: {},
  steps: [
    { step: 'threats', with: {} },
    { step: 'expected', with: {} },
  ],
};

interface RankingNews {
  readonly changes: RunChanges;
  /** Ids of the first groups, now and before. */
  readonly first: readonly string[];
}

async function ranking(
  desk: Knowledge['desk'],
  earlier: Desk,
  organisation: Organisation,
  { top, run }: { readonly top: number; readonly run: EarlierRun | undefined },
): Promise<Answered<RankingNews>> {
  const { weights, score: policy, foeprint } = desk.settings;
  const [ranks = LOOKED_AT.steps[0], ...others] = LOOKED_AT.steps;
  const playbook = { ...LOOKED_AT, steps: [...(ranks ? [{ ...ranks, with: { top } }] : []), ...others] };
  return await withNearbySightings(desk, organisation, {}, (nearby) => {
    const search = { ...nearby, weights, policy, foeprint, playbook };
    const since: EarlierRun = run ?? basisOf(runPlaybook(earlier, organisation, search).answer);
    const { answer, ...beside } = runPlaybook(desk, organisation, { ...search, since });
    const { changes } = answer;
    const first = [answer.ranking, since.ranking].flatMap((rows) =>
      rows.slice(0, top).map(({ group }) => group.id),
    );
    return {
      ...beside,
      answer: { first, changes: changes ?? nothingChanged(answer, since, top) },
    };
  });
}

function basisOf({
  playbook: _playbook,
  steps: _steps,
  changes: _changes,
  ...basis
}: PlaybookAnswer): EarlierRun {
  return basis;
}

function nothingChanged(now: PlaybookAnswer, before: EarlierRun, top: number): RunChanges {
  return {
    before: before.asOf,
    after: now.asOf,
    top,
    knowledge: [],
    settings: [],
    groups: [],
    unmoved: Math.min(top, now.ranking.length),
    lists: [],
  };
}

/** From this on a technique is no gap. */
const DEPLOYED = stageNumber('deployed');

async function gapNews(
  desk: Knowledge['desk'],
  earlier: Desk,
  question: NewsQuestion,
  organisation: Organisation,
  since: string | undefined,
): Promise<Answered<GapNews> | undefined> {
  const now = await countedCoverage(desk, { ...question, asOf: undefined });
  if (now.asked.length === 0 && now.given === undefined) return undefined;
  // Without a day the newest import is what is new.
  const day = daysLater(since ?? (now.asOf || EVER), -1);
  const then = await countedCoverage(desk, { ...question, asOf: day });
  const [was, is] = [
    coverageAt(desk, earlier, then, question, organisation),
    coverageAt(desk, desk, now, question, organisation),
  ];
  const moves = [...is.levels].flatMap(([id, { technique, level }]): readonly CoverageMove[] => {
    const earlierLevel = was.levels.get(id)?.level;
    return earlierLevel === undefined || earlierLevel === level
      ? []
      : [{ technique, before: earlierLevel, now: level }];
  });
  const known = new Set(then.inForce.map(({ id }) => id));
  return {
    answer: {
      before: then.inForce.length === 0 ? '' : day,
      after: now.asOf,
      shareBefore: was.share,
      share: is.share,
      inventories: now.inForce
        .filter(({ id }) => !known.has(id))
        .map(({ name, date }) => `${name} of ${date}`),
      closed: moves.filter((move) => move.before < DEPLOYED && move.now >= DEPLOYED),
      opened: moves.filter((move) => move.before >= DEPLOYED && move.now < DEPLOYED),
      expected: [...is.levels].flatMap(([id, { technique, level }]) =>
        was.levels.has(id) || level >= DEPLOYED ? [] : [{ technique, before: 0, now: level }],
      ),
    },
    notes: now.notes,
    level: now.level,
  };
}

const EVER = '1970-01-02';

function coverageAt(
  desk: Knowledge['desk'],
  at: Desk,
  counted: CountedCoverage,
  { top = FIRST, release }: NewsQuestion,
  organisation: Organisation,
) {
  const { weights, score: policy } = desk.settings;
  const { answer: found } = unwatchedTechniques(at, organisation, { top, weights, policy });
  const { techniques } = expectedCoverage({ ...at, base: desk.base }, found, counted, {
    organisation,
    release,
  });
  return {
    share: shareReached(countStages(techniques), 'deployed'),
    levels: new Map(techniques.map((each) => [each.technique.id, each])),
  };
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

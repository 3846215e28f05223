import type {
  DashboardAnswer,
  DashboardQuestion,
  EarlierDashboard,
  ExpectedTechnique,
  RecentUse,
  TechniqueCoverage,
} from '../../answers/index.ts';
import { countStages, shareReached } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { compareText, defined } from '../../text/index.ts';
import { stageNumber } from '../../threat/index.ts';
import { countedCoverage } from '../coverage/counted-coverage.ts';
import { levelsById } from '../coverage/coverage-of.ts';
import { unwatchedTechniques, type Unwatched } from '../threats/expected.ts';
import { withNearbySightings } from '../threats/nearby-sightings.ts';
import type { Answered } from '../use-case.ts';
import { expectedCoverage } from './expected-coverage.ts';
import { coverageTrend } from './trend.ts';

/** Gaps, and techniques of other lists, shown where nobody says how many. */
const SHOWN = 8;

const [RULE, DEPLOYED] = [stageNumber('rule'), stageNumber('deployed')];

/**
 * Threats and defences of an organisation at a glance.
 *
 * @throws FoeprintError W608 for a day that is none
 */
export async function dashboardFor(
  desk: Knowledge['desk'],
  {
    organisation,
    asOf,
    top,
    hide,
    trend: trendBy = 'month',
    since,
    limit = SHOWN,
    release,
    ...asked
  }: DashboardQuestion,
): Promise<Answered<DashboardAnswer>> {
  const { weights, score: policy } = desk.settings;
  const expected = await withNearbySightings(desk, organisation, { asOf, hide }, (nearby) =>
    unwatchedTechniques(desk, organisation, { asOf, top, hide, ...nearby, weights, policy }),
  );
  const { answer: found, notes = [] } = expected;
  const counted = await countedCoverage(desk, { ...asked, asOf });
  const { asOf: day, given } = counted;
  const { at, techniques } = expectedCoverage(desk, found, counted, { organisation, release });
  const levelOf = new Map(techniques.map(({ technique, level }) => [technique.id, level]));
  const counts = countStages(techniques);
  const gaps = techniques.filter(({ reasons }) => reasons.length > 0);
  const levels = levelsById(techniques);
  const share = shareReached(counts, 'deployed');
  const { lastAudit } = found.organisation;
  const answer: DashboardAnswer = {
    organisation: found.organisation,
    asOf: found.asOf,
    coverageAsOf: day,
    groupsInView: found.groupsInView,
    counts,
    share,
    knownShare: shareReached(counts, 'log-source'),
    cheap: gaps.filter(({ logsAtHand }) => logsAtHand).length,
    gapsOf: gaps.length,
    levels,
    tactics: found.tactics.map(({ tactic }) => tactic),
    activity: activityIn(found, levelOf),
    trendBy,
    trend: coverageTrend(desk, { ...at, asked: counted.asked, day, by: trendBy }),
    gaps: gaps.slice(0, limit).map((gap) => expectedGap(gap, found)),
    ...defined({ since: lastAudit }),
    recent: lastAudit === undefined ? [] : recentIn(found, lastAudit, levelOf),
    seen: seenIn(found, levelOf),
    ...defined({
      changes: since === undefined ? undefined : changesSince(since, { found, share, levels }),
    }),
    hidden: hide,
  };
  return {
    answer,
    notes: [
      ...notes,
      ...counted.notes,
      ...(counted.asked.length === 0 && given === undefined
        ? [
            'No coverage is kept, and none was given: `foeprint coverage import PATH`, or `controls.coverage` of org.yaml.',
          ]
        : []),
      ...(lastAudit === undefined ? ['Nothing is said of what is new: org.yaml names no `lastAudit`.'] : []),
    ],
    level: strictestLevel([expected.level, counted.level]),
    ...defined({ restsOn: expected.restsOn }),
  };
}

type Levels = ReadonlyMap<string, number>;

/** Of each group that counts, tactic by tactic, how many techniques it uses and how many of them are covered. */
function activityIn(
  { groups, techniques, tactics }: Unwatched,
  levelOf: Levels,
): DashboardAnswer['activity'] {
  return groups.map(({ group, rank, share }) => {
    const used = techniques.filter(({ parts }) => parts.some((part) => part.group.id === group.id));
    return {
      group,
      rank,
      share,
      cells: tactics.map(({ tactic }) => {
        const here = used.filter((each) => each.tactics.some(({ id }) => id === tactic.id));
        const reached = (least: number): number =>
          here.filter(({ technique }) => (levelOf.get(technique.id) ?? 0) >= least).length;
        return { used: here.length, rule: reached(RULE), deployed: reached(DEPLOYED) };
      }),
    };
  });
}

function expectedGap(
  coverage: TechniqueCoverage,
  { techniques }: Unwatched,
): DashboardAnswer['gaps'][number] {
  const parts = techniques.find(({ technique }) => technique.id === coverage.technique.id)?.parts ?? [];
  const first = parts.find(({ why }) => why.sentence !== '');
  return {
    coverage,
    usedBy: parts.map(({ group }) => group),
    sentence: first?.why.sentence ?? '',
    ...defined({ citation: first?.why.citation }),
  };
}

/** What groups were first reported to do after a day. */
function recentIn({ techniques }: Unwatched, since: string, levelOf: Levels): readonly RecentUse[] {
  return techniques
    .flatMap(({ technique, parts }: ExpectedTechnique) =>
      parts.flatMap(({ group, why }): readonly RecentUse[] => {
        const { first, sentence, citation } = why;
        if (first === undefined || first.date <= since) return [];
        const level = levelOf.get(technique.id) ?? 0;
        return [{ technique, group, date: first.date, sentence, level, ...defined({ citation }) }];
      }),
    )
    .toSorted(
      (one, other) =>
        compareText(other.date, one.date) || compareText(one.technique.label, other.technique.label),
    );
}

function seenIn({ techniques }: Unwatched, levelOf: Levels): DashboardAnswer['seen'] {
  return techniques
    .flatMap(({ technique, seen }) =>
      seen === undefined ? [] : [{ technique, seen, level: levelOf.get(technique.id) ?? 0 }],
    )
    .toSorted((one, other) => other.seen.sector - one.seen.sector || other.seen.own - one.seen.own)
    .slice(0, SHOWN);
}

function changesSince(
  before: EarlierDashboard,
  now: {
    readonly found: Unwatched;
    readonly share: number;
    readonly levels: Readonly<Record<string, number>>;
  },
): DashboardAnswer['changes'] {
  const groups = now.found.groups.map(({ group }) => group.label || group.name);
  const changed = Object.entries(now.levels).flatMap(([technique, level]) => {
    const earlier = before.levels[technique];
    return earlier === undefined || earlier === level ? [] : [{ technique, before: earlier, now: level }];
  });
  return {
    asOf: before.asOf,
    shareBefore: before.share,
    difference: now.share - before.share,
    joined: groups.filter((each) => !before.groups.includes(each)),
    left: before.groups.filter((each) => !groups.includes(each)),
    risen: changed.filter((each) => each.now > each.before),
    fallen: changed.filter((each) => each.now < each.before),
    expected: Object.keys(now.levels).filter((each) => before.levels[each] === undefined),
    gone: Object.keys(before.levels).filter((each) => now.levels[each] === undefined),
  };
}

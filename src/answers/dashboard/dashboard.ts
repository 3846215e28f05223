import * as z from 'zod/mini';
import { CoverageCounts, TechniqueCoverage } from '../coverage/coverage.ts';
import { Citation } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { choice, fromFile, option, question, whole } from '../question.ts';
import { as, count, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';
import { SeenNearby } from '../threats/expect.ts';
import { Organisation } from '../threats/organisation.ts';
import { COVERAGE, FOR_WHOM, RANKING, top } from '../threats/ranking.ts';

/** In which steps the history of coverage is shown. */
export const TREND_STEPS = ['month', 'quarter', 'release'] as const;

const GroupActivity = shape(
  'GroupActivity',
  'How a group that counts works, tactic by tactic, against what is covered.',
  {
    group: as(Mention, 'the group'),
    rank: count('1 for the first'),
    share: number('0 … 1, how much it counts'),
    cells: list(
      shape('ActivityCell', 'Techniques of a group under a tactic.', {
        used: count('techniques that it is reported or derived to use'),
        rule: count('of those, for how many a rule is to hand, or more'),
        deployed: count('of those, how many are deployed or tested'),
      }),
      'one for each tactic, in the order of the tactics',
    ),
  },
);
export type GroupActivity = Of<typeof GroupActivity>;

const TrendPoint = shape('TrendPoint', 'Coverage at a time.', {
  label: text('month, quarter or release'),
  day: text('the day on which it stands so, `YYYY-MM-DD`'),
  counts: as(CoverageCounts, 'techniques to expect by stage; of releases, all techniques of the release'),
  share: number('0 … 1, share of the weight that is deployed or tested'),
});
export type TrendPoint = Of<typeof TrendPoint>;

const RecentUse = shape(
  'RecentUse',
  'A technique that a group that counts was first reported to use since the last audit.',
  {
    technique: as(Mention, 'the technique'),
    group: as(Mention, 'the group'),
    date: text('when it was first reported, as exact as it is known'),
    sentence: text('the sentence that reports it; empty where none does'),
    citation: optional(as(Citation, 'the document')),
    level: z.int().check(z.minimum(0), z.maximum(4), z.describe('0 … 4, how far its detection has come')),
  },
);
export type RecentUse = Of<typeof RecentUse>;

const SectorUse = shape(
  'SectorUse',
  'A technique that imported sightings have of the sectors of the organisation.',
  {
    technique: as(Mention, 'the technique'),
    seen: as(SeenNearby, 'how often, at the organisation and in its sectors'),
    level: z.int().check(z.minimum(0), z.maximum(4), z.describe('0 … 4, how far its detection has come')),
  },
);

const LevelChange = shape('LevelChange', 'A technique whose level has changed.', {
  technique: text('ATT&CK id'),
  before: count('0 … 4, then'),
  now: count('0 … 4, now'),
});

/** What later dashboards are compared with. */
export const EarlierDashboard = shape('EarlierDashboard', 'An earlier dashboard to compare with.', {
  asOf: text('its day'),
  groups: list(text('ATT&CK id or name'), 'groups that counted, in order'),
  share: number('0 … 1, share that was deployed or tested'),
  levels: z.record(z.string(), z.int()).check(z.describe('0 … 4, by ATT&CK id of the techniques to expect')),
});
export type EarlierDashboard = Of<typeof EarlierDashboard>;

/** Threats and defences of an organisation at a glance. */
export const DashboardQuestion = question({
  ...FOR_WHOM,
  ...COVERAGE,
  asOf: option('--as-of <day>', 'as it stood on this day', { fallback: 'the newest day of what is known' }),
  top: top('groups that count'),
  hide: RANKING.hide,
  trend: choice('--trend <step>', TREND_STEPS, 'steps in which the history of coverage is shown', {
    fallback: 'month',
  }),
  since: fromFile(
    z.optional(EarlierDashboard),
    'earlier-dashboard',
    '--since <file>',
    'what changed since the dashboard that `dashboard --json -o FILE` wrote',
  ),
  limit: whole('--limit <count>', 'most gaps to show', { fallback: '8' }),
});
export type DashboardQuestion = Of<typeof DashboardQuestion>;

export const DashboardAnswer = shape(
  'DashboardAnswer',
  'Threats and defences of an organisation at a glance: who is active, what is covered, what is missing, what is new.',
  {
    organisation: as(Organisation, 'whom groups are ranked for'),
    asOf: text('day from which ages are counted'),
    coverageAsOf: text('day on which coverage stands so; empty where none is kept'),
    groupsInView: count('live groups in view'),
    counts: as(
      CoverageCounts,
      'techniques to expect by how far their detection has come, weighed by the expectation',
    ),
    share: number('0 … 1, share of the expectation that is deployed or tested'),
    knownShare: number('0 … 1, share of the expectation of which logs are at hand, a rule or more'),
    cheap: count('gaps whose logs are at hand'),
    gapsOf: count('gaps in all'),
    levels: z
      .record(z.string(), z.int())
      .check(z.describe('0 … 4, by ATT&CK id of the techniques to expect')),
    tactics: list(Mention, 'in the order of the matrix'),
    activity: list(GroupActivity, 'the groups that count, the first in rank first'),
    trendBy: oneOf(TREND_STEPS, 'steps of the history'),
    trend: list(TrendPoint, 'the oldest first; none where no coverage is kept'),
    gaps: list(
      shape('ExpectedGap', 'A gap, with the groups that use the technique.', {
        coverage: as(TechniqueCoverage, 'how far it has come, and why no further'),
        usedBy: list(Mention, 'groups that count and use it, that which adds most first'),
        sentence: text('the first sentence that reports a use; empty where there is none'),
        citation: optional(as(Citation, 'the document')),
      }),
      'those most expected first; as many as were asked for',
    ),
    since: optional(text('day of the last audit')),
    recent: list(
      RecentUse,
      'techniques first reported since then, the newest first; none where no audit is named',
    ),
    seen: list(
      SectorUse,
      'techniques seen in its sectors, the most often seen first; none where no sightings are imported',
    ),
    changes: optional(
      shape('DashboardChanges', 'What changed since an earlier dashboard.', {
        asOf: text('its day'),
        shareBefore: number('0 … 1, share deployed or tested then'),
        difference: number('−1 … 1, share deployed or tested now less that of then'),
        joined: list(text('ATT&CK id or name'), 'groups that count now and did not'),
        left: list(text('ATT&CK id or name'), 'groups that counted and no longer do'),
        risen: list(LevelChange, 'techniques whose level has risen'),
        fallen: list(LevelChange, 'techniques whose level has fallen'),
        expected: list(text('ATT&CK id'), 'techniques that are to be expected now and were not'),
        gone: list(text('ATT&CK id'), 'techniques that were and no longer are'),
      }),
    ),
    hidden: list(text('a name'), 'what was not used'),
  },
);
export type DashboardAnswer = Of<typeof DashboardAnswer>;

import { Citation, EvidenceDate } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { argument, flag, option, question } from '../question.ts';
import { explained, leftOut } from '../reasons.ts';
import { COVERAGE, maybeForWhom } from '../threats/ranking.ts';
import { as, count, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { SCORE } from './score.ts';
import { SeenDate } from './seen.ts';
import { USE_KINDS } from '../techniques/use.ts';

/** How a group evolved. */
export const TimelineQuestion = question({
  group: argument('<group>', 'a group, threat actor or campaign by id, name or alias'),
  since: option('--since <day>', 'only what may have been reported since, e.g. 2024-01-01'),
  sinceAudit: option('--since-audit <day>', 'rank the control gaps newer than the last audit', {
    fallback: 'that of the organisation',
  }),
  organisation: maybeForWhom('the organisation whose last audit and coverage files count'),
  ...COVERAGE,
  releases: flag('--releases', 'say in which loaded release ATT&CK first reported each use'),
  derived: flag('--derived', 'take in what is known only through software'),
  asOf: option('--as-of <day>', 'day from which the age of evidence counts, e.g. 2025-10-28', {
    fallback: 'when the knowledge in view was last changed',
  }),
});
export type TimelineQuestion = Of<typeof TimelineQuestion>;

/** What a newly evidenced technique may imply, by name of the rule that finds it. */
export const IMPLICATION_NAMES = [
  'first-in-tactic',
  'first-on-platform',
  'new-route-in',
  'rare',
  'no-mitigation',
  'no-detection',
  'not-covered',
] as const;
/** One of {@link IMPLICATION_NAMES}. */
export type ImplicationName = (typeof IMPLICATION_NAMES)[number];

export const Implication = shape(
  'Implication',
  'What a newly evidenced technique implies, by one of the stated rules: docs/reference/timeline.md says when each holds.',
  {
    rule: oneOf(IMPLICATION_NAMES, 'the rule'),
    label: text('what it says here: `First technique in Execution`'),
  },
);
export type Implication = Of<typeof Implication>;

export const DatedCampaign = shape('DatedCampaign', 'A campaign of the group, with its dates.', {
  campaign: as(Mention, 'the campaign'),
  firstSeen: optional(text('when it was first seen: a timestamp')),
  lastSeen: optional(text('when it was last seen: a timestamp')),
});
export type DatedCampaign = Of<typeof DatedCampaign>;

const AddedIn = shape('AddedIn', 'When ATT&CK took a use up.', {
  release: text('first of the releases looked at that has the use'),
  orEarlier: truth('true of the oldest release looked at: it may have had it before'),
});
export type AddedIn = Of<typeof AddedIn>;

export const TimelineEntry = explained(
  shape(
    'TimelineEntry',
    'A technique, newly evidenced. Three times are kept apart: reported, observed in a campaign, taken up by ATT&CK.',
    {
      technique: as(Mention, 'the technique'),
      tactics: list(text('STIX id of a tactic'), 'tactics that it serves'),
      use: oneOf(USE_KINDS, 'whether a source reports it of the group, or only rules derive it'),
      through: list(Mention, 'of a derived use: what it came through'),
      ...SCORE,
      reportedAs: optional(
        list(text('an id'), 'ids under which sources report it that have been replaced since'),
      ),
      reported: optional(EvidenceDate),
      citation: leftOut(optional(Citation)),
      sentence: leftOut(text('the sentence that stands with that citation; empty where there is none')),
      campaigns: list(DatedCampaign, 'campaigns of the group that used it, the oldest first'),
      addedIn: optional(AddedIn),
      implications: list(Implication, 'what it implied when it was first reported'),
    },
  ),
  'technique',
  'group',
);
export type TimelineEntry = Of<typeof TimelineEntry>;

const TimelineYear = shape('TimelineYear', 'What was newly reported in a year.', {
  year: text('`2020`'),
  entries: list(TimelineEntry, 'in order of report: by the oldest document cited for each'),
});

const AuditGap = shape('AuditGap', 'A technique with gaps in the controls, reported after the audit.', {
  rank: count('1 is the most pressing; equal ones share a rank'),
  entry: TimelineEntry,
  gaps: list(Implication, 'the control gaps among its implications'),
  groups: count('groups that use the technique by what sources report'),
});
export type AuditGap = Of<typeof AuditGap>;

const AuditGaps = shape('AuditGaps', 'Control gaps newer than the last audit.', {
  since: text('day of the audit'),
  gaps: list(AuditGap, 'the most pressing first'),
});
export type AuditGaps = Of<typeof AuditGaps>;

export const TimelineAnswer = shape(
  'TimelineAnswer',
  'When which techniques of a group were first reported, and what each of them meant.',
  {
    group: as(Mention, 'the group'),
    asOf: text('day from which the age of evidence is counted'),
    since: optional(text('only what may have been reported on or after this day is listed')),
    releases: list(
      text('a release'),
      'releases looked at to say when ATT&CK took a use up, oldest first; empty where that was not asked for',
    ),
    tactics: list(Mention, 'tactics in the order of the matrix'),
    dated: count('techniques listed under a year'),
    years: list(TimelineYear, 'years with something new, oldest first'),
    undated: list(TimelineEntry, 'uses without a dated report; none where `since` is given'),
    campaigns: list(DatedCampaign, 'campaigns attributed to the group, the oldest first'),
    seen: list(
      SeenDate,
      'when it is reported to have been first and last seen; where sources differ, each date apart',
    ),
    audit: optional(AuditGaps),
  },
);
export type TimelineAnswer = Of<typeof TimelineAnswer>;

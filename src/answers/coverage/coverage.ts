import * as z from 'zod/mini';
import { COVERAGE_KINDS, COVERAGE_STAGES } from '../../threat/index.ts';
import { Mention } from '../explanation/mention.ts';
import { leftOut, reasons } from '../reasons.ts';
import { as, byName, count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

const stage = oneOf(
  COVERAGE_STAGES,
  'nothing known, log source available, rule to hand, deployed, or tested',
);
const level = z.int().check(z.minimum(0), z.maximum(4), z.describe('0 … 4, the number of the stage'));

export const CoverageEvidence = shape(
  'CoverageEvidence',
  'Something that speaks for the coverage of a technique.',
  {
    stage,
    kind: oneOf(COVERAGE_KINDS, 'what says it'),
    inventory: optional(
      text('name of the inventory that it is kept in; absent where a file was given with the question'),
    ),
    inventoryDate: optional(text('the day from which that holds, `YYYY-MM-DD`')),
    file: text('name of the file'),
    from: text('the id that the file gives'),
    release: optional(text('ATT&CK release of the id; absent where the file does not say')),
    platforms: list(text('a platform'), 'what it is of; none: all platforms of the technique'),
    rule: optional(text('id of the rule or test, or its name')),
    title: optional(text('what the rule is called')),
    date: optional(text('when it was made, changed or scored last, `YYYY-MM-DD`')),
    analytic: optional(as(Mention, 'the analytic of ATT&CK that reads the same log')),
    logSource: optional(text('the log source of that analytic, with its channel')),
  },
);
export type CoverageEvidence = Of<typeof CoverageEvidence>;

export const PlatformCoverage = shape('PlatformCoverage', 'How far detection has come on a platform.', {
  platform: text('as its source spells it'),
  stage,
  level,
});

/** Why a technique is a gap. */
export const GAP_REASONS = [
  'no-analytic',
  'no-log-source',
  'no-rule',
  'not-deployed',
  'not-tested',
  'other-platforms',
  'sub-techniques',
] as const;

export const GapReason = shape('GapReason', 'Why a technique is a gap, and what is next.', {
  kind: oneOf(
    GAP_REASONS,
    'no analytic and no rule names it; nothing is known of its log sources; logs are at hand and no rule looks in them; rules are to hand and not deployed; deployed and not tested; better on other platforms; its sub-techniques are gaps',
  ),
  sentence: leftOut(text('the same in words, with what is next')),
});
export type GapReason = Of<typeof GapReason>;

export const AnalyticLog = shape('AnalyticLog', 'A log in which ATT&CK says to look for a technique.', {
  analytic: as(Mention, 'the analytic'),
  strategy: as(Mention, 'the detection strategy that it is of'),
  platforms: list(text('a platform'), 'what the analytic is for'),
  logSource: text('name of the log source, e.g. `WinEventLog:Sysmon`'),
  channel: text('what to look for in it, e.g. `EventCode=1`'),
  component: text('name of the data component that it provides'),
  isAvailable: truth('whether it is known to be at hand'),
  readBy: count('rules to hand or deployed that look there'),
});
export type AnalyticLog = Of<typeof AnalyticLog>;

export const TechniqueCoverage = shape(
  'TechniqueCoverage',
  'How far the detection of a technique has come.',
  {
    technique: as(Mention, 'the technique'),
    stage,
    level,
    platforms: list(PlatformCoverage, 'platforms of the technique, those asked about where any are'),
    weight: number('how much it counts: the expectation, the share of the groups that use it, or 1'),
    parts: optional(
      shape(
        'CoverageParts',
        'Of a technique with sub-techniques: how they stand. Its own stage is no better.',
        {
          subtechniques: count('live sub-techniques on these platforms'),
          reached: count('of those, how many are deployed or tested'),
          mean: number('0 … 4, mean of their levels, weighed by how much they count'),
        },
      ),
    ),
    logsAtHand: truth('whether logs are at hand in which no deployed rule looks: what is cheap to win'),
    reasons: list(GapReason, 'why it is below the stage asked for; none where it is not'),
    evidence: leftOut(
      list(CoverageEvidence, 'what speaks for it, the most advanced stage first; as many as were asked for'),
    ),
    of: count('evidence in all'),
    logs: reasons(
      list(AnalyticLog, 'logs in which ATT&CK says to look, those at hand first; where they were asked for'),
    ),
  },
);
export type TechniqueCoverage = Of<typeof TechniqueCoverage>;

export const CoverageScope = shape(
  'CoverageScope',
  'Which techniques are looked at, and what is known of them.',
  {
    of: oneOf(['all', 'groups', 'organisation', 'techniques'], 'what chose the techniques'),
    names: list(text('a name'), 'the groups or techniques named, or the organisation'),
    platforms: list(
      text('a platform'),
      'those asked about: a technique is as far as on the least of them. None: as far as on its best',
    ),
    asOf: text('the day on which it stands so, `YYYY-MM-DD`'),
    inventories: list(
      shape('InventoryInForce', 'An inventory that holds on that day.', {
        id: text('SHA-256 of name, day and content'),
        name: text('what it is kept as'),
        date: text('the day from which it holds'),
      }),
      'by name',
    ),
    given: count('claims of files that were given with the question'),
  },
);
export type CoverageScope = Of<typeof CoverageScope>;

export const CoverageColumn = shape('CoverageColumn', 'Techniques that are looked at under a tactic.', {
  domain: text('of ATT&CK'),
  tactic: text('its name'),
  techniques: list(
    shape('CoverageCell', 'A technique, as a picture shows it.', {
      technique: text('ATT&CK id'),
      name: text('what it is called'),
      level,
      weight: number('how much it counts'),
    }),
    'what counts most first',
  ),
});
export type CoverageColumn = Of<typeof CoverageColumn>;

export const CoverageCounts = shape('CoverageCounts', 'Techniques by how far their detection has come.', {
  of: count('techniques looked at'),
  byStage: byName(z.int(), 'how many stand at each stage'),
  weightByStage: byName(z.number(), 'sum of their weights at each stage'),
  weight: number('sum of all weights'),
});
export type CoverageCounts = Of<typeof CoverageCounts>;

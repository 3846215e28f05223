import * as z from 'zod/mini';
import { COVERAGE_STAGES } from '../../threat/index.ts';
import { CarriedCoverage } from '../threats/priorities.ts';
import { choice, decimal, flag, fromFile, option, options, question, whole } from '../question.ts';
import { as, byName, count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { COVERAGE, maybeForWhom } from '../threats/ranking.ts';
import { CoverageColumn, CoverageCounts, CoverageScope, TechniqueCoverage } from './coverage.ts';

/** Which techniques are looked at, and what is known of them: fields of every question about coverage. */
const SCOPE = {
  groups: options('-g, --group <group>', 'techniques that this group is reported to use (repeatable)'),
  techniques: options('-t, --technique <technique>', 'this technique (repeatable)'),
  organisation: maybeForWhom(
    'techniques to expect for this organisation, on its platforms, with its coverage files',
    'groups',
    'techniques',
  ),
  derived: flag('--derived', 'of groups: take in uses that rules derive'),
  platforms: options('--platform <platform>', 'on this platform; of several, all (repeatable)', {
    fallback: 'those of the organisation; without one, the best of each technique',
  }),
  asOf: option('--as-of <day>', 'as it stood on this day', { fallback: 'today' }),
  ...COVERAGE,
};

/** How far the detection of techniques has come. */
export const CoverageShowQuestion = question({
  ...SCOPE,
  stage: choice('--stage <stage>', COVERAGE_STAGES, 'only techniques at this stage'),
  evidence: whole('--evidence <count>', 'most evidence to give of each technique', { fallback: '3' }),
  logs: flag('--logs', 'also the logs in which ATT&CK says to look, and which rules read them'),
  limit: whole('-n, --limit <count>', 'most techniques to show', {
    fallback: '30; all in tables and layers',
  }),
});
export type CoverageShowQuestion = Of<typeof CoverageShowQuestion>;

const COMMON = {
  scope: as(CoverageScope, 'which techniques are looked at'),
  counts: as(CoverageCounts, 'all that are looked at, by stage'),
  carried: as(
    CarriedCoverage,
    'how the ids of files came into the release in view; listed are those that count as a technique looked at, and lost ones where all are',
  ),
  levels: byName(z.int(), '0 … 4, the level of every technique looked at, by ATT&CK id'),
  columns: list(CoverageColumn, 'the same in the order of the matrix, tactics with any only'),
  readable: shape(
    'ReadableLogs',
    'How much of what ATT&CK’s analytics read our table of Sigma log sources knows.',
    {
      known: count(
        'log sources with channels, as analytics name them, that rules of Sigma can be held against',
      ),
      of: count('all that the analytics of these techniques name'),
    },
  ),
  unknownLogs: list(text('a name'), 'logs that files say are at hand, and no analytic in view reads'),
};

export const CoverageShowAnswer = shape(
  'CoverageShowAnswer',
  'How far the detection of techniques has come: what is known, to hand, deployed and tested.',
  {
    ...COMMON,
    techniques: list(TechniqueCoverage, 'those that count most first; as many as were asked for'),
    found: count('how many there are of the stage asked for'),
  },
);
export type CoverageShowAnswer = Of<typeof CoverageShowAnswer>;

const Baseline = shape('CoverageBaseline', 'An earlier answer to compare with.', {
  asOf: text('the day that it was of'),
  levels: byName(z.int(), '0 … 4, by ATT&CK id'),
});

/** What is not covered, why, and whether that is too much. */
export const CoverageGapsQuestion = question({
  ...SCOPE,
  atLeast: choice('--at-least <stage>', ['rule', 'deployed', 'tested'], 'what is below this stage is a gap', {
    fallback: 'deployed',
  }),
  cheap: flag('--cheap', 'only where logs are at hand: what is cheap to win'),
  failUnder: decimal('--fail-under <share>', 'exit with 1 where less than this share is covered, e.g. 0.8'),
  baseline: fromFile(
    z.optional(Baseline),
    'coverage-baseline',
    '--baseline <file>',
    'exit with 1 where a technique has fallen behind what `coverage gaps --json` or `coverage show --json` wrote',
  ),
  evidence: whole('--evidence <count>', 'most evidence to give of each technique', { fallback: '3' }),
  limit: whole('-n, --limit <count>', 'most gaps to show', { fallback: '30; all in tables and layers' }),
});
export type CoverageGapsQuestion = Of<typeof CoverageGapsQuestion>;

export const CoverageGapsAnswer = shape(
  'CoverageGapsAnswer',
  'Techniques that are not covered, with the reason why.',
  {
    ...COMMON,
    atLeast: oneOf(COVERAGE_STAGES, 'what is below this stage is a gap'),
    share: number('0 … 1, share of the weight of all techniques looked at that is covered'),
    gaps: list(TechniqueCoverage, 'those that count most first; as many as were asked for'),
    of: count('gaps in all'),
    cheap: count('of those, how many have logs at hand'),
    gate: optional(
      shape('CoverageGate', 'Whether coverage is as it is asked to be.', {
        passes: truth('whether it is'),
        failUnder: optional(number('0 … 1, the least share allowed')),
        baseline: optional(text('day of the answer compared with')),
        fallen: list(
          shape('FallenCoverage', 'A technique whose level has fallen.', {
            technique: text('ATT&CK id'),
            before: count('0 … 4, then'),
            now: count('0 … 4, now'),
          }),
          'by ATT&CK id',
        ),
      }),
    ),
  },
);
export type CoverageGapsAnswer = Of<typeof CoverageGapsAnswer>;

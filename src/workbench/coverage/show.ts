import type {
  CoverageGapsAnswer,
  CoverageGapsQuestion,
  CoverageShowAnswer,
  CoverageShowQuestion,
} from '../../answers/index.ts';
import { shareReached } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { compareText, defined } from '../../text/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import type { Answered } from '../use-case.ts';
import { coverageFor, type FoundCoverage } from './coverage-of.ts';

/** Techniques shown where nobody says how many. */
const SHOWN = 30;

/**
 * How far the detection of techniques has come.
 *
 * @throws FoeprintError W601–W603, W608, W690–W692
 */
export async function showCoverage(
  desk: Knowledge['desk'],
  { stage, evidence, logs, limit = SHOWN, ...question }: CoverageShowQuestion,
): Promise<Answered<CoverageShowAnswer>> {
  const { techniques, notes, level, restsOn, ...found } = await coverageFor(desk, question, {
    evidence,
    logs,
  });
  const meant = stage === undefined ? techniques : techniques.filter((each) => each.stage === stage);
  return {
    answer: { ...found, techniques: meant.slice(0, limit), found: meant.length },
    notes,
    level,
    ...defined({ restsOn }),
  };
}

/**
 * Techniques that are not covered, why, and whether that is too much.
 *
 * @throws FoeprintError W601–W603, W608, W690–W693
 */
export async function coverageGaps(
  desk: Knowledge['desk'],
  {
    atLeast = 'deployed',
    cheap,
    failUnder,
    baseline,
    evidence,
    limit = SHOWN,
    ...question
  }: CoverageGapsQuestion,
): Promise<Answered<CoverageGapsAnswer>> {
  if (failUnder !== undefined && !(failUnder >= 0 && failUnder <= 1))
    throw errorOf(WORKBENCH_ISSUES.badShare, `--fail-under is ${failUnder}.`);
  const { techniques, notes, level, restsOn, ...found } = await coverageFor(desk, question, {
    atLeast,
    evidence,
  });
  const gaps = techniques.filter(({ reasons }) => reasons.length > 0);
  const cheapOnes = gaps.filter(({ logsAtHand }) => logsAtHand);
  const share = shareReached(found.counts, atLeast);
  const answer = {
    ...found,
    atLeast,
    share,
    gaps: (cheap ? cheapOnes : gaps).slice(0, limit),
    of: gaps.length,
    cheap: cheapOnes.length,
    ...defined({ gate: gateOf(found, share, failUnder, baseline) }),
  };
  return { answer, notes, level, ...defined({ restsOn }) };
}

function gateOf(
  { levels }: Pick<FoundCoverage, 'levels'>,
  share: number,
  failUnder: number | undefined,
  baseline: CoverageGapsQuestion['baseline'],
): CoverageGapsAnswer['gate'] {
  if (failUnder === undefined && baseline === undefined) return undefined;
  const fallen = Object.entries(baseline?.levels ?? {})
    .flatMap(([technique, before]) => {
      const now = levels[technique];
      // What is not looked at now has not fallen.
      return now === undefined || now >= before ? [] : [{ technique, before, now }];
    })
    .toSorted((one, other) => compareText(one.technique, other.technique));
  return {
    passes: fallen.length === 0 && (failUnder === undefined || share >= failUnder),
    ...defined({ failUnder, baseline: baseline?.asOf }),
    fallen,
  };
}

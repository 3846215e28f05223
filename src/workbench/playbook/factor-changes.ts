import type { EarlierRun, FactorChange, FactorInRun, RankedInRun } from '../../answers/index.ts';
import { weightsBehind } from '../../threat/index.ts';
import { rounded } from './rounded.ts';

/** Least difference of a contribution that is shown: half of what two places show. */
const LEAST = 0.005;

/** What of a group’s score is different, the greatest difference first. */
export function factorChanges(
  was: RankedInRun,
  is: RankedInRun,
  before: EarlierRun,
  after: EarlierRun,
): readonly FactorChange[] {
  const names = [...new Set([...is.factors, ...was.factors].map(({ factor }) => factor))];
  return names
    .map((name) =>
      factorChange(
        name,
        find(was, name),
        find(is, name),
        weightsBehind(name).some((weighed) => weightOf(before, weighed) !== weightOf(after, weighed)),
      ),
    )
    .filter((change) => Math.abs(change.after - change.before) >= LEAST)
    .toSorted((one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before));
}

/** A factor that did not apply, or weighed nothing, adds nothing. */
const ABSENT: FactorInRun = { factor: '', contribution: 0, known: true, found: '', evidence: [] };

function find({ factors }: RankedInRun, name: string): FactorInRun {
  return factors.find(({ factor }) => factor === name) ?? ABSENT;
}

function weightOf({ factors }: EarlierRun, name: string): number {
  return factors.find((factor) => factor.name === name)?.weight ?? 0;
}

function factorChange(
  factor: string,
  was: FactorInRun,
  is: FactorInRun,
  weighsOtherwise: boolean,
): FactorChange {
  // Of a factor that does not count in one of the runs, nothing is newly reported or gone.
  const isCounted = was !== ABSENT && is !== ABSENT;
  const newly = is.evidence.filter((claim) => !was.evidence.includes(claim));
  const gone = was.evidence.filter((claim) => !is.evidence.includes(claim));
  return {
    factor,
    before: rounded(was.contribution),
    after: rounded(is.contribution),
    difference: rounded(is.contribution - was.contribution),
    foundBefore: was.found,
    foundAfter: is.found,
    cause: isCounted ? causeOf(was, is, newly.length + gone.length > 0, weighsOtherwise) : 'weight',
    newly: isCounted ? newly : [],
    gone: isCounted ? gone : [],
  };
}

function causeOf(
  was: FactorInRun,
  is: FactorInRun,
  isReportedOtherwise: boolean,
  weighsOtherwise: boolean,
): FactorChange['cause'] {
  if (isReportedOtherwise || was.known !== is.known) return 'reported';
  if (weighsOtherwise) return 'weight';
  return is.known ? 'counted' : 'mean';
}

import type { TechniqueCoverage } from '../../answers/index.ts';
import { techniqueCoverage } from '../../analysis/index.ts';
import type { Desk, Knowledge } from '../../desk/index.ts';
import type { Organisation } from '../../threat/index.ts';
import type { CountedCoverage } from '../coverage/counted-coverage.ts';
import { coverageGrounds, EVIDENCE, type CoverageAt } from '../coverage/coverage-of.ts';
import { targetInView } from '../releases/target-in-view.ts';
import type { Unwatched } from '../threats/expected.ts';

/** What is expected, and how far its detection has come. */
export interface ExpectedCoverage {
  /** What it was looked up by. */
  readonly at: CoverageAt;
  readonly techniques: readonly TechniqueCoverage[];
}

/** How far the detection of every technique to be expected has come, weighed by the expectation. */
export function expectedCoverage(
  desk: Desk & Pick<Knowledge['desk'], 'base'>,
  { techniques }: Unwatched,
  { given, inForce }: Pick<CountedCoverage, 'given' | 'inForce'>,
  { organisation, release }: { readonly organisation: Organisation; readonly release?: string | undefined },
): ExpectedCoverage {
  const { catalogue } = desk.view;
  const weights = new Map(
    techniques.map(({ technique, expectation }) => [catalogue.termOf(technique.id) ?? -1, expectation]),
  );
  const at = {
    weights,
    platforms: organisation.platforms,
    given,
    inForce,
    target: targetInView(desk, release),
  };
  const detail = { atLeast: 'deployed', evidence: EVIDENCE, logs: false } as const;
  return { at, techniques: techniqueCoverage(coverageGrounds(desk, at), [...weights.keys()], detail) };
}

import type { CoverageClaims } from '../../answers/index.ts';
import type { ReleaseTarget } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { coverageOf, type Coverage } from '../../threat/index.ts';
import { targetInView } from '../releases/target-in-view.ts';

/** The coverage in a question, ids as files give them, and the release that these are carried to. */
export interface AskedCoverage {
  readonly coverage?: Coverage | undefined;
  /** Given where an older release is asked about: the newest loaded knows what became of its ids. Default: by the revocations in view. */
  readonly target?: ReleaseTarget | undefined;
}

/** The coverage in a question, as it was asked. */
export function askedCoverage(
  knowledge: Knowledge['view'],
  claims: CoverageClaims | undefined,
  release?: string,
): AskedCoverage {
  if (claims === undefined) return {};
  const coverage = coverageOf(claims.claims, claims.marking);
  return release === undefined ? { coverage } : { coverage, target: targetInView(knowledge, release) };
}

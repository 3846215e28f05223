import type { Analytic, CarriedCoverage } from '../../answers/index.ts';
import { carriedCoverage, identify } from '../../analysis/index.ts';
import { typesOf, type Organisation } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { analyticsOf } from '../techniques/defences.ts';
import type { AskedCoverage } from './asked-coverage.ts';
import { coverageInView, type CoverageInView } from './coverage-in-view.ts';
import { leftOut } from './organisation-findings.ts';

/** What is covered in the release in view, and how its ids came there. */
export interface CoverageTaken extends Pick<CoverageInView, 'techniques'> {
  readonly carried: CarriedCoverage;
}

/** The coverage that was asked with; none where none was. */
export function coverageTaken({ view }: Desk, { coverage, target }: AskedCoverage): CoverageTaken {
  const { techniques, ...ids } =
    coverage === undefined
      ? { techniques: new Map(), unchanged: 0, carried: [] }
      : coverageInView(view, coverage, target);
  return { techniques, carried: carriedCoverage(ids) };
}

interface InPlace {
  readonly found: readonly number[];
  readonly notes: readonly string[];
}

/** The mitigations that an organisation has in place, and what is to be said of names that lead to none. */
export function mitigationsInPlace({ view }: Desk, { controls }: Organisation): InPlace {
  const named = controls.mitigations.map((name) => ({
    name,
    found: identify(view.catalogue, name, typesOf('mitigation')),
  }));
  return {
    found: named.flatMap(({ found }) => (found.kind === 'one' ? [found.term] : [])),
    notes: named.flatMap(({ name, found }) =>
      found.kind === 'one' ? [] : [leftOut(`The mitigation “${name}”`, found.kind === 'several')],
    ),
  };
}

/** How a strategy is carried out on the platforms of the organisation. */
export function analyticsFor(desk: Desk, { platforms }: Organisation, strategy: string): readonly Analytic[] {
  return analyticsOf(desk, strategy).filter(
    (analytic) =>
      platforms.length === 0 ||
      analytic.platforms.length === 0 ||
      analytic.platforms.some((each) => platforms.includes(each)),
  );
}

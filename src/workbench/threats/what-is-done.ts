import type { Analytic, PrioritiesAnswer } from '../../answers/index.ts';
import {
  carriedCoverage,
  gapsOf,
  identify,
  type Gaps,
  type WeighedTechniques,
} from '../../analysis/index.ts';
import { typesOf, type Organisation } from '../../threat/index.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { analyticsOf } from '../techniques/defences.ts';
import type { CoverageInView } from '../coverage/counted-coverage.ts';
import { defined } from '../../text/index.ts';
import { leftOut } from './organisation-findings.ts';

/** What is taken off, and how much. */
interface Against {
  readonly coverage?: CoverageInView | undefined;
  readonly mitigatedKeeps?: number;
}

const NOTHING_COVERED: CoverageInView = {
  techniques: new Map(),
  carried: carriedCoverage({ unchanged: 0, carried: [] }),
};

/** Techniques without what an organisation has against them already. */
export interface LeftOver {
  readonly gaps: Gaps;
  /** What answers say of it. */
  readonly sums: Pick<PrioritiesAnswer, 'total' | 'left' | 'done' | 'takenOff' | 'coverage'>;
  readonly notes: readonly string[];
}

/**
 * Takes what is covered and what is mitigated off what techniques weigh.
 *
 * @param mitigatedKeeps 0 … 1, what a technique keeps that is mitigated; default as `gapsOf` has it
 */
export function leftOver(
  desk: Desk,
  organisation: Organisation,
  techniques: WeighedTechniques,
  { mitigatedKeeps, coverage = NOTHING_COVERED }: Against = {},
): LeftOver {
  const inPlace = mitigationsInPlace(desk, organisation);
  const gaps = gapsOf(knownTo(desk), techniques, {
    coverage: coverage.techniques,
    mitigations: inPlace.found,
    ...defined({ mitigatedKeeps }),
  });
  const { total, left } = gaps;
  const takenOff = [...gaps.gaps.values()]
    .filter((gap) => gap.left < gap.expectation)
    .toSorted((one, other) => other.expectation - other.left - (one.expectation - one.left));
  const sums = { total, left, done: total - left, takenOff, coverage: coverage.carried };
  return { gaps, sums, notes: inPlace.notes };
}

interface InPlace {
  readonly found: readonly number[];
  readonly notes: readonly string[];
}

/** The mitigations that an organisation has in place, and what is to be said of names that lead to none. */
function mitigationsInPlace({ view }: Desk, { controls }: Organisation): InPlace {
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

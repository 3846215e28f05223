import type { CoverageLevel } from '../../threat/index.ts';
import { eachPair } from '../../desk/index.ts';
import type { Known } from '../../desk/index.ts';
import { sum, type ExpectedTechnique, type ExpectedTechniques } from './expected-techniques.ts';

/** What an organisation has against techniques already. */
export interface Defended {
  /** How well techniques are covered; `from` is the id that the file tells. */
  readonly coverage: ReadonlyMap<number, CoveredTechnique>;
  /** Mitigations in place. */
  readonly mitigations: readonly number[];
}

/** How well a technique of the release in view is covered, and who says so of which id. */
export interface CoveredTechnique extends CoverageLevel {
  readonly from: string;
}

/** What is left of the expectation of a technique, and why. */
export interface Gap {
  readonly expected: ExpectedTechnique;
  /** expectation × (1 − level of coverage), and {@link MITIGATED_KEEPS} times that where a mitigation in place answers it. */
  readonly left: number;
  /** Absent where no coverage is told. */
  readonly coverage?: CoveredTechnique;
  /** Mitigations in place that mitigate it. */
  readonly mitigations: readonly number[];
}

/** What is left of all that is expected. */
export interface Gaps {
  /** Every expected technique that works on the platforms, the most expected first. */
  readonly gaps: readonly Gap[];
  /** Sum of the expectations before anything was taken off. */
  readonly total: number;
  /** Sum of what is left. */
  readonly left: number;
  /** Mitigations in place, which nobody needs to be told to take. */
  readonly inPlace: readonly number[];
}

/**
 * What a technique keeps of its expectation where a mitigation in place mitigates it. No source tells how well any
 * does, and few close a technique (users who were trained still open attachments): half is a judgement, not measured.
 */
export const MITIGATED_KEEPS = 0.5;

/**
 * What is left to be done: a technique covered at level l keeps 1 − l of its expectation, and one that mitigations in
 * place mitigate, however many, half of that.
 */
export function gapsOf(known: Known, { techniques, total }: ExpectedTechniques, defended: Defended): Gaps {
  const mitigated = mitigatedBy(known, new Set(defended.mitigations));
  const gaps = techniques.map((expected) => gapOf(expected, mitigated, defended));
  return { gaps, total, left: sum(gaps.map(({ left }) => left)), inPlace: defended.mitigations };
}

function gapOf(
  expected: ExpectedTechnique,
  mitigated: ReadonlyMap<number, readonly number[]>,
  { coverage }: Defended,
): Gap {
  const covered = coverage.get(expected.technique);
  const mitigations = mitigated.get(expected.technique) ?? [];
  return {
    expected,
    left: expected.expectation * (1 - (covered?.level ?? 0)) * (mitigations.length > 0 ? MITIGATED_KEEPS : 1),
    ...(covered === undefined ? {} : { coverage: covered }),
    mitigations,
  };
}

/** technique → which of these mitigations mitigate it. */
function mitigatedBy(known: Known, inPlace: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  eachPair(known, 'mitigates', (mitigation, technique) => {
    if (inPlace.has(mitigation)) found.set(technique, [...(found.get(technique) ?? []), mitigation]);
  });
  return found;
}

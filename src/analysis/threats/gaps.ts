import { addTo, defined, highest, sum } from '../../text/index.ts';
import type { Covered, ExpectedTechnique, Gap } from '../../answers/index.ts';
import { eachPair, type Known } from '../../desk/index.ts';
import type { CaveatOf } from '../defences.ts';
import { mention } from '../mention.ts';

/** Techniques, the weightiest first, with what each weighs from 0 to 1, and the sum of that. */
export interface WeighedTechniques {
  readonly techniques: readonly Pick<ExpectedTechnique, 'technique' | 'expectation'>[];
  readonly total: number;
}

/** What an organisation has against techniques already. */
export interface Defended {
  /** technique → how well it is covered. */
  readonly coverage: ReadonlyMap<number, Covered>;
  /** Mitigations and mapped controls in place. */
  readonly mitigations: readonly number[];
  /** 0 … 1, what a technique keeps where one of them answers it. Default: half. */
  readonly mitigatedKeeps?: number;
  /** How far each answers a technique; default: wholly. */
  readonly caveatOf?: CaveatOf;
}

/** What is left of all that is expected. */
export interface Gaps {
  /** technique → what is left of it: every expected technique that works on the platforms, the most expected first. */
  readonly gaps: ReadonlyMap<number, Gap>;
  /** Sum of the expectations before anything was taken off. */
  readonly total: number;
  /** Sum of what is left. */
  readonly left: number;
  /** What is in place, which need not be recommended. */
  readonly inPlace: readonly number[];
}

/**
 * What a technique keeps of its expectation where a mitigation in place mitigates it. No source reports how well any
 * does, and few close a technique (users who were trained still open attachments): half is a judgement, not measured.
 */
const MITIGATED_KEEPS = 0.5;

/**
 * What is left to be done: a technique covered at level l keeps 1 − l of its expectation, and one that mitigations in
 * place mitigate, however many, half of that; where all of them count less than whole by the words of their sources, that much less
 * is taken off, by the one that counts most.
 */
export function gapsOf(known: Known, { techniques, total }: WeighedTechniques, defended: Defended): Gaps {
  const mitigated = mitigatedBy(known, new Set(defended.mitigations));
  const gaps = new Map(
    techniques.map((expected) => {
      const term = known.catalogue.termOf(expected.technique.id) ?? -1;
      const inPlace = (mitigated.get(term) ?? [])
        .map((each) => ({ each, caveat: defended.caveatOf?.(each, term) }))
        .filter(({ caveat }) => caveat?.counts !== 0);
      const mitigations = inPlace.map(({ each }) => mention(known.catalogue, each));
      const counts = highest([0, ...inPlace.map(({ caveat }) => caveat?.counts ?? 1)]);
      const keeps = 1 - counts * (1 - (defended.mitigatedKeeps ?? MITIGATED_KEEPS));
      const caveat = inPlace.find((each) => each.caveat?.counts === counts)?.caveat;
      const gap = gapOf(expected, defended.coverage.get(term), mitigations, keeps);
      return [term, { ...gap, ...defined({ caveat }) }];
    }),
  );
  return {
    gaps,
    total,
    left: sum([...gaps.values()].map(({ left }) => left)),
    inPlace: defended.mitigations,
  };
}

function gapOf(
  { technique, expectation }: WeighedTechniques['techniques'][number],
  coverage: Covered | undefined,
  mitigations: Gap['mitigations'],
  keeps: number,
): Gap {
  const open = expectation * (1 - (coverage?.level ?? 0));
  return {
    technique,
    expectation,
    left: open * keeps,
    ...defined({ coverage }),
    mitigations,
  };
}

/** technique → which of these mitigate it or, as controls of frameworks may, detect it. */
function mitigatedBy(known: Known, inPlace: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const relation of ['mitigates', 'detects'])
    eachPair(known, relation, (control, technique) => {
      if (inPlace.has(control) && found.get(technique)?.includes(control) !== true)
        addTo(found, technique, control);
    });
  return found;
}

import type { PrioritiesAnswer } from '../../answers/index.ts';
import {
  carriedCoverage,
  gapsOf,
  identify,
  type Identification,
  type Gaps,
  type WeighedTechniques,
} from '../../analysis/index.ts';
import { typesOf, type Organisation } from '../../threat/index.ts';
import { knownTo, objectsOf, reportedIn, type Desk } from '../../desk/index.ts';
import { caveatsIn } from '../techniques/caveats.ts';
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
 * Takes what is covered, and what is in place against it, off what techniques weigh.
 *
 * @param mitigatedKeeps 0 … 1, what a technique keeps that something in place answers; default as `gapsOf` has it
 */
export function leftOver(
  desk: Desk,
  organisation: Organisation,
  techniques: WeighedTechniques,
  { mitigatedKeeps, coverage = NOTHING_COVERED }: Against = {},
): LeftOver {
  const inPlace = inPlaceFor(desk, organisation);
  const gaps = gapsOf(knownTo(desk), techniques, {
    coverage: coverage.techniques,
    mitigations: inPlace.found,
    caveatOf: caveatsIn(desk, organisation.platforms),
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

/** What an organisation has in place, and what is to be said of names that lead to nothing. */
function inPlaceFor(desk: Desk, { controls: { mitigations, mapped = [] } }: Organisation): InPlace {
  const named = [
    ...mitigations.map((name) => ({
      what: `The mitigation “${name}”`,
      found: identify(desk.view.catalogue, name, typesOf('mitigation')),
      next: { none: '', several: '' },
    })),
    ...mapped.map((name) => ({
      what: `The control “${name}”`,
      found: controlNamed(desk, name),
      next: {
        none: ' `foeprint list controls` has the ids of the mappings that are loaded.',
        several: ` Write the framework before it: \`nist_800_53:${name}\`.`,
      },
    })),
  ];
  return {
    found: [...new Set(named.flatMap(({ found }) => (found.kind === 'one' ? [found.term] : [])))],
    notes: named.flatMap(({ what, found: { kind }, next }) =>
      kind === 'one' ? [] : [`${leftOut(what, kind === 'several')}${next[kind]}`],
    ),
  };
}

/** A control by its id or name, or by `framework:id`; an id may have colons itself, and so may a framework. */
function controlNamed(desk: Desk, name: string): Identification {
  const { catalogue } = desk.view;
  const whole = identify(catalogue, name, typesOf('control'));
  if (whole.kind !== 'none') return whole;
  for (const { index } of name.matchAll(/:/gu)) {
    const framework = identify(catalogue, name.slice(0, index), typesOf('framework'));
    const control = identify(catalogue, name.slice(index + 1), typesOf('control'));
    if (framework.kind !== 'one' || control.kind === 'none') continue;
    const terms = (control.kind === 'one' ? [control.term] : control.terms).filter((term) =>
      objectsOf(reportedIn(desk), 'part-of', term).includes(framework.term),
    );
    const [term, ...others] = terms;
    if (term !== undefined)
      return others.length > 0 ? { kind: 'several', terms } : { kind: 'one', term, asked: term, by: 'label' };
  }
  return whole;
}

import type { Mention } from '../../../answers/index.ts';
import type { PriorityKind } from '../../../threat/index.ts';
import type { CarriedCoverage, LeftTechnique, PriorityRow } from '../../priorities.ts';
import { rounded } from '../reason.ts';
import type { Step } from '../step.ts';

/** What to do first. */
export interface PrioritiesSummary {
  /** Sum of the expectations, and what is left of it when what is done already is taken off. */
  readonly total: number;
  readonly left: number;
  /** Techniques of which something was taken off. */
  readonly takenOff: number;
  readonly coverage: Pick<CarriedCoverage, 'told' | 'unchanged'> & { readonly lost: readonly string[] };
  readonly rankings: readonly RankedDefences[];
  readonly notes: readonly string[];
}

/** Defences of a kind. */
export interface RankedDefences {
  readonly kind: PriorityKind;
  readonly defences: readonly DefenceInShort[];
  readonly of: number;
  /** Share of what is left that all of them together answer. */
  readonly answered: number;
  /** Techniques that nothing of this kind answers, that with the most left first. */
  readonly unanswered: readonly LeftTechnique[];
}

/** Something to do, in short. */
export interface DefenceInShort {
  readonly defence: Mention;
  /** Share of what is left that it answers, alone. */
  readonly effect: number;
  /** Place where one always takes next what adds most; absent where it adds nothing to those before. */
  readonly order?: number;
  readonly marginal: number;
  /** How many techniques it answers, and those that matter most. */
  readonly answers: number;
  readonly techniques: readonly Mention[];
  /** Of detection strategies: in which logs to look. */
  readonly logSources: readonly string[];
}

/** Techniques, and names of log sources, shown for one. */
const NAMED = 5;
const LOGS = 4;

/** Techniques without an answer that are named. */
const UNANSWERED = 10;

export const PRIORITIES_STEP: Step<'priorities', PrioritiesSummary> = {
  run({ priorities }, { kind, top, limit }) {
    const { total, left, takenOff, coverage, rankings, notes } = priorities(top, limit);
    return {
      total: rounded(total),
      left: rounded(left),
      takenOff: takenOff.length,
      coverage: {
        told: coverage.told,
        unchanged: coverage.unchanged,
        lost: coverage.carried.filter(({ to }) => to === undefined).map(({ from }) => from),
      },
      rankings: rankings
        .filter((ranking) => kind === 'both' || ranking.kind === kind)
        .map((ranking) => ({
          kind: ranking.kind,
          // In the order to do them in: what adds most to those before.
          defences: inOrder(ranking.defences).slice(0, limit).map(inShort),
          of: ranking.of,
          answered: rounded(ranking.answered),
          unanswered: ranking.unanswered.slice(0, UNANSWERED),
        })),
      notes,
    };
  },
};

export function inOrder(defences: readonly PriorityRow[]): readonly PriorityRow[] {
  return defences.toSorted((one, other) => (one.order ?? Infinity) - (other.order ?? Infinity));
}

export function inShort(row: PriorityRow): DefenceInShort {
  const { defence, effect, order, marginal, techniques, analytics } = row;
  const logs = analytics.flatMap(({ logSources }) => logSources.map(({ name }) => name));
  return {
    defence,
    effect: rounded(effect),
    ...(order === undefined ? {} : { order }),
    marginal: rounded(marginal),
    answers: techniques.length,
    techniques: techniques.slice(0, NAMED).map(({ technique }) => technique),
    logSources: [...new Set(logs)].toSorted().slice(0, LOGS),
  };
}

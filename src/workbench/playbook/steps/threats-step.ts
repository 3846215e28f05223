import type { AppliedFactor } from '../../../analysis/index.ts';
import { threatRow } from '../../threats.ts';
import { rankedRow, type RankedRow } from '../reason.ts';
import type { Step } from '../step.ts';

/** The groups in their order. */
export interface RankedThreats {
  /** Factors that apply, with their weights. */
  readonly factors: readonly AppliedFactor[];
  /** The highest score there could be. */
  readonly highest: number;
  readonly groups: readonly RankedRow[];
  /** Live groups in all. */
  readonly of: number;
}

export const THREATS_STEP: Step<'threats', RankedThreats> = {
  run: ({ ranking, first }, { top }) => ({
    factors: ranking.ranked.factors,
    highest: ranking.ranked.factors.reduce((sum, { weight }) => sum + weight, 0),
    groups: first(top).map((group) => rankedRow(threatRow(ranking, group))),
    of: ranking.ranked.groups.length,
  }),
};

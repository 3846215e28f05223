import type { Mention } from '../../../answers/index.ts';
import { rounded } from '../reason.ts';
import type { Step } from '../step.ts';
import type { ExpectedRow, GroupShare, TacticRow } from '../../../analysis/index.ts';
import type { Citation } from '../../../facts/index.ts';

/** What to expect from the first groups. */
export interface ExpectedSummary {
  /** The groups that count, and how much. */
  readonly groups: readonly GroupShare[];
  readonly techniques: readonly ExpectedInShort[];
  /** Techniques expected in all. */
  readonly of: number;
  readonly total: number;
  readonly tactics: readonly TacticRow[];
  /** Techniques of these groups that work on no platform of the organisation. */
  readonly elsewhere: number;
  readonly notes: readonly string[];
}

/** An expected technique, with the best of what stands behind it. */
export interface ExpectedInShort {
  readonly technique: Mention;
  readonly tactics: readonly string[];
  readonly expectation: number;
  /** Of the groups that count, how many use it; of all live groups, how many do. */
  readonly usedBy: number;
  readonly users: number;
  /** The groups that add most. */
  readonly strongest: readonly Mention[];
  /** Share of the expectation that three groups make up. */
  readonly explainedByFew: number;
  /** The sentence and citation to read first, of the group that adds most. */
  readonly sentence: string;
  readonly citation?: Citation;
}

/** Groups named for a technique. */
const STRONGEST = 3;

export const EXPECTED_STEP: Step<'expected', ExpectedSummary> = {
  run({ expected }, { top, limit }) {
    const { groups, techniques, of, total, tactics, elsewhere, notes } = expected(top, limit);
    return {
      groups,
      techniques: techniques.map(inShort),
      of,
      total: rounded(total),
      tactics,
      elsewhere: elsewhere.length,
      notes,
    };
  },
};

export function inShort({
  technique,
  tactics,
  expectation,
  usedBy,
  users,
  parts,
  explainedByFew,
}: ExpectedRow): ExpectedInShort {
  const why = parts[0]?.why;
  return {
    technique,
    tactics: tactics.map(({ name }) => name),
    expectation: rounded(expectation),
    usedBy,
    users,
    strongest: parts.slice(0, STRONGEST).map(({ group }) => group),
    explainedByFew: rounded(explainedByFew),
    sentence: why?.sentence ?? '',
    ...(why?.citation === undefined ? {} : { citation: why.citation }),
  };
}

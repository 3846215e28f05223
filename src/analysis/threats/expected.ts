import type { UseKind } from '../../answers/index.ts';
import type { Mention, Support } from '../../answers/index.ts';
import type { ExpectedOrder, Organisation } from '../../threat/index.ts';
import type { ExpectedTechnique } from './expected-techniques.ts';
import type { Recency } from './recency.ts';

/** How groups documented against organisations like this one are told to work: what is to be expected from them. */
export interface ExpectedAnswer {
  readonly organisation: Organisation;
  readonly asOf: string;
  readonly by: ExpectedOrder;
  /** The groups that count, and how much. */
  readonly groups: readonly GroupShare[];
  readonly techniques: readonly ExpectedRow[];
  /** Techniques expected in all, of which `techniques` may show fewer. */
  readonly of: number;
  /** Sum of the expectations of all of them. */
  readonly total: number;
  /** Techniques of these groups that work on no platform of the organisation; the most used first. */
  readonly elsewhere: readonly ElsewhereRow[];
  /** In the order of the matrix. Techniques that serve several tactics count under each. */
  readonly tactics: readonly TacticRow[];
  /** Live groups in view, over which rarity is counted. */
  readonly groupsInView: number;
  readonly hidden: readonly string[];
  readonly sources: readonly string[];
  readonly notes: readonly string[];
  readonly notices: readonly string[];
}

/** A group that counts. */
export interface GroupShare {
  readonly group: Mention;
  readonly rank: number;
  readonly score: number;
  /** Its score over the sum of the scores of all that count. */
  readonly share: number;
}

/** An expected technique; {@link ExpectedTechnique} says what each number is. */
export interface ExpectedRow extends Pick<
  ExpectedTechnique,
  'expectation' | 'rarity' | 'characteristic' | 'explainedByFew' | 'platforms'
> {
  readonly technique: Mention;
  readonly tactics: readonly Mention[];
  /** Of the groups that count, how many use it. */
  readonly usedBy: number;
  /** Of all live groups in view, how many do. */
  readonly users: number;
  /** The greatest contribution first; they sum up to the expectation. */
  readonly parts: readonly ExpectedPartRow[];
}

/** What one group adds, and why. */
export interface ExpectedPartRow {
  readonly group: Mention;
  readonly share: number;
  readonly use: UseKind;
  readonly credibility: number;
  readonly recency: Recency['name'];
  readonly recencyWeight: number;
  /** share × credibility × recencyWeight. */
  readonly contribution: number;
  /** Of a derived use: what stands between group and technique. */
  readonly through: readonly Mention[];
  /** Dates, publishers, and sentence and citation to read first. */
  readonly why: Support;
}

/** A technique that works on no platform of the organisation. */
export interface ElsewhereRow {
  readonly technique: Mention;
  readonly platforms: readonly string[];
  /** What it would be if it worked there. */
  readonly expectation: number;
  readonly usedBy: number;
}

/** What is expected under a tactic. */
export interface TacticRow {
  readonly tactic: Mention;
  readonly expectation: number;
  readonly techniques: number;
  /** At most three groups, those that add most first, and the share of the expectation that they make up. */
  readonly strongest: readonly Mention[];
  readonly explainedByFew: number;
}

import type { MarkingLevel } from '../../facts/index.ts';
import type { CoverageStage } from './coverage-stage.ts';
import type { RuleLogSource } from './rule-log-sources.ts';

/**
 * What says that a technique is covered: a score of detections or of visibility in a DeTT&CT technique administration,
 * a scored technique of a Navigator layer, a tag of a Sigma rule, or an id in a list or table.
 */
export const COVERAGE_KINDS = ['detection', 'visibility', 'layer', 'rule', 'list'] as const;
/** One of {@link COVERAGE_KINDS}. */
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

/** How well a technique is covered, and who says so. */
export interface CoverageLevel {
  /**
   * Above 0 and at most 1: the score over the highest that its scale allows (DeTT&CT: 5 for detection, 4 for
   * visibility; layers: the upper end of the layer's gradient, 100 where it has none).
   */
  readonly level: number;
  readonly kind: CoverageKind;
  /** Path of the file that says it. */
  readonly file: string;
  /** ATT&CK release that the technique id belongs to, e.g. `18`, as written; absent where the file does not say. */
  readonly release?: string;
  /** Tactics, by short name, of which the same layer says otherwise: the claim is of the technique's other tactics only. */
  readonly besides?: readonly string[];
  /** The highest of claims that are not so bounded, where this one is. */
  readonly otherwise?: CoverageLevel;
  /** How far the file says that detection has come; absent where it does not say, and {@link stageOf} takes what is usual of its kind. */
  readonly stage?: CoverageStage;
  /** Platforms that the claim is of, as ATT&CK spells them; absent: all of the technique. */
  readonly platforms?: readonly string[];
  /** The rule or test that it rests on, by id, or by name where it has none. */
  readonly rule?: string;
  /** What the rule is called, where that is not its id. */
  readonly title?: string;
  /** Where the rule looks. */
  readonly looksIn?: RuleLogSource;
  /** When it was made, changed or scored last, `YYYY-MM-DD`. */
  readonly date?: string;
}

/** Which techniques an organisation covers. Ids are as written: they may belong to releases that are not loaded. */
export interface Coverage {
  /** What is detected or, by a layer, covered, by ATT&CK id; of several claims the highest, of equal ones the first. */
  readonly techniques: ReadonlyMap<string, CoverageLevel>;
  /** What could be seen in the logs at hand (DeTT&CT visibility), apart: seeing is not yet detecting. */
  readonly visibility: ReadonlyMap<string, CoverageLevel>;
  /** The strictest level that a file of it is marked with: what rests on it goes no farther. */
  readonly marking?: MarkingLevel;
}

/** What one file says of one technique. */
export interface CoverageClaim extends CoverageLevel {
  /** ATT&CK id as written. */
  readonly technique: string;
}

/** That the logs of a kind are at hand. */
export interface LogSourceClaim {
  /** Name of the data component that they provide, e.g. `Process Creation`, or of the log source, e.g. `WinEventLog:Sysmon`. */
  readonly logSource: string;
  /** Platforms of the systems that they come from; absent: all. */
  readonly platforms?: readonly string[];
  readonly file: string;
  readonly date?: string;
}

/** How far detection has come by what files of a kind are, where they do not say it themselves. */
const USUAL: Readonly<Record<CoverageKind, CoverageStage>> = {
  detection: 'deployed',
  visibility: 'log-source',
  layer: 'deployed',
  rule: 'rule',
  list: 'deployed',
};

/** How far detection has come by a claim. */
export function stageOf({ stage, kind }: Pick<CoverageLevel, 'stage' | 'kind'>): CoverageStage {
  return stage ?? USUAL[kind];
}

/** Takes claims together: of several on a technique the highest holds, of equal ones the first. */
export function coverageOf(claims: readonly CoverageClaim[], marking?: MarkingLevel): Coverage {
  return {
    techniques: highest(claims.filter(({ kind }) => kind !== 'visibility')),
    visibility: highest(claims.filter(({ kind }) => kind === 'visibility')),
    ...(marking === undefined ? {} : { marking }),
  };
}

/** The claims that hold: taken together again they are the same coverage. */
export function claimsOf({ techniques, visibility }: Coverage): readonly CoverageClaim[] {
  return [...techniques, ...visibility].flatMap(([technique, { otherwise, ...level }]) => [
    { technique, ...level },
    ...(otherwise === undefined ? [] : [{ technique, ...otherwise }]),
  ]);
}

function highest(claims: readonly CoverageClaim[]): ReadonlyMap<string, CoverageLevel> {
  const levels = new Map<string, CoverageLevel>();
  const unbounded = new Map<string, CoverageLevel>();
  for (const { technique, ...level } of claims) {
    if (level.level > (levels.get(technique)?.level ?? 0)) levels.set(technique, level);
    if (level.besides === undefined && level.level > (unbounded.get(technique)?.level ?? 0))
      unbounded.set(technique, level);
  }
  return new Map(
    [...levels].map(([technique, level]) => {
      const otherwise = unbounded.get(technique);
      return [
        technique,
        level.besides === undefined || otherwise === undefined ? level : { ...level, otherwise },
      ];
    }),
  );
}

/** The level of a technique that serves these tactics; undefined where all that is known of it is of others. */
export function levelFor(level: CoverageLevel, tactics: readonly string[]): CoverageLevel | undefined {
  const { besides } = level;
  if (besides === undefined) return level;
  const isShadowed = tactics.length > 0 && tactics.every((tactic) => besides.includes(tactic));
  return isShadowed ? level.otherwise : level;
}

import type { Implication, ImplicationName } from '../../answers/index.ts';
import type { UsePlatforms } from './platform-families.ts';

/** A use as the rules look at it. */
export interface NewUse {
  /** ATT&CK id of the technique. */
  readonly label: string;
  /** Names of the tactics it serves. */
  readonly tactics: readonly string[];
  readonly servesInitialAccess: boolean;
  readonly platforms: UsePlatforms;
  /** Groups that use the technique: this one, and others by what sources report. */
  readonly groups: number;
  readonly isMitigated: boolean;
  readonly isDetected: boolean;
}

/** What was known when a use was first reported. */
export interface Before {
  /** Whether anything was: of a group's very first techniques, "first" means nothing. */
  readonly any: boolean;
  readonly tactics: ReadonlySet<string>;
  /** Kinds of platform that a use was on, or that a report of it named. */
  readonly platforms: ReadonlySet<string>;
  /** Techniques known for initial access. */
  readonly routes: number;
}

/** What the rules compare with. */
export interface Surroundings {
  /** Groups that use any technique by what sources report. */
  readonly groups: number;
  /** Whether mitigations, and detections, are known at all: without any, that a technique has none means nothing. */
  readonly hasMitigations: boolean;
  readonly hasDetections: boolean;
  /** ATT&CK ids that our own detections cover; undefined where not known. */
  readonly coverage?: ReadonlySet<string>;
}

/** Share of groups up to which a technique counts as rare. */
export const RARE_SHARE = 0.05;

interface ImplicationRule {
  readonly name: ImplicationName;
  /** Whether it is a gap in our controls, which an audit asks for. */
  readonly isGap: boolean;
  /** When it holds, for people. */
  readonly holds: string;
  /** Sentences that hold; none where it does not. */
  readonly find: (use: NewUse, before: Before, around: Surroundings) => readonly string[];
}

/** What a newly evidenced technique may imply, as one table: timeline, docs and tests read it. */
export const IMPLICATIONS = [
  {
    name: 'first-in-tactic',
    isGap: false,
    holds: 'nothing reported earlier, or undated, serves the tactic',
    find: ({ tactics }, before) =>
      before.any
        ? tactics
            .filter((tactic) => !before.tactics.has(tactic))
            .map((tactic) => `First technique in ${tactic}`)
        : [],
  },
  {
    name: 'first-on-platform',
    isGap: false,
    holds:
      'the technique works on this kind of platform only, or works there and a sentence names it, and the same is true of nothing reported earlier or undated',
    find: ({ platforms }, before) =>
      before.any
        ? [
            ...newIn(platforms.certain, before.platforms).map((kind) => `First on ${kind}`),
            ...newIn(platforms.named, before.platforms).map((kind) => `First report to name ${kind}`),
          ]
        : [],
  },
  {
    name: 'new-route-in',
    isGap: false,
    holds: 'the technique serves initial access, and something was known before',
    find: ({ servesInitialAccess }, before) =>
      before.any && servesInitialAccess ? [sayRoute(before.routes)] : [],
  },
  {
    name: 'rare',
    isGap: false,
    holds: `at most ${RARE_SHARE * 100} % of the groups of which any technique is reported use it`,
    find: ({ groups }, _before, around) =>
      groups <= around.groups * RARE_SHARE ? [`Rare: ${groups} of ${around.groups} groups use it`] : [],
  },
  {
    name: 'no-mitigation',
    isGap: true,
    holds: 'no mitigation is reported for it, while some are for others',
    find: ({ isMitigated }, _before, { hasMitigations }) =>
      hasMitigations && !isMitigated ? ['No mitigation known'] : [],
  },
  {
    name: 'no-detection',
    isGap: true,
    holds: 'no detection strategy or data component is reported to detect it, while some are for others',
    find: ({ isDetected }, _before, { hasDetections }) =>
      hasDetections && !isDetected ? ['No detection strategy known'] : [],
  },
  {
    name: 'not-covered',
    isGap: true,
    holds: 'our detections are given, and none covers exactly this technique',
    find: ({ label }, _before, { coverage }) =>
      coverage !== undefined && !coverage.has(label) ? ['Not covered by our detections'] : [],
  },
] as const satisfies readonly ImplicationRule[];

function newIn(names: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return names.filter((name) => !known.has(name));
}

function sayRoute(before: number): string {
  return before === 0
    ? 'First known route into initial access'
    : `New route into initial access, beside ${before} known before`;
}

/** Everything that a newly evidenced use implies, in the order of the table. */
export function implicationsOf(use: NewUse, before: Before, around: Surroundings): readonly Implication[] {
  return IMPLICATIONS.flatMap(({ name, find }) =>
    find(use, before, around).map((label): Implication => ({ rule: name, label })),
  );
}

const GAPS: ReadonlySet<ImplicationName> = new Set(
  IMPLICATIONS.filter(({ isGap }) => isGap).map(({ name }) => name),
);

/** Whether an implication is a gap in our controls. */
export function isControlGap({ rule }: Implication): boolean {
  return GAPS.has(rule);
}

import type { Mention } from '../../answers/index.ts';

/** What is different between two runs of a playbook, and why. */
export interface RunChanges {
  /** Days from which ages counted. */
  readonly before: string;
  readonly after: string;
  /** First places compared: as many as the later run shows. */
  readonly top: number;
  /** Versions of Foeprint, where they are not the same; `not told` for a run that does not name its own. */
  readonly foeprint?: { readonly before: string; readonly after: string };
  readonly knowledge: readonly KnowledgeChange[];
  /** What else was asked differently: the organisation, weights, what is hidden. */
  readonly settings: readonly SettingChange[];
  /** Groups that came among the first or left them, or changed places there; in their present order, those that left last. */
  readonly groups: readonly GroupChange[];
  /** Groups of the first places that stand where they stood. */
  readonly unmoved: number;
  /** Techniques, mitigations and detections that entered or left what both runs show; only what both asked for. */
  readonly lists: readonly ListChange[];
}

/** A source that came, went or is in another release. */
export interface KnowledgeChange {
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Release, or the first digits of the SHA-256 where there is none or it is the same. */
  readonly before?: string;
  readonly after?: string;
}

/** Something that was asked differently, in words. */
export interface SettingChange {
  /** `weight of sector`, `countries of the organisation`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A group that stands elsewhere. */
export interface GroupChange {
  readonly group: Mention;
  readonly change: 'entered' | 'left' | 'moved';
  /** Rank in each run; absent where it was not in view. */
  readonly from?: number;
  readonly to?: number;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  /** What of its own score is different, the greatest difference first; empty where nothing is. */
  readonly why: readonly FactorChange[];
  /** Groups that went past it, and that it went past. */
  readonly passedBy: readonly Mention[];
  readonly passed: readonly Mention[];
}

/** What a factor adds otherwise than before, and what made it so. */
export interface FactorChange {
  readonly factor: string;
  readonly before: number;
  readonly after: number;
  readonly foundBefore: string;
  readonly foundAfter: string;
  /**
   * `told`: something is newly told or no longer; `weight`: it weighs otherwise; `mean`: nothing is known, and the mean of the
   * others that stands in is different; `counted`: what it counts is different, such as ages, techniques or peers.
   */
  readonly cause: 'told' | 'weight' | 'mean' | 'counted';
  /** What is told only now, and only before: `Luxembourg, by Tidal Cyber (MISP galaxy Tidal Groups)`. */
  readonly newly: readonly string[];
  readonly gone: readonly string[];
}

/** What entered or left a list. */
export interface ListChange {
  readonly list: 'techniques' | 'mitigations' | 'detections';
  readonly entered: readonly Mention[];
  readonly left: readonly Mention[];
}

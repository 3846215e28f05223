import type { Defence } from '../defences.ts';
import type { NameClaim } from '../identity/index.ts';
import type { Mention } from '../mention.ts';
import type { Score, ScorePolicy } from '../score/score.ts';
import type { UseKind } from '../technique-use.ts';
import type { SeenTelling } from '../victims/seen-tellings.ts';
import type { Support } from './support.ts';

/** What is known of how a group works, every line with its evidence in short. Plain data; ids, no numbers of the engine. */
export interface Profile {
  readonly group: Mention;
  readonly description: string;
  readonly aliases: readonly Alias[];
  /** Sources in view, by name. */
  readonly sources: readonly string[];
  /** Day from which the age of evidence is counted. */
  readonly asOf: string;
  readonly policy: ScorePolicy;
  /** Tactics that the group serves, in the order of the matrix; last `NO_TACTIC`, for techniques whose tactic nobody tells. */
  readonly tactics: readonly ProfiledTactic[];
  /** Highest score first, then by ATT&CK id. */
  readonly techniques: readonly ProfiledTechnique[];
  readonly software: readonly ProfiledSoftware[];
  readonly campaigns: readonly ProfiledCampaign[];
  /** When it is said to have been first and last seen, by fields and in prose; where these differ, each date apart. */
  readonly seen: readonly SeenTelling[];
  /** Mitigations and detection strategies that matter to the group, those for the most of its techniques first. */
  readonly mitigations: readonly Defence[];
  readonly detections: readonly Defence[];
  readonly dating: DatedShare;
  /** Copyright and licence statements of the sources. */
  readonly notices: readonly string[];
}

/** Another name, and who uses it for the group. */
export type Alias = NameClaim;

export interface ProfiledTactic {
  readonly tactic: Mention;
  /** STIX ids of the techniques, in the order of the profile. A technique may serve several tactics. */
  readonly techniques: readonly string[];
}

export interface ProfiledTechnique extends Score, Support {
  readonly technique: Mention;
  readonly use: UseKind;
  /** Of a derived use: what stands between the group and the technique in any way, e.g. software, a campaign; the strongest way first. */
  readonly through: readonly Mention[];
}

export interface ProfiledSoftware extends Support {
  readonly software: Mention;
}

export interface ProfiledCampaign extends Support {
  readonly campaign: Mention;
  /** When it was first and last seen, where told: timestamps. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
}

/** How many of the told uses of techniques cite anything dated, and how exactly: by the most exact date of each. */
export interface DatedShare {
  readonly relations: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

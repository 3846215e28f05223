import { addTo, highest, sum } from '../../text/index.ts';
import { stageNumber, stageOf, type LogSourceClaim } from '../../threat/index.ts';
import { eachPair, type Known } from '../../desk/index.ts';
import { platformFitOf } from '../threats/factors/platform-fit.ts';
import { arePlatformsShared, isOn, logReader, type AnalyticLogs, type LogRead } from './available-logs.ts';
import type { CarriedClaims, HeldClaim } from './coverage-claims.ts';

/** What coverage is made from. */
export interface CoverageGrounds {
  readonly known: Known;
  /** The logs in which the analytics against a technique look. */
  readonly logsOf: (technique: number) => readonly AnalyticLogs[];
  readonly claims: CarriedClaims;
  readonly logSources: readonly LogSourceClaim[];
  /** How much a technique counts, 0 or more: sub-techniques in the mean of their technique. */
  readonly weightOf: (technique: number) => number;
  /** Platforms asked about, as ATT&CK spells them; none: all. */
  readonly platforms: readonly string[];
}

/** How far detection has come on one platform. */
export interface PlatformStage {
  /** As the source spells it; empty for a technique of which no platform is known. */
  readonly platform: string;
  /** 0 … 4. */
  readonly level: number;
  /** Of a technique with sub-techniques there: those, and the mean of their levels. */
  readonly parts?: {
    readonly subtechniques: readonly number[];
    readonly reached: number;
    readonly mean: number;
  };
}

/** Reads stages from what is claimed; logs are kept, since sub-techniques count for their technique as well. */
export class CoverageStages {
  readonly #grounds: CoverageGrounds;
  readonly #fit: ReturnType<typeof platformFitOf>;
  readonly #subtechniques = new Map<number, number[]>();
  readonly #logsRead: ReturnType<typeof logReader>;
  readonly #logs = new Map<number, readonly LogRead[]>();

  constructor(grounds: CoverageGrounds) {
    this.#grounds = grounds;
    this.#fit = platformFitOf(grounds.known, grounds.platforms);
    this.#logsRead = logReader(grounds.logSources);
    const { catalogue } = grounds.known;
    eachPair(grounds.known, 'subtechnique-of', (part, whole) => {
      if (!catalogue.isWithdrawn(part)) addTo(this.#subtechniques, whole, part);
    });
  }

  /** Whether a technique works on a platform that is asked about. */
  isAsked(technique: number): boolean {
    return this.#fit.fits(technique);
  }

  /** What claims say of a technique by its own id. */
  claimsOf(technique: number): readonly HeldClaim[] {
    const { known, claims } = this.#grounds;
    return claims.byTechnique.get(known.catalogue.label(technique)) ?? [];
  }

  /** The logs in which ATT&CK says to look for a technique. */
  logsOf(technique: number): readonly LogRead[] {
    const kept = this.#logs.get(technique);
    if (kept !== undefined) return kept;
    const logs = this.#logsRead(this.#grounds.logsOf(technique));
    this.#logs.set(technique, logs);
    return logs;
  }

  /** Stages on the platforms of a technique, those asked about where any are; at least one. */
  stagesOf(technique: number): readonly PlatformStage[] {
    const platforms = this.#platformsOf(technique);
    return (platforms.length > 0 ? platforms : ['']).map((platform) => this.#stageOn(technique, platform));
  }

  /**
   * The platform that decides, of those of a technique: the least where platforms are asked about, since an organisation has them all;
   * otherwise the best. Of equal ones, one on which logs are at hand.
   */
  decidingAmong(technique: number, stages: readonly PlatformStage[]): PlatformStage {
    const isLeast = this.#grounds.platforms.length > 0;
    const order = (stage: PlatformStage) => (isLeast ? -stage.level : stage.level);
    const best = highest(stages.map(order));
    const equal = stages.filter((stage) => order(stage) === best);
    return equal.find(({ platform }) => this.hasLogsOn(technique, platform)) ?? equal[0] ?? NOWHERE;
  }

  /** Whether logs in which ATT&CK says to look for a technique on a platform are known to be at hand, or visibility there was scored. */
  hasLogsOn(technique: number, platform: string): boolean {
    return (
      this.logsOf(technique).some(
        ({ available, analytic }) =>
          available !== undefined &&
          isOn(analytic.platforms, platform) &&
          isOn(available.platforms, platform),
      ) ||
      this.claimsOf(technique).some(
        ({ claim }) => isOn(claim.platforms, platform) && stageOf(claim) === 'log-source',
      )
    );
  }

  #platformsOf(technique: number): readonly string[] {
    const { platforms } = this.#grounds;
    const own = this.#fit.platformsOf(technique);
    if (platforms.length === 0) return own;
    const asked = own.filter((platform) => arePlatformsShared(platforms, [platform]));
    return asked.length > 0 ? asked : own;
  }

  #stageOn(technique: number, platform: string): PlatformStage {
    const subtechniques = (this.#subtechniques.get(technique) ?? []).filter((part) =>
      this.#worksOn(part, platform),
    );
    if (subtechniques.length === 0) return { platform, level: this.#ownLevel(technique, platform) };
    const levels = subtechniques.map((part) => this.#stageOn(part, platform).level);
    const own = subtechniques.map((part) => this.#grounds.weightOf(part));
    const weights = sum(own) > 0 ? own : own.map(() => 1);
    const mean = sum(levels.map((level, place) => level * (weights[place] ?? 0))) / sum(weights);
    const reached = levels.filter((level) => level >= stageNumber('deployed')).length;
    return { platform, level: Math.floor(mean + ROUNDING), parts: { subtechniques, reached, mean } };
  }

  #ownLevel(technique: number, platform: string): number {
    const levels = this.claimsOf(technique)
      .filter(({ claim }) => isOn(claim.platforms, platform))
      .map(({ claim }) => stageNumber(stageOf(claim)));
    return highest(levels, this.hasLogsOn(technique, platform) ? stageNumber('log-source') : 0);
  }

  #worksOn(technique: number, platform: string): boolean {
    return isOn(this.#fit.platformsOf(technique), platform);
  }
}

/** A technique has one stage at least. */
const NOWHERE: PlatformStage = { platform: '', level: 0 };

/** A mean of whole numbers that is one itself may come out a little less. */
const ROUNDING = 1e-9;

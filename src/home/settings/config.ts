import { ATTACK_INDEX, DEFAULT_HTTP, DEFAULT_LIMITS } from '../../acquisition/index.ts';
import type { HttpPolicy, Limits } from '../../acquisition/index.ts';
import type { PlanningSettings } from '../../desk/index.ts';
import type { MarkingLevel, SourceKind } from '../../facts/index.ts';
import type { FactorWeights, ReportKind } from '../../threat/index.ts';
import { GALAXY_ADDRESS } from '../loading/galaxy-clusters.ts';
import type { UndoLimits } from '../journal/undo-limits.ts';
import type { Interval } from './schedule.ts';

/** The settings in force. Paths are absolute. What each means is said in config-schema.ts. */
export interface Config {
  readonly sources: readonly SourceSetting[];
  /** name → feed. */
  readonly feeds: Readonly<Record<string, FeedSetting>>;
  /** name → server of TAXII. */
  readonly taxii: Readonly<Record<string, TaxiiSetting>>;
  /** name → server of MISP. */
  readonly misp: Readonly<Record<string, MispSetting>>;
  readonly mirrors: readonly string[];
  readonly attack: { readonly index: string };
  readonly galaxy: { readonly address: string };
  readonly rules: RuleSettings;
  readonly score: ScoreSettings;
  /** factor → weight, of those that are set. */
  readonly threats: { readonly weights: FactorWeights };
  readonly planning: PlanningSettings;
  /** Strictest level that answers may rest on; with `red` nothing is left out. */
  readonly clearance: MarkingLevel;
  /** Address of the cluster that keeps sightings; `local` where this machine does. */
  readonly sightings: string;
  /** Library of tests that do what adversaries do; empty where there is none. */
  readonly atomics: string;
  /** Library of Sigma rules; empty where there is none. */
  readonly sigmaRules: string;
  readonly limits: Limits;
  readonly undo: UndoLimits;
  readonly http: HttpPolicy;
}

/** A source under a name of the user's, or the name of an ATT&CK domain. */
export interface SourceSetting {
  /** What `foeprint sync NAME` calls it. */
  readonly name: string;
  /** File or address; absent for the domains of ATT&CK, which are looked up. */
  readonly location?: string;
  readonly kind?: SourceKind;
  /** How often `foeprint sync --due` asks for it; default `release`. */
  readonly every?: Interval;
}

/** A server that reports come from. */
export interface ServerSetting {
  readonly url: string;
  /** How often `foeprint sync --due` asks it; default `release`. */
  readonly every?: Interval | undefined;
  /** Level of reports that bear no marking. */
  readonly tlp?: MarkingLevel | undefined;
  /** Kind of its reports; default `feed`. */
  readonly kind?: ReportKind | undefined;
}

/** A feed whose entries are reports. */
export interface FeedSetting extends ServerSetting {
  /** Default: the title of the feed. */
  readonly publisher?: string | undefined;
  /** Whether the page of each entry is fetched. Default false: its own words are all there is. */
  readonly articles?: boolean | undefined;
}

/** A server of TAXII 2.1. */
export interface TaxiiSetting extends ServerSetting {
  /** Id, alias or title of the collection to load; default all that may be read. */
  readonly collection?: string | undefined;
  readonly user?: string | undefined;
}

/** A MISP server, and which of its events are asked for. */
export interface MispSetting extends ServerSetting {
  readonly tags?: readonly string[] | undefined;
  /** `YYYY-MM-DD`. */
  readonly since?: string | undefined;
  readonly published?: boolean | undefined;
}

/** Which rules to reason with. */
export interface RuleSettings {
  readonly packs: readonly string[];
  readonly files: readonly string[];
  readonly switches: Readonly<Record<string, boolean>>;
  readonly weights: Readonly<Record<string, number>>;
}

/** How sure a use of a technique is taken to be, from 0 to 100. */
export interface ScoreSettings {
  readonly confirmed: number;
  readonly mentioned: number;
  readonly legacy: number;
  readonly legacyAfterYears: number;
}

/** What holds where nothing is configured. Plain values: where no file is read, no schema is loaded. */
export const DEFAULT_CONFIG: Config = {
  sources: [{ name: 'enterprise' }],
  feeds: {},
  taxii: {},
  misp: {},
  mirrors: [],
  attack: { index: ATTACK_INDEX },
  galaxy: { address: GALAXY_ADDRESS },
  rules: { packs: ['standard'], files: [], switches: {}, weights: {} },
  score: { confirmed: 90, mentioned: 60, legacy: 30, legacyAfterYears: 5 },
  threats: { weights: {} },
  planning: { budget: 10, seconds: 2, rarity: 1, mitigated: 0.5, scored: {} },
  clearance: 'red',
  sightings: 'local',
  atomics: '',
  sigmaRules: '',
  limits: DEFAULT_LIMITS,
  undo: { entries: 1000, days: 90, keptBytes: 1 << 30 },
  http: DEFAULT_HTTP,
};

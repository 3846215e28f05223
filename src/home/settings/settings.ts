import type { HttpPolicy, Limits } from '../../acquisition/index.ts';
import { ATTACK_INDEX, DEFAULT_HTTP, DEFAULT_LIMITS } from '../../acquisition/index.ts';
import type { MarkingLevel } from '../../facts/index.ts';
import { THREAT_FACTORS } from '../../threat/index.ts';
import type { FactorWeights } from '../../threat/index.ts';
import { GALAXY_ADDRESS } from '../loading/galaxy-clusters.ts';
import type { Setting, SourceSetting } from './setting.ts';
import {
  address,
  factorWeights,
  locations,
  markingLevel,
  names,
  number,
  size,
  sources,
  switches,
  weights,
  wholeNumber,
} from './setting.ts';

/** Nothing is marked above it. */
const EVERYTHING: MarkingLevel = 'red';

const ENTERPRISE: readonly SourceSetting[] = [{ name: 'enterprise' }];

/**
 * Every setting there is: validation, docs/reference/config.md, and what `foeprint config` shows are read
 * from this table.
 */
export const SETTINGS = {
  sources: {
    path: 'sources',
    type: sources,
    default: ENTERPRISE,
    meaning:
      'What `foeprint sync` loads when no source is named. A source of your own has a `name`, a `location` (file or address) and, if you like, a `kind` (`attack`, `galaxy`, `vendor-report`, `feed`, `incident`, `analyst`). `every` (`release`, `day`, `week`, `month`) says how often `foeprint sync --due` asks for it; `{ name: misp-galaxy, every: week }` gives it to one that is known by name.',
  },
  mirrors: {
    path: 'mirrors',
    type: locations,
    default: [],
    meaning:
      'Folders or addresses looked in, in this order and before the internet, for release files such as `enterprise-attack-18.1.json`, plain or `.gz`.',
  },
  attackIndex: {
    path: 'attack.index',
    type: address,
    default: ATTACK_INDEX,
    meaning: 'Index of published ATT&CK releases, in the format of MITRE’s collection index.',
  },
  galaxyAddress: {
    path: 'galaxy.address',
    type: address,
    default: GALAXY_ADDRESS,
    meaning: 'Where the cluster files of MISP galaxy are, up to and including the last `/`.',
  },
  rulePacks: {
    path: 'rules.packs',
    type: names,
    default: ['standard'],
    meaning: 'Shipped rule packs to reason with.',
  },
  ruleFiles: {
    path: 'rules.files',
    type: locations,
    default: [],
    meaning: 'Rule files of your own, added to the packs.',
  },
  ruleSwitches: {
    path: 'rules.switches',
    type: switches,
    default: {},
    meaning: 'Rules to switch on or off, by name, whatever the rule file says.',
  },
  ruleWeights: {
    path: 'rules.weights',
    type: weights,
    default: {},
    meaning: 'Weight of rules, by name, instead of the one in the rule file.',
  },
  scoreConfirmed: {
    path: 'score.confirmed',
    type: number(0, 100),
    default: 90,
    meaning: 'Score of a technique that a curated source or a confirmed incident tells of a group.',
  },
  scoreMentioned: {
    path: 'score.mentioned',
    type: number(0, 100),
    default: 60,
    meaning: 'Score of a technique that is only derived, or told by an uncurated source.',
  },
  scoreLegacy: {
    path: 'score.legacy',
    type: number(0, 100),
    default: 30,
    meaning: 'Score of a technique whose newest evidence is old, or that has been withdrawn.',
  },
  scoreLegacyAfterYears: {
    path: 'score.legacyAfterYears',
    type: number(0, 100, ' years'),
    default: 5,
    meaning: 'Age of the newest evidence from which a technique counts as legacy, in years.',
  },
  threatWeights: {
    path: 'threats.weights',
    type: factorWeights,
    default: {},
    meaning: `What factors weigh in the ranking of groups for an organisation (\`foeprint threats\`), by name, where they shall not weigh what they do by default: ${THREAT_FACTORS.map(({ name, weight }) => `${name} ${weight}`).join(', ')}. 0 leaves a factor out.`,
  },
  clearance: {
    path: 'clearance',
    type: markingLevel,
    default: EVERYTHING,
    meaning:
      'Strictest level of the Traffic Light Protocol that answers may rest on (`clear`, `green`, `amber`, `amber+strict`, `red`); what is marked above it is left out and counted. `--tlp` says otherwise for one answer. With `red` nothing is left out.',
  },
  maximumBytes: {
    path: 'limits.maximumBytes',
    type: size(DEFAULT_LIMITS.maximumBytes),
    default: DEFAULT_LIMITS.maximumBytes,
    meaning: 'Largest source taken in, before and after decompression, in bytes or as `256 MiB`.',
  },
  maximumRatio: {
    path: 'limits.maximumRatio',
    type: number(1, 100_000),
    default: DEFAULT_LIMITS.maximumRatio,
    meaning:
      'How many times its packed size a source may grow when unpacked; not applied to results under 16 MiB.',
  },
  maximumFiles: {
    path: 'limits.maximumFiles',
    type: wholeNumber(1, 1_000_000),
    default: DEFAULT_LIMITS.maximumFiles,
    meaning: 'Most files taken from one archive.',
  },
  timeoutSeconds: {
    path: 'http.timeoutSeconds',
    type: number(0.01, 3600, ' seconds'),
    default: DEFAULT_HTTP.timeoutSeconds,
    meaning: 'Longest wait for a server to answer, and for its next bytes.',
  },
  totalSeconds: {
    path: 'http.totalSeconds',
    type: number(0.01, 86_400, ' seconds'),
    default: DEFAULT_HTTP.totalSeconds,
    meaning: 'Longest time that a server may take to send all of a file.',
  },
  attempts: {
    path: 'http.attempts',
    type: wholeNumber(1, 20),
    default: DEFAULT_HTTP.attempts,
    meaning: 'Attempts in all where a server cannot be reached or is overloaded.',
  },
  backoffSeconds: {
    path: 'http.backoffSeconds',
    type: number(0, 60, ' seconds'),
    default: DEFAULT_HTTP.backoffSeconds,
    meaning: 'Wait before the second attempt; it doubles for each further one, and varies by half at random.',
  },
  maximumRedirects: {
    path: 'http.maximumRedirects',
    type: wholeNumber(0, 20),
    default: DEFAULT_HTTP.maximumRedirects,
    meaning: 'Most redirects followed.',
  },
} as const satisfies Readonly<Record<string, Setting<never> | Setting<unknown>>>;

/** The settings in force. Paths are absolute. */
export interface Config {
  readonly sources: readonly SourceSetting[];
  readonly mirrors: readonly string[];
  readonly attack: { readonly index: string };
  readonly galaxy: { readonly address: string };
  readonly rules: RuleSettings;
  readonly score: ScoreSettings;
  /** factor → weight, of those that are set. */
  readonly threats: { readonly weights: FactorWeights };
  /** Strictest level that answers may rest on; with `red` nothing is left out. */
  readonly clearance: MarkingLevel;
  readonly limits: Limits;
  readonly http: HttpPolicy;
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

/** Arranges the settings, each got with `of`, as the product reads them. */
export function arrangeConfig(of: <Value>(setting: Setting<Value>) => Value): Config {
  return {
    sources: of(SETTINGS.sources),
    mirrors: of(SETTINGS.mirrors),
    attack: { index: of(SETTINGS.attackIndex) },
    galaxy: { address: of(SETTINGS.galaxyAddress) },
    rules: {
      packs: of(SETTINGS.rulePacks),
      files: of(SETTINGS.ruleFiles),
      switches: of(SETTINGS.ruleSwitches),
      weights: of(SETTINGS.ruleWeights),
    },
    score: {
      confirmed: of(SETTINGS.scoreConfirmed),
      mentioned: of(SETTINGS.scoreMentioned),
      legacy: of(SETTINGS.scoreLegacy),
      legacyAfterYears: of(SETTINGS.scoreLegacyAfterYears),
    },
    threats: { weights: of(SETTINGS.threatWeights) },
    clearance: of(SETTINGS.clearance),
    limits: {
      maximumBytes: of(SETTINGS.maximumBytes),
      maximumRatio: of(SETTINGS.maximumRatio),
      maximumFiles: of(SETTINGS.maximumFiles),
    },
    http: {
      timeoutSeconds: of(SETTINGS.timeoutSeconds),
      totalSeconds: of(SETTINGS.totalSeconds),
      attempts: of(SETTINGS.attempts),
      backoffSeconds: of(SETTINGS.backoffSeconds),
      maximumRedirects: of(SETTINGS.maximumRedirects),
    },
  };
}

/** What holds where nothing is configured. */
export const DEFAULT_CONFIG: Config = arrangeConfig((setting) => setting.default);

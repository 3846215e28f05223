import type { Mention, Playbook } from '../../answers/index.ts';
import type { AppliedFactor } from '../../analysis/index.ts';
import type { Organisation } from '../../threat/index.ts';
import type { StepRun } from './steps.ts';

/** What a saved run calls itself, so that it is known again. */
export const RUN_TYPE = 'foeprint-playbook-run';

/** Which form of saved run this is. */
export const RUN_VERSION = 1;

/** What came of a playbook: plain data, the same for the same knowledge and playbook. */
export interface PlaybookRun {
  readonly type: typeof RUN_TYPE;
  readonly version: typeof RUN_VERSION;
  /** Version of Foeprint that made it; absent where whoever ran it did not say. */
  readonly foeprint?: string;
  readonly playbook: Playbook;
  /** Files that it names are named without their folders. */
  readonly organisation: Organisation;
  readonly asOf: string;
  readonly knowledge: readonly KnownSource[];
  /** Factors that applied, with their weights and the mean that stood in for what is not known. */
  readonly factors: readonly AppliedFactor[];
  readonly steps: readonly StepRun[];
  /** All live groups in their order with what their scores are sums of: what a later run is compared with. */
  readonly ranking: readonly RankedInRun[];
  readonly notes: readonly string[];
  readonly notices: readonly string[];
  /** How far it may go, e.g. `TLP:AMBER`; written into runs that are kept. */
  readonly marking?: string;
}

/** A source that was in view. */
export interface KnownSource {
  readonly id: string;
  readonly name: string;
  readonly series?: string;
  readonly release?: string;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
}

/** A group in the order of a run. */
export interface RankedInRun {
  readonly rank: number;
  readonly group: Mention;
  readonly score: number;
  readonly factors: readonly FactorInRun[];
}

/** A factor of a score. */
export interface FactorInRun {
  readonly factor: string;
  readonly contribution: number;
  /** False where nothing is known, so that the mean of the other groups stands in. */
  readonly known: boolean;
  readonly found: string;
  /** What it rests on, in order: `Luxembourg, by Tidal Cyber (MISP galaxy Tidal Groups)`. */
  readonly sayings: readonly string[];
}

import type { ReportedFact } from '../../../facts/index.ts';
import { lazily } from '../../../text/index.ts';
import type { FactorWeights, Organisation } from '../../../threat/index.ts';
import type { DatedReport } from '../../victims/activity.ts';
import type { TraitClaim } from '../../victims/trait.ts';
import type { Standing } from './standing.ts';

/** How a factor of `THREAT_FACTORS` is read out of what is known. */
export interface FactorReader {
  /** Whether the description of the organisation has what the factor needs; a factor that does not apply counts for no group. */
  readonly applies: (organisation: Organisation) => boolean;
  readonly read: (standing: Standing, surroundings: Surroundings) => Reading;
}

/** What a factor finds in what is known of a group. */
export interface Reading {
  /** 0 … 1; undefined where too little is known. */
  readonly value: number | undefined;
  /** What was found, in a few words: `Luxembourg, Belgium`. Empty where there is nothing to say. */
  readonly found: string;
  readonly grounds: Grounds;
  /** What no source names though others of its kind are known, in a few words: `no source names Luxembourg (28 other countries)`; absent where there is nothing of the sort. */
  readonly lacking?: string;
  /** Of the value, how much only imported sightings make; absent where they make none. */
  readonly fromSightings?: number;
}

/** What a reading rests on; all of it leads to evidence. */
export interface Grounds {
  readonly claims?: readonly TraitClaim[];
  readonly reports?: readonly DatedReport[];
  readonly facts?: readonly ReportedFact[];
}

/** What factors are read in: the organisation, and what must be looked up once for all groups. */
export interface Surroundings {
  readonly organisation: Organisation;
  readonly standings: readonly Standing[];
  /** Day of the ranking: ages count from it. */
  readonly asOf: string;
  /** factor → weight, where it is not the usual one. */
  readonly weights: FactorWeights;
  /** Platform fit, products and sightings; see each. */
  readonly lookups: Lookups;
}

/** What only the workbench can find, by group. */
export interface Lookups {
  /** Of the techniques that a group uses, those that work on the organisation's platforms; undefined where it uses none. */
  readonly platformFit: (group: number) => { readonly fitting: number; readonly of: number } | undefined;
  /** Reported uses whose sentences name one of the organisation's products, with the product. */
  readonly productUses: (
    group: number,
  ) => readonly { readonly product: string; readonly fact: ReportedFact }[];
  /** What the organisation, its sector or its country has seen of a group. */
  readonly sightings: (group: number) => readonly Sighted[];
}

/** Something that was seen of a group. */
export interface Sighted {
  /** One sentence. */
  readonly label: string;
  /** How much it points to the group, 0 … 1: 1 for the group itself, less for what others use too. */
  readonly value: number;
  /** Whether it is the group itself that was seen, and not what others use too. */
  readonly namesGroup: boolean;
  readonly fact?: ReportedFact;
  /** From sightings that were imported. */
  readonly isImported?: true;
}

/** Grounds that are looked for when somebody opens them: a ranking reads thousands of factors and opens a few. */
export function claimGrounds(find: () => readonly TraitClaim[]): Grounds {
  const found = lazily(find);
  return {
    get claims() {
      return found();
    },
  };
}

export const NOTHING: Reading = { value: 0, found: '', grounds: {} };
export const UNKNOWN: Reading = { value: undefined, found: '', grounds: {} };

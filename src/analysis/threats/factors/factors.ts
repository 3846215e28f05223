import type { FactorName } from '../../../threat/index.ts';
import { ACT_FACTORS } from './act-factors.ts';
import type { FactorReader } from './factor.ts';
import { PLACE_FACTORS } from './place-factors.ts';
import { SUBJECT_FACTORS } from './subject-factors.ts';

/** How each factor is read. */
export const FACTOR_READERS: Readonly<Record<FactorName, FactorReader>> = {
  ...PLACE_FACTORS,
  ...SUBJECT_FACTORS,
  ...ACT_FACTORS,
};

import type { RuleSettings } from '../../src/home/index.ts';
import type { Selection } from '../../src/knowledge/index.ts';

/** A desk over the real home. */
export interface RealDesk {
  /** Release of ATT&CK; default the newer. */
  readonly release?: '17.1' | '18.1';
  /** Whether what MISP galaxy reports is taken in; default no. */
  readonly galaxies?: boolean;
  /** Rule pack; default `standard`. */
  readonly pack?: 'standard' | 'reference';
}

/** Those that are made with the home. Any other is made when it is asked for. */
export const PREPARED_DESKS: readonly RealDesk[] = [
  {},
  { pack: 'reference' },
  { galaxies: true },
  { release: '17.1' },
  { release: '17.1', galaxies: true },
];

/** How a home is asked for a desk. */
export function deskOptions({ release = '18.1', galaxies = false, pack = 'standard' }: RealDesk): {
  readonly selection: Selection;
  readonly rules: Pick<RuleSettings, 'packs'>;
} {
  const selection = {
    ...(release === '18.1' ? {} : { release }),
    ...(galaxies ? {} : { series: ['enterprise-attack'] }),
  };
  return { selection, rules: { packs: [pack] } };
}

/** An organ of a state that prose names instead of the state. */
export interface StateOrgan {
  /** ISO 3166-1 alpha-2 of the state. */
  readonly code: string;
  readonly names: readonly string[];
}

/**
 * Services, ministries and armed forces to which groups are attributed, under names that no other state's bear. Reviewed by
 * hand; `Ministry of State Security` alone is China's in the reports that name it so, though North Korea has one too.
 */
export const STATE_ORGANS: readonly StateOrgan[] = [
  { code: 'BY', names: ['Lukashenko government'] },
  { code: 'CN', names: ['Ministry of State Security', 'MSS', "People's Liberation Army", 'PLA'] },
  {
    code: 'IR',
    names: [
      'Islamic Revolutionary Guard Corps',
      'Islamic Revolutionary Guard',
      'IRGC',
      'Ministry of Intelligence and Security',
      'MOIS',
    ],
  },
  { code: 'KP', names: ['Reconnaissance General Bureau', 'RGB'] },
  { code: 'LB', names: ['General Directorate of General Security', 'GDGS'] },
  {
    code: 'RU',
    names: [
      'Federal Security Service',
      'FSB',
      'Foreign Intelligence Service of the Russian Federation',
      'SVR',
      'Main Intelligence Directorate',
      'GRU',
      'Kremlin',
    ],
  },
  { code: 'US', names: ['National Security Agency', 'NSA', 'Central Intelligence Agency', 'CIA'] },
];

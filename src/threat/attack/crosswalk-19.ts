/**
 * From ATT&CK Enterprise 18.1 to 19.1, for places that do not have 19.1 loaded: which techniques have another id, and which serve
 * other tactics. Defense Evasion was split into Stealth and Defense Impairment technique by technique, so its name alone says
 * nothing. Facts put together from public maps and migrations of detection rules; not an official table.
 */

/** A technique of 18.1 and its id in 19.1. */
export interface CrosswalkStep {
  readonly from: string;
  readonly to: string;
  /** `confirmed`: a maintained map or migration says so; `inferred`: by its name and place only. */
  readonly confidence: 'confirmed' | 'inferred';
  /** Others that it may have become, in part. */
  readonly alternatives: readonly string[];
}

/** Techniques of 18.1 that are no longer under their id in 19.1. */
export const CROSSWALK_19: readonly CrosswalkStep[] = [
  { from: 'T1070.001', to: 'T1685.005', confidence: 'confirmed', alternatives: [] },
  { from: 'T1070.002', to: 'T1685.006', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562', to: 'T1685', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562.001', to: 'T1685', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562.002', to: 'T1685.001', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562.003', to: 'T1690', confidence: 'inferred', alternatives: [] },
  { from: 'T1562.004', to: 'T1686', confidence: 'confirmed', alternatives: ['T1686.001', 'T1686.003'] },
  { from: 'T1562.006', to: 'T1685', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562.007', to: 'T1686.001', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562.008', to: 'T1685.002', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562.009', to: 'T1688', confidence: 'inferred', alternatives: [] },
  { from: 'T1562.010', to: 'T1689', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562.011', to: 'T1685.003', confidence: 'inferred', alternatives: [] },
  { from: 'T1562.012', to: 'T1685.004', confidence: 'confirmed', alternatives: [] },
  { from: 'T1562.013', to: 'T1686.002', confidence: 'inferred', alternatives: [] },
  { from: 'T1656', to: 'T1684.001', confidence: 'confirmed', alternatives: [] },
  { from: 'T1672', to: 'T1684.002', confidence: 'inferred', alternatives: [] },
];

/** Tactics of Enterprise 18.1 that 19.1 no longer has, and what took their place. */
export const TACTICS_SPLIT_19: ReadonlyMap<string, readonly string[]> = new Map([
  ['defense-evasion', ['stealth', 'defense-impairment']],
]);

/** Ids of Enterprise 19.1 that 18.1 does not have. */
export const NEW_IN_19: ReadonlySet<string> = new Set(
  idsIn(
    'T1027.018 T1682 T1683 .001 .002 T1684 .001 .002 T1685 .001 .002 .003 .004 .005 .006 T1686 .001 .002 .003 T1687 T1688 T1689 T1690',
  ),
);

/** Techniques whose tactics in 19.1 are others than in 18.1, or that are new, by their tactics. `.002` stands under the id before it. */
const BY_TACTICS: readonly (readonly [tactics: string, techniques: string])[] = [
  ['command-and-control persistence stealth', 'T1205 .001 .002'],
  ['credential-access defense-impairment persistence', 'T1556 .001 .002 .003 .004 .005 .006 .007 .008 .009'],
  [
    'defense-impairment',
    'T1207 T1222 .001 .002 T1553 .001 .002 .003 .004 .005 .006 T1578 .001 .002 .003 .004 .005 T1599 ' +
      '.001 T1600 .001 .002 T1601 .001 .002 T1647 T1666 T1685 .001 .002 .003 .004 .005 .006 T1686 .001 ' +
      '.002 .003 T1687 T1688 T1689 T1690',
  ],
  ['defense-impairment persistence', 'T1112'],
  ['defense-impairment privilege-escalation', 'T1484 .001 .002'],
  ['discovery stealth', 'T1497 .001 .002 .003 T1622'],
  ['execution', 'T1610'],
  ['execution persistence stealth', 'T1197'],
  [
    'execution stealth',
    'T1127 .001 .002 .003 T1574 .001 .004 .005 .006 .007 .008 .009 .010 .011 .012 .013 .014',
  ],
  ['initial-access persistence privilege-escalation stealth', 'T1078 .001 .002 .003 .004'],
  ['lateral-movement', 'T1550 .001 .002 .003 .004'],
  ['persistence stealth', 'T1542 .001 .002 .003 .004 .005'],
  ['privilege-escalation', 'T1548 .001 .002 .003 .004 .005 .006'],
  [
    'privilege-escalation stealth',
    'T1055 .001 .002 .003 .004 .005 .008 .009 .011 .012 .013 .014 .015 T1134 .001 .002 .003 .004 .005',
  ],
  ['reconnaissance', 'T1682'],
  ['resource-development', 'T1683 .001 .002'],
  [
    'stealth',
    'T1006 T1014 T1027 .001 .002 .003 .004 .005 .006 .007 .008 .009 .010 .011 .012 .013 .014 .015 ' +
      '.016 .017 .018 T1036 .001 .002 .003 .004 .005 .006 .007 .008 .009 .010 .011 .012 T1070 .003 .004 ' +
      '.005 .006 .007 .008 .009 .010 T1140 T1202 T1211 T1216 .001 .002 T1218 .001 .002 .003 .004 .005 ' +
      '.007 .008 .009 .010 .011 .012 .013 .014 .015 T1220 T1221 T1480 .001 .002 T1535 T1564 .001 .002 ' +
      '.003 .004 .005 .006 .007 .008 .009 .010 .011 .012 .013 .014 T1612 T1620 T1678 T1679 T1684 .001 ' +
      '.002',
  ],
];

const TACTICS_OF: ReadonlyMap<string, readonly string[]> = new Map(
  BY_TACTICS.flatMap(([tactics, techniques]) =>
    idsIn(techniques).map((id) => [id, tactics.split(' ')] as const),
  ),
);

/**
 * Short names of the tactics that a technique serves in Enterprise 19.1.
 *
 * @returns undefined where they are what they were in 18.1
 */
export function tacticsIn19(technique: string): readonly string[] | undefined {
  return TACTICS_OF.get(technique);
}

function idsIn(packed: string): readonly string[] {
  let parent = '';
  return packed.split(' ').map((part) => {
    if (!part.startsWith('.')) parent = part.split('.')[0] ?? '';
    return part.startsWith('.') ? `${parent}${part}` : part;
  });
}

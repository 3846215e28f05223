import { spellingIndex, plainSpelling } from '../text/index.ts';

/**
 * Why an adversary acts, in the words that sources use. STIX 2.1 `attack-motivation-ov` does not know espionage, nor does it distinguish
 * crime from other gains: its `organizational-gain` (an advantage over a competitor or an army, theft of what it knows) is read as
 * espionage, its `personal-gain` (money for oneself) as financial gain. Each of its other words is a motive of its own.
 */
export interface Motive {
  readonly name: string;
  /** The word of STIX 2.1 `attack-motivation-ov` that comes nearest. */
  readonly stix: string;
  readonly spellings: readonly string[];
}

/** The motives that are distinguished. */
export const MOTIVES: readonly Motive[] = [
  {
    name: 'espionage',
    stix: 'organizational-gain',
    spellings: [
      'espionage',
      'cyber espionage',
      'information theft and espionage',
      'state-sponsored espionage',
      'organizational gain',
    ],
  },
  {
    name: 'financial gain',
    stix: 'personal-gain',
    spellings: [
      'financial gain',
      'cybercrime',
      'financially motivated',
      'financial theft',
      'financial crime',
      'crime',
      'personal gain',
    ],
  },
  {
    name: 'destruction',
    stix: 'dominance',
    spellings: ['destruction', 'sabotage', 'sabotage and destruction'],
  },
  { name: 'disruption', stix: 'dominance', spellings: ['disruption', 'denial of service'] },
  {
    name: 'ideology',
    stix: 'ideology',
    spellings: ['ideology', 'hacktivism', 'hacktivist', 'hacktivists', 'hacktivists nationalists'],
  },
  {
    name: 'influence',
    stix: 'dominance',
    spellings: ['influence', 'influence operations', 'information operations', 'disinformation'],
  },
  { name: 'dominance', stix: 'dominance', spellings: [] },
  { name: 'notoriety', stix: 'notoriety', spellings: ['fame', 'prestige'] },
  { name: 'revenge', stix: 'revenge', spellings: ['retaliation'] },
  { name: 'coercion', stix: 'coercion', spellings: [] },
  { name: 'personal satisfaction', stix: 'personal-satisfaction', spellings: [] },
  { name: 'accident', stix: 'accidental', spellings: ['accidental'] },
  { name: 'unpredictability', stix: 'unpredictable', spellings: ['unpredictable'] },
];

const BY_SPELLING = spellingIndex(MOTIVES, ({ name, spellings }) => [name, ...spellings]);

/** The motive that a text names; undefined where it names none, or says more than one word of the table can hold. */
export function motiveNamed(text: string): Motive | undefined {
  return BY_SPELLING.get(plainSpelling(text));
}

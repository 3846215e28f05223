import { spellingIndex, plainSpelling } from './spelling.ts';

/** Why an adversary acts, in the words that sources use (STIX `attack-motivation-ov` does not know espionage). */
export interface Motive {
  readonly name: string;
  /** The word of STIX 2.1 `attack-motivation-ov` that comes nearest. */
  readonly stix: string;
  readonly spellings: readonly string[];
}

/** The motives told apart. */
export const MOTIVES: readonly Motive[] = [
  {
    name: 'espionage',
    stix: 'organizational-gain',
    spellings: [
      'espionage',
      'cyber espionage',
      'information theft and espionage',
      'state-sponsored espionage',
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
];

const BY_SPELLING = spellingIndex(MOTIVES, ({ name, spellings }) => [name, ...spellings]);

/** The motive that a text names; undefined where it names none, or says more than one word of the table can hold. */
export function motiveNamed(text: string): Motive | undefined {
  return BY_SPELLING.get(plainSpelling(text));
}

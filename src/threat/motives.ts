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

/** @param spellings separated by `|` */
const motive = (name: string, stix: string, spellings = ''): Motive => ({
  name,
  stix,
  spellings: spellings === '' ? [] : spellings.split('|'),
});

/** The motives that are distinguished. */
export const MOTIVES: readonly Motive[] = [
  motive(
    'espionage',
    'organizational-gain',
    'espionage|cyber espionage|information theft and espionage|state-sponsored espionage|organizational gain',
  ),
  motive(
    'financial gain',
    'personal-gain',
    'financial gain|cybercrime|financially motivated|financial theft|financial crime|crime|personal gain',
  ),
  motive('destruction', 'dominance', 'destruction|sabotage|sabotage and destruction'),
  motive('disruption', 'dominance', 'disruption|denial of service'),
  motive('ideology', 'ideology', 'ideology|hacktivism|hacktivist|hacktivists|hacktivists nationalists'),
  motive('influence', 'dominance', 'influence|influence operations|information operations|disinformation'),
  motive('dominance', 'dominance'),
  motive('notoriety', 'notoriety', 'fame|prestige'),
  motive('revenge', 'revenge', 'retaliation'),
  motive('coercion', 'coercion'),
  motive('personal satisfaction', 'personal-satisfaction'),
  motive('accident', 'accidental', 'accidental'),
  motive('unpredictability', 'unpredictable', 'unpredictable'),
];

const BY_SPELLING = spellingIndex(MOTIVES, ({ name, spellings }) => [name, ...spellings]);

/** The motive that a text names; undefined where it names none, or says more than one word of the table can hold. */
export function motiveNamed(text: string): Motive | undefined {
  return BY_SPELLING.get(plainSpelling(text));
}

import type { Standing } from '../../answers/index.ts';
import { harmlessWord } from '../../sightings/index.ts';
import { compareText, plainSpelling } from '../../text/index.ts';
import { VOCABULARIES } from '../../threat/index.ts';

/** What an id of a technique is in the release in view. */
export interface CarriedTechnique {
  /** Absent where it is left as it is. */
  readonly to?: string | undefined;
  readonly standing: Standing;
}

/** How words of sightings are understood, beside the vocabularies. */
export interface WordRules {
  readonly carry: (technique: string) => CarriedTechnique;
  /** ATT&CK id of a group by its id, name or alias; undefined where none, or several, are called so. */
  readonly groupNamed: (name: string) => string | undefined;
  /** What stands for an organisation that is not to be named. */
  readonly pseudonymOf?: ((organisation: string) => string) | undefined;
  /** Sectors of organisations, by the plain spelling of their names. */
  readonly sectors: ReadonlyMap<string, string>;
  /** What holds where a record does not say it. */
  readonly otherwise: Readonly<Partial<Record<'organisation' | 'source', string>>>;
}

/** Words of the rows of one input, each with the number of its rows. */
type GivenWords = (column: GivenColumn) => ReadonlyMap<string, number>;
type GivenColumn = 'sector' | 'organisation' | 'threat_group' | 'technique' | 'source' | 'detector';

/** A technique that is kept under another id than was given, or that the release does not have. */
export interface CarriedWord {
  readonly from: string;
  readonly to: string;
  readonly standing: CarriedTechnique['standing'];
  readonly rows: number;
}

/** What words were understood as. */
export interface UnderstoodWords {
  /** What is kept of each word given. */
  readonly kept: Readonly<Record<GivenColumn, ReadonlyMap<string, string>>>;
  /** Sectors of organisations, by the organisation as given: for rows without a sector. */
  readonly sectorOf: ReadonlyMap<string, string>;
  /** Techniques that are not simply the same, by id. */
  readonly carried: readonly CarriedWord[];
  /** Words that nothing is known by: they are kept as nothing, but for ids of groups. */
  readonly unknown: Readonly<Record<'sector' | 'threat_group', readonly string[]>>;
}

/** Understands each word once, however many rows have it. Everything is kept so that any engine can be asked for it. */
export function understoodWords(given: GivenWords, rules: WordRules): UnderstoodWords {
  const unknown = { sector: [] as string[], threat_group: [] as string[] };
  const carried: CarriedWord[] = [];
  const sectorOf = new Map<string, string>();
  const sector = (word: string): string => {
    const name = sectorNamed(word);
    if (name === undefined && word.trim() !== '') unknown.sector.push(harmlessWord(word));
    return name ?? '';
  };
  const organisation = (word: string): string => {
    const name = harmlessWord(word) || (rules.otherwise.organisation ?? '');
    const its = rules.sectors.get(plainSpelling(name));
    if (its !== undefined) sectorOf.set(word, its);
    return name === '' || rules.pseudonymOf === undefined ? name : rules.pseudonymOf(name);
  };
  const technique = (id: string, rows: number): string => {
    const { to = id, standing } = rules.carry(id);
    if (standing !== 'unchanged') carried.push({ from: id, to, standing, rows });
    return to;
  };
  const group = (word: string): string => {
    if (word.trim() === '') return '';
    // Whoever sends a million names sends bait: to look for one takes milliseconds.
    const id = unknown.threat_group.length < MOST_UNKNOWN ? rules.groupNamed(word.trim()) : undefined;
    if (id === undefined) unknown.threat_group.push(harmlessWord(word));
    return id ?? GROUP_ID.exec(word.trim().toUpperCase())?.[0] ?? '';
  };
  const kept = {
    organisation: each(given('organisation'), organisation),
    sector: each(given('sector'), sector),
    threat_group: each(given('threat_group'), group),
    technique: each(given('technique'), technique),
    source: each(given('source'), (word) => harmlessWord(word) || (rules.otherwise.source ?? '')),
    detector: each(given('detector'), harmlessWord),
  };
  return {
    kept,
    sectorOf,
    carried: carried.toSorted((one, other) => compareText(one.from, other.from)),
    unknown,
  };
}

/** Names of groups that are not known, before no more are looked for. */
const MOST_UNKNOWN = 1000;
const GROUP_ID = /^G\d{4}$/u;

function each(
  given: ReadonlyMap<string, number>,
  understand: (word: string, rows: number) => string,
): ReadonlyMap<string, string> {
  return new Map([...given].map(([word, rows]) => [word, understand(word, rows)]));
}

/** The one sector that a row is counted for: of a text that names several, the first. */
export function sectorNamed(text: string): string | undefined {
  return VOCABULARIES.sectors.understand(text)[0];
}

import { OBJECT_KINDS, type KindName } from './object-kinds.ts';

/** How ATT&CK numbers the things of one STIX type. */
interface Numbering {
  /** The kind that the number is of: software for malware and tools alike. */
  readonly kind: KindName;
  readonly pattern: RegExp;
}

/** An assertion's label is our own. A threat actor may well be one of ATT&CK's groups, under STIX's other type for them. */
const NUMBERINGS: ReadonlyMap<string, Numbering> = new Map(
  OBJECT_KINDS.flatMap(({ name, types, label }) => {
    if (label === undefined || name === 'assertion') return [];
    const all = name === 'group' ? [...types, 'threat-actor'] : types;
    return all.map((type) => [type, { kind: name, pattern: label }] as const);
  }),
);

/** The kind of ATT&CK's things that an object of a STIX type may be; undefined where ATT&CK numbers none such. */
export function attackKind(type: string): KindName | undefined {
  return NUMBERINGS.get(type)?.kind;
}

/**
 * A text as the ATT&CK number of an object of a type, as ATT&CK writes it (`T1566.001`, whatever the case, with a slash as
 * in addresses); empty where it is none, or none that fits the type: withdrawn mitigations carry numbers of techniques.
 */
export function attackNumber(type: string, text: string): string {
  const number = text.trim().toUpperCase().replace('/', '.');
  return NUMBERINGS.get(type)?.pattern.test(number) === true ? number : '';
}

const PAGE = /\battack\.mitre\.org\/(?:[^/?#\s]+\/){0,4}?([a-z]{1,3}\d{4}(?:[./]\d{3})?)(?![\w])/i;

/** Longest beginning of an address that is looked at, longest ending of a name. */
const LOOKED_AT = 200;

/** The number in the address of a page of ATT&CK, present or former: `…/techniques/T1566/001`; empty where it has none that fits. */
export function numberInAddress(type: string, address: string): string {
  return attackNumber(type, PAGE.exec(address.slice(0, LOOKED_AT))?.[1] ?? '');
}

/** Kinds whose things ATT&CK numbers, but gives no page of their own: analytics stand on that of their strategy. */
const WITHOUT_PAGE: ReadonlySet<KindName> = new Set(['analytic']);

/**
 * The page of a thing at ATT&CK by the STIX type and the number of the thing: always one of MITRE's, whatever a source gives as address;
 * undefined where there is none.
 */
export function pageOfNumber(type: string, number: string): string | undefined {
  const kind = attackKind(type);
  if (kind === undefined || WITHOUT_PAGE.has(kind) || number === '') return undefined;
  if (attackNumber(type, number) !== number) return undefined;
  const folder = OBJECT_KINDS.find(({ name }) => name === kind)?.plural.replaceAll('-', '');
  return `https://attack.mitre.org/${folder}/${number.replace('.', '/')}`;
}

/** A number that stands in a name, and the name without it; the whole name where nothing would be left. */
export interface NumberInName {
  readonly number: string;
  readonly name: string;
}

const HEAD = /^[[(]?([a-z]{1,3}\d{4}(?:[./]\d{3})?)[\])]?(?:$|\.?[\s:|,_–—-][\s:|,_–—-]*)/i;
const TAIL = /(?:\s[-–—:|]\s?|\s?[[(])([a-z]{1,3}\d{4}(?:[./]\d{3})?)[\])]?$/i;

/**
 * The number at the head of a name (`T1566.001: Spearphishing Attachment`), or at its end as MISP writes it
 * (`Lazarus Group - G0032`, `Phishing (T1566)`); undefined where there is none that fits the type.
 */
export function numberInName(type: string, name: string): NumberInName | undefined {
  const head = HEAD.exec(name);
  const first = attackNumber(type, head?.[1] ?? '');
  if (head !== null && first !== '')
    return { number: first, name: name.slice(head[0].length).trim() || name };
  const tail = TAIL.exec(name.slice(-LOOKED_AT));
  const last = attackNumber(type, tail?.[1] ?? '');
  if (tail === null || last === '') return undefined;
  return { number: last, name: name.slice(0, name.length - tail[0].length).trim() || name };
}

/** The number of the technique that a sub-technique is of; any other number is its own. */
export function parentNumber(number: string): string {
  return number.split('.', 1)[0] ?? number;
}

/** Of several numbers of one thing the sub-technique where the first is its technique, otherwise the first; empty for none. */
export function leadingNumber(numbers: readonly string[]): string {
  const [first = ''] = numbers;
  return numbers.find((number) => first !== '' && number.startsWith(`${first}.`)) ?? first;
}

const NUMBER_KEY = 'x-attack-number--';
const PHASE_KEY = 'x-kill-chain-phase--';
const PLACE_KEY = 'x-place--';

/** The key that all objects about a thing with an ATT&CK number share. Kinds keep apart what numbers do not. */
export function attackKey(kind: KindName, number: string): string {
  return `${NUMBER_KEY}${kind}--${number}`;
}

/** The key that a tactic shares with every phase that means it. */
export function tacticKey(killChain: string, shortName: string): string {
  return `${PHASE_KEY}${killChain}--${shortName}`;
}

/** The key that all objects share that mean a country as a whole, by its ISO 3166-1 alpha-2 code, or a region, by its name in `REGIONS`. */
export function placeKey(kind: 'country' | 'region', name: string): string {
  return `${PLACE_KEY}${kind}--${name}`;
}

/** Whether an id is a key that stands for a thing, and not the id of an object. */
export function isThingKey(id: string): boolean {
  return [NUMBER_KEY, PHASE_KEY, PLACE_KEY].some((start) => id.startsWith(start));
}

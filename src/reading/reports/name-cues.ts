/** What a report names. */
export const NAMED_KINDS = ['group', 'software', 'campaign', 'technique'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** What the words beside a name show: which kind it is of, or `any`: that it is a name. */
export type Cue = NamedKind | 'any';

/** Nouns that show of what kind the name before or behind them is: `the Otter gang`, `the backdoor Otter`. */
const NOUNS: readonly (readonly [cue: Cue, nouns: string])[] = [
  [
    'group',
    'group groups gang gangs actor actors apt apts operator operators affiliate affiliates hacker hackers team crew collective adversary adversaries cluster syndicate attackers cybercriminals spies threat',
  ],
  [
    'software',
    `malware backdoor backdoors trojan trojans ransomware rat payload payloads sample samples loader implant implants infection infections
    stealer infostealer keylogger botnet worm wiper tool utility command commands family families downloader dropper rootkit bootkit bot module variant variants
    exe framework toolkit binary plugin beacon decryptor encryptor code ransom locker raas spyware network executable strain`,
  ],
  ['campaign', 'campaign campaigns operation'],
];

/** Words behind which another thing is spoken of. */
const ENDS = new Set(
  'a an and are as at but by for from had has have in into is it its of on or that the their they this to was were which who with'.split(
    ' ',
  ),
);

const CUES: ReadonlyMap<string, Cue> = new Map(
  NOUNS.flatMap(([cue, nouns]) => nouns.split(/\s+/u).map((noun) => [noun, cue] as const)),
);

/** What stands right before a name: by whom something was done, or what somebody is called. */
const PHRASES_BEFORE: readonly (readonly [cue: Cue, before: RegExp])[] = [
  ['group', /\b(?:attribut(?:ed?|es|ing|ion)|link(?:ed|s)?|ties?|tied|connected) to (?:the )?\W{0,2}$/u],
  [
    'group',
    /\b(?:operators|members|affiliates|activit(?:y|ies)|hackers|spies) (?:of|behind) (?:the )?\W{0,2}$/u,
  ],
  ['group', /\b(?:apt|actors?|groups?|gangs?|adversary|team)\b[ ,:(–—-]{1,3}(?:the )?\W{0,2}$/u],
  [
    'any',
    /\b(?:known|tracked|track|tracks|referred to|identified|designated|reported|detected) (?:\w+ ){0,3}as (?:the )?\W{0,2}$/u,
  ],
  [
    'any',
    /\b(?:aka|a\.k\.a\.?|alias(?:es)?|called|calls?|dubbed|named|names?|nicknamed|codenamed)[ :(]{1,2}(?:the )?\W{0,2}$/u,
  ],
];

/** Last words of names that vendors give to groups alone. */
const GROUP_ENDINGS = new Set(
  `bear blizzard buffalo chollima crane flood hawk hydra jackal kitten leopard lynx panda sandstorm sleet spider storm tempest tiger
  tsunami typhoon wolf`.split(/\s+/u),
);

/** Whether a word of a name only says what bears it, so that some write it in small letters: `Otter group`. */
export function isNoun(word: string): boolean {
  return CUES.has(word) || GROUP_ENDINGS.has(word);
}

/** The kind that a name of several words shows itself: `Far Panda` is a group’s. */
export function kindByEnding(plain: string): NamedKind | undefined {
  const words = plain.split(' ');
  return words.length > 1 && GROUP_ENDINGS.has(words.at(-1) ?? '') ? 'group' : undefined;
}

/** Names that are others’ where something stands before or behind them. */
const OTHERS: ReadonlyMap<string, readonly [side: keyof Beside, words: RegExp]> = new Map([
  ['cobalt', ['after', /^[ -]?strike/u]],
  ['carbon', ['after', /^[ -]?black/u]],
  ['empire', ['after', /^ state/u]],
  ['equation', ['after', /^[ -]editor/u]],
  ['lazarus', ['before', /fancy $/u]],
]);

/** Characters looked at on each side, and words behind. */
const REACH = 48;
const WORDS_BEHIND = 4;

/** What stands beside a name, in lower case, on its own line. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

/** The text around a place, as far as it may matter. */
export function besideOf(lower: string, start: number, end: number): Beside {
  const [before = ''] = /[^\n]*$/u.exec(lower.slice(Math.max(0, start - REACH), start)) ?? [];
  const [after = ''] = /^[^\n]*/u.exec(lower.slice(end, end + REACH)) ?? [];
  return { before, after };
}

/** Endings of files are shorter. */
const LONGER_THAN_ENDING = 5;

/** Whether a name in plain spelling may be part of another name, or the ending of a file’s: `.NET`, `run.ps1`. */
export function mayBeOthers(plain: string): boolean {
  return plain.length < LONGER_THAN_ENDING || OTHERS.has(plain);
}

/** Whether it is, by what stands beside it. */
export function isOthers(plain: string, beside: Beside): boolean {
  if (plain.length < LONGER_THAN_ENDING && beside.before.endsWith('.')) return true;
  const other = OTHERS.get(plain);
  return other?.[1].test(beside[other[0]]) === true;
}

/** What the words beside a name show, the words behind it first: of `Otter ransomware gang` that it is a group. */
export function cueBeside(beside: Beside): Cue | undefined {
  return cueBehind(beside.after) ?? cueBefore(beside.before);
}

/** The last noun of those that follow the name without a break decides. */
function cueBehind(after: string): Cue | undefined {
  const [run = ''] = /^(?:['’]s?|["”»)])?(?:[ .-]\p{L}[\p{L}\p{N}]*)*/u.exec(after) ?? [];
  let found: Cue | undefined;
  for (const word of (run.match(/(?<=[ .-])[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS_BEHIND)) {
    if (ENDS.has(word)) break;
    found = CUES.get(word) ?? found;
  }
  return found;
}

function cueBefore(before: string): Cue | undefined {
  const [, noun] = /([\p{L}]+)[ :]?["“”'‘«(]?$/u.exec(before.trimEnd()) ?? [];
  const phrase = PHRASES_BEFORE.find(([, pattern]) => pattern.test(before));
  return (noun === undefined ? undefined : CUES.get(noun)) ?? phrase?.[0];
}

import { sentencesOf } from './described-text.ts';

/** What a source says of how far something mitigates a technique. */
export interface Caveat {
  /** Name of the rule that read it, in {@link CAVEAT_RULES}. */
  readonly rule: string;
  /** The sentence that it was read in. */
  readonly sentence: string;
  /** 0 … 1, how much it counts. Absent where it counts on one platform. */
  readonly counts?: number;
  /** The platform that all of it is about. */
  readonly platform?: string;
}

/** One stated way of reading that something mitigates less than all of a technique. */
export interface CaveatRule {
  /** In kebab case; answers name it, so it is as lasting as a code. */
  readonly name: string;
  /** What it finds, in words. */
  readonly label: string;
  /** 0 … 1, how much a mitigation counts for the technique. Absent where that goes by its platforms. */
  readonly counts?: number;
  readonly words: RegExp;
  /** A sentence of our own. */
  readonly example: string;
}

/**
 * The rules, of which the first counts that finds anything. They are about what prevents: what only makes something harder, or less likely,
 * counts whole. Judgements, not measured; half, because no source reports how much.
 */
export const CAVEAT_RULES: readonly CaveatRule[] = [
  {
    name: 'not-preventable',
    label: 'the source says itself that the technique cannot, or should not, be prevented',
    counts: 0,
    words:
      /^(?!Other (?:facets|aspects|parts)\b).{0,160}\b(?:can ?not|can['’]t|may not|(?:should|could) not) be (?:easily |readily |effectively |reliably )?(?:mitigated|prevented)\b(?: against)?(?: with| by|,|\.|$)/iu,
    example: 'This technique cannot be easily mitigated with preventive controls.',
  },
  {
    name: 'not-all',
    label: 'it leaves part of the technique, may fail, or can be bypassed',
    counts: 0.5,
    words:
      /^Other (?:facets|aspects|parts)\b.{0,80}\b(?:can ?not|may not) be\b|\b(?:may|might|will|does|do|can) ?not (?:(?:always|fully|completely|entirely) )?(?:prevent|stop|protect against|work for|be effective)\b|\bmay still (?:exist|be able|succeed)\b|\b(?:may|might|can) be (?:circumvented|bypassed|evaded)\b|\bmethods of bypassing\b|\bdesigned to evade\b/iu,
    example: 'Badges may not stop those who walk in behind others.',
  },
  {
    name: 'some-forms',
    label: 'it answers some forms of the technique, or some of its effects',
    counts: 0.5,
    words:
      /\b(?:block|mitigat\w+|prevent\w*|stop|detect|limit|disrupt)\b(?: of)? (?:some|certain) (?:of the impact|(?:types?|variants?|vectors?|forms?|kinds?|aspects?|instances?)\b)/iu,
    example: 'A heavier door can be chosen to prevent some forms of knocking.',
  },
  {
    name: 'limits-damage',
    label: 'it limits what comes of the technique, rather than the technique',
    counts: 0.5,
    words:
      /\b(?:limit|reduc|mitigat|minimi[sz]|lessen)\w* (?:the |its |their )?(?:overall |potential |subsequent )?(?:impact|damage)\b/iu,
    example: 'Insurance reduces the impact of a burglary.',
  },
  {
    name: 'hardly-feasible',
    label: 'the source says that it can hardly be done, or not everywhere',
    counts: 0.5,
    words: /\b(?:impractical|infeasible|(?:may|might) not be (?:feasible|possible|practical))\b/iu,
    example: 'Guards at every window may be infeasible for large houses.',
  },
  {
    name: 'one-platform',
    label:
      'it begins with a platform and names no other: it counts for the share that this is of the technique’s platforms, those of the organisation where it names any',
    words:
      /^(?:(?:On|In|For) )?(Windows|macOS|Linux|ESXi|Android|iOS)\b(?! Defender)(?: (?:Server )?[\d.]+\+?| systems| devices| environments|,|:| users)/u,
    example: 'On Linux, bolt the back door.',
  },
];

/** Names of platforms in prose. */
const PLATFORM =
  /\b(?:Windows|macOS|Mac ?OS ?X?|OS X|Linux|Unix|ESXi|Android|iOS|cloud|Azure|AWS|network devices?)\b/giu;

/** What a description of how something mitigates a technique says of how far it does; nothing where it says nothing of that. */
export function readCaveat(description: string): Caveat | undefined {
  const sentences = sentencesOf(description).map(({ text }) => text);
  for (const { name: rule, counts, words } of CAVEAT_RULES) {
    // What begins with a platform is about that one; later on it is an example.
    const looked = counts === undefined ? sentences.slice(0, 1) : sentences;
    for (const sentence of looked) {
      const found = words.exec(sentence);
      if (found === null) continue;
      if (counts !== undefined) return { rule, sentence, counts };
      const platform = found[1] ?? '';
      const named = new Set([...description.matchAll(PLATFORM)].map(([word]) => word.toLowerCase()));
      if (named.size === 1) return { rule, sentence, platform };
    }
  }
  return undefined;
}

/** What somebody pasted of an incident, as far as it can be read without asking. */
export interface SeenText {
  /** `alerts` are JSON, which the server reads; `prose` has sentences, in which techniques may stand in other words. */
  readonly kind: 'nothing' | 'names' | 'prose' | 'alerts';
  /** Ids and names of techniques. */
  readonly techniques: readonly string[];
  /** Ids of software. */
  readonly software: readonly string[];
}

const NOTHING: SeenText = { kind: 'nothing', techniques: [], software: [] };

/** More words than this between two commas are no name. */
const MOST_WORDS = 7;
/** Words besides ids from which a text is prose. */
const LEAST_WORDS = 8;

/** Reads what was pasted: ids wherever they stand; names where it is a list of them; alerts and prose are left to the server. */
export function readSeenText(given: string): SeenText {
  const text = given.trim();
  if (text === '') return NOTHING;
  if (/^[[{]/.test(text)) return { ...NOTHING, kind: 'alerts' };
  const techniques = idsIn(text, /\bT\d{4}(?:\.\d{3})?\b/gi);
  const software = idsIn(text, /\bS\d{4}\b/gi);
  const rest = text.replaceAll(/\b(?:T\d{4}(?:\.\d{3})?|S\d{4})\b/gi, ' ');
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0) return { kind: 'names', techniques, software };
  const parts = text.split(/[\n,;]+/).map((part) => part.trim());
  const isList = techniques.length + software.length === 0 && parts.every(isName);
  if (isList)
    return { kind: 'names', techniques: [...new Set(parts.filter((part) => part !== ''))], software };
  return { kind: words.length < LEAST_WORDS ? 'names' : 'prose', techniques, software };
}

function isName(part: string): boolean {
  return part.split(/\s+/).length <= MOST_WORDS && !/[.!?]$/.test(part);
}

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([id]) => id.toUpperCase()))];
}

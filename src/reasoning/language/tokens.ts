/** A word of the rule language. Space and comments between words are left out. */
export interface Token {
  readonly kind: 'name' | 'variable' | 'number' | 'text' | 'symbol' | 'stray' | 'end';
  /** As written; of a quoted text what it says. */
  readonly text: string;
  /** Offset of the first character. */
  readonly at: number;
}

const WORDS =
  /(?<blank>\s+|%[^\n]*)|(?<name>\p{Ll}[\p{L}\p{N}_-]*)|(?<variable>[\p{Lu}_][\p{L}\p{N}_-]*)|(?<number>-?\d+(?:\.\d+)?)|(?<text>"(?:\\.|[^"\\\n])*")|(?<symbol>:-|\?-|!=|<=|>=|[().,:|=<>?])|(?<stray>.)/gsu;
const KINDS = ['name', 'variable', 'number', 'text', 'symbol', 'stray'] as const;

/** Cuts a text into words; the last one is always the end. A character that starts no word is a stray one. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index, groups } of text.matchAll(WORDS)) {
    const kind = KINDS.find((name) => groups?.[name] !== undefined);
    if (kind !== undefined) tokens.push({ kind, text: kind === 'text' ? unquote(word) : word, at: index });
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/gsu, '$1');
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const BLANK = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
/** An escape that the end of the text may have cut off. */
const ESCAPE_BEGINNING = /(?:\\(?:u[0-9a-fA-F]{0,3})?)?$/y;
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A word that the end of the text may have cut off. */
const WORD_BEGINNING = /(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|-?\d+(?:\.|(?:\.\d+)?[eE][+-]?))$/y;

/** What a character does where it is allowed: opens or closes a level, or says what is expected next. */
const PUNCTUATION: Readonly<Record<Expected, Readonly<Record<string, 'open' | 'close' | Expected>>>> = {
  value: { '{': 'open', '[': 'open' },
  'value-or-end': { '{': 'open', '[': 'open', ']': 'close' },
  key: {},
  'key-or-end': { '}': 'close' },
  colon: { ':': 'value' },
  'comma-or-end': { ',': 'value', ']': 'close', '}': 'close' },
  nothing: {},
};

/**
 * Where a text stops being JSON (RFC 8259): the offset of the first character that cannot stand there, or
 * the length of the text where it ends too early. Engines word this differently and often leave it out.
 *
 * @returns undefined for valid JSON
 */
export function findJsonFault(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  for (let at = skip(BLANK, text, 0); at < text.length; at = skip(BLANK, text, at)) {
    const character = text[at] ?? '';
    const action = PUNCTUATION[expected][character];
    if (action === undefined) {
      const end = endOfScalar(text, at, expected);
      if (!end.whole) return end.at;
      expected = expected.startsWith('key') ? 'colon' : afterValue(open);
      at = end.at;
      continue;
    }
    if (action === 'close' && open.pop() !== OPENED_BY[character]) return at;
    if (action === 'open') open.push(character);
    expected = next(action, character, open);
    at++;
  }
  return expected === 'nothing' ? undefined : text.length;
}

const OPENED_BY: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

function next(action: 'open' | 'close' | Expected, character: string, open: readonly string[]): Expected {
  if (action === 'open') return character === '{' ? 'key-or-end' : 'value-or-end';
  if (action === 'close') return afterValue(open);
  return character === ',' && open.at(-1) === '{' ? 'key' : action;
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'nothing' : 'comma-or-end';
}

interface End {
  readonly at: number;
  readonly whole: boolean;
}

/** The end of a string, number or word; or, not whole, where it goes wrong. */
function endOfScalar(text: string, at: number, expected: Expected): End {
  const isKey = expected.startsWith('key');
  if (!isKey && !expected.startsWith('value')) return { at, whole: false };
  if (text[at] === '"') return endOfString(text, at);
  return isKey ? { at, whole: false } : endOfWord(text, at);
}

function endOfString(text: string, at: number): End {
  const end = skip(TEXT, text, at);
  if (text[end] === '"') return { at: end + 1, whole: true };
  ESCAPE_BEGINNING.lastIndex = end;
  return { at: ESCAPE_BEGINNING.test(text) ? text.length : end, whole: false };
}

function endOfWord(text: string, at: number): End {
  const end = skip(WORD, text, at);
  if (end < text.length && skip(WORD_BEGINNING, text, at) === text.length)
    return { at: text.length, whole: false };
  return { at: end, whole: end > at };
}

/** The offset after what a sticky pattern matches; the same offset where it does not. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

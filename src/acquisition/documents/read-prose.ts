import { parse } from 'yaml';
import { defined, isMapping } from '../../text/index.ts';
import { cleanLine, cleanLines } from './clean-text.ts';
import type { DocumentInput, DocumentParts } from './document-format.ts';
import { tooMuch } from './refusals.ts';
import { paragraphsOf, type PageLine } from './paragraphs.ts';
import { dateIn, primaryLanguage } from './stated.ts';

/** Longest line of a text whose paragraphs are broken by hand, and shortest of its longest ones. */
const WRAPPED = { longest: 120, least: 50 };

/** Plain text: where its lines are broken by hand, they are joined into paragraphs. */
export function readPlain(text: string, input: DocumentInput): DocumentParts {
  refuseLong(text, input);
  const lines = pageLines(cleanLines(text));
  const width = lines.reduce((most, { right }) => Math.max(most, right), 0);
  const isWrapped = width <= WRAPPED.longest && width >= WRAPPED.least;
  return { text: isWrapped ? paragraphsOf(lines, 1) : lines.map((line) => line.text).join('\n') };
}

function refuseLong({ length }: string, { file, limits: { maximumCharacters } }: DocumentInput): void {
  if (length > maximumCharacters)
    throw tooMuch(`${String(length)} characters`, String(maximumCharacters), file);
}

/** Lines with their places, in characters. */
function pageLines(lines: readonly string[]): readonly PageLine[] {
  return lines.flatMap((line, index) => {
    const text = line.trim().replaceAll(/ +/gu, ' ');
    const left = line.length - line.trimStart().length;
    return text === '' ? [] : [{ text, page: 0, left, right: left + text.length, y: -index, size: 1 }];
  });
}

/** What Markdown has for the look, and what becomes of it. Lengths are bounded so that no text makes matching slow. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/gu, ''],
  [/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/gu, '$1'],
  [/\[([^\]\n]{1,500})\]\[[^\]\n]{0,200}\]/gu, '$1'],
  [/<(https?:\/\/[^>\s]{1,2000})>/gu, '$1'],
  [/<\/?[a-z][^>\n]{0,500}>/giu, ''],
  [/(\*{1,3}|~~)(?=\S)([^*~\n]{1,2000}?\S?)\1/gu, '$2'],
  [/(?<![\p{L}\d_])(_{1,3})(?=\S)([^_\n]{1,2000}?)\1(?![\p{L}\d_])/gu, '$2'],
  [/`{1,2}([^`\n]{1,2000})`{1,2}/gu, '$1'],
  [/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1'],
];
const BREAKS_BEFORE = /^\s*(?:#{1,6}\s|[-*+•]\s|\d{1,3}[.)]\s|>|\||```|~~~|$)/u;

/** Markdown: its words, a paragraph to a line; of what stands before it (front matter in YAML), title, date and language. */
export function readMarkdown(given: string, input: DocumentInput): DocumentParts {
  refuseLong(given, input);
  const { stated, body } = withoutFrontMatter(given);
  const out: string[] = [];
  let [fence, goesOn] = [false, false];
  let heading: string | undefined;
  for (const line of cleanLines(body)) {
    if (/^\s*(?:```|~~~)/u.test(line)) {
      fence = !fence;
      goesOn = false;
    } else if (fence) out.push(line);
    else if (/^\s*(?:\[[^\]]{1,200}\]:\s|[-*_=| :]{3,}$)/u.test(line)) {
      goesOn = false;
    } else {
      const isHeading = /^#{1,6}\s/u.test(line);
      const words = wordsOf(line);
      if (isHeading) heading ??= words;
      if (goesOn && !BREAKS_BEFORE.test(line)) out.push(`${out.pop() ?? ''} ${words ?? ''}`);
      else if (words !== undefined) out.push(words);
      goesOn = words !== undefined && !isHeading && !line.trimStart().startsWith('|');
    }
  }
  return {
    ...defined({ title: heading }),
    ...stated,
    text: out.filter((line) => line.trim() !== '').join('\n'),
  };
}

function wordsOf(line: string): string | undefined {
  const bare = line
    .replace(/^\s*(?:>\s?){1,5}/u, '')
    .replace(/^\s*#{1,6}\s+/u, '')
    .replace(/\s#+$/u, '')
    .replace(/^\s*[-*+]\s+(?:\[[ x]\]\s)?/u, '• ');
  const cells = bare.startsWith('|') ? bare.replace(/^\||\|$/gu, '').split(/(?<!\\)\|/u) : [bare];
  const words = cells.map(
    (cell) => cleanLine(LOOKS.reduce((text, [look, into]) => text.replace(look, into), cell)) ?? '',
  );
  return words.join('').trim() === '' ? undefined : words.join('\t');
}

function withoutFrontMatter(text: string): {
  readonly stated: Omit<DocumentParts, 'text'>;
  readonly body: string;
} {
  const found = /^---\r?\n([^]{0,20000}?)\r?\n(?:---|\.\.\.)\r?\n/u.exec(text);
  if (found === null) return { stated: {}, body: text };
  const body = text.slice(found[0].length);
  try {
    const front: unknown = parse(found[1] ?? '', { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' });
    const own = (name: string): string | undefined => {
      const value = isMapping(front) ? front[name] : undefined;
      return typeof value === 'string' ? cleanLine(value) : undefined;
    };
    return {
      stated: defined({
        title: own('title'),
        date: dateIn(own('date') ?? ''),
        language: primaryLanguage(own('lang') ?? own('language')),
        publisher: own('publisher'),
      }),
      body,
    };
  } catch {
    return { stated: {}, body };
  }
}

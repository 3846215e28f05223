import { highest } from '../keep/many.ts';
/** What means something wherever it stands, including GitHub's mathematics and mentions. */
const ANYWHERE = /[\\`*_[\]<>~|$@]|&(?=#?\w+;)/gu;
/** What starts a heading, list, rule or underline where it comes first in a block. */
const AT_START = /^(?:[#+=-]|:(?=-)|\d+(?=[.)]))/u;
/** What GitHub makes a link of without being asked: `http://…`, `www.…`. */
const BARE_ADDRESS = /:(?=\/\/)|(?<=www)\./giu;

/**
 * One line of text as Markdown (CommonMark and GitHub's) that shows exactly this text, wherever it stands: in a
 * paragraph, a heading, a table cell, emphasis or a link.
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(ANYWHERE, '\\$&')
    .replace(BARE_ADDRESS, '\\$&')
    .replace(AT_START, (start) => (/^\d/u.test(start) ? start : `\\${start}`))
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/!$/u, '\\!');
}

/** Text as a code span; `inTable` where a table cell holds it, which reads `|` and `\` before code does. */
export function markdownCode(line: string, inTable: boolean): string {
  if (line === '') return '';
  if (inTable && /[|\\]/u.test(line)) return `<code>${numericEntities(line)}</code>`;
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = /^[` ]|[` ]$/u.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A fenced block; the fence is longer than any run of backticks within. */
export function markdownFence(lines: readonly string[], language: string): readonly string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [fence + language.replace(/[^\w+-]/gu, ''), ...lines, fence];
}

function longestRun(text: string): number {
  return highest(
    [...text.matchAll(/`+/gu)].map(([run]) => run.length),
    0,
  );
}

function numericEntities(line: string): string {
  return line.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

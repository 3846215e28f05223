import { expect, test } from 'vitest';
import type { Envelope } from '../../../src/answers/index.ts';
import { documentText, type Block } from '../../../src/render/index.ts';
import { displayWidth } from '../../../src/text/index.ts';
import { documentOf, USE_CASES, type UseCaseName } from '../../../src/workbench/index.ts';
import { contractHome } from './home.ts';
import { QUESTIONS } from './questions.ts';

const home = contractHome();

const ROWS = await Promise.all(
  Object.keys(USE_CASES)
    .filter((name): name is UseCaseName => name in USE_CASES)
    .map(async (name) => ({ name, row: await USE_CASES[name]() })),
);

const CASES = ROWS.flatMap(({ name, row }) =>
  QUESTIONS[name].map(({ question, words }) => ({ asked: [name, ...words].join(' '), name, row, question })),
);

/** What is longer than this may stand alone on a line that is too short for it, or be broken. */
const LONG = 24;

test.for(CASES)('$asked: reads at every width, no word is cut', async ({ name, row, question }) => {
  const envelope: Envelope = await home.asked(name, question);
  const document = documentOf(row, envelope);
  // In lists, what is empty has no head.
  const heads = wordsIn(titlesIn(document.blocks).join(' '));
  const words = [...wordsIn(documentText(document, { width: 5000 }))].filter((word) => !heads.has(word));
  for (const width of [60, 80, 120, 200]) {
    const text = documentText(document, { width });
    const over = text.split('\n').filter((line) => displayWidth(line) > width && !isAlone(line));
    expect({ width, over }).toEqual({ width, over: [] });
    const kept = wordsIn(text);
    expect({ width, cut: words.filter((word) => !kept.has(word)) }).toEqual({ width, cut: [] });
    // The dash under the heads of a table is unbroken where nothing runs into another column.
    const ragged = raggedIn(text);
    expect({ width, ragged }).toEqual({ width, ragged: [] });
  }
});

function titlesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(titlesIn);
  if (typeof value !== 'object' || value === null) return [];
  const block = value as Block;
  return block.kind === 'table'
    ? block.columns.map(({ title }) => title)
    : Object.values(value).flatMap(titlesIn);
}

/** Words of letters alone: a checksum is longer than a line. */
function wordsIn(text: string): ReadonlySet<string> {
  return new Set(
    text.match(/(?<![\p{L}\p{N}])\p{L}+(?![\p{L}\p{N}])/gu)?.filter((word) => word.length <= LONG),
  );
}

/** A line of code, or one with an address that is itself longer than what else there could be. */
function isAlone(line: string): boolean {
  return line.startsWith('    ') || /https?:\/\/\S+$/u.test(line.trimEnd());
}

/** Lines of a table in which something stands in the gap between its columns. */
function raggedIn(text: string): readonly string[] {
  const ragged: string[] = [];
  let gaps: readonly number[] = [];
  for (const line of text.split('\n')) {
    if (/^─+(?: {2}─+)+$/u.test(line)) gaps = [...line.matchAll(/ {2}/gu)].map(({ index }) => index);
    else if (line === '') gaps = [];
    else if (gaps.some((gap) => /\S/u.test(line.slice(gap, gap + 2)))) ragged.push(line);
  }
  return ragged;
}

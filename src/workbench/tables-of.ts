import type * as z from 'zod/mini';
import type { Envelope } from '../answers/index.ts';
import { documentTables, type CsvValue, type DataTable } from '../render/index.ts';
import type { UseCase } from './use-case.ts';

/**
 * An answer as tables: its own, the main one and those of the others that have rows; then the tables of its document that have something
 * which none of its own has.
 */
export function tablesOf<Answer>(
  { tables, document }: Pick<UseCase<z.ZodMiniType, Answer>, 'tables' | 'document'>,
  envelope: Envelope<unknown, Answer>,
): readonly DataTable[] {
  const { answer } = envelope;
  const own = (tables?.(answer, envelope) ?? []).filter(({ rows }, index) => index === 0 || rows.length > 0);
  const held = own.map(({ rows }) => rows.map(contentOf));
  const shown = documentTables(document(answer, envelope));
  return [...own, ...shown.filter((table) => !held.some((rows) => holds(rows, table)))];
}

/** What a row has: all its words, and its numbers; shares as they are shown, too. */
interface Content {
  readonly text: string;
  readonly numbers: readonly number[];
}

function contentOf(row: DataTable['rows'][number]): Content {
  const text = row.map(textOf).join('\n');
  const numbers = (text.match(NUMBER) ?? []).map(Number);
  return { text, numbers: [...numbers, ...numbers.map((number) => 100 * number)] };
}

function textOf(value: CsvValue): string {
  if (typeof value !== 'object') return String(value ?? '');
  return value.kind === 'share' ? String(value.share) : value.text;
}

/** Whether each row of a table is one of these: by its numbers, and by the names in its first words. */
function holds(rows: readonly Content[], { heads, rows: shown }: DataTable): boolean {
  return shown.every((row, index) => {
    const cells = heads[0] === 'Section' ? row.slice(1) : row;
    const names = cells.map(namesIn).find((found) => found.length > 0) ?? [];
    const numbers = cells.flatMap(shownNumbers);
    const isOf = (one: Content | undefined): boolean =>
      one !== undefined &&
      names.every((name) => one.text.includes(name)) &&
      numbers.every(({ number, half }) => one.numbers.some((each) => Math.abs(each - number) <= half));
    // Most stand in the same order.
    return isOf(rows[index]) || rows.some(isOf);
  });
}

/** `Heron and Kestrel` → Heron, Kestrel; words in small letters where there are no others. */
function namesIn(value: CsvValue): readonly string[] {
  if (typeof value !== 'string' && typeof value !== 'object') return [];
  const words = textOf(value).match(/[\p{L}\p{N}][\p{L}\p{N}.]*(?<!\.)/gu) ?? [];
  const names = words.filter((word) => /^\p{Lu}/u.test(word));
  return names.length === 0 ? words.filter((word) => /\p{L}/u.test(word)) : names;
}

const NUMBER = /(?<![\p{L}\p{N}.])\d+(?:\.\d+)?(?![\p{L}\p{N}])/gu;

/** The numbers in a cell, each with half of its last digit: so far may what is written out more exactly be from it. */
function shownNumbers(value: CsvValue): readonly { readonly number: number; readonly half: number }[] {
  const isShare = typeof value === 'object' && value.kind === 'share';
  const text = isShare ? String(100 * value.share) : textOf(value);
  return (text.match(NUMBER) ?? []).map((shown) => {
    const decimals = shown.split('.')[1]?.length ?? 0;
    return { number: Number(shown), half: 0.500_001 * 10 ** -decimals };
  });
}

import { heading, paragraph, table } from '../render/index.ts';
import type { Block, Column, Table } from '../render/index.ts';

/** A table under a heading; nothing where it has no rows. */
export function tableSection(
  title: string,
  columns: readonly (string | Column)[],
  rows: Table['rows'],
  level: 2 | 3 = 2,
): readonly Block[] {
  return rows.length === 0 ? [] : [heading(level, title), table(columns, rows)];
}

/** That there are more than are shown; nothing where there are not. */
export function othersThan(shown: number, of: number): readonly Block[] {
  return of > shown ? [paragraph(`and others, ${of} in all.`)] : [];
}

/** A column of numbers: aligned to the right. */
export function numberColumn(title: string): Column {
  return { title, align: 'right' };
}

/** A text by its paragraphs, which have an empty line between them. */
export function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => paragraph(each));
}

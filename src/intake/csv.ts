import { highest } from '../text/index.ts';

/** Lines and columns count from 1. */
interface CellPlace {
  readonly line: number;
  readonly column: number;
}

/** A text of a file and where it stands. */
export interface Cell extends CellPlace {
  readonly text: string;
}

/** Where a cell stands; of none, the beginning of the file. */
export function placeOf({ line, column }: CellPlace = { line: 1, column: 1 }): CellPlace {
  return { line, column };
}

/** What is wrong with a CSV. After text behind a cell, reading goes on; a cell without an end takes the rest of the file with it. */
export interface CsvFault {
  readonly name: 'endless-cell' | 'text-after-cell';
  readonly message: string;
  readonly place: CellPlace;
}

/** What may stand between cells; spreadsheets of some countries write semicolons. */
const SEPARATORS = [',', ';', '\t'];

/** The one that the first line has most of. */
function separatorOf(text: string, separators: readonly string[] = SEPARATORS): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = separators.map((separator) => line.split(separator).length);
  return separators[counts.indexOf(highest(counts))] ?? ',';
}

/** The names of columns as a first line has them, and what stands between them; also bars, as databases write them. */
export function headerOf(
  line: string,
  separator: string = separatorOf(line, [...SEPARATORS, '|']),
): { readonly names: readonly string[]; readonly separator: string } {
  const [cells = []] = parseCsv(line, separator, () => {});
  return { names: cells.map(({ text }) => text.trim()), separator };
}

/** A table whose first line names its columns: in lower case, `first_seen`. Lines without any text are left out. */
export function readTable(
  text: string,
  onFault: (fault: CsvFault) => void,
): { readonly names: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const [header = [], ...records] = parseCsv(text, separatorOf(text), onFault);
  const names = header.map((cell) =>
    cell.text
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/gu, '_'),
  );
  return { names, rows: records.filter((record) => record.some((cell) => cell.text.trim() !== '')) };
}

/** Cells by line (RFC 4180). A quoted cell may hold separators, line ends and doubled quotes. */
function parseCsv(
  text: string,
  separator: string,
  onFault: (fault: CsvFault) => void,
): readonly (readonly Cell[])[] {
  const records: Cell[][] = [[]];
  let position = 0;
  let line = 1;
  let lineStart = 0;
  while (position < text.length) {
    const start = { line, column: position - lineStart + 1 };
    const isQuoted = text[position] === '"';
    const end = isQuoted ? endOfQuoted(text, position) : endOfPlain(text, position, separator);
    if (end === -1) {
      onFault({ name: 'endless-cell', message: 'A quoted cell does not end.', place: start });
      break;
    }
    const written = text.slice(position, end);
    records.at(-1)?.push({ text: isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written, ...start });
    const breaks = written.split('\n').length - 1;
    line += breaks;
    if (breaks > 0) lineStart = position + written.lastIndexOf('\n') + 1;
    position = end;
    if (text[position] === separator) {
      position++;
      if (position === text.length)
        records.at(-1)?.push({ text: '', line, column: position - lineStart + 1 });
      continue;
    }
    if (text[position] === '\r') position++;
    if (text[position] === '\n') position++;
    else if (position < text.length) {
      // Text after a closing quote belongs to no cell.
      onFault({
        name: 'text-after-cell',
        message: 'There is text after a quoted cell.',
        place: { line, column: position - lineStart + 1 },
      });
      position = endOfLine(text, position);
      continue;
    }
    line++;
    lineStart = position;
    records.push([]);
  }
  return records;
}

/** Position after the closing quote; -1 where there is none. */
function endOfQuoted(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    if (text[position] !== '"') continue;
    if (text[position + 1] !== '"') return position + 1;
    position++;
  }
  return -1;
}

function endOfPlain(text: string, start: number, separator: string): number {
  let position = start;
  while (position < text.length && text[position] !== separator && !isLineEnd(text, position)) position++;
  return position;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function isLineEnd(text: string, position: number): boolean {
  return text[position] === '\n' || (text[position] === '\r' && text[position + 1] === '\n');
}

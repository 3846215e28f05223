import { highest } from '../../text/index.ts';

/** A line as it stands on a page; positions and sizes in any one unit, `y` growing upwards. */
export interface PageLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Of its characters. */
  readonly size: number;
}

const MARK = /^(?:[•‣▪■●○◦·∙–—*-]|\(?\d{1,2}[.)]|[a-z][.)])\s/u;
const HYPHEN = /[\p{L}\d][-\u2010\u2011]$/u;

/**
 * Lines joined into paragraphs, one to a line: a line goes on with the next one where the next one's first word had no more room in it.
 * Headings (of another size), items of lists, rows of tables (with tabs) and what stands further apart begin anew.
 *
 * @param leading the usual way from one line to the next, in sizes of characters; default what most lines have
 */
export function paragraphsOf(lines: readonly PageLine[], leading = leadingOf(lines)): string {
  const edges = edgesOf(lines);
  const words = wordsOf(lines);
  const paragraphs: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && goesOn(before, line, edges.get(before) ?? 0, leading)) {
      // Only the last line is looked at: a paragraph may have no end.
      const [start, end] = joined(last.pop() ?? '', line.text, words);
      last.push(start, end);
    } else paragraphs.push([line.text]);
  }
  return paragraphs.map((parts) => parts.join('')).join('\n');
}

function goesOn(before: PageLine, line: PageLine, edge: number, leading: number): boolean {
  const { size } = before;
  if (before.text.includes('\t') || line.text.includes('\t') || MARK.test(line.text)) return false;
  if (Math.abs(line.size - size) > 0.08 * size || Math.abs(line.left - before.left) > 4 * size) return false;
  const isOpen = !/[.!?:;]$/u.test(before.text) && /^[\p{Ll}(]/u.test(line.text);
  const isFull =
    HYPHEN.test(before.text) ||
    before.right + 1.5 * size + widthOfFirstWord(line) >= edge ||
    (isOpen && before.right > 0.6 * edge);
  // Over the end of a page or column only sentences go on.
  const isNear = line.page === before.page && line.y < before.y;
  return isFull && (isNear ? before.y - line.y <= 1.3 * leading * size : isOpen);
}

function widthOfFirstWord({ text, left, right }: PageLine): number {
  return ((right - left) * (/^\S+/u.exec(text)?.[0].length ?? 0)) / text.length;
}

/** For each line, how far to the right the lines of its page and column go. */
function edgesOf(lines: readonly PageLine[]): ReadonlyMap<PageLine, number> {
  const columns = new Map<string, number>();
  const key = ({ page }: PageLine, column: number): string => `${String(page)} ${String(column)}`;
  for (const line of lines) {
    const own = key(line, columnOf(line));
    columns.set(own, Math.max(columns.get(own) ?? 0, line.right));
  }
  const near = (line: PageLine): number =>
    highest([-1, 0, 1].map((step) => columns.get(key(line, columnOf(line) + step)) ?? 0));
  return new Map(lines.map((line) => [line, near(line)]));
}

/** Lines that begin within some characters of each other are of one column of text. */
function columnOf({ left }: PageLine): number {
  return Math.floor(left / COLUMN);
}

const COLUMN = 30;

/** The usual way from one line to the next, in sizes of characters. */
function leadingOf(lines: readonly PageLine[]): number {
  const steps = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      const step = before?.page === line.page ? (before.y - line.y) / line.size : 0;
      return step > 0.5 && step < 3 ? [step] : [];
    })
    .toSorted((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 1.2;
}

const WORD = /[\p{L}\d]+(?:[-\u2010\u2011][\p{L}\d]+)*/gu;

/** The words that stand within lines, so that it is known how they are written. */
function wordsOf(lines: readonly PageLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []));
}

/** Two lines that follow each other as they are put together: a word that was parted by a hyphen is whole again, unless it is written with one, as `command-and-control` is. */
function joined(before: string, line: string, words: ReadonlySet<string>): readonly [string, string] {
  // An id, or an address, that was broken at a sign within it.
  if (/(?:\bT\d{4}\.|:\/\/\S*\/)$/u.test(before) && /^[\w%?=-]/u.test(line)) return [before, line];
  if (!HYPHEN.test(before)) return [`${before} `, line];
  const [start = ''] = /[\p{L}\d\u2010\u2011-]+$/u.exec(before) ?? [];
  const [end = ''] = /^[\p{L}\d]+(?:[-\u2010\u2011][\p{L}\d]+)*/u.exec(line) ?? [];
  const without = (start.slice(0, -1) + end).toLowerCase();
  const isWhole =
    /^\p{Ll}/u.test(line) &&
    /\p{Ll}.$/u.test(before) &&
    !words.has((start + end).toLowerCase()) &&
    (words.has(without) ||
      !(
        start.slice(0, -1).includes('-') ||
        (words.has(start.slice(0, -1).toLowerCase()) && words.has(end.toLowerCase()))
      ));
  return [isWhole ? before.slice(0, -1) : before, line];
}

import { issueOf } from '../../../facts/index.ts';
import { count, defined, highest } from '../../../text/index.ts';
import { ACQUISITION_ISSUES, refusal } from '../../issues.ts';
import { cleanLine } from '../clean-text.ts';
import type { DocumentParts, DocumentInput } from '../document-format.ts';
import { paragraphsOf, type PageLine } from '../paragraphs.ts';
import { pdfPages, type PdfItem, type PdfProperties } from './pdf-pages.ts';
import { refuseOvergrownStreams } from './pdf-streams.ts';
import { withoutRepeated } from './repeated-lines.ts';
import { primaryLanguage, tlpStated } from '../stated.ts';

/** Pages with fewer letters show pictures. */
const LETTERS_OF_A_PAGE = 20;

/** The text of a PDF: pages as they are read, without their heads and feet, lines joined into paragraphs. */
export async function readPdf({ bytes, file, limits }: DocumentInput): Promise<DocumentParts> {
  refuseOvergrownStreams(bytes, file, limits);
  const { properties, pages } = await pdfPages(bytes, file, limits);
  const byPage = pages.map(({ items }, page) => linesOf(items, page));
  const lines = byPage.flat();
  const empty = byPage.filter((page) => lettersOf(page) < LETTERS_OF_A_PAGE).length;
  if (empty === pages.length)
    throw refusal(
      'no-text',
      `Its ${count(pages.length, 'page is a picture', 'pages are pictures')}, without text.`,
      { file },
    );
  const spans = pages.map(({ view: [, bottom = 0, , top = 0] }) => ({ bottom, top }));
  const message = `${String(empty)} of ${String(pages.length)} pages have no text.`;
  return {
    ...defined({
      title: titleOf(properties, lines),
      language: primaryLanguage(properties.language),
      tlp: tlpStated(lines.map(({ text }) => text).join('\n')),
    }),
    text: paragraphsOf(withoutRepeated(lines, spans)),
    issues:
      empty * 2 > pages.length ? [issueOf(ACQUISITION_ISSUES['pages-without-text'], message, { file })] : [],
  };
}

function lettersOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}

/** Titles that programs give to what has none. */
const NO_TITLE =
  /^(?:untitled|document\d*|slide \d+|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|pdf|indd|pptx?|rtf|qxd))$/iu;

function titleOf(properties: PdfProperties, lines: readonly PageLine[]): string | undefined {
  const title = cleanLine(properties.title);
  return title === undefined || NO_TITLE.test(title) ? largestOf(lines) : title;
}

/** What stands in the largest letters on the first page. */
function largestOf(lines: readonly PageLine[]): string | undefined {
  const first = lines.filter(({ page, text }) => page === 0 && /\p{L}{3}/u.test(text));
  const size = highest(first.map((line) => line.size));
  const at = first.findIndex((line) => line.size === size);
  const rest = first.slice(at);
  const end = rest.findIndex((line) => line.size < 0.95 * size);
  return cleanLine(
    rest
      .slice(0, end === -1 ? 5 : Math.min(end, 5))
      .map(({ text }) => text)
      .join(' '),
  )?.slice(0, 300);
}

/** Characters after which a line ends in any case: no paper is wider. */
const LONGEST_LINE = 5000;

/** Whether something stands on a line, and not to the left of its end, where another column begins. */
function isBeside(line: PageLine, left: number, y: number, size: number): boolean {
  return Math.abs(y - line.y) < 0.5 * Math.max(size, line.size) && left > line.right - 2 * line.size;
}

/** Items put together into lines: what stands at one height, with a space where there is one, and a tab where there is a wide one. */
function linesOf(items: readonly PdfItem[], page: number): readonly PageLine[] {
  const lines: PageLine[] = [];
  for (const { str, transform, width, height } of items) {
    const [, , rise = 0, scale = 0, left = 0, y = 0] = transform;
    const size = Math.hypot(rise, scale) || height;
    if (str === '' || size === 0) continue;
    const last = lines.at(-1);
    const right = left + width;
    const isBlank = str.trim() === '';
    if (last !== undefined && last.text.length < LONGEST_LINE && isBeside(last, left, y, size)) {
      const gap = (isBlank ? right : left) - last.right;
      const space = gap > 1.5 * last.size ? '\t' : gap > 0.12 * last.size || isBlank ? ' ' : '';
      lines[lines.length - 1] = {
        ...last,
        text: last.text.trimEnd() + (space || /\s?$/u.exec(last.text)?.[0] || '') + (isBlank ? '' : str),
        right: Math.max(last.right, right),
        size: Math.max(size, last.size),
      };
    } else if (!isBlank) lines.push({ text: str, page, left, right, y, size });
  }
  return lines.flatMap((line) => {
    const text = line.text
      .split('\t')
      .flatMap((cell) => cleanLine(cell) ?? [])
      .join('\t');
    return text === '' ? [] : [{ ...line, text }];
  });
}

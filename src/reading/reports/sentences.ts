/** A sentence of a report, where it stands in its text, and under which heading. */
export interface ReportSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Behind these a sentence goes on, whatever its segmenter holds. */
const ABBREVIATION =
  /(?:^|[\s("])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Fig|Figs|Inc|Ltd|Corp|Co|vs|etc|approx|e\.g|i\.e|cf|al|ver|v)\.\s*$/iu;

/** Shorter ones are numbers, bullets and remains of tables. */
const LEAST_LENGTH = 4;

/** The sentences of a text, line by line: a line that ends is a paragraph, a heading or a row of a table. */
export function reportSentences(text: string): readonly ReportSentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const found: ReportSentence[] = [];
  for (const line of text.matchAll(/[^\n]+/gu)) {
    let start = 0;
    for (const { segment, index } of segmenter.segment(line[0])) {
      const end = index + segment.length;
      const isLast = end === line[0].length;
      if (!isLast && ABBREVIATION.test(line[0].slice(start, end))) continue;
      const sentence = trimmed(line[0], line.index, start, end);
      if (sentence.text.length >= LEAST_LENGTH) found.push(sentence);
      start = end;
    }
  }
  return found;
}

function trimmed(line: string, offset: number, start: number, end: number): ReportSentence {
  const whole = line.slice(start, end);
  const text = whole.trim();
  const from = offset + start + whole.indexOf(text);
  return { text, start: from, end: from + text.length };
}

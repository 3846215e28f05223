/** A sentence of a report, and where it stands in its text. */
export interface ReportSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Behind these a sentence goes on, whatever its segmenter holds. */
const ABBREVIATION =
  /(?:^|[\s("])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Fig|Figs|Inc|Ltd|Corp|Co|vs|etc|approx|e\.g|i\.e|cf|al|ver|v)\.\s*$/iu;

/** Characters at the end of a part in which an abbreviation and what is before it stand: a line of nothing else must not be read again and again. */
const ABBREVIATION_REACH = 16;

/** Shorter ones are numbers, bullets and remains of tables. */
const LEAST_LENGTH = 4;

/** Characters that are taken apart at once: what a segmenter does for each sentence grows with the text that it is given. */
const WINDOW = 4000;

/** The sentences of a text, line by line: a line that ends is a paragraph, a heading or a row of a table. */
export function reportSentences(text: string): readonly ReportSentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const found: ReportSentence[] = [];
  for (const { 0: line, index: offset } of text.matchAll(/[^\n]+/gu)) {
    let start = 0;
    for (const end of endsIn(segmenter, line)) {
      if (end < line.length && ABBREVIATION.test(line.slice(Math.max(start, end - ABBREVIATION_REACH), end)))
        continue;
      const sentence = trimmed(line, offset, start, end);
      if (sentence.text.length >= LEAST_LENGTH) found.push(sentence);
      start = end;
    }
  }
  return found;
}

/** Where the segmenter ends sentences. The last of a window is taken up again by the next, unless the window has no other. */
function* endsIn(segmenter: Intl.Segmenter, line: string): Generator<number> {
  for (let from = 0; from < line.length;) {
    const ends = [...segmenter.segment(line.slice(from, from + WINDOW))].map(
      ({ index, segment }) => from + index + segment.length,
    );
    const sure = from + WINDOW >= line.length || ends.length === 1 ? ends : ends.slice(0, -1);
    yield* sure;
    from = sure.at(-1) ?? line.length;
  }
}

function trimmed(line: string, offset: number, start: number, end: number): ReportSentence {
  const whole = line.slice(start, end);
  const text = whole.trim();
  const from = offset + start + whole.indexOf(text);
  return { text, start: from, end: from + text.length };
}

import type { ReportTextAnswer, ReportTextQuestion, TextParagraph } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { reportSentences, type ReportSentence } from '../../reading/index.ts';
import { defined } from '../../text/index.ts';
import { reportLabel } from '../../threat/index.ts';
import type { Answered } from '../use-case.ts';
import { findReport } from './find-report.ts';

/** The words of a kept report, with the numbers by which suggestions name its sentences. @throws FoeprintError W780 where none is called so */
export async function textOfReport(
  { reports }: Pick<Knowledge['loaded'], 'reports'>,
  { report: asked, from = 0, limit = Infinity }: ReportTextQuestion,
): Promise<Answered<ReportTextAnswer>> {
  const { id, title, level, text } = findReport(await reports(), asked);
  const sentences = reportSentences(text);
  const end = Math.min(from + limit, sentences.length);
  return {
    answer: {
      label: reportLabel(id),
      title,
      // A page of nothing leads nowhere: who follows it would never end.
      ...defined({ level, next: from < end && end < sentences.length ? end : undefined }),
      sentences: sentences.length,
      paragraphs: paragraphsBetween(text, sentences, from, end),
    },
    level,
    notes: sentences.length === 0 ? ['It has no text that could be read.'] : [],
  };
}

/** The lines of a text from one sentence to before another; what stands before the first sentence of all goes with it. */
function paragraphsBetween(
  text: string,
  sentences: readonly ReportSentence[],
  from: number,
  end: number,
): readonly TextParagraph[] {
  if (from >= end) return [];
  const starts = from === 0 ? 0 : (sentences[from]?.start ?? text.length);
  const ends = sentences[end]?.start ?? text.length;
  const found: TextParagraph[] = [];
  /** Lines that are too short to be sentences, one below the other: those of a table may be many. */
  let short: { text: string } | undefined;
  let place = from;
  let at = starts;
  for (const line of text.slice(starts, ends).split('\n')) {
    const parts: { text: string; place?: number }[] = [];
    const lineEnd = at + line.length;
    const note = (until: number): void => {
      const between = text.slice(at, until).trim();
      if (between !== '') parts.push({ text: between });
    };
    const isContinued = at > 0 && text[at - 1] !== '\n';
    for (let next = sentences[place]; next !== undefined && next.start < lineEnd; next = sentences[place]) {
      note(next.start);
      parts.push({ text: next.text, place });
      at = next.end;
      place += 1;
    }
    note(lineEnd);
    at = lineEnd + 1;
    const [first] = parts;
    if (first === undefined) continue;
    if (first.place === undefined && parts.length === 1) {
      if (short !== undefined) short.text += `\n${first.text}`;
      else found.push({ isContinued, sentences: [(short = first)] });
    } else {
      short = undefined;
      found.push({ isContinued, sentences: parts });
    }
  }
  return found;
}

import type { GivenReport, ReportAnswer, ReportExtractQuestion } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import type { Answered } from '../use-case.ts';
import { reportAnswer } from './report-answer.ts';

/** What a report that is not kept is read to state. */
export async function extractReport(
  desk: Knowledge['view'],
  { report, ...search }: ReportExtractQuestion,
): Promise<Answered<ReportAnswer>> {
  const answer = await reportAnswer(desk, report, search);
  return { answer, level: report.level, notes: notesOn(report, answer) };
}

/** What to know of how it was read. */
export function notesOn(
  { language, text }: Pick<GivenReport, 'language' | 'text'>,
  { counts, isInWords }: Pick<ReportAnswer, 'counts' | 'isInWords'>,
): readonly string[] {
  return [
    ...(isInWords
      ? []
      : [
          'Ids and names were found alone: nothing in view states how techniques are used, so that none is found in other words. Load Enterprise ATT&CK: foeprint sync enterprise-attack.',
        ]),
    ...(language === undefined || language === 'en'
      ? []
      : [
          `It is written in “${language}”: ids and names are found in any language, techniques in other words in English alone.`,
        ]),
    ...(text.trim() === '' && counts.suggestions === 0 ? ['It has no text that could be read.'] : []),
  ];
}

import type { GivenReport, ReportAnswer, ReportShowQuestion } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import type { KeptReport } from '../../threat/index.ts';
import type { Answered } from '../use-case.ts';
import { notesOn } from './extract.ts';
import { findReport } from './find-report.ts';
import { reportAnswer } from './report-answer.ts';

/** What a kept report is read to state, with what was decided of it. @throws FoeprintError where none is called so */
export async function showReport(
  desk: Knowledge['view'],
  { report: asked, ...search }: ReportShowQuestion,
): Promise<Answered<ReportAnswer>> {
  const kept = findReport(await desk.reports(), asked);
  const report = givenReport(kept);
  const answer = await reportAnswer(desk, report, search, kept);
  return { answer, level: kept.level, notes: notesOn(report, answer) };
}

/** A kept report as one that is given. */
export function givenReport({
  id: _id,
  location: _location,
  addedAt: _addedAt,
  references: _references,
  decisions: _decisions,
  ...report
}: KeptReport): GivenReport {
  return report;
}

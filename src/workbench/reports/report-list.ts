import { listedReport, type ReportListAnswer } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { compareText } from '../../text/index.ts';
import type { ReportKind } from '../../threat/index.ts';
import type { Answered } from '../use-case.ts';

/** The reports that are kept, the newest first. */
export async function listReports(
  { reports, base }: Knowledge['loaded'],
  { kind, undecided }: { readonly kind?: ReportKind | undefined; readonly undecided: boolean },
): Promise<Answered<ReportListAnswer>> {
  const loaded = new Set(base.sources().map(({ series }) => series));
  const asked = (await reports())
    .filter((report) => kind === undefined || report.kind === kind)
    .map((report) => listedReport(report, loaded))
    .filter(({ decided }) => !undecided || decided === 0)
    .toSorted(
      (one, other) =>
        compareText(other.date ?? other.addedAt, one.date ?? one.addedAt) ||
        compareText(other.addedAt, one.addedAt) ||
        compareText(one.id, other.id),
    );
  return { answer: { reports: asked }, level: strictestLevel(asked.map(({ level }) => level)) };
}

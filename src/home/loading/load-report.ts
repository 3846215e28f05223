import type { Source } from '../../facts/index.ts';
import { reportDocument, type ReportFact } from '../../intake/index.ts';
import { reportSeries, type KeptReport } from '../../threat/index.ts';
import { forgetSource } from '../copies/forget-source.ts';
import type { Home } from '../home.ts';
import { caseBytes, storeCases } from './cases.ts';

/** What came of loading a report: `changed` where other facts were loaded of it before, `removed` where none are left. */
export type ReportLoading = 'loaded' | 'changed' | 'unchanged' | 'removed' | 'nothing';

/** How a report is loaded. */
export interface ReportLoadOptions {
  /** Only find out what would come of it. Default false. */
  readonly isTrial?: boolean;
  /** A timestamp; default now. */
  readonly loadedAt?: string;
}

/**
 * Loads facts that a kept report states, as one source; they take the place of all that was loaded of it before. The same facts again
 * change nothing. Without any, what was loaded of it is taken out.
 */
export async function loadReport(
  home: Home,
  report: KeptReport,
  facts: readonly ReportFact[],
  { isTrial = false, loadedAt = new Date().toISOString() }: ReportLoadOptions = {},
): Promise<ReportLoading> {
  const known = await loadedAs(home, report.id);
  if (facts.length === 0) {
    if (known !== undefined && !isTrial) await unloadReport(home, report.id);
    return known === undefined ? 'nothing' : 'removed';
  }
  const document = reportDocument(report, facts);
  if (known?.sha256 === caseBytes(document).sha256) return 'unchanged';
  if (!isTrial) await storeCases(home, [document], report.location, loadedAt);
  return known === undefined ? 'loaded' : 'changed';
}

/** Takes out, as `forget` does, what was loaded of a report, if anything; the report itself stays as it is. */
export async function unloadReport(home: Home, id: string, purge = false): Promise<void> {
  const known = await loadedAs(home, id);
  if (known !== undefined) await forgetSource(home, known.id, { purge });
}

/** The source that a report is loaded as. */
async function loadedAs(home: Home, id: string): Promise<Source | undefined> {
  const knowledge = await home.knowledgeBase();
  return knowledge.sources().find(({ series }) => series === reportSeries(id));
}

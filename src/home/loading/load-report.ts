import type { IngestReport } from '../../knowledge/index.ts';
import { reportDocument, type ReportFact } from '../../intake/index.ts';
import { reportSeries, type KeptReport } from '../../threat/index.ts';
import { forgetSource, type ForgetOptions, type Forgotten } from '../copies/forget-source.ts';
import type { Home } from '../home.ts';
import { storeCases } from './cases.ts';

/**
 * Loads facts that a kept report states, as one source; they take the place of all that was loaded of it before. The same facts again
 * change nothing. Without any, what was loaded of it is taken out.
 *
 * @returns undefined where there was nothing to load
 */
export async function loadReport(
  home: Home,
  report: KeptReport,
  facts: readonly ReportFact[],
  loadedAt: string = new Date().toISOString(),
): Promise<IngestReport | undefined> {
  if (facts.length === 0) {
    await unloadReport(home, report.id);
    return undefined;
  }
  const [ingested] = await storeCases(home, [reportDocument(report, facts)], report.location, loadedAt);
  return ingested;
}

/** Takes out, as `forget` does, what was loaded of a report; the report itself stays as it is. */
export async function unloadReport(
  home: Home,
  id: string,
  options: Pick<ForgetOptions, 'purge'> = {},
): Promise<readonly Forgotten[]> {
  const source = reportSource(id);
  const loaded = (await home.knowledgeBase()).sources();
  return loaded.some((each) => each.id === source) ? await forgetSource(home, source, options) : [];
}

/** Id of the source that a report becomes. */
function reportSource(id: string): string {
  return `${reportSeries(id)}@1`;
}

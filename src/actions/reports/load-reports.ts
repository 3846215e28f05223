import type { LoadedReport } from '../../answers/index.ts';
import { strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { accessTo, loadReport, type AccessOptions, type Home } from '../../home/index.ts';
import { reportLabel } from '../../threat/index.ts';
import { findReport, reportFacts } from '../../workbench/index.ts';

/** How kept reports are loaded. */
export interface LoadReportsOptions extends Pick<AccessOptions, 'clearance'> {
  /** Only what a reviewer accepted; not what is sure enough to be taken as it is. Default false. */
  readonly onlyAccepted?: boolean;
  /** Find out what would be loaded, and load nothing. Default false. */
  readonly isTrial?: boolean;
  /** Called with the title of each report before it is read. */
  readonly progress?: (title: string) => void;
}

/** What came of loading kept reports. */
export interface LoadedReports {
  /** In the order in which they were named. */
  readonly reports: readonly LoadedReport[];
  /** How far that may go; undefined where nothing in it is marked. */
  readonly level?: MarkingLevel | undefined;
}

/**
 * Makes facts of what kept reports state: what was accepted of them, and what is sure enough to be taken as it is. All of a report is one
 * source; what was loaded of it before is replaced. Nothing is loaded unless all of them are found.
 *
 * @param names what each is called: its label, the beginning of its id, or its title
 * @throws FoeprintError W780 where no report is called so, or several are
 */
export async function loadReports(
  home: Home,
  names: readonly string[],
  { onlyAccepted = false, isTrial = false, progress, clearance }: LoadReportsOptions = {},
): Promise<LoadedReports> {
  const access = accessTo(() => Promise.resolve(home), { clearance });
  const desk = await access.view({}, await access.clearance());
  const kept = await desk.reports();
  const found = [...new Set(names.map((each) => findReport(kept, each)))];
  const reports: LoadedReport[] = [];
  for (const report of found) {
    const { id, title } = report;
    progress?.(title);
    const { facts, leftOut } = await reportFacts(desk, report, { onlyAccepted });
    const outcome = await loadReport(home, report, facts, { isTrial });
    const fresh = facts.filter(({ knownFrom }) => knownFrom.length === 0).length;
    reports.push({ label: reportLabel(id), title, outcome, facts, new: fresh, leftOut });
  }
  const named = new Set(reports.flatMap(({ facts }) => facts.flatMap(({ knownFrom }) => knownFrom)));
  const sources = desk.view.sources.filter(({ name }) => named.has(name));
  return { reports, level: strictestLevel([...found, ...sources].map(({ level }) => level)) };
}

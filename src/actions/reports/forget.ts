import { argument, flag, listedReport, ReportForgetAnswer } from '../../answers/index.ts';
import { isCleared, strictestLevel } from '../../facts/index.ts';
import { keptReports, removeReports, unloadReport } from '../../home/index.ts';
import { reportForgetDocument } from '../../report/index.ts';
import { findReport } from '../../workbench/index.ts';
import { action } from '../action.ts';

export const reportForget = action({
  name: 'report forget',
  role: 'analyst',
  summary: 'take reports out, with what was decided of them and what was loaded of them',
  details:
    'What was loaded of it is taken out as `foeprint forget` takes out sources. `foeprint undo` brings the report back with the decisions on it, unless `--purge` deleted what was kept.',
  given: {
    reports: argument('<report...>', 'label, beginning of the id, or title, as `report list` has them'),
    purge: flag('--purge', 'keep nothing of it aside: there is no way back'),
  },
  answer: ReportForgetAnswer,
  hasTables: true,
  examples: [{ line: 'report forget REP-1A2B3C4D', label: 'a report that was added by mistake' }],
  run: async ({ reports: asked, purge }, { home, bound }) => {
    const kept = (await keptReports(home.paths.reports)).reports;
    const reports = bound === undefined ? kept : kept.filter(({ level }) => isCleared(level, bound));
    // All are found before the first is taken out.
    const found = [...new Set(asked.map((each) => findReport(reports, each)))];
    const sources = home.isEmpty ? [] : (await home.knowledgeBase()).sources();
    const loaded = new Set(sources.map(({ series }) => series));
    const removed = found.map((report) => listedReport(report, loaded));
    for (const { id, isLoaded } of removed) if (isLoaded) await unloadReport(home, id, purge);
    await removeReports(
      home.paths.reports,
      found.map(({ id }) => id),
      purge,
    );
    return { answer: { removed }, level: strictestLevel(removed.map(({ level }) => level)) };
  },
  document: reportForgetDocument,
});

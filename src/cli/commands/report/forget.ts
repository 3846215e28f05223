import { argument, listedReport, ReportForgetAnswer } from '../../../answers/index.ts';
import { strictestLevel } from '../../../facts/index.ts';
import { keptReports, removeReports, unloadReport } from '../../../home/index.ts';
import { reportForgetDocument } from '../../../report/index.ts';
import { findReport } from '../../../workbench/index.ts';
import { homeCommand } from '../../call/home-command.ts';

export const reportForget = homeCommand({
  name: 'report forget',
  summary: 'take reports out, with what was decided of them and what was loaded of them',
  details:
    'The report and the decisions on it are gone. What was loaded of it is taken out as `foeprint forget` takes out sources.',
  given: {
    reports: argument('<report...>', 'label, beginning of the id, or title, as `report list` has them'),
  },
  answer: ReportForgetAnswer,
  hasTables: true,
  examples: [{ line: 'report forget REP-1A2B3C4D', label: 'a report that was added by mistake' }],
  run: async ({ reports: asked }, call) => {
    const home = await call.home();
    const { reports } = await keptReports(home.paths.reports);
    // All are found before the first is taken out.
    const found = [...new Set(asked.map((each) => findReport(reports, each)))];
    const sources = home.isEmpty ? [] : (await home.knowledgeBase()).sources();
    const loaded = new Set(sources.map(({ series }) => series));
    const removed = found.map((report) => listedReport(report, loaded));
    for (const { id, isLoaded } of removed) if (isLoaded) await unloadReport(home, id);
    await removeReports(
      home.paths.reports,
      found.map(({ id }) => id),
    );
    return { answer: { removed }, level: strictestLevel(removed.map(({ level }) => level)) };
  },
  document: reportForgetDocument,
});

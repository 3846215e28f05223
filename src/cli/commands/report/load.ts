import {
  KEPT_REPORTS,
  flag,
  ONLY_ACCEPTED,
  ReportLoadAnswer,
  type LoadedReport,
} from '../../../answers/index.ts';
import { strictestLevel } from '../../../facts/index.ts';
import { loadReport } from '../../../home/index.ts';
import { reportLoadDocument } from '../../../report/index.ts';
import { reportLabel } from '../../../threat/index.ts';
import { findReport, reportFacts } from '../../../workbench/index.ts';
import { EXIT } from '../../call/command.ts';
import { homeCommand } from '../../call/home-command.ts';

export const reportLoad = homeCommand({
  name: 'report load',
  summary: 'make facts of what kept reports state',
  details:
    'What a reviewer accepted, as sure as they hold it, and what is sure enough to be taken as it is (`report show` has it under “accept”), as mentioned. What was rejected never is, and what is left to review only once somebody accepts it. All of a report is one source, with its sentences, its day, its marking and itself as citation; loaded again it takes the place of what was loaded of it, and `forget` or `report forget` takes it out as a whole.',
  given: {
    reports: KEPT_REPORTS,
    onlyAccepted: ONLY_ACCEPTED,
    dryRun: flag('--dry-run', 'say what would be loaded and what of it is new, and load nothing'),
  },
  answer: ReportLoadAnswer,
  hasTables: true,
  examples: [
    {
      line: 'report load REP-1A2B3C4D --dry-run',
      label: 'what it would add, what is known already, and what is left out',
    },
    { line: 'report load REP-1A2B3C4D', label: 'what is sure, and what was accepted' },
    { line: 'report load REP-1A2B3C4D --only-accepted', label: 'nothing that nobody has looked at' },
  ],
  run: async ({ reports: asked, onlyAccepted, dryRun }, { access, clearance, home: opened, terminal }) => {
    const home = await opened();
    const desk = await access.view({}, await clearance());
    const kept = await desk.reports();
    // All are found before the first is loaded.
    const found = [...new Set(asked.map((each) => findReport(kept, each)))];
    const reports: LoadedReport[] = [];
    for (const report of found) {
      terminal.progress(`reading ${report.title}`);
      const { facts, leftOut } = await reportFacts(desk, report, { onlyAccepted });
      const outcome = await loadReport(home, report, facts, { isTrial: dryRun });
      const isNew = facts.filter(({ knownFrom }) => knownFrom.length === 0).length;
      reports.push({
        label: reportLabel(report.id),
        title: report.title,
        outcome,
        facts,
        new: isNew,
        leftOut,
      });
    }
    terminal.progress('');
    const named = new Set(reports.flatMap(({ facts }) => facts.flatMap(({ knownFrom }) => knownFrom)));
    const sources = desk.view.sources.filter(({ name }) => named.has(name));
    return {
      answer: { isTrial: dryRun, reports },
      exitCode: reports.every(({ outcome }) => outcome === 'nothing') ? EXIT.nothing : EXIT.ok,
      level: strictestLevel([...found, ...sources].map(({ level }) => level)),
    };
  },
  document: reportLoadDocument,
});

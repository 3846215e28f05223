import { KEPT_REPORTS, flag, ONLY_ACCEPTED, ReportLoadAnswer } from '../../answers/index.ts';
import { reportLoadDocument } from '../../report/index.ts';
import { action } from '../action.ts';
import { loadReports } from './load-reports.ts';

export const reportLoad = action({
  name: 'report load',
  role: 'analyst',
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
  run: async ({ reports: asked, onlyAccepted, dryRun: isTrial }, { home, access, signs }) => {
    const { reports, level } = await loadReports(home, asked, {
      onlyAccepted,
      isTrial,
      clearance: (await access.clearance()) ?? 'red',
      progress: (title) => signs.progress(`reading ${title}`),
    });
    signs.progress('');
    const isNothing = reports.every(({ outcome }) => outcome === 'nothing');
    return { answer: { isTrial, reports }, ending: isNothing ? 'nothing' : undefined, level };
  },
  document: reportLoadDocument,
});

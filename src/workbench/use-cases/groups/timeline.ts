import { TimelineQuestion, TimelineAnswer } from '../../../answers/index.ts';
import { timelineSvg } from '../../../draw/index.ts';
import { timelineDocument, timelineTables } from '../../../report/index.ts';
import { withCoverage } from '../../coverage/counted-coverage.ts';
import { groupTimeline } from '../../groups/timeline.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'timeline',
  summary: 'how a group evolved: techniques by first report, and what each implied',
  details:
    'A technique stands in the year of the oldest document cited for it. Implications (first in a tactic or on a platform, new route in, rare, no mitigation, no detection, not covered) compare with what was known at the time.',
  question: TimelineQuestion,
  answer: TimelineAnswer,
  needs: 'desk',
  examples: [
    { line: 'timeline APT28 --since 2024-01-01', label: 'what is new' },
    { line: 'timeline G0007 --since-audit 2024-06-30 --coverage sigma-rules/', label: 'what to close first' },
    { line: 'timeline G0007 --org org.yaml', label: 'the same by what org.yaml says of both' },
    { line: 'timeline G0007 -o apt28.svg', label: 'the chart' },
  ],
  run: async (desk, question) =>
    await withCoverage(desk, question, (coverage) => {
      const { group, releases, organisation, sinceAudit = organisation?.lastAudit, ...search } = question;
      return groupTimeline(desk, group, {
        ...search,
        sinceAudit,
        coverage,
        policy: desk.settings.score,
        releasesOf: releases ? desk.base : undefined,
      });
    }),
  isEmpty: ({ years, undated }) => years.length + undated.length === 0,
  document: timelineDocument,
  tables: timelineTables,
  drawing: timelineSvg,
});

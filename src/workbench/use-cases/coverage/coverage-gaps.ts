import { CoverageGapsAnswer, CoverageGapsQuestion } from '../../../answers/index.ts';
import { coverageGapsDocument, coverageGapsTables } from '../../../report/index.ts';
import { coverageLayersOf } from '../../coverage/layers.ts';
import { coverageGaps } from '../../coverage/show.ts';
import { answeredAs, useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'coverage gaps',
  summary: 'techniques that are not covered, with the reason why and what is next',
  details:
    'What counts most stands first. For a build: --fail-under and --baseline exit with 1 where too little is covered, or a technique has fallen behind an earlier answer; shares are of the weight of the techniques (expectation, share of the groups that use them, or 1 each).',
  question: CoverageGapsQuestion,
  answer: CoverageGapsAnswer,
  needs: 'desk',
  examples: [
    { line: 'coverage gaps --org org.yaml', label: 'what to expect and not seen, the most expected first' },
    {
      line: 'coverage gaps --group APT29 --cheap',
      label: 'where logs are at hand and only a rule is missing',
    },
    {
      line: 'coverage gaps --group FIN7 --coverage rules/ --at-least rule --fail-under 0.5 --baseline last.json',
      label: 'in a build of rules',
    },
  ],
  run: coverageGaps,
  isEmpty: ({ counts, gate }) => counts.of === 0 || gate?.passes === false,
  rows: (answer) => answer.gaps,
  document: coverageGapsDocument,
  tables: coverageGapsTables,
  layers: async (desk, question) =>
    answeredAs(await coverageGaps(desk, question), (answer) => coverageLayersOf(desk, answer, answer.gaps)),
  isFramedBySecond: true,
  inFull: { limit: Number.MAX_SAFE_INTEGER },
});

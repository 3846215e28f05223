import { WalkthroughQuestion, WalkthroughAnswer } from '../../../answers/index.ts';
import { walkthroughDocument } from '../../../report/index.ts';
import { useCase } from '../../use-case.ts';
import { DEFAULT_KEYWORDS, walkthrough } from '../../playbook/walkthrough.ts';

export const row = useCase({
  name: 'walkthrough',
  summary: 'the profiling investigation from keywords to mitigations, as a report',
  details:
    'Groups of interest, what any and all of them use, why, which mitigations answer it, and why one of them is relevant.',
  question: WalkthroughQuestion,
  answer: WalkthroughAnswer,
  needs: 'desk',
  examples: [
    { line: 'walkthrough', label: 'on the terminal' },
    { line: 'walkthrough -k energy -o energy.html', label: 'for another sector, as a page' },
    { line: 'walkthrough -o report.md', label: 'as Markdown' },
    { line: 'walkthrough -o report.pdf', label: 'as PDF, to print or to mail' },
  ],
  run: (desk, { keywords, any }) =>
    walkthrough(desk, { keywords: keywords.length === 0 ? DEFAULT_KEYWORDS : keywords, any }),
  isEmpty: ({ found }) => found.groups.length === 0,
  document: walkthroughDocument,
});

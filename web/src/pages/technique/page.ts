import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Technique',
  path: '/techniques/$technique',
  summary: 'one technique: who uses it in which words, how rare, what helps against it',
  load: () => import('./technique-page.tsx'),
};

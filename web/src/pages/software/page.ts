import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Software',
  path: '/software/$software',
  summary: 'one malware or tool: who uses it in which words, and what it does',
  load: () => import('./software-page.tsx'),
};

import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Software',
  path: '/software',
  summary: 'all malware and tools by name',
  load: () => import('./software-list-page.tsx'),
};

import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Report',
  path: '/reports/$report',
  summary: 'one report: its sentences with what they state, how sure, and what is known already',
  load: () => import('./report-page.tsx'),
};

import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Campaign',
  path: '/campaigns/$campaign',
  summary: 'one campaign: when, of whom, techniques and software in which words',
  load: () => import('./campaign-page.tsx'),
};

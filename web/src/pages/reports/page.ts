import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Reports',
  path: '/reports',
  nav: 'Behind it',
  chord: 'r',
  summary: 'reports that are kept: what each is read to state, and what was decided of it',
  load: () => import('./reports-page.tsx'),
};

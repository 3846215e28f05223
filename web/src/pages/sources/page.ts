import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Sources',
  path: '/sources',
  nav: 'Behind it',
  chord: 'q',
  summary: 'what is loaded, from whom, under which licence, and what of it is in view',
  load: () => import('./sources-page.tsx'),
};

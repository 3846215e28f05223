import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Techniques',
  path: '/techniques',
  nav: 'How',
  chord: 'h',
  summary: 'all techniques, and how many groups use each',
  load: () => import('./techniques-page.tsx'),
};

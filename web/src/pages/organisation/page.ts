import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Organisation',
  path: '/organisation',
  nav: 'Who',
  chord: 'o',
  summary: 'which groups are documented against organisations like one’s own, and why',
  load: () => import('./organisation-page.tsx'),
};

import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Dashboard',
  path: '/dashboard',
  nav: 'What to do',
  chord: 'd',
  summary:
    'threats and defences of the organisation at a glance: who is active, what is covered, missing and new',
  load: () => import('./dashboard-page.tsx'),
};

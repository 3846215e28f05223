import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Overview',
  path: '/',
  chord: 'w',
  isOnPhones: true,
  summary: 'who, how, and what to do, at a glance',
  load: () => import('./overview-page.tsx'),
};

import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Coverage',
  path: '/coverage',
  nav: 'What to do',
  chord: 'v',
  isOnPhones: true,
  summary: 'how far detection has come against what is to be expected, what is missing, what to build first',
  load: () => import('./coverage-page.tsx'),
};

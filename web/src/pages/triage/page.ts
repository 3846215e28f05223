import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Triage',
  path: '/triage',
  nav: 'Who',
  chord: 't',
  isOnPhones: true,
  summary: 'what was seen in an incident: whose reported ways it is like, what to look for next',
  load: () => import('./triage-page.tsx'),
};

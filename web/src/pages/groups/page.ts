import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Groups',
  path: '/groups',
  nav: 'Who',
  chord: 'g',
  isOnPhones: true,
  summary: 'groups by what is known of them',
  load: () => import('./groups-page.tsx'),
};

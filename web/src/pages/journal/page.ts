import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Journal',
  path: '/journal',
  partOf: '/sources',
  chord: 'j',
  summary: 'who changed what is kept, when and how, with the way back',
  load: () => import('./journal-page.tsx'),
};

import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Releases',
  path: '/releases',
  partOf: '/sources',
  summary: 'what changed between two releases of ATT&CK, and for which groups',
  load: () => import('./releases-page.tsx'),
};

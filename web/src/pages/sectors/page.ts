import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Sectors',
  path: '/sectors',
  nav: 'How',
  chord: 's',
  summary: 'which sectors have the same groups against them, and what those groups do',
  load: () => import('./sectors-page.tsx'),
};

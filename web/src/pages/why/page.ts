import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Why',
  path: '/why/$first/$second',
  summary: 'why a fact holds, or does not',
  load: () => import('./why-page.tsx'),
};

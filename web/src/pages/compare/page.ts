import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Compare',
  path: '/compare',
  nav: 'How',
  chord: 'c',
  summary: 'what groups have in common and what not, in one matrix',
  load: () => import('./compare-page.tsx'),
};

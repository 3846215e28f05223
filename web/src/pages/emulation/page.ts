import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Emulation',
  path: '/emulation',
  nav: 'What to do',
  chord: 'e',
  summary: 'how to do in an exercise what a group is reported to do, with tests for each step',
  load: () => import('./emulation-page.tsx'),
};

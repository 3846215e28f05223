import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Rules',
  path: '/rules',
  nav: 'Behind it',
  chord: 'u',
  summary: 'rules in force, and questions in the rule language with their proofs',
  load: () => import('./rules-page.tsx'),
};

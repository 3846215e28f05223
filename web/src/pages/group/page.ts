import type { Page } from '../page.ts';

export const page: Page = {
  title: 'Group',
  path: '/groups/$group/{-$tab}',
  summary: 'how a group works: its matrix, timeline, software, campaigns, names, defences',
  load: () => import('./group-page.tsx'),
};

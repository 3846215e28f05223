import { page as coverage } from './coverage/page.ts';
import { page as group } from './group/page.ts';
import { page as groups } from './groups/page.ts';
import type { Page } from './page.ts';
import { page as why } from './why/page.ts';

/** Every page, in the order of the navigation. */
export const PAGES: readonly Page[] = [groups, group, coverage, why];

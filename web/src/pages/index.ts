import { page as campaign } from './campaign/page.ts';
import { page as compare } from './compare/page.ts';
import { page as coverage } from './coverage/page.ts';
import { page as dashboard } from './dashboard/page.ts';
import { page as emulation } from './emulation/page.ts';
import { page as group } from './group/page.ts';
import { page as groups } from './groups/page.ts';
import { page as journal } from './journal/page.ts';
import { page as organisation } from './organisation/page.ts';
import { page as overview } from './overview/page.ts';
import type { Page } from './page.ts';
import { page as releases } from './releases/page.ts';
import { page as report } from './report/page.ts';
import { page as reports } from './reports/page.ts';
import { page as sectors } from './sectors/page.ts';
import { page as rules } from './rules/page.ts';
import { page as softwareList } from './software-list/page.ts';
import { page as software } from './software/page.ts';
import { page as sources } from './sources/page.ts';
import { page as technique } from './technique/page.ts';
import { page as techniques } from './techniques/page.ts';
import { page as triage } from './triage/page.ts';
import { page as why } from './why/page.ts';

/** Every page, in the order of the navigation. */
export const PAGES: readonly Page[] = [
  overview,
  organisation,
  groups,
  group,
  triage,
  compare,
  sectors,
  techniques,
  technique,
  softwareList,
  software,
  campaign,
  coverage,
  emulation,
  dashboard,
  reports,
  report,
  rules,
  sources,
  releases,
  journal,
  why,
];

import {
  readDocument,
  reportDocument,
  writeCaseDocument,
  type ReportFact,
} from '../../../src/intake/index.ts';
import type { Delivery } from '../../../src/facts/index.ts';
import type { KeptReport } from '../../../src/threat/index.ts';
import { about } from './build.ts';
import { DIGGING, WEASEL } from './cast.ts';

/** A report of the Henhouse Gazette, as a home keeps it. */
export const RAID_REPORT: KeptReport = {
  id: 'ab12cd34'.repeat(8),
  kind: 'vendor-report',
  format: 'a PDF document',
  location: '/inbox/raid.pdf',
  addedAt: '2026-06-03T10:00:00.000Z',
  title: 'Raid on a henhouse',
  publisher: 'Henhouse Gazette',
  date: '2026-05',
  url: 'https://gazette.example/raid',
  level: 'amber',
  references: [],
  text: '',
  mentions: [],
  decisions: [],
};

/** What it states: that the Weasel dug. */
export const DUG: ReportFact = {
  subject: { id: WEASEL, type: 'intrusion-set', name: 'Wily Weasel' },
  relation: 'uses',
  object: { id: DIGGING, type: 'attack-pattern', name: 'Digging' },
  status: 'mentioned',
  sentences: ['It dug under the fence (Citation: Somebody Else).', 'Then\u0007 it dug on.'],
};

/** Facts of the report as they are loaded. */
export function raidDelivery(...facts: readonly ReportFact[]): Delivery {
  return readDocument(writeCaseDocument(reportDocument(RAID_REPORT, facts)), about('raid'));
}

import type { ReportExport } from '../../../src/export/index.ts';
import { idOf } from '../../support/world/build.ts';
import { BADGER, BURROWING, DIGGING, WEASEL } from '../../support/world/cast.ts';

/** A report that states all kinds of things in all ways. */
export const REPORT: ReportExport = {
  report: {
    id: 'raid-1',
    title: 'Raid on a henhouse',
    publisher: 'Henhouse Gazette',
    date: '2026-05',
    tlp: 'amber',
    url: 'https://gazette.example/raid',
    kind: 'vendor-report',
  },
  stated: [
    {
      kind: 'group',
      id: 'G0901',
      stixId: WEASEL,
      name: 'Wily Weasel',
      status: 'mentioned',
      confidence: 60,
      sentences: [{ text: 'Wily Weasel came.' }],
    },
    {
      kind: 'technique',
      id: 'T9001',
      stixId: DIGGING,
      name: 'Digging',
      status: 'confirmed',
      confidence: 90,
      group: 'G0901',
      sentences: [{ text: 'They dug.' }, { text: 'They dug *deeper*\nthan before.' }, { text: 'They dug.' }],
    },
    {
      kind: 'technique',
      id: 'T9001.001',
      stixId: BURROWING,
      name: 'Burrowing "below" (all of it)',
      status: 'suspected',
      confidence: 30,
      sentences: [{ text: 'Somebody burrowed.' }],
    },
    {
      kind: 'software',
      id: 'S9001',
      stixId: BADGER,
      name: 'BADGERDROP',
      status: 'probable',
      confidence: 75,
      group: 'G0901',
      sentences: [],
    },
    {
      kind: 'software',
      id: 'S9002',
      stixId: idOf('tool', 9),
      name: 'Spade',
      status: 'mentioned',
      confidence: 60,
      group: 'G0999',
      sentences: [],
    },
  ],
};

import { expect, test } from 'vitest';
import type { Desk } from '../../../src/desk/index.ts';
import type { ReportFact } from '../../../src/intake/index.ts';
import { documentText } from '../../../src/render/index.ts';
import { explanationDocument } from '../../../src/report/index.ts';
import { explain } from '../../../src/workbench/explanation/explain.ts';
import { groupProfile } from '../../../src/workbench/groups/profile.ts';
import { groupTimeline } from '../../../src/workbench/groups/timeline.ts';
import { deskOver } from '../../support/desk.ts';
import { profileReport } from '../../support/profile-report.ts';
import { BURROWING, FARM } from '../../support/world/cast.ts';
import { worldKnowledge } from '../../support/world/desk.ts';
import { DUG, raidDelivery, RAID_REPORT } from '../../support/world/raid-report.ts';

const BURROWED = { ...DUG, object: { id: BURROWING, type: 'attack-pattern', name: 'Burrowing' } };

function deskWith(fact: ReportFact): Desk {
  const base = worldKnowledge([FARM]);
  base.ingest(raidDelivery(fact), '2026-06-04T00:00:00.000Z');
  return deskOver(base);
}

const desk = deskWith(BURROWED);
const asOf = '2026-06-30';

test('a profile has what a report states as mentioned, with its sentence, its day and the report', () => {
  const { techniques } = groupProfile(desk, 'G0901', { asOf }).answer;
  expect(techniques.find(({ technique }) => technique.label === 'T9001.001')).toMatchObject({
    use: 'direct',
    score: 60,
    status: 'mentioned',
    reason: `no curated source reports it, and no reviewer vouches for it; newest evidence 2026-05 (${RAID_REPORT.title})`,
    publishers: ['gazette.example'],
  });
  const text = documentText(profileReport(desk, 'G0901', { asOf }));
  expect(text).toContain('Raid on a henhouse (Henhouse Gazette, 2026-05)');
});

test.for([
  ['mentioned', 60],
  ['suspected', 60],
  ['probable', 90],
  ['confirmed', 90],
] as const)('what its reviewer holds %s scores %d', ([status, score]) => {
  const { techniques } = groupProfile(deskWith({ ...BURROWED, status }), 'G0901', { asOf }).answer;
  expect(techniques.find(({ technique }) => technique.label === 'T9001.001')?.score).toBe(score);
});

test('a timeline has it on the day of the report', () => {
  const { years } = groupTimeline(desk, 'G0901', { asOf }).answer;
  expect(JSON.stringify(years)).toContain('2026-05');
});

test('an explanation leads to its sentences, its publisher and its address', () => {
  const written = documentText(explanationDocument(explain(desk, 'G0901', 'T9001.001').answer));
  const text = written.replaceAll(/\s+/gu, ' ');
  expect(text).toContain('“It dug under the fence. […] Then<07> it dug on.”');
  expect(text).toContain('Raid on a henhouse (Henhouse Gazette, 2026-05); mentioned');
  expect(text).toContain('https://gazette.example/raid');
});

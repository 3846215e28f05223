import { expect, test } from 'vitest';
import { profileOf } from '../../src/analysis/profile/profile-of.ts';
import { HERON, LOW_TIDE, NEWT } from '../support/world/cast.ts';
import { worldFacts } from '../support/world/desk.ts';

const sourced = worldFacts();
const heron = profileOf(sourced, sourced.term(HERON), { asOf: '2025-01-01' });

test('techniques come with score, use, evidence and what they came through', () => {
  expect(
    heron.techniques.map((each) => [
      each.technique.label,
      each.score,
      each.use,
      each.through.map(({ name }) => name).join(),
      each.first?.date,
      each.last?.date,
      each.publishers.length,
      each.citation?.name,
    ]),
  ).toEqual([
    ['T9012.001', 90, 'direct', '', '2023-05', '2024-01-09', 2, 'Harbour Watch 142'],
    ['T9012.002', 60, 'derived', 'Low Tide', '2021-08-02', '2021-08-02', 1, 'Harbour Watch 147'],
    // The ferry's ability was reported in 2012; that Heron travels by ferry, in 2022.
    ['T9013', 60, 'derived', 'Ferry', '2022', '2022', 1, 'Harbour Watch 143'],
    ['T9011', 30, 'direct', '', '2015-05-04', '2015-05-04', 1, 'Lighthouse 141'],
  ]);
  expect(heron.techniques[0]?.sentence).toBe('Hungry Heron whispers commands to the crew.');
});

test('tactics stand in the order of the matrix', () => {
  expect(heron.tactics.map(({ tactic, techniques }) => [tactic.name, techniques.length])).toEqual([
    ['Getting In', 1],
    ['Doing', 2],
    ['Taking', 1],
  ]);
});

test('the group comes with its names, software, campaigns and defences', () => {
  expect(heron.description).toBe('A group that takes fish from boats.');
  expect(heron.aliases.map(({ name }) => name)).toEqual(['Fish Thief']);
  expect(heron.software.map(({ software, last }) => [software.label, last?.date])).toEqual([
    ['S9011', '2022'],
  ]);
  expect(heron.campaigns).toMatchObject([
    {
      campaign: { id: LOW_TIDE },
      firstSeen: '2021-03-01T00:00:00.000Z',
      lastSeen: '2021-06-01T00:00:00.000Z',
    },
  ]);
  expect(heron.mitigations.map(({ defence }) => defence.label)).toEqual(['M9011']);
  expect(heron.detections.map(({ defence }) => defence.label)).toEqual(['DET9011', 'DET9012']);
  expect(heron.dating).toEqual({ relations: 2, dated: 2, share: 1, day: 2, month: 0, year: 0 });
});

test('without derived uses, only what sources report', () => {
  const direct = profileOf(sourced, sourced.term(HERON), { asOf: '2025-01-01', derived: false });
  expect(direct.techniques.map(({ technique }) => technique.label)).toEqual(['T9012.001', 'T9011']);
});

test('a group of which nothing is known has an empty profile', () => {
  const newt = profileOf(sourced, sourced.term(NEWT), { asOf: '2025-01-01' });
  expect(newt).toMatchObject({ techniques: [], tactics: [], software: [], campaigns: [], mitigations: [] });
  expect(newt.dating.relations).toBe(0);
});

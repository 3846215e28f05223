import { expect, test } from 'vitest';
import type { Profile } from '../../web/src/api/answers.ts';
import { broughtBy } from '../../web/src/marks/brought.ts';
import { timelineGrid, type TimelineEntry } from '../../web/src/marks/timeline.ts';

const TACTICS = ['boarding', 'leaving'].map((id) => ({ id, type: 'x-mitre-tactic', name: id, label: '' }));

test('years with nothing new stand between those with something, and the first of a tactic is marked', () => {
  const grid = timelineGrid({
    tactics: TACTICS,
    years: [
      { year: '2020', entries: [entry('direct', ['boarding']), entry('derived', ['boarding', 'leaving'])] },
      { year: '2022', entries: [entry('direct', ['boarding'])] },
    ],
  });
  expect(grid.years).toEqual(['2020', '2021', '2022']);
  expect(grid.totals).toEqual([
    { reported: 1, derived: 1 },
    { reported: 0, derived: 0 },
    { reported: 1, derived: 0 },
  ]);
  expect(grid.rows.map(({ cells }) => cells)).toEqual([
    [
      { reported: 1, derived: 1, isFirst: true },
      { reported: 0, derived: 0, isFirst: false },
      { reported: 1, derived: 0, isFirst: false },
    ],
    [
      { reported: 0, derived: 1, isFirst: true },
      { reported: 0, derived: 0, isFirst: false },
      { reported: 0, derived: 0, isFirst: false },
    ],
  ]);
});

test('a timeline without a dated year has no columns', () => {
  expect(timelineGrid({ tactics: TACTICS, years: [] })).toMatchObject({ years: [], totals: [] });
});

test('software adds what is derived through it, alone what comes through nothing else', () => {
  const brought = broughtBy([
    usedAs('derived', ['ferry']),
    usedAs('derived', ['ferry', 'tug']),
    usedAs('direct', []),
  ]);
  expect([...brought]).toEqual([
    ['ferry', { adds: 2, alone: 1 }],
    ['tug', { adds: 1, alone: 0 }],
  ]);
});

function mention(id: string): Profile['group'] {
  return { id, type: 'x', name: id, label: id };
}

function entry(use: 'direct' | 'derived', tactics: readonly string[]): TimelineEntry {
  return {
    technique: mention('T1'),
    tactics,
    use,
    through: [],
    score: 60,
    status: 'confirmed',
    reason: '',
    sentence: '',
    campaigns: [],
    implications: [],
  };
}

function usedAs(kind: 'direct' | 'derived', through: readonly string[]): Profile['techniques'][number] {
  return {
    technique: mention('T1'),
    use: kind,
    through: through.map(mention),
    score: 60,
    status: 'confirmed',
    reason: '',
    publishers: [],
    sentence: '',
  };
}

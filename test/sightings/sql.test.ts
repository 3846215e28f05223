import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  harmlessWord,
  literal,
  sqlOf,
  tableFor,
  TRINO_DIALECT,
  type SightingQuery,
} from '../../src/sightings/index.ts';
import { runs } from '../support/runs.ts';

const CASES: readonly (readonly [title: string, query: SightingQuery, sql: string])[] = [
  [
    'sector × technique over whole months: the roll-up answers',
    {
      by: ['sector', 'technique'],
      measures: ['sightings', 'rows'],
      filter: { from: '2025-11-01', until: '2026-11-01', known: ['sector'] },
    },
    "SELECT sector, technique_id, sum(n) AS m_sightings, sum(r) AS m_rows FROM sightings_month WHERE month >= '2025-11' AND month < '2026-11' AND sector <> '' GROUP BY sector, technique_id ORDER BY sector, technique_id",
  ],
  [
    'a month that is cut: every row is looked at',
    { by: ['parent'], measures: ['rows'], filter: { from: '2026-02-10', until: '2026-03-05' } },
    "SELECT parent_id, count(*) AS m_rows FROM sightings WHERE month >= '2026-02' AND day >= '2026-02-10' AND month <= '2026-03' AND day < '2026-03-05' GROUP BY parent_id ORDER BY parent_id",
  ],
  [
    'groups of which several of some techniques were seen',
    {
      by: ['group'],
      measures: ['techniques', 'sightings'],
      filter: { techniques: ['T1059.001', 'T1105'], known: ['group'] },
      least: { measure: 'techniques', value: 2 },
      largest: 'techniques',
      limit: 10,
    },
    "SELECT group_id, count(DISTINCT technique_id) AS m_techniques, sum(n) AS m_sightings FROM sightings_month WHERE technique_id IN ('T1059.001', 'T1105') AND group_id <> '' GROUP BY group_id HAVING count(DISTINCT technique_id) >= 2 ORDER BY m_techniques DESC, group_id LIMIT 10",
  ],
  [
    'totals',
    { by: [], measures: ['sightings', 'first', 'last'] },
    'SELECT sum(n) AS m_sightings, min(day) AS m_first, max(day) AS m_last FROM sightings',
  ],
  [
    'nothing is among no words',
    { by: ['sector'], measures: ['rows'], filter: { techniques: [] } },
    'SELECT sector, sum(r) AS m_rows FROM sightings_month WHERE 1 = 0 GROUP BY sector ORDER BY sector',
  ],
];

test.for(CASES)('%s', ([, query, sql]) => {
  expect(sqlOf(query)).toBe(sql);
});

test('Trino compares days with days', () => {
  const query: SightingQuery = { by: [], measures: ['rows'], filter: { from: '2026-02-10' } };
  expect(sqlOf(query, TRINO_DIALECT)).toBe(
    "SELECT count(*) AS m_rows FROM sightings WHERE month >= '2026-02' AND day >= DATE '2026-02-10'",
  );
});

test('days, products and detectors are not in the roll-up', () => {
  for (const dimension of ['day', 'source', 'detector'] as const)
    expect(tableFor({ by: [dimension], measures: ['rows'] })).toBe('sightings');
});

describe('words', () => {
  test('what an import keeps can be asked for, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const word = harmlessWord(text);
        expect(harmlessWord(word)).toBe(word);
        expect(literal(word)).toBe(`'${word}'`);
        expect(word).not.toMatch(/['\\\p{Cc}]/u);
      }),
      runs(300),
    );
  });

  test.for(["O'Neil", 'a\\b', 'two\nlines', ' edge', "'; DROP TABLE sightings; --"])(
    '%j cannot be asked for as it is',
    (word) => {
      expect(() => literal(word)).toThrow('S901');
    },
  );
});

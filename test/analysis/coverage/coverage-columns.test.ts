import { expect, test } from 'vitest';
import { coverageColumns } from '../../../src/analysis/index.ts';
import type { TechniqueCoverage } from '../../../src/answers/index.ts';
import { stageAt } from '../../../src/threat/index.ts';
import { officeMatrix } from '../../support/matrix.ts';

const covered = (label: string, level: number, weight: number): TechniqueCoverage => ({
  technique: { id: label, type: 'attack-pattern', name: `Name of ${label}`, label },
  stage: stageAt(level),
  level,
  platforms: [],
  weight,
  logsAtHand: false,
  reasons: [],
  evidence: [],
  of: 0,
  logs: [],
});

test('techniques stand under each of their tactics, what counts most first, then by id; tactics without any are left out', () => {
  const columns = coverageColumns(
    [officeMatrix],
    [
      covered('T9004', 0, 0.2),
      covered('T9001.002', 3, 0.5),
      covered('T9003', 1, 0.2),
      covered('T9999', 4, 1),
    ],
  );
  expect(
    columns.map(({ tactic, techniques }) => [tactic, ...techniques.map(({ technique }) => technique)]),
  ).toEqual([
    ['Filing', 'T9001.002', 'T9003', 'T9004'],
    ['Shredding & Disposal of Everything That Was Ever Filed', 'T9001.002'],
  ]);
  expect(columns[0]).toMatchObject({
    domain: 'enterprise-attack',
    techniques: [{ name: 'Name of T9001.002', level: 3, weight: 0.5 }, {}, {}],
  });
  expect(coverageColumns([officeMatrix], [covered('T9002', 0, 1)])).toHaveLength(1);
});

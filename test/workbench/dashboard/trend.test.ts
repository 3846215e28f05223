import { expect, test } from 'vitest';
import { periodsBetween } from '../../../src/workbench/dashboard/trend.ts';

test.for<readonly [string, string, 'month' | 'quarter', readonly string[]]>([
  ['2026-01-15', '2026-01-20', 'month', ['2026-01 2026-01-20']],
  [
    '2025-11-30',
    '2026-02-28',
    'month',
    ['2025-11 2025-11-30', '2025-12 2025-12-31', '2026-01 2026-01-31', '2026-02 2026-02-28'],
  ],
  ['2024-02-01', '2024-03-01', 'month', ['2024-02 2024-02-29', '2024-03 2024-03-01']],
  ['2025-12-31', '2026-04-01', 'quarter', ['2025 Q4 2025-12-31', '2026 Q1 2026-03-31', '2026 Q2 2026-04-01']],
])('from %s to %s by %s', ([from, until, by, expected]) => {
  expect(periodsBetween(from, until, by).map(({ label, end }) => `${label} ${end}`)).toEqual(expected);
});

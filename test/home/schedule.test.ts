import { expect, test } from 'vitest';
import { isDue } from '../../src/home/settings/schedule.ts';

test.for([
  ['release', '2025-01-31T10:00:00Z', '2025-01-31T10:00:00Z', true],
  ['day', '2025-01-31T10:00:00Z', '2025-02-01T09:59:59Z', false],
  ['day', '2025-01-31T10:00:00Z', '2025-02-01T10:00:00Z', true],
  ['week', '2025-01-31T10:00:00Z', '2025-02-06T10:00:00Z', false],
  ['week', '2025-01-31T10:00:00Z', '2025-02-07T10:00:00Z', true],
  ['month', '2025-01-31T10:00:00Z', '2025-02-28T09:00:00Z', false],
  ['month', '2025-01-31T10:00:00Z', '2025-02-28T10:00:00Z', true],
  ['month', '2024-12-15T00:00:00Z', '2025-01-14T23:00:00Z', false],
  ['month', '2024-12-15T00:00:00Z', '2025-01-15T00:00:00Z', true],
  ['month', undefined, '2025-01-15T00:00:00Z', true],
  // A clock that was wrong, or a memory that cannot be read.
  ['month', '2035-01-01T00:00:00Z', '2025-01-15T00:00:00Z', true],
  ['week', 'rubbish', '2025-01-15T00:00:00Z', true],
] as const)('every %s, last asked %s: due at %s is %s', ([every, last, now, expected]) => {
  expect(isDue(every, last, now)).toBe(expected);
});

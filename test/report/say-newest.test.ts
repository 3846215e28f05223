import { expect, test } from 'vitest';
import { sayNewest } from '../../src/report/say-newest.ts';

test.for([
  ['2024-05-11', '2025-11-13', '2024-05-11'],
  ['2020-11-14', '2025-11-13', '2020-11-14'],
  ['2020-11-13', '2025-11-13', '2020-11-13 (5 years ago)'],
  ['2020-11', '2025-11-13', '2020-11 (5 years ago)'],
  ['2020-12', '2025-11-13', '2020-12'],
  ['2020', '2025-11-13', '2020 (5 years ago)'],
  ['2014-10-28', '2025-11-13', '2014-10-28 (11 years ago)'],
  ['', '2025-11-13', '–'],
] as const)('%s on %s: %s', ([date, asOf, said]) => {
  expect(sayNewest(date, asOf)).toBe(said);
});

import { expect, test } from 'vitest';
import { coverageGiven } from '../../web/src/given/coverage-given.ts';

test('files of a visit count together, beside what the home keeps', () => {
  const claim = (technique: string) => ({ technique, level: 1, kind: 'list' as const, file: 'a.csv' });
  expect(coverageGiven([])).toBeUndefined();
  expect(
    coverageGiven([
      { coverage: { claims: [claim('T1')] } },
      {
        coverage: { claims: [claim('T2')], logSources: [{ logSource: 'Process Creation', file: 'b.yaml' }] },
      },
    ]),
  ).toMatchObject({ claims: [{ technique: 'T1' }, { technique: 'T2' }], logSources: [{}], withKept: true });
});

import { expect, test } from 'vitest';
import type { Inventory } from '../../../src/answers/index.ts';
import { plain } from '../../../src/render/index.ts';
import { coverageListDocument } from '../../../src/report/index.ts';

const kept = (id: string, name: string, date: string, hour: number): Inventory => ({
  id: id.repeat(64),
  name,
  date,
  importedAt: `2026-06-01T0${hour}:00:00.000Z`,
  formats: { sigma: 1 },
  claims: 1,
  techniques: 1,
  rules: 1,
  logSources: 0,
});

test('each holds until the next of its name, and what was imported again for the same day never does', () => {
  const { blocks } = coverageListDocument({
    inventories: [
      kept('a', 'ours', '2026-01-10', 1),
      kept('b', 'ours', '2026-03-05', 2),
      kept('c', 'ours', '2026-03-05', 3),
      kept('d', 'ours', '2026-02-01', 4),
      kept('e', 'theirs', '2026-01-01', 5),
    ],
  });
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  expect(rows.map((cells) => cells.slice(0, 4).map(plain).join(' '))).toEqual([
    'aaaaaaaa ours 2026-01-10 2026-02-01',
    'bbbbbbbb ours 2026-03-05 2026-03-05',
    'cccccccc ours 2026-03-05 now',
    'dddddddd ours 2026-02-01 2026-03-05',
    'eeeeeeee theirs 2026-01-01 now',
  ]);
});

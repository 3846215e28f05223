import { describe, expect, test } from 'vitest';
import { SECTOR_MEASURES, type SectorsAnswer } from '../../../src/answers/index.ts';
import { documentMarkdown, documentText, tableCsv } from '../../../src/render/index.ts';
import { sectorsTables } from '../../../src/report/index.ts';
import { sectorsSvg } from '../../../src/draw/index.ts';
import type { HeldBatch, Sighting } from '../../../src/sightings/index.ts';
import { ask, documentOf } from '../../../src/workbench/index.ts';
import { row } from '../../../src/workbench/use-cases/sightings/sectors.ts';
import { accessWith, heldBatch } from '../../support/sightings.ts';
import { SHORE, VICTIMS } from '../../support/world/cast.ts';
import { worldKnowledge } from '../../support/world/desk.ts';

const base = worldKnowledge([SHORE, VICTIMS]);

/** What three organisations of each of four sectors see in a month: energy and utilities much the same. */
function seen(month: string): readonly Partial<Sighting>[] {
  const techniques = {
    energy: ['T9011', 'T9012.001', 'T9012.002'],
    utilities: ['T9011', 'T9012.001'],
    education: ['T9011', 'T9013'],
    media: ['T9021', 'T9022'],
  };
  return Object.entries(techniques).flatMap(([sector, ids]) =>
    ['north', 'south', 'west'].flatMap((place) =>
      ids.map((technique) => ({
        sector,
        organisation: `${sector} ${place}`,
        technique,
        time: `${month}-15T08:00:00Z`,
        count: 200,
      })),
    ),
  );
}

const SEEN = heldBatch('seen.csv', [...seen('2026-02'), ...seen('2026-03')]);
const ODD = heldBatch('odd.csv', [
  // One organisation is no sector, however much it sees.
  { sector: 'legal', organisation: 'lone lawyer', count: 9000 },
  // A vendor’s report names nobody.
  { sector: 'health', technique: 'T9011', count: 12 },
  { sector: 'health', technique: 'T9777', count: 8 },
  { organisation: 'somewhere', count: 30 },
  { time: '2026-03-20T00:00:00Z', count: 5 },
]);

const asked = async (
  question: Parameters<typeof ask>[1] = {},
  held: readonly HeldBatch[] = [SEEN, ODD],
  options: Parameters<typeof accessWith>[2] = {},
) => await ask(row, question, accessWith(base, held, options));

const pairsIn = ({ pairs, compared }: SectorsAnswer) =>
  pairs.map(({ left, right, similarity }) => [
    [compared[left]?.id ?? '', compared[right]?.id ?? ''].toSorted().join(' '),
    similarity,
  ]);

describe('sectors', () => {
  test('are compared by what is present, with all that was left out', async () => {
    const { answer, sources } = await asked();
    expect(pairsIn(answer)).toEqual([['energy utilities', 2 / 3]]);
    expect(
      answer.clusters.map(({ techniques }) => techniques.map(({ technique }) => technique.name)),
    ).toEqual([['Whisper', 'Open Door']]);
    expect(answer.leftOut).toEqual([{ id: 'legal', name: 'legal services', because: 'organisations' }]);
    expect(answer.compared.find(({ id }) => id === 'health')).toMatchObject({
      aggregated: true,
      sightings: 20,
    });
    expect(answer.scope).toMatchObject({
      from: '2025-04-01',
      until: '2026-03-31',
      sightings: 2 * 9 * 3 * 200 + 9000 + 20 + 30 + 5,
      withoutSector: 35,
      withoutOrganisation: 25,
      synthetic: false,
    });
    expect(sources.map(({ name }) => name).slice(-2)).toEqual(['seen.csv', 'odd.csv']);
    expect(sources[0]?.name).toBe('Enterprise ATT&CK 1.0');
    expect(answer.months.map(({ month, compared }) => [month, compared])).toEqual([
      ['2026-02', 4],
      ['2026-03', 5],
    ]);
    expect(answer.tactics.map(({ tactic, techniques }) => [tactic.name, techniques])).toEqual([
      ['Getting In', 1],
      ['Doing', 2],
      ['Taking', 1],
    ]);
  });

  test('a technique that no release in view has goes by its id', async () => {
    const { answer } = await asked();
    expect(answer.techniques.find(({ technique }) => technique.name === 'T9777')?.technique).toEqual({
      id: 'T9777',
      type: 'string',
      name: 'T9777',
      label: '',
    });
  });

  test.for([
    [{ months: 1 }, '2026-03-01', '2026-03-31'],
    [{ months: 2 }, '2026-02-01', '2026-03-31'],
    [{ months: 3, asOf: '2026-02-03' }, '2025-12-01', '2026-02-28'],
    [{ months: 13, asOf: '2024-02-29' }, '2023-02-01', '2024-02-29'],
  ] as const)('%j: the window is whole months', async ([question, from, until]) => {
    const { answer, notes } = await asked(question);
    expect(answer.scope).toMatchObject({ from, until });
    expect(notes).toHaveLength(until < '2026-03-20' ? 1 : 0);
  });

  test('sub-techniques count as their parents where asked', async () => {
    const { answer } = await asked({ by: 'parent' });
    expect(pairsIn(answer)[0]).toEqual(['energy utilities', 1]);
  });

  test('a tactic by any of its names', async () => {
    for (const tactic of ['Doing', 'TA9011'])
      expect((await asked({ tactic })).answer).toMatchObject({
        tactic: { name: 'Doing' },
        techniquesPresent: 2,
      });
    await expect(asked({ tactic: 'Hungry Heron' })).rejects.toThrow('W603');
  });

  test('some of them by any of their names', async () => {
    const { answer } = await asked({ sectors: ['Energy', 'NACE P', 'utilities'] });
    expect(answer.compared.map(({ id }) => id).toSorted()).toEqual(['education', 'energy', 'utilities']);
    await expect(asked({ sectors: ['henhouses'] })).rejects.toThrow('W612');
  });

  test('one interval or none', async () => {
    expect((await asked()).answer.pairs[0]).toMatchObject({ low: 2 / 3, high: 2 / 3 });
    const without = await asked({ resamples: 0 });
    expect(without.answer.pairs[0]).not.toHaveProperty('low');
    const { pairs: _, resamples: __, ...rest } = without.answer;
    expect((await asked()).answer).toMatchObject(rest);
  });

  // Organisations of a sector see all the same here, so that there is nothing in which draws could differ.
  test.for(SECTOR_MEASURES)(
    '%s: the interval is around the similarity, however few pairs are listed',
    async (measure) => {
      const { answer } = await asked({ measure, limit: 1, threshold: 0 });
      const [{ similarity, low, high } = expect.fail()] = answer.pairs;
      expect([low, high]).toEqual([similarity, similarity]);
    },
  );
});

test('organisations are compared by their own sightings', async () => {
  const { answer } = await asked({ between: 'organisations', least: 400, threshold: 0.6 });
  expect(answer.compared).toHaveLength(13);
  expect(answer.clusters.map(({ members }) => members.length)).toEqual([6, 3, 3]);
  expect(answer).toMatchObject({ months: [], resamples: 0 });
});

test('groups are compared by what was seen of them, and named as ATT&CK does', async () => {
  const of = (group: string, technique: string) =>
    ['a', 'b', 'c'].map((organisation) => ({ group, technique, organisation, count: 500 }));
  const held = heldBatch('groups.csv', [
    ...of('G0911', 'T9011'),
    ...of('G0911', 'T9013'),
    ...of('G0912', 'T9011'),
    ...of('G0999', 'T9014'),
  ]);
  const { answer } = await asked({ between: 'groups' }, [held]);
  expect(answer.compared.map(({ name }) => name).toSorted()).toEqual([
    'G0999',
    'Hungry Heron',
    'Noisy Otter',
  ]);
  expect(pairsIn(answer)).toEqual([['G0911 G0912', 1 / 2]]);
});

describe('where answers come from', () => {
  test('nothing imported is refused, with what to do', async () => {
    await expect(asked({}, [])).rejects.toThrow('W670');
    await expect(asked({ synthetic: true })).rejects.toThrow('W670');
  });

  test('what was made up is asked apart, and each answer says so', async () => {
    const { answer, notes } = await asked({ synthetic: true }, [], { synthetic: [SEEN] });
    expect(answer.scope.synthetic).toBe(true);
    expect(notes[0]).toContain('made up');
    await expect(asked({}, [], { synthetic: [SEEN] })).rejects.toThrow('W670');
  });

  test('the strictest import in the window says how far an answer may go', async () => {
    const amber = heldBatch('amber.csv', seen('2026-03'), 'amber');
    const green = heldBatch('green.csv', seen('2025-01'), 'green');
    expect((await asked({}, [SEEN, amber, green])).markings.level).toBe('TLP:AMBER');
    expect((await asked({}, [SEEN, green])).markings.level).toBeUndefined();
    const cleared = await asked({}, [SEEN, amber, green], { clearance: 'green' });
    expect(cleared.sources.map(({ name }) => name)).not.toContain('amber.csv');
    expect(cleared.answer.scope.sightings).toBe(2 * 9 * 3 * 200);
    await expect(asked({}, [amber], { clearance: 'green' })).rejects.toThrow('W670');
  });

  test.for([{ months: 0 }, { threshold: 2 }, { share: -1 }, { resamples: 100_000 }] as const)(
    '%j is out of range',
    async (question) => {
      await expect(asked(question)).rejects.toThrow('W671');
    },
  );
});

describe('golden files', () => {
  test('document, tables and drawing', async () => {
    const envelope = await asked({ months: 2 });
    const document = documentOf(row, envelope);
    const [pairs = expect.fail(), matrix = expect.fail(), , techniques = expect.fail()] = sectorsTables(
      envelope.answer,
    );
    const files = {
      'sectors.txt': documentText(document),
      'sectors.md': documentMarkdown(document),
      'sectors.svg': sectorsSvg(envelope.answer),
      'pairs.csv': tableCsv(pairs),
      'matrix.csv': tableCsv(matrix),
      'techniques.csv': tableCsv(techniques),
    };
    for (const [name, text] of Object.entries(files))
      await expect(text).toMatchFileSnapshot(`golden/sectors/${name}`);
  });

  test('of organisations, the rule that holds for them is stated', async () => {
    const text = documentText(documentOf(row, await asked({ between: 'organisations', least: 400 })), {
      width: 200,
    });
    expect(text).toContain('A technique is present where at least 0.2 % of the sightings are of it.\n');
    expect(text).toMatch(/^Left out \(fewer than 400 sightings; --least lowers that\): /mu);
  });

  test('a layer for each', async () => {
    const access = accessWith(base, [SEEN, ODD]);
    const layers = await row.layers?.(await access.view({}, undefined), row.question.parse({ months: 2 }));
    expect(
      layers?.answer
        .map(({ name, cells }) => [name, cells.map(({ technique, score }) => [technique, score])])
        .toSorted(),
    ).toEqual([
      [
        'Seen at education',
        [
          ['T9011', 50],
          ['T9013', 50],
        ],
      ],
      [
        'Seen at energy',
        [
          ['T9011', 33.3],
          ['T9012.001', 33.3],
          ['T9012.002', 33.3],
        ],
      ],
      ['Seen at health', [['T9011', 60]]],
      [
        'Seen at news and media',
        [
          ['T9021', 50],
          ['T9022', 50],
        ],
      ],
      [
        'Seen at utilities',
        [
          ['T9011', 50],
          ['T9012.001', 50],
        ],
      ],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { documentText } from '../../../src/render/index.ts';
import { ask, documentOf } from '../../../src/workbench/index.ts';
import { row as sectors } from '../../../src/workbench/use-cases/sightings/sectors.ts';
import { row as show } from '../../../src/workbench/use-cases/sightings/show.ts';
import { row as summary } from '../../../src/workbench/use-cases/sightings/summary.ts';
import { accessWith, heldBatch } from '../../support/sightings.ts';
import { object, technique as techniqueObject } from '../../support/world/build.ts';
import { SHORE } from '../../support/world/cast.ts';
import { worldKnowledge } from '../../support/world/desk.ts';

const SEEN = heldBatch('seen.csv', [
  {
    sector: 'energy',
    organisation: 'Mill',
    technique: 'T9012.001',
    group: 'G0911',
    detector: 'Ear',
    count: 7,
  },
  {
    sector: 'energy',
    organisation: 'Mill',
    technique: 'T9012.001',
    group: 'G0911',
    detector: 'Ear',
    count: 2,
  },
  { sector: 'energy', organisation: 'Forge', technique: 'T9012', count: 5, time: '2026-03-31T23:59:59Z' },
  { sector: 'energy', organisation: 'Forge', technique: 'T9011', count: 3, time: '2026-02-28T00:00:00Z' },
  { organisation: 'O’Neil', technique: 'T9777', group: 'G0999', count: 4, time: '2025-12-24T18:00:00Z' },
  { sector: 'media', technique: 'T9011', source: 'Report', count: 1 },
]);
const UNNUMBERED = [
  object('intrusion-set', 970, { name: 'Nameless Gull' }),
  object('attack-pattern', 971, { name: 'Circling' }),
];
const access = accessWith(worldKnowledge([SHORE], ...UNNUMBERED), [SEEN]);
const shown = async (question: unknown = {}) => await ask(show, question, access);
const lines = async (question: unknown = {}) =>
  (await shown(question)).answer.rows.map(({ day, organisation, technique, sightings }) =>
    [day, organisation, technique.label || technique.name, sightings].join(' '),
  );

describe('the sightings behind a number', () => {
  test('stand by day and all that is known of them, the largest first', async () => {
    expect(await lines()).toEqual([
      '2026-03-01 Mill T9012.001 9',
      '2026-03-31 Forge T9012 5',
      '2025-12-24 O’Neil T9777 4',
      '2026-02-28 Forge T9011 3',
      '2026-03-01  T9011 1',
    ]);
    expect((await shown()).answer.rows[0]).toMatchObject({
      sector: 'energy',
      technique: { name: 'Whisper' },
      group: { name: 'Hungry Heron' },
      source: 'Barn sensor',
      detector: 'Ear',
    });
  });

  test.for([
    [{ techniques: ['T9012'] }, ['2026-03-01 Mill T9012.001 9', '2026-03-31 Forge T9012 5']],
    [{ techniques: ['Whisper'] }, ['2026-03-01 Mill T9012.001 9']],
    [{ techniques: ['T9777'] }, ['2025-12-24 O’Neil T9777 4']],
    [{ groups: ['Hungry Heron', 'G0999'] }, ['2026-03-01 Mill T9012.001 9', '2025-12-24 O’Neil T9777 4']],
    [{ organisations: ["O'Neil"] }, ['2025-12-24 O’Neil T9777 4']],
    [{ sectors: ['news and media'] }, ['2026-03-01  T9011 1']],
    [{ sectors: ['energy'], month: '2026-02' }, ['2026-02-28 Forge T9011 3']],
    [{ from: '2026-03-02' }, ['2026-03-31 Forge T9012 5']],
    [{ until: '2025-12-24' }, ['2025-12-24 O’Neil T9777 4']],
    [{ until: '9999-12-31', limit: 1 }, ['2026-03-01 Mill T9012.001 9']],
    [{ limit: 1 }, ['2026-03-01 Mill T9012.001 9']],
    [{ techniques: ['T9013'] }, []],
    // Sightings name groups and techniques by the ids of ATT&CK: those that have none were never seen.
    [{ groups: ['Nameless Gull'] }, []],
    [{ techniques: ['Circling'] }, []],
    [{ groups: ['Nameless Gull', 'Hungry Heron'] }, ['2026-03-01 Mill T9012.001 9']],
  ] as const)('%j', async ([question, expected]) => {
    expect(await lines(question)).toEqual(expected);
  });

  test('an id of another release is what sightings were imported as', async () => {
    const held = heldBatch('older.csv', [
      { technique: 'T1562.002', count: 3 },
      { technique: 'T9777', count: 2 },
    ]);
    const knowledge = worldKnowledge(
      [SHORE],
      techniqueObject(980, 'T1562.002', 'Ducking', ['initial-access']),
    );
    const question = { techniques: ['T1685.001', 'T9777'] };
    const { answer, notes } = await ask(show, question, accessWith(knowledge, [held]));
    expect(answer.rows.map(({ sightings }) => sightings)).toEqual([3, 2]);
    expect(notes).toEqual([expect.stringMatching(/^T1685\.001 counts as T1562\.002: came after /u)]);
  });

  test('how a name was understood is said, as everywhere', async () => {
    const { answer, notes } = await shown({ groups: ['Hungry-Heron'], techniques: ['Whisper'] });
    expect(answer.rows).toHaveLength(1);
    expect(notes).toEqual(['“Hungry-Heron” is read as Hungry Heron (G0911).']);
    expect((await ask(summary, { groups: ['Hungry-Heron'] }, access)).notes).toEqual(notes);
  });

  test.for([
    [{ month: '2026-13' }, 'W608'],
    [{ from: 'yesterday' }, 'W608'],
    [{ techniques: ['Hungry Heron'] }, 'W603'],
    [{ groups: ['Nobody at all'] }, 'W601'],
    [{ sectors: ['henhouses'] }, 'W612'],
  ] as const)('%j is refused with %s', async ([question, code]) => {
    await expect(shown(question)).rejects.toThrow(code);
  });
});

describe('sightings that are left out', () => {
  const more = accessWith(worldKnowledge([SHORE], ...UNNUMBERED), [
    SEEN,
    heldBatch('more.csv', [{ sector: 'energy', technique: 'T9011', count: 100, detector: 'Nose' }], 'amber'),
  ]);
  const { id } = heldBatch('more.csv', []).batch;

  test.for([
    [['more.csv'], 22, ['batch more.csv'], []],
    [[id.slice(0, 8)], 22, ['batch more.csv'], []],
    [['report'], 121, ['source Report'], ['TLP:AMBER']],
    [['ear', 'more.csv', 'seen'], 13, ['detector Ear', 'batch more.csv'], []],
    [['seen.csv', 'more.csv'], 0, ['batch seen.csv', 'batch more.csv'], []],
    [['seen'], 122, [], ['TLP:AMBER']],
  ] as const)('%j: %i are left', async ([hide, left, parts, marked]) => {
    const { answer, notes, markings } = await ask(summary, { hide: [...hide] }, more);
    expect(answer.scope.sightings).toBe(left);
    expect(answer.scope.hidden.map(({ by, name }) => `${by} ${name}`)).toEqual(parts);
    expect(notes.filter((note) => note.startsWith('Sightings were left out, as asked: '))).toHaveLength(
      Math.min(parts.length, 1),
    );
    expect(notes.filter((note) => note.includes('“seen”, so nothing was left out'))).toHaveLength(
      hide.some((name) => name === 'seen') ? 1 : 0,
    );
    expect(markings.level === undefined ? [] : [markings.level]).toEqual(marked);
  });

  test('they are neither shown nor compared', async () => {
    const question = { hide: ['more.csv', 'Ear'] };
    const { answer } = await ask(show, question, more);
    expect(answer.rows.filter(({ detector }) => detector !== '')).toEqual([]);
    const compared = await ask(sectors, { ...question, support: 'raw', resamples: 0 }, more);
    expect(compared.notes.join(' ')).toMatch(/batch “more.csv” \([0-9a-f]{8}\), rule “Ear”/u);
    expect(compared.answer.techniques.map(({ technique }) => technique.label)).not.toContain('T9012.001');
  });
});

test('in short', async () => {
  const { answer } = await ask(summary, {}, access);
  expect(answer).toMatchObject({ organisations: 3, techniques: 4 });
  expect(
    Object.fromEntries(
      answer.summed.map(({ by, values }) => [
        by,
        values.map(({ name, sightings, organisations }) => [name, sightings, organisations].join(' ').trim()),
      ]),
    ),
  ).toEqual({
    month: ['2025-12 4 1', '2026-02 3 1', '2026-03 15 2'],
    sector: ['energy 17 2', '4 1', 'news and media 1 0'],
    organisation: ['Mill 9', 'Forge 8', 'O’Neil 4', '1'],
    technique: ['Whisper (T9012.001) 9 1', 'Commands (T9012) 5 1', 'Open Door (T9011) 4 1', 'T9777 4 1'],
    group: ['9 1', 'Hungry Heron (G0911) 9 1', 'G0999 4 1'],
    source: ['Barn sensor 21', 'Report 1'],
    detector: ['13', 'Ear 9'],
  });
  expect(answer.scope).toMatchObject({
    from: '2025-12-24',
    until: '2026-03-31',
    withoutSector: 4,
    withoutOrganisation: 1,
  });
  await expect(documentText(documentOf(summary, await ask(summary, {}, access)))).toMatchFileSnapshot(
    'golden/summary.txt',
  );
  await expect(documentText(documentOf(show, await shown()), { width: 140 })).toMatchFileSnapshot(
    'golden/show.txt',
  );
});

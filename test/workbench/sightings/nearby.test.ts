import { describe, expect, test } from 'vitest';
import { FoeprintError, issueOf } from '../../../src/facts/index.ts';
import {
  SIGHTINGS_ISSUES,
  type HeldBatch,
  type Sighting,
  type SightingQuery,
} from '../../../src/sightings/index.ts';
import { documentText } from '../../../src/render/index.ts';
import { ask, documentOf } from '../../../src/workbench/index.ts';
import { row as dashboard } from '../../../src/workbench/use-cases/dashboard/dashboard.ts';
import { row as news } from '../../../src/workbench/use-cases/releases/news.ts';
import { row as pack } from '../../../src/workbench/use-cases/sigma/sigma.ts';
import { row as expected } from '../../../src/workbench/use-cases/threats/expect.ts';
import { row as threats } from '../../../src/workbench/use-cases/threats/threats.ts';
import { organisation } from '../../support/organisation.ts';
import { accessWith, heldBatch } from '../../support/sightings.ts';
import { markingOfLevel } from '../../../src/threat/index.ts';
import { labelled } from '../../support/world/build.ts';
import { SHORE } from '../../support/world/cast.ts';
import { worldKnowledge } from '../../support/world/desk.ts';

const base = worldKnowledge([SHORE]);
const MILL = organisation({ name: 'Harbour Mill', sectors: ['energy'] });
const seen = (fields: Partial<Sighting>): Partial<Sighting> => ({
  sector: 'energy',
  group: 'G0912',
  ...fields,
});

type Options = Parameters<typeof accessWith>[2];

async function ranked(held: readonly HeldBatch[], question: object = {}, options: Options = {}) {
  const envelope = await ask(threats, { organisation: MILL, ...question }, accessWith(base, held, options));
  const otter = envelope.answer.groups.find(({ group }) => group.label === 'G0912');
  const factor = otter?.factors.find((each) => each.factor === 'sighting');
  return { envelope, rank: otter?.rank, factor };
}

describe('what counts of imported sightings', () => {
  // Own: 1 − ½^months. Sector: 0.6 × (1 − ½^months) × (1 − ½^(organisations − 1)).
  test.for([
    ['at the organisation itself', [{ organisation: 'Harbour Mill' }], 0.5],
    ['a million times in one month', [{ organisation: 'Harbour Mill', count: 1_000_000 }], 0.5],
    [
      'in three months',
      ['2026-01', '2026-02', '2026-03'].map((month) => ({
        organisation: 'Harbour Mill',
        time: `${month}-02T00:00:00Z`,
      })),
      0.875,
    ],
    ['at two others of the sector', [{ organisation: 'Forge' }, { organisation: 'Kiln' }], 0.6 * 0.5 * 0.5],
    [
      'at three others, of which the organisation itself is none',
      [
        { organisation: 'Forge' },
        { organisation: 'Kiln' },
        { organisation: 'Dock' },
        { organisation: 'Harbour Mill' },
      ],
      Math.max(0.5, 0.6 * 0.5 * 0.75),
    ],
    ['one other is no sector', [{ organisation: 'Forge', count: 999 }], 0],
    ['nobody in particular', [{ count: 999 }], 0],
    [
      'another sector',
      [
        { sector: 'media', organisation: 'Forge' },
        { sector: 'media', organisation: 'Kiln' },
      ],
      0,
    ],
    ['a group that is not in view', [{ group: 'G0999', organisation: 'Harbour Mill' }], 0],
    ['no group', [{ group: '', organisation: 'Harbour Mill' }], 0],
    [
      'longer than twelve months ago',
      [
        { organisation: 'Harbour Mill', time: '2025-03-31T00:00:00Z' },
        { group: '', organisation: 'Harbour Mill', time: '2026-03-01T00:00:00Z' },
      ],
      0,
    ],
  ] as const)('%s', async ([, sightings, value]) => {
    const { factor } = await ranked([heldBatch('seen.csv', sightings.map(seen))]);
    expect(factor?.value).toBeCloseTo(value, 12);
    expect(factor?.fromSightings ?? 0).toBeCloseTo(value, 12);
  });

  const OWN = heldBatch('seen.csv', [seen({ organisation: 'Harbour Mill' })], 'amber');

  test('they move the group, say what they add, and mark the answer', async () => {
    const without = await ranked([]);
    const { envelope, rank, factor } = await ranked([OWN]);
    expect(without.rank).toBe(3);
    expect(rank).toBe(1);
    expect(factor?.found).toBe('detections at Harbour Mill named it in 1 month');
    expect(envelope.markings.level).toBe('TLP:AMBER');
    expect(envelope.sources.map(({ name }) => name)).toContain('seen.csv');
    expect(envelope.notes.at(-1)).toContain('Imported sightings count from 2025-04-01 to 2026-03-31');
    expect(documentText(documentOf(threats, envelope))).toContain('(0.50 by imported sightings alone)');
  });

  test('they weigh the gaps of news as they weigh those of the dashboard', async () => {
    const claim = { technique: 'T9012.002', stage: 'deployed', level: 1, kind: 'list', file: 'a.txt' };
    const question = { organisation: MILL, coverage: { claims: [claim] } };
    const shares = async (held: readonly HeldBatch[]) => {
      const access = accessWith(base, held);
      const { gaps } = (await ask(news, question, access)).answer;
      return { inNews: gaps?.share, onDashboard: (await ask(dashboard, question, access)).answer.share };
    };
    const [without, counted] = [await shares([]), await shares([OWN])];
    expect(counted.inNews).toBe(counted.onDashboard);
    expect(without.inNews).toBe(without.onDashboard);
    expect(counted.inNews).not.toBe(without.inNews);
  });

  test('where a store cannot be asked, why it does not count is as marked as what that names', async () => {
    const damaged = new FoeprintError([issueOf(SIGHTINGS_ISSUES.fileDamaged, 'seen.csv')], 'TLP:AMBER');
    const access = accessWith(base, [OWN]);
    const { notes, markings } = await ask(
      threats,
      { organisation: MILL },
      {
        ...access,
        desk: async (...asked) => {
          const desk = await access.desk(...asked);
          const store = (await desk.sightings()) ?? expect.fail('no store');
          const refuse = async (): Promise<never> => await Promise.reject(damaged);
          return { ...desk, sightings: async () => await Promise.resolve({ ...store, ask: refuse }) };
        },
      },
    );
    expect(notes.at(-1)).toMatch(/^Imported sightings do not count here: S907.*seen\.csv/su);
    expect(markings.level).toBe('TLP:AMBER');
  });

  test('a sighting that the organisation describes itself counts more, and then they add nothing', async () => {
    const described = { ...MILL, sightings: [{ group: 'Noisy Otter' }] };
    const { factor } = await ranked([OWN], { organisation: described });
    expect(factor).toMatchObject({ value: 1 });
    expect(factor).not.toHaveProperty('fromSightings');
  });

  test('the organisation itself is taken off those of its sectors only where it is one of them', async () => {
    const others = [seen({ organisation: 'Forge' }), seen({ organisation: 'Kiln' })];
    const own = seen({ organisation: 'Harbour Mill' });
    const say = async (held: HeldBatch): Promise<string | undefined> => (await ranked([held])).factor?.found;
    const found =
      'detections at Harbour Mill named it in 1 month; detections at 2 organisations of its sectors named it in 1 month';
    expect(await say(heldBatch('seen.csv', [...others, own]))).toBe(found);
    expect(await say(heldBatch('seen.csv', [...others, { ...own, sector: '' }]))).toBe(found);
  });

  test('they may stand under other names than that of the organisation, which are one with it', async () => {
    const held = [
      heldBatch('seen.csv', [
        seen({ organisation: 'HM', time: '2026-01-02T00:00:00Z' }),
        seen({ organisation: 'org-0f', time: '2026-02-02T00:00:00Z' }),
        seen({ organisation: 'Harbour Mill' }),
        seen({ organisation: 'Forge' }),
        seen({ organisation: 'Kiln' }),
      ]),
    ];
    const known = { ...MILL, sightingsAs: ['HM', 'org-0f'] };
    expect((await ranked(held, { organisation: known })).factor).toMatchObject({
      value: 0.875,
      found:
        'detections at Harbour Mill named it in 3 months; detections at 2 organisations of its sectors named it in 3 months',
    });
    expect((await ranked(held)).factor?.found).toContain('at 4 organisations of its sectors');
  });

  test('with a day, nothing later counts', async () => {
    expect((await ranked([OWN], { asOf: '2026-02-28' })).factor?.value).toBe(0);
    expect((await ranked([OWN], { asOf: '2026-03-01' })).factor?.value).toBe(0.5);
    await expect(ranked([OWN], { asOf: 'yesterday' })).rejects.toThrow('W608');
  });

  test.for([
    ['their batch', 'seen.csv'],
    ['what saw them', 'barn sensor'],
  ] as const)('they count no longer where %s is hidden, and the answer says so', async ([, name]) => {
    const { envelope, rank } = await ranked([OWN], { hide: [name, 'nothing at all'] });
    const hidden = await ranked([], { hide: [name, 'nothing at all'] });
    expect(rank).toBe(hidden.rank);
    expect(envelope.answer.groups).toEqual(hidden.envelope.answer.groups);
    expect(envelope.notes.filter((note) => /hidden|left out/u.test(note))).toEqual([
      'Nothing in view is called “nothing at all”, so nothing was hidden for it.',
      expect.stringMatching(/^Sightings were left out, as asked: (?:batch|product) “/u),
    ]);
    expect(envelope.markings).toEqual({});
  });

  test('sightings that are left count, and those that are hidden are named', async () => {
    const held = [
      OWN,
      heldBatch('more.csv', [seen({ organisation: 'Harbour Mill', time: '2026-02-01T00:00:00Z' })]),
    ];
    expect((await ranked(held)).factor?.value).toBe(0.75);
    const { envelope, factor } = await ranked(held, { hide: ['seen.csv'] });
    expect(factor?.value).toBe(0.5);
    expect(envelope.notes).toContainEqual(expect.stringContaining('left out, as asked: batch “seen.csv”'));
    expect(envelope.sources.map(({ name }) => name)).not.toContain('seen.csv');
  });

  const UNCHANGED: readonly (readonly [string, readonly HeldBatch[], NonNullable<Options>])[] = [
    ['nothing is imported', [], {}],
    ['it was made up', [], { synthetic: [OWN] }],
    ['it may not go so far', [OWN], { clearance: 'green' }],
    ['it is of another sector', [heldBatch('other.csv', [{ sector: 'media', organisation: 'Forge' }])], {}],
  ];

  test.for(UNCHANGED)('nothing changes where %s', async ([, held, { clearance, ...options }]) => {
    const cleared = clearance === undefined ? {} : { clearance };
    const { envelope } = await ranked(held, {}, { ...options, ...cleared });
    expect(envelope).toEqual((await ranked([], {}, cleared)).envelope);
  });
});

test.for([
  ['what sources report', []],
  ['and what was seen', [heldBatch('seen.csv', [seen({ organisation: 'Harbour Mill' })])]],
] as const)('what is marked, and has no part in it, marks no answer: %s', async ([, held]) => {
  const marked = labelled('attack-pattern', 950, 'T9950', 'Hushed', {
    object_marking_refs: [markingOfLevel('red')],
  });
  const access = accessWith(worldKnowledge([SHORE], marked), held);
  expect((await ask(threats, { organisation: MILL }, access)).markings).toEqual({});
});

describe('a ranking asks a store', () => {
  const OTHER = heldBatch('other.csv', [seen({ sector: 'media', organisation: 'Forge' })]);
  const AROUND = heldBatch('seen.csv', [seen({ organisation: 'Forge' })]);
  const OWN = heldBatch('seen.csv', [seen({ organisation: 'Harbour Mill' })]);

  test.for([
    ['nothing where nothing is imported', [], MILL, 0],
    ['for techniques alone where they are of others', [OTHER], MILL, 2],
    ['for one list where no sector is given, either', [OTHER], { ...MILL, sectors: [] }, 1],
    ['for no more of the organisation where only its sector has any', [AROUND], MILL, 4],
    ['for everything once', [OWN], MILL, 6],
  ] as const)('%s', async ([, held, of, times]) => {
    const asked: SightingQuery[] = [];
    await ranked(held, { organisation: of }, { asked });
    expect(asked).toHaveLength(times);
    expect(new Set(asked.map((query) => JSON.stringify(query))).size).toBe(times);
  });
});

test('what to expect has what was seen beside it', async () => {
  const held = heldBatch('seen.csv', [
    { sector: 'energy', organisation: 'Harbour Mill', technique: 'T9012.002', count: 3 },
    { sector: 'energy', organisation: 'Harbour Mill', technique: 'T9014', count: 1 },
    { sector: 'energy', organisation: 'Forge', technique: 'T9012.002', count: 6 },
  ]);
  const envelope = await ask(expected, { organisation: MILL }, accessWith(base, [held]));
  const bare = await ask(expected, { organisation: MILL }, accessWith(base, []));
  const find = (answer: typeof bare.answer) =>
    answer.techniques.find(({ technique }) => technique.label === 'T9012.002');
  expect(find(envelope.answer)?.seen).toEqual({
    own: 3,
    ownShare: 3 / 4,
    sector: 9,
    sectorShare: 9 / 10,
    organisations: 2,
  });
  expect(find(envelope.answer)?.expectation).toBe(find(bare.answer)?.expectation);
  expect(bare.answer.techniques.every((each) => !('seen' in each))).toBe(true);
  expect(documentText(documentOf(expected, envelope), { width: 200 })).toContain(
    'here 75.0 %; sector 90.0 %, 2 organisations',
  );
});

test('a pack of rules for an organisation goes no farther than the sightings that chose its techniques', async () => {
  const held = heldBatch('seen.csv', [seen({ organisation: 'Harbour Mill' })], 'amber');
  const access = accessWith(base, [held]);
  const library = { name: 'rules', files: [], refused: 0 };
  const { answer, markings, sources, notes } = await ask(
    pack,
    { organisation: MILL },
    {
      ...access,
      desk: async (...which) => ({
        ...(await access.desk(...which)),
        sigmaRules: async () => await Promise.resolve(library),
      }),
    },
  );
  expect(answer.techniques.length).toBeGreaterThan(0);
  expect(notes.join(' ')).toContain('Imported sightings count');
  expect(markings.level).toBe('TLP:AMBER');
  expect(sources.map(({ name }) => name)).toContain('seen.csv');
});

import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { MARKING_LEVELS } from '../../../src/facts/index.ts';
import {
  DIMENSIONS,
  harmlessWord,
  MEASURES,
  type Batch,
  type HeldBatch,
  type Sighting,
  type SightingFilter,
  type SightingQuery,
} from '../../../src/sightings/index.ts';

/** A batch as its sightings make it. */
export function heldBatch(
  name: string,
  sightings: readonly Sighting[],
  known: Partial<Pick<Batch, 'level' | 'importedAt' | 'rejected'>> = {},
): HeldBatch {
  const days = sightings.map(({ time }) => time.slice(0, 10)).toSorted();
  const batch: Batch = {
    id: idOf(name),
    name,
    format: 'csv',
    importedAt: '2026-06-01T00:00:00Z',
    rows: sightings.length,
    sightings: sightings.reduce((sum, { count }) => sum + count, 0),
    rejected: 0,
    first: days.at(0) ?? '',
    last: days.at(-1) ?? '',
    ...known,
  };
  return { batch, sightings };
}

function idOf(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

/** Few words, so that they meet; hard ones among them: what sorts differently, what SQL or Parquet could take for something else. */
const SECTORS = ['', 'Energy', 'Retail', 'État', 'NULL', '$1'];
const ORGANISATIONS = ['', 'mill', 'shop’s', 'ｆｕｌｌ', '𝒜', '--x', '1;2', 'a"b'];
const GROUPS = ['', 'G0001', 'G0002'];
const TECHNIQUES = ['T1059', 'T1059.001', 'T1059.003', 'T1105', 'T9999'];
const DAYS = [
  '2025-12-31',
  '2026-01-01',
  '2026-01-31',
  '2026-02-01',
  '2026-02-15',
  '2026-03-01',
  '1999-12-31',
];

const anyWord = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }).map(harmlessWord) },
  );

const anySighting: fc.Arbitrary<Omit<Sighting, 'id'>> = fc.record({
  time: fc
    .record({ day: fc.constantFrom(...DAYS), clock: fc.constantFrom('00:00:00', '12:30:01', '23:59:59') })
    .map(({ day, clock }) => `${day}T${clock}Z`),
  sector: anyWord(SECTORS),
  organisation: anyWord(ORGANISATIONS),
  group: fc.constantFrom(...GROUPS),
  technique: fc.constantFrom(...TECHNIQUES),
  source: anyWord(['sensor', 'feed']),
  detector: anyWord(['', 'rule 1', 'rule 2']),
  count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(4_000_000_000)),
  release: fc.constant('18.1'),
});

const anyLevel = fc.option(fc.constantFrom(...MARKING_LEVELS), { nil: undefined });

/** Some batches of different sightings. */
export const anyHeld: fc.Arbitrary<readonly HeldBatch[]> = fc
  .array(fc.record({ sightings: fc.array(anySighting, { maxLength: 25 }), level: anyLevel }), {
    maxLength: 4,
  })
  .map((batches) =>
    batches.map(({ sightings, level }, number) =>
      heldBatch(
        `batch ${number}`,
        sightings.map((sighting, index) => ({ ...sighting, id: `${number}-${index}` })),
        level === undefined ? {} : { level },
      ),
    ),
  );

const anyDay = fc.oneof(fc.constantFrom(...DAYS), fc.constantFrom('2026-01-15', '2026-02-16', '2027-01-01'));

const anyList = (words: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...words], { maxLength: Math.min(3, words.length) });

const anyFilter: fc.Arbitrary<SightingFilter> = fc.record(
  {
    from: anyDay,
    until: anyDay,
    sectors: anyList(SECTORS),
    organisations: anyList(ORGANISATIONS),
    groups: anyList(GROUPS),
    techniques: anyList(TECHNIQUES),
    parents: anyList(['T1059', 'T1105']),
    known: fc.subarray(['sector', 'organisation', 'group'] as const),
    hidden: fc.record(
      {
        batches: fc.subarray(
          [0, 1, 2, 3].map((number) => idOf(`batch ${number}`)),
          { maxLength: 2 },
        ),
        sources: anyList(['sensor', 'feed']),
        detectors: anyList(['', 'rule 1']),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

/** Measures that are numbers: only they can be large. */
const NUMBERS = ['sightings', 'rows', 'organisations', 'techniques'] as const;

/** Any question that there is. */
export const anyQuery: fc.Arbitrary<SightingQuery> = fc.record(
  {
    by: fc
      .subarray([...DIMENSIONS], { maxLength: 4 })
      .chain((by) => fc.shuffledSubarray(by, { minLength: by.length })),
    measures: fc.shuffledSubarray([...MEASURES], { minLength: 1 }),
    filter: anyFilter,
    least: fc.record({
      measure: fc.constantFrom(...NUMBERS),
      value: fc.constantFrom(0, 1, 2, 2.5, 5, 4_000_000_001),
    }),
    largest: fc.constantFrom(...NUMBERS),
    limit: fc.integer({ min: 0, max: 20 }),
  },
  { requiredKeys: ['by', 'measures'] },
);

/** How far somebody is cleared; undefined for who may see all of it. */
export const anyClearance = anyLevel;

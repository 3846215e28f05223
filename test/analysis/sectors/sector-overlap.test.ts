import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  sectorOverlap,
  type Counted,
  type SectorSearch,
} from '../../../src/analysis/sectors/sector-overlap.ts';
import { RAW_SUPPORT, SUPPORT } from '../../../src/analysis/sectors/support.ts';
import { withIntervals } from '../../../src/analysis/sectors/resample.ts';
import {
  addedUp,
  holdersOf,
  onlyTechniques,
  pivotCounts,
  type OrganisationCounts,
} from '../../../src/analysis/sectors/technique-counts.ts';
import type { SupportRule } from '../../../src/answers/index.ts';
import type { CountedRow } from '../../../src/sightings/index.ts';
import { compareText } from '../../../src/text/index.ts';
import { runs } from '../../support/runs.ts';

/** `mill: anna T1x40 T2x2 | bert T1x10`: what organisations of a sector have seen; `-` is one that nobody knows. */
function seen(...lines: readonly string[]): readonly CountedRow[] {
  return lines.flatMap((line) => {
    const [sector = '', rest = ''] = line.split(': ');
    return rest.split(' | ').flatMap((part) => {
      const [organisation = '', ...cells] = part.split(' ');
      return cells.map((cell) => {
        const [technique = '', count] = cell.split('x');
        return {
          by: [sector, organisation === '-' ? '' : organisation, technique],
          measures: [Number(count)],
        };
      });
    });
  });
}

/** Small enough for cases that can be read. */
const SMALL: SupportRule = {
  rule: 'relative',
  ofSightings: 0.1,
  ofOrganisations: 0.5,
  organisations: 2,
  least: { sightings: 10, organisations: 2, aggregated: 4 },
};

const SEARCH: SectorSearch = {
  support: SMALL,
  measure: 'jaccard',
  linkage: 'average',
  threshold: 0.4,
  limit: 100,
};

function byOrganisation(rows: readonly CountedRow[]): OrganisationCounts {
  const texts = (place: number): readonly string[] =>
    [...new Set(rows.map(({ by }) => by[place] ?? ''))].toSorted(compareText);
  const [names, techniques] = [texts(0), texts(2)];
  const holders = names.map((name) => {
    const own = rows.filter(({ by: [sector] }) => sector === name);
    return holdersOf(
      own.map(({ by, measures }) => ({ by: by.slice(1), measures })),
      techniques,
    );
  });
  return { names, techniques, holders };
}

function counted(rows: readonly CountedRow[], more: Partial<Counted> = {}): Counted {
  return {
    counts: addedUp(byOrganisation(rows)),
    seenAt: (name) =>
      new Set(rows.flatMap(({ by: [sector, , technique] }) => (sector === name ? [technique] : []))).size,
    months: [],
    eachIsOne: false,
    nameOf: (name) => name.toUpperCase(),
    techniqueOf: (id) => ({ id, type: 'attack-pattern', name: `The ${id}`, label: id }),
    tactics: [],
    ...more,
  };
}

const overlap = (rows: readonly CountedRow[], search: Partial<SectorSearch> = {}) =>
  sectorOverlap(counted(rows), { ...SEARCH, ...search });

/** Where techniques are present: `bank: T1 T2`. */
function presence(rows: readonly CountedRow[], search: Partial<SectorSearch> = {}): readonly string[] {
  const { compared, techniques } = overlap(rows, search);
  return compared
    .map(({ id }, place) => {
      const here = techniques.filter(({ at }) => at.some((each) => each.place === place));
      return `${id}: ${here.map(({ technique }) => technique.label).join(' ')}`;
    })
    .toSorted();
}

const MILLS = [
  'mill: anna T1x40 T2x9 T3x1 | bert T1x45 T3x4 T4x1',
  'farm: carl T1x50 T5x1 | dora T1x20 T2x29',
  'shop: emil T6x50 | fritz T6x40 T1x10',
];

describe('presence', () => {
  // 100 sightings each: 10 or more are present, where both organisations have seen it.
  test('takes a share of the sightings and of the organisations', () => {
    expect(presence(seen(...MILLS))).toEqual(['farm: T1', 'mill: T1', 'shop: T6']);
    expect(presence(seen(...MILLS), { support: { ...SMALL, organisations: 1 } })).toEqual([
      'farm: T1 T2',
      'mill: T1',
      'shop: T1 T6',
    ]);
    expect(presence(seen(...MILLS), { support: { ...RAW_SUPPORT, least: SMALL.least } })).toEqual([
      'farm: T1 T2 T5',
      'mill: T1 T2 T3 T4',
      'shop: T1 T6',
    ]);
  });

  test('goes by counts alone where no organisation is named', () => {
    const rows = seen('report: - T1x3 T2x1', ...MILLS);
    expect(presence(rows)).toContain('report: T1 T2');
    expect(overlap(rows).compared.find(({ id }) => id === 'report')).toMatchObject({
      aggregated: true,
      organisations: 0,
      sightings: 4,
      name: 'REPORT',
    });
  });

  test('sightings without an organisation count for the share, and make no organisation', () => {
    expect(presence(seen('mill: anna T1x40 | bert T1x40 T2x5 | - T2x20'))).toEqual(['mill: T1']);
  });

  test('what is too few is left out, and never one organisation a sector', () => {
    const { compared, leftOut } = overlap(
      seen('alone: anna T1x500', 'few: bert T1x3 | carl T1x3', 'report: - T1x3', ...MILLS),
    );
    expect(compared.map(({ id }) => id).toSorted()).toEqual(['farm', 'mill', 'shop']);
    expect(leftOut).toEqual([
      { id: 'alone', name: 'ALONE', because: 'organisations' },
      { id: 'few', name: 'FEW', because: 'sightings' },
      { id: 'report', name: 'REPORT', because: 'sightings' },
    ]);
  });

  test('organisations that are compared with each other are judged by their own sightings', () => {
    const rows = seen('anna: anna T1x40 T2x60', 'bert: bert T1x40 T3x1', 'carl: carl T1x3');
    const { compared, leftOut, pairs } = sectorOverlap(counted(rows, { eachIsOne: true }), SEARCH);
    expect(compared.map(({ id, techniques }) => [id, techniques])).toEqual([
      ['anna', 2],
      ['bert', 1],
    ]);
    expect(leftOut).toEqual([{ id: 'carl', name: 'CARL', because: 'sightings' }]);
    expect(pairs).toMatchObject([{ left: 0, right: 1, similarity: 1 / 2 }]);
  });
});

/** Four that share a tool, two that share little with anybody. */
const CHAIN = [
  'a: o1 T1x50 T2x50 T3x50 T9x50 | o2 T1x50 T2x50 T3x50 T9x50',
  'b: o1 T1x50 T2x50 T9x50 | o2 T1x50 T2x50 T9x50',
  'c: o1 T1x50 T3x50 T9x50 | o2 T1x50 T3x50 T9x50',
  'd: o1 T1x50 T2x50 T3x50 | o2 T1x50 T2x50 T3x50',
  'x: o1 T1x50 T6x50 | o2 T1x50 T6x50',
  'y: o1 T7x50 | o2 T7x50',
  'z: o1 T8x50 T1x50 | o2 T8x50 T1x50',
];

describe('the overlap', () => {
  test('has Jaccard indices that one can compute by hand', () => {
    const { compared, similarity, pairs, mean = 0, pairsAtThreshold } = overlap(seen(...CHAIN));
    const at = (name: string) => compared.findIndex(({ id }) => id === name);
    const between = (one: string, other: string) => similarity[at(one)]?.[at(other)];
    expect(between('a', 'b')).toBe(3 / 4);
    expect(between('b', 'c')).toBe(2 / 4);
    expect(between('a', 'd')).toBe(3 / 4);
    expect(between('b', 'd')).toBe(2 / 4);
    expect(between('c', 'd')).toBe(2 / 4);
    expect(between('x', 'z')).toBe(1 / 3);
    expect(between('x', 'y')).toBe(0);
    expect(pairs.map((pair) => pair.similarity)).toEqual([3 / 4, 3 / 4, 3 / 4, 2 / 4, 2 / 4, 2 / 4]);
    expect(pairsAtThreshold).toBe(6);
    // a with x and z 1/5, b, c and d with them 1/4.
    expect(mean).toBeCloseTo((3 * (3 / 4) + 3 * (2 / 4) + 1 / 3 + 2 * (1 / 5) + 6 * (1 / 4)) / 21, 12);
  });

  test('clusters come with the techniques that make them, those first that are rare elsewhere', () => {
    const { compared, clusters } = overlap(seen(...CHAIN), { threshold: 0.5 });
    expect(clusters).toHaveLength(1);
    const [cluster] = clusters;
    expect(cluster?.members.map((place) => compared[place]?.id).toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(cluster?.mean).toBeCloseTo((3 * 0.75 + 3 * 0.5) / 6, 12);
    expect(cluster?.least).toBe(0.5);
    expect(
      cluster?.techniques.map(({ technique, setApart, members, outside }) => [
        technique.label,
        members,
        outside,
        setApart,
      ]),
    ).toEqual([['T1', 4, 2, false]]);
    const tool = overlap(seen(...CHAIN.slice(0, 3), ...CHAIN.slice(4))).clusters[0];
    expect(tool?.techniques.map(({ technique, setApart }) => [technique.label, setApart])).toEqual([
      ['T9', true],
      ['T1', false],
    ]);
  });

  test('complete linkage wants every two members at the threshold, average does not', () => {
    const members = (linkage: 'average' | 'complete') =>
      overlap(seen(...CHAIN), { linkage, threshold: 0.6 }).clusters.map((cluster) => cluster.members.length);
    expect(members('average')).toEqual([3]);
    expect(members('complete')).toEqual([2]);
  });

  test('what only few sectors have counts more by rarity', () => {
    const rows = seen(
      'a: o1 T1x50 T2x50 | o2 T1x50 T2x50',
      'b: o1 T1x50 T3x50 | o2 T1x50 T3x50',
      'c: o1 T1x50 T4x50 T5x50 | o2 T1x50 T4x50 T5x50',
      'd: o1 T4x50 T5x50 | o2 T4x50 T5x50',
    );
    const between = (one: string, other: string, measure: 'jaccard' | 'rarity') => {
      const { compared, similarity } = overlap(rows, { measure });
      const at = (name: string) => compared.findIndex(({ id }) => id === name);
      return similarity[at(one)]?.[at(other)] ?? 0;
    };
    // T1 at three of four: ln 5/3; T2 and T3 at one: ln 5.
    expect(between('a', 'b', 'rarity')).toBeCloseTo(
      Math.log(5 / 3) / (Math.log(5 / 3) + 2 * Math.log(5)),
      12,
    );
    expect(between('a', 'b', 'rarity')).toBeLessThan(between('a', 'b', 'jaccard'));
    expect(between('c', 'd', 'rarity')).toBeGreaterThan(between('c', 'd', 'jaccard'));
  });

  test('by weight, shares of all sightings are compared, present or not', () => {
    const rows = seen('a: o1 T1x90 T2x10 | o2 T1x90 T2x10', 'b: o1 T1x50 T3x50 | o2 T1x50 T3x50');
    // Smaller shares: 0.5; larger: 0.9, 0.1, 0.5.
    expect(overlap(rows, { measure: 'weighted', threshold: 0.3 }).pairs[0]?.similarity).toBeCloseTo(
      0.5 / 1.5,
      12,
    );
  });

  test('a tactic restricts the techniques, not what shares are of', () => {
    const tactics = [
      {
        tactic: { id: 'one', type: 'x-mitre-tactic', name: 'One', label: 'TA1' },
        has: (id: string) => id < 'T3',
      },
      {
        tactic: { id: 'two', type: 'x-mitre-tactic', name: 'Two', label: 'TA2' },
        has: (id: string) => id === 'T3',
      },
      { tactic: { id: 'none', type: 'x-mitre-tactic', name: 'None', label: 'TA3' }, has: () => false },
    ];
    const rows = seen(...CHAIN.slice(0, 4), 'e: o1 T1x5 T2x95 | o2 T1x5 T2x95');
    const all = sectorOverlap(counted(rows, { tactics }), SEARCH);
    expect(all.tactics.map(({ tactic, techniques, mean }) => [tactic.name, techniques, mean])).toEqual([
      // a, b and d have T1 and T2, c T1, e T2: three pairs are equal, six half, one not.
      ['One', 2, (3 + 6 / 2 + 0) / 10],
      ['Two', 1, 1],
    ]);
    const one = sectorOverlap(counted(rows, { tactics }), { ...SEARCH, tactic: tactics[0] });
    expect(one.techniques.map(({ technique }) => technique.label)).toEqual(['T1', 'T2']);
    expect(one.compared.find(({ id }) => id === 'e')?.techniques).toBe(1);
  });

  test('months stand by themselves', () => {
    const cells = (sightings: number): readonly CountedRow[] =>
      ['a', 'b'].map((name) => ({ by: [name, 'T1'], measures: [sightings, 2] }));
    const totals = (sightings: number): readonly CountedRow[] =>
      ['a', 'b'].map((name) => ({ by: [name], measures: [sightings, 2] }));
    const months = [
      { month: '2026-01', counts: pivotCounts(cells(20), totals(20)) },
      { month: '2026-02', counts: pivotCounts(cells(2), totals(2)) },
    ];
    expect(sectorOverlap(counted(seen(...MILLS), { months }), SEARCH).months).toEqual([
      { month: '2026-01', sightings: 40, compared: 2, mean: 1, pairs: 1 },
      { month: '2026-02', sightings: 0, compared: 0, pairs: 0 },
    ]);
  });
});

describe('the interval', () => {
  const many = (sector: string, cells: (place: number) => string): string =>
    `${sector}: ${Array.from({ length: 20 }, (_, place) => `${sector}${place} ${cells(place)}`).join(' | ')}`;

  test('is a point where all organisations see the same, and wide where a few make it', () => {
    const rows = seen(
      many('a', () => 'T1x50 T2x50'),
      many('b', () => 'T1x50 T2x50'),
      // T2 at about half of them: now more, now fewer.
      many('c', (place) => (place < 10 ? 'T1x50 T2x50' : 'T1x100')),
    );
    const { pairs, compared } = overlap(rows);
    const known = byOrganisation(rows);
    const names = compared.map(({ id }) => id);
    const inOrder = {
      ...known,
      names,
      holders: names.map((name) => known.holders[known.names.indexOf(name)] ?? []),
    };
    const drawn = withIntervals(pairs, inOrder, SEARCH, 100);
    const between = (one: string, other: string) =>
      drawn.find(({ left, right }) =>
        [one, other].every((name) => [names[left], names[right]].includes(name)),
      );
    expect(between('a', 'b')).toMatchObject({ similarity: 1, low: 1, high: 1 });
    expect(between('a', 'c')).toMatchObject({ low: 0.5, high: 1 });
    expect(withIntervals(pairs, inOrder, SEARCH, 100)).toEqual(drawn);
    const unnamed = {
      ...inOrder,
      holders: inOrder.holders.map((here) => here.map((each) => ({ ...each, isKnown: false }))),
    };
    expect(withIntervals(pairs, unnamed, SEARCH, 100)).toEqual(pairs);
  });
});

/** Sightings at three sectors of two to four organisations. */
const anySightings = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('', 'o1', 'o2', 'o3'),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 40 }),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((cells) => [
    ...new Map(
      cells.map(([sector, organisation, technique, count]) => [
        `${sector} ${organisation} ${technique}`,
        { by: [sector, organisation, `T${technique}`], measures: [count] },
      ]),
    ).values(),
  ]);

test('what holds whatever was seen', () => {
  fc.assert(
    fc.property(
      anySightings,
      fc.constantFrom(...(['jaccard', 'overlap', 'rarity', 'weighted'] as const)),
      (rows, measure) => {
        const { compared, similarity, leftOut, shared } = overlap(rows, { measure });
        expect([...compared, ...leftOut].map(({ id }) => id).toSorted()).toEqual(
          [...new Set(rows.map(({ by: [sector = ''] }) => sector))].toSorted(),
        );
        similarity.forEach((row, left) =>
          row.forEach((value, right) => {
            expect(value).toBe(similarity[right]?.[left]);
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-12);
          }),
        );
        compared.forEach(({ techniques, seen: all }, place) => {
          expect(shared[place]?.[place]).toBe(techniques);
          expect(techniques).toBeLessThanOrEqual(all);
        });
      },
    ),
    runs(200),
  );
});

test('everything ten times as often changes no relative presence', () => {
  fc.assert(
    fc.property(anySightings, (rows) => {
      const tenfold = rows.map(({ by, measures }) => ({
        by,
        measures: measures.map((each) => 10 * each),
      }));
      const support = { ...SMALL, least: { sightings: 0, organisations: 0, aggregated: 0 } };
      expect(presence(tenfold, { support })).toEqual(presence(rows, { support }));
    }),
    runs(200),
  );
});

test('counts are the same from organisations as from a pivot', () => {
  fc.assert(
    fc.property(anySightings, (rows) => {
      const added = addedUp(byOrganisation(rows));
      const grouped = (places: readonly number[]): readonly CountedRow[] => {
        const cells = new Map<
          string,
          { by: readonly string[]; sightings: number; organisations: Set<string> }
        >();
        for (const { by, measures } of rows) {
          const key = places.map((place) => by[place] ?? '');
          const cell = cells.get(key.join()) ?? { by: key, sightings: 0, organisations: new Set() };
          cell.sightings += Number(measures[0]);
          if (by[1] !== '') cell.organisations.add(by[1] ?? '');
          cells.set(key.join(), cell);
        }
        return [...cells.values()].map(({ by, sightings, organisations }) => ({
          by,
          measures: [sightings, organisations.size],
        }));
      };
      expect(pivotCounts(grouped([0, 2]), grouped([0]))).toEqual(added);
      expect(onlyTechniques(added, () => true)).toEqual(added);
    }),
    runs(200),
  );
});

test('the rule that holds by default never takes one sighting for presence', () => {
  expect(SUPPORT.ofSightings * SUPPORT.least.sightings).toBeGreaterThan(1);
  expect(SUPPORT.organisations).toBeGreaterThan(1);
});

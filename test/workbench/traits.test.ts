import { expect, test } from 'vitest';
import type { TraitKind } from '../../src/answers/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { documentText } from '../../src/render/index.ts';
import { overlapSectorsDocument, overlapSectorsMatrixTable, traitsDocument } from '../../src/report/index.ts';
import { groupsLike } from '../../src/workbench/groups/groups-like.ts';
import { sectorsOverlapping } from '../../src/workbench/victims/overlap-sectors.ts';
import { traitsCounted } from '../../src/workbench/victims/traits.ts';
import { sampleDesk } from '../support/desk.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';
import { VICTIMS } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';

const FIELDS: Partial<Record<TraitKind, string>> = {
  sector: 'sectors',
  country: 'countries',
  region: 'countries',
  motive: 'motives',
  origin: 'origins',
};

function foundBy(desk: Desk, field: string, label: string): readonly string[] {
  return groupsLike(desk, { [field]: [label] }).answer.groups.map(({ group }) => group.id);
}

function expectFound(desk: Desk, every: number): void {
  const { traits } = traitsCounted(desk).answer;
  const asked = traits.filter(({ kind }, index) => FIELDS[kind] !== undefined && index % every === 0);
  expect(asked.length).toBeGreaterThan(3);
  for (const { kind, value, label, groups } of asked)
    expect(foundBy(desk, FIELDS[kind] ?? '', value).length, `${kind} ${label}`).toBe(groups);
}

test('every value counts as many groups as are found by it', () => {
  expectFound(worldDesk([VICTIMS]), 1);
  expectFound(sampleDesk(), 1);
});

test.runIf(hasRealData)('in ATT&CK, too', async () => {
  expectFound(await realDesk(), 9);
});

test('one kind alone, with how many groups it is not known of', () => {
  const { traits, unknown, groups } = traitsCounted(worldDesk([VICTIMS]), { kind: 'sector' }).answer;
  expect(new Set(traits.map(({ kind }) => kind))).toEqual(new Set(['sector']));
  expect(traits.map((each) => each.groups)).toEqual(
    traits.map((each) => each.groups).toSorted((one, other) => other - one),
  );
  expect([groups, unknown.sector]).toEqual([5, 1]);
  const text = documentText(traitsDocument({ traits, unknown, groups }));
  expect(text).toContain('Of 1 group none is known');
});

test('sectors are as alike as the groups found by them', () => {
  const desk = worldDesk([VICTIMS]);
  const { sectors, shared, similarity } = sectorsOverlapping(desk, { least: 1 }).answer;
  expect(sectors.length).toBeGreaterThan(2);
  for (const [row, left] of sectors.entries())
    for (const [column, right] of sectors.entries()) {
      const one = foundBy(desk, 'sectors', left.value);
      const other = foundBy(desk, 'sectors', right.value);
      const both = one.filter((id) => other.includes(id)).length;
      expect(shared[row]?.[column]).toBe(both);
      if (similarity[row]?.[column] === -1) continue;
      expect(similarity[row]?.[column], `${left.value} ${right.value}`).toBeCloseTo(
        both / new Set([...one, ...other]).size,
      );
    }
});

test('a sector and its part are not compared, and make no cluster', () => {
  const answer = sectorsOverlapping(worldDesk([VICTIMS]), { least: 1, min: 0.01 }).answer;
  const at = (value: string): number => answer.sectors.findIndex((each) => each.value === value);
  const [whole, part] = [at('communications'), at('telecommunications')];
  expect(answer.similarity[whole]?.[part]).toBe(-1);
  expect(overlapSectorsMatrixTable(answer).rows[whole]?.[part + 2]).toBe('');
  for (const { members } of sectorsOverlapping(worldDesk([VICTIMS]), { least: 1, min: 0.99 }).answer.clusters)
    expect(members.includes(whole) && members.includes(part) && members.length === 2).toBe(false);
});

test('a closer look counts groups that are documented against most of the sectors named', () => {
  const desk = worldDesk([VICTIMS]);
  const { closer } = sectorsOverlapping(desk, { sectors: ['telecoms'], least: 1 }).answer;
  expect(closer?.groups.map(({ group }) => group.name)).toEqual(['Wary Wolf', 'Far Falcon']);
  expect(closer?.mean).toBeUndefined();
  expect(() => sectorsOverlapping(desk, { sectors: ['herding of cats'] })).toThrow('W612');
});

test.runIf(hasRealData)(
  'in ATT&CK the techniques of a closer look stand out against all groups',
  async () => {
    const desk = await realDesk();
    const { answer } = sectorsOverlapping(desk, { sectors: ['energy', 'government', 'defense'] });
    const { closer } = answer;
    expect(closer?.least).toBe(2);
    for (const { against } of closer?.groups ?? [])
      expect(against.filter(Boolean).length).toBeGreaterThanOrEqual(2);
    for (const { groups, share, all, shareOfAll, log10p } of closer?.techniques ?? []) {
      expect(share).toBeGreaterThan(shareOfAll);
      expect(groups).toBeLessThanOrEqual(all);
      expect(share).toBeCloseTo(groups / (closer?.users ?? 1));
      expect(shareOfAll).toBeCloseTo(all / answer.users);
      expect(log10p).toBeLessThan(0);
    }
    expect(closer?.techniques).toHaveLength(10);
    expect(documentText(overlapSectorsDocument(answer))).toContain('at least 2 of 3: energy, government and');
  },
);

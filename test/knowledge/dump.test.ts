import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remark } from '../../src/intake/index.ts';
import {
  dump,
  DumpReading,
  MemoryKnowledgeBase,
  type KnowledgeBase,
  type SourceContents,
} from '../../src/knowledge/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { markingOfLevel } from '../../src/threat/index.ts';
import { delivered, labelled, object, release } from '../support/world/build.ts';
import { runs } from '../support/runs.ts';
import { hasRealData } from '../support/real-data.ts';
import { readReal } from '../support/read-real.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { knowledgeOf } from '../support/desk.ts';
import { FARM } from '../support/world/cast.ts';

const LOADED = '2026-01-01T00:00:00.000Z';

const KINDS: readonly (readonly [name: string, open: () => Promise<KnowledgeBase>])[] = [
  ['memory', () => Promise.resolve(new MemoryKnowledgeBase())],
  ['SQLite', async () => openSqliteKnowledgeBase(join(await temporaryFolder(), 'knowledge.db'))],
];
const PAIRS = KINDS.flatMap(([from, openFrom]) =>
  KINDS.map(([to, openTo]) => [from, to, openFrom, openTo] as const),
);

function linesOf(base: KnowledgeBase): readonly string[] {
  return [...dump(base, createHash('sha256'))];
}

function restore(base: KnowledgeBase, lines: readonly string[]): ReturnType<DumpReading['restoreInto']> {
  const reading = new DumpReading(createHash('sha256'), 'farm.dump');
  for (const line of lines) reading.take(line);
  return reading.restoreInto(base);
}

/** Two releases, one of them loaded twice with other objects, and something beside them. */
function fill(base: KnowledgeBase): void {
  const shovel = labelled('tool', 1, 'S9100', 'Shovel');
  const spade = labelled('tool', 1, 'S9100', 'Spade', { modified: '2021-01-01T00:00:00.000Z' });
  for (const [content, ...objects] of [
    ['one', release('1.0'), ...FARM.attack, shovel],
    ['two', release('2.0'), ...FARM.attack, spade],
    ['three', release('2.0'), ...FARM.attack],
    ['four', labelled('tool', 2, 'S9101', '“Rake” naïve')],
  ] as const)
    base.ingest(delivered(content, ...objects), LOADED);
}

test.for(PAIRS)(
  'a dump of one in %s, restored into %s, is the same again',
  async ([, , openFrom, openTo]) => {
    const [from, to] = [await openFrom(), await openTo()];
    fill(from);
    const lines = linesOf(from);
    to.ingest(delivered('old', labelled('tool', 9, 'S9109', 'Old')), LOADED);
    const held = to.view();
    expect(restore(to, lines)).toEqual({ sources: 4, objects: 24 });
    expect(linesOf(to)).toEqual(lines);
    expect(to.sources()).toEqual(from.sources());
    for (const selection of [{}, { release: '1.0' }, { withdrawn: true }]) {
      const [original, restored] = [from.view(selection), to.view(selection)];
      expect(restored.key).toBe(original.key);
      expect(restored.census()).toEqual(original.census());
      for (const [name, { columns }] of original.facts.relations)
        expect(restored.facts.relations.get(name)?.columns).toEqual(columns);
      for (const query of ['weasel', 'naive', '"rake naive"', 'spade', 'old'])
        expect(restored.search(query).hits.map(({ id }) => id)).toEqual(
          original.search(query).hits.map(({ id }) => id),
        );
    }
    // Nobody who still holds a view from before is given something else.
    expect(held.catalogue.find('S9109')).toHaveLength(1);
    // Loading goes on as it would have.
    const more = delivered('more', labelled('tool', 3, 'S9103', 'Hoe'));
    expect([from.ingest(more, LOADED), to.ingest(more, LOADED)].map(({ added }) => added)).toEqual([1, 1]);
    expect(linesOf(to)).toEqual(linesOf(from));
  },
);

test('a dump of before levels were kept is read with its markings, or not at all', () => {
  const red = { object_marking_refs: [markingOfLevel('red')] };
  const from = knowledgeOf(
    delivered('night', object('report', 5, { name: 'Night Shift', ...red })),
    delivered('tools', labelled('tool', 1, 'S9101', 'Rake'), labelled('tool', 2, 'S9102', 'Hoe', red)),
  );
  // Lines as they were written then, with the digest that they had.
  const unmarked = linesOf(from)
    .slice(1, -1)
    .map((line) => line.replaceAll(/,"levels?":(?:"red"|\["red"\])/g, ''));
  const digest = createHash('sha256');
  const older = ['{"foeprint":"dump","format":1}\n', ...unmarked];
  for (const line of older) digest.update(line);
  const end = { objects: 3, sources: 2, sha256: digest.digest('hex') };
  const lines = [...older, `${JSON.stringify({ end })}\n`];
  expect(lines.join('')).not.toContain('"level');
  const to = new MemoryKnowledgeBase();
  expect(() => restore(to, lines)).toThrow('K222');
  const reading = new DumpReading(createHash('sha256'), 'older.foeprint', remark);
  for (const line of lines) reading.take(line);
  reading.restoreInto(to);
  const contentsOf = (base: KnowledgeBase) =>
    Array.from(base.contents(), ({ source, objects }) => [
      source,
      Array.from(objects, (each) => each.delivered),
    ]);
  expect(contentsOf(to)).toEqual(contentsOf(from));
  expect(to.view({ clearance: 'amber' }).sources.map(({ name }) => name)).toEqual(['tools.json']);
});

test('the same dump restored twice over itself', async () => {
  const base = openSqliteKnowledgeBase(join(await temporaryFolder(), 'knowledge.db'));
  fill(base);
  const lines = linesOf(base);
  const before = base.view();
  restore(base, lines);
  const after = base.view();
  const rake = after.catalogue.entry(after.catalogue.find('S9101')[0] ?? -1);
  expect(after.object(rake.stored ?? -1).raw['name']).toBe('“Rake” naïve');
  expect(() => before.object(0)).toThrow('K203');
  restore(base, lines);
  expect(linesOf(base)).toEqual(lines);
  base.close();
});

function filled(): readonly string[] {
  const base = new MemoryKnowledgeBase();
  fill(base);
  return linesOf(base);
}

test.for([
  ['nothing', () => [], 'K221'],
  ['another file', () => ['{"type": "bundle"}'], 'K221'],
  ['no JSON', () => ['PK\u0003\u0004'], 'K221'],
  ['a dump of a newer Foeprint', () => ['{"foeprint":"dump","format":3}'], 'K222'],
  ['a dump without its end', (lines: readonly string[]) => lines.slice(0, -1), 'K223'],
  [
    'a dump cut off in a line',
    (lines: readonly string[]) => [...lines.slice(0, 7), lines[7]?.slice(0, 50) ?? ''],
    'K223',
  ],
  ['a dump that lacks a line', (lines: readonly string[]) => lines.toSpliced(5, 1), 'K223'],
  [
    'a dump in another order',
    (lines: readonly string[]) => [...lines.slice(0, 2), lines[3] ?? '', lines[2] ?? '', ...lines.slice(4)],
    'K223',
  ],
  [
    'a dump with a changed word',
    (lines: readonly string[]) => lines.map((line) => line.replace('Sturdy', 'Flimsy')),
    'K223',
  ],
  ['a dump and more', (lines: readonly string[]) => [...lines, '{}\n'], 'K223'],
  ['two dumps', (lines: readonly string[]) => [...lines, ...lines], 'K223'],
] as const)('%s is refused and the knowledge base left alone', ([, change, code]) => {
  const base = knowledgeOf(delivered('farm', ...FARM.attack));
  const before = linesOf(base);
  expect(() => restore(base, change(filled()))).toThrow(code);
  expect(linesOf(base)).toEqual(before);
});

test('whatever single character of a dump is changed, it is refused or means the same', () => {
  const text = filled().join('');
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }),
      (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        fc.pre(changed !== text);
        const base = new MemoryKnowledgeBase();
        expect(() => restore(base, changed.split('\n').slice(0, -1))).toThrow(/K22[123]/);
        expect(base.sources()).toEqual([]);
      },
    ),
    { seed: 7, ...runs(100) },
  );
});

test('a restore that fails midway leaves what was there', async () => {
  const base = openSqliteKnowledgeBase(join(await temporaryFolder(), 'knowledge.db'));
  fill(base);
  const lines = linesOf(base);
  const other = new MemoryKnowledgeBase();
  fill(other);
  const failing = function* (): Generator<SourceContents> {
    yield* other.contents();
    throw new Error('The disk is gone.');
  };
  expect(() => base.replaceWith(failing())).toThrow('The disk is gone.');
  expect(linesOf(base)).toEqual(lines);
  base.close();
});

test.skipIf(!hasRealData)('real data goes through a dump unchanged', async () => {
  const [from, to] = [await KINDS[1]?.[1](), await KINDS[1]?.[1]()];
  if (from === undefined || to === undefined) throw new Error('There are two.');
  for (const file of [
    'attack/ics-attack-18.1.json.gz',
    'attack/mobile-attack-18.1.json.gz',
    'reports/stix-apt1.json',
  ])
    from.ingest(readReal(file), LOADED);
  const lines = linesOf(from);
  restore(to, lines);
  expect(linesOf(to)).toEqual(lines);
  const memory = new MemoryKnowledgeBase();
  restore(memory, lines);
  expect(linesOf(memory)).toEqual(lines);
  from.close();
  to.close();
});

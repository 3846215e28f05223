import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FoeprintError, type Delivery } from '../../src/facts/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import { readEvidence } from '../../src/stix/index.ts';
import { MemoryKnowledgeBase, type KnowledgeBase } from '../../src/knowledge/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { type RawObject, about, bundle, release } from '../support/world/build.ts';
import { FARM } from '../support/world/cast.ts';
import { hasRealData, realBytes } from '../support/real-data.ts';
import { runs } from '../support/runs.ts';

const LOADED = '2026-01-01T00:00:00.000Z';

/** Values that stand where they should not. */
const ODD = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    '',
    ' ',
    [],
    {},
    [[]],
    [null],
    [{}],
    'x'.repeat(10_000),
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    'attack-pattern--00000000-0000-4000-8000-000000000003',
    '2020-01-01T00:00:00.000Z',
    { toString: 1 },
  ),
  fc.jsonValue(),
);

/** One change to a list of objects: where (numbers that choose a way down, to a field at least), and what comes there; `undefined` takes the place away. */
const CHANGE = fc.record({
  way: fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 }),
  value: fc.option(ODD, { nil: undefined }),
});

/** A copy of a document with a change made in it. */
function changed(value: unknown, [step = 0, ...rest]: readonly number[], put: unknown): unknown {
  if (typeof value !== 'object' || value === null) return put;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return put;
  const inner = Reflect.get(value, key) as unknown;
  const next = rest.length === 0 ? put : changed(inner, rest, put);
  if (Array.isArray(value))
    return next === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), next);
  const entries = Object.entries(value).filter(([name, old]) => name !== key || old === undefined);
  return Object.fromEntries(next === undefined ? entries : [...entries, [key, next]]);
}

/** Reads what may be broken: a delivery, or undefined where it is refused as it should be. */
function readOrRefuse(document: unknown): Delivery | undefined {
  try {
    return readBundle(document, about('fuzz'));
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    expect(error.code).toMatch(/^I10[123]$/);
    return undefined;
  }
}

/** Everything that can be asked of what was loaded, so that what is odd in it has a chance to do harm. */
function ask(base: KnowledgeBase): string {
  const view = base.view({ withdrawn: true });
  const stored = Array.from({ length: view.catalogue.size }, (_, term) => view.catalogue.entry(term).stored);
  const evidence = stored.flatMap((number) =>
    number === undefined ? [] : [readEvidence(view.object(number))],
  );
  const names = stored.map((_, term) => [view.catalogue.name(term), view.catalogue.entry(term).aliases]);
  const facts = [...view.facts.relations.values()].map(({ name, size, origins }) => [
    name,
    size,
    origins.length,
  ]);
  const hits = ['weasel', '"a b"*', 'x*'].map((query) => view.search(query).found);
  return JSON.stringify([view.census(), names, facts, evidence.length, hits]);
}

/** Whether the objects, so changed, could be read. */
function survives(
  objects: unknown,
  changes: readonly { way: readonly number[]; value?: unknown }[],
): boolean {
  const broken = changes.reduce<unknown>((sound, { way, value }) => changed(sound, way, value), objects);
  const text = JSON.stringify({ type: 'bundle', objects: broken });
  const delivery = readOrRefuse(JSON.parse(text));
  if (delivery === undefined) return false;
  const [memory, sqlite] = [new MemoryKnowledgeBase(), openSqliteKnowledgeBase(':memory:')];
  const reports = [memory, sqlite].map((base) => base.ingest(delivery, LOADED));
  expect(reports[1]).toEqual(reports[0]);
  expect(ask(sqlite)).toBe(ask(memory));
  // All that was not left out is there, and nothing else.
  expect(reports[0]?.added).toBe(delivery.objects.length);
  sqlite.close();
  return true;
}

test('a bundle broken anyhow is refused, or read but for what is broken', { timeout: 120_000 }, () => {
  const objects = [release('1.0'), ...FARM.attack];
  let read = 0;
  fc.assert(
    fc.property(fc.array(CHANGE, { minLength: 1, maxLength: 8 }), (changes) => {
      if (survives(objects, changes)) read++;
    }),
    { seed: 20_260_101, ...runs(100) },
  );
  expect(read).toBeGreaterThan(runs(100).numRuns * 0.6);
});

test.skipIf(!hasRealData)(
  'real objects broken anyhow are refused, or read but for what is broken',
  { timeout: 120_000 },
  () => {
    const real = JSON.parse(realBytes('attack/ics-attack-18.1.json.gz').toString()) as {
      readonly objects: readonly RawObject[];
    };
    fc.assert(
      fc.property(
        fc.nat(real.objects.length - 40),
        fc.array(CHANGE, { minLength: 1, maxLength: 12 }),
        (start, changes) => {
          const collection = real.objects.filter(
            ({ type }) => type === 'x-mitre-matrix' || type === 'x-mitre-tactic',
          );
          survives([...real.objects.slice(start, start + 40), ...collection], changes);
        },
      ),
      { seed: 20_260_102, ...runs(30) },
    );
  },
);

test('anything at all that is JSON is refused or read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      readOrRefuse(document);
      readOrRefuse({ type: 'bundle', objects: document });
      readOrRefuse(bundle(document));
    }),
    { seed: 20_260_103, ...runs(150) },
  );
});

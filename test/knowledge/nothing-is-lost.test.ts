import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Delivery } from '../../src/facts/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import type { KnowledgeView } from '../../src/knowledge/index.ts';
import {
  type RawObject,
  about,
  bundle,
  delivered,
  idOf,
  object as stixObject,
  release,
} from '../support/world/build.ts';
import { FARM } from '../support/world/cast.ts';
import { hasRealData } from '../support/real-data.ts';
import { readReal } from '../support/read-real.ts';
import { runs } from '../support/runs.ts';
import { knowledgeOf } from '../support/desk.ts';

/*
 * Loading a file can add to what ATT&CK says, and never takes anything away: whatever a careless export or a hostile hand makes of
 * ATT&CK's own objects.
 */

const LOADED = '2026-01-01T00:00:00.000Z';

/** Everything that a view says of ATT&CK's things, as text that does not depend on how terms are numbered. */
function saidOf({ catalogue, facts }: KnowledgeView, ids: ReadonlySet<string>): ReadonlySet<string> {
  const lines = new Set<string>();
  for (let term = 0; term < catalogue.size; term++) {
    const { id, type, name, label, aliases, withdrawn } = catalogue.entry(term);
    if (!ids.has(id)) continue;
    const successor = catalogue.successor(term);
    lines.add(
      JSON.stringify([
        id,
        type,
        name,
        label,
        aliases,
        withdrawn,
        successor === undefined ? '' : catalogue.id(successor),
      ]),
    );
    lines.add(
      `number ${label}: ${catalogue
        .find(label)
        .map((found) => catalogue.id(found))
        .join(' ')}`,
    );
    for (const each of [name, ...aliases])
      lines.add(`name ${each}: ${catalogue.named(each).some((found) => found === term)} ${id}`);
  }
  for (const { name, columns, size } of facts.relations.values())
    for (let row = 0; row < size; row++)
      lines.add([name, ...columns.map((column) => facts.universe.id(column[row] ?? -1))].join(' '));
  return lines;
}

/** How somebody may change an object that they took from ATT&CK, each by the choices of a generator. */
type Edit = (object: RawObject, other: RawObject, number: number) => RawObject;

const EDITS: readonly Edit[] = [
  (object) => ({ ...object, modified: '2099-01-01T00:00:00.000Z' }),
  (object) => ({ ...object, revoked: true }),
  (object) => ({ ...object, x_mitre_deprecated: true }),
  (object) => ({ ...object, name: 'Something else' }),
  (object, other) => ({ ...object, name: other['name'] ?? 'Another' }),
  (object) => ({ ...object, aliases: [], x_mitre_aliases: [] }),
  (object) => ({ ...object, x_mitre_platforms: ['Moon'], kill_chain_phases: [] }),
  (object) => ({ ...object, kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'impact' }] }),
  (object, other) => ({ ...object, external_references: other['external_references'] }),
  (object) => ({ ...object, external_references: [] }),
  (object, _, number) => ({ ...object, id: idOf(String(object['type']), 700_000 + number) }),
  (object, other) => (other['type'] === object['type'] ? { ...object, id: other['id'] } : object),
  (object, _, number) => ({ ...object, created_by_ref: idOf('identity', 800_000 + number) }),
  (object) => ({
    ...object,
    object_marking_refs: ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed'],
  }),
  (object, other) => (object['type'] === 'relationship' ? { ...object, target_ref: other['id'] } : object),
  (object, other) => (object['type'] === 'relationship' ? { ...object, source_ref: other['id'] } : object),
  ...['revoked-by', 'subtechnique-of', 'identified-by', 'uses', 'same-as'].map(
    (relation): Edit =>
      (object, other, number) => ({
        type: 'relationship',
        spec_version: '2.1',
        id: idOf('relationship', 900_000 + number),
        created: '2099-01-01T00:00:00.000Z',
        modified: '2099-01-01T00:00:00.000Z',
        relationship_type: relation,
        source_ref: object['id'],
        target_ref: other['id'],
      }),
  ),
];

/** The collection of another domain, of which the bundle has next to nothing. */
const OTHER_DOMAIN = stixObject('x-mitre-collection', 0, {
  id: 'x-mitre-collection--dac0d2d7-8653-445c-9bff-82f934c1e858',
  name: 'Mobile ATT&CK',
  x_mitre_version: '99.0',
  x_mitre_contents: Array.from({ length: 20 }, (_, number) => ({
    object_ref: idOf('attack-pattern', 600_000 + number),
    object_modified: '2099-01-01T00:00:00.000Z',
  })),
});

/** A bundle made of somebody's objects, changed; sometimes it says that it is a release. */
function mutatedBundles(objects: readonly RawObject[], releases: readonly string[]): fc.Arbitrary<RawObject> {
  const pick = fc.nat(objects.length - 1).map((index) => objects[index] ?? {});
  const changed = fc
    .record({
      object: pick,
      other: pick,
      edits: fc.array(fc.nat(EDITS.length - 1), { minLength: 1, maxLength: 3 }),
      number: fc.nat(9999),
    })
    .map(({ object, other, edits, number }) =>
      edits.reduce<RawObject>((edited, index) => EDITS[index]?.(edited, other, number) ?? edited, object),
    );
  const claim = fc.option(fc.constantFrom(...releases.map((version) => release(version)), OTHER_DOMAIN), {
    nil: undefined,
  });
  return fc
    .record({ contents: fc.array(changed, { minLength: 1, maxLength: 8 }), claim })
    .map(({ contents, claim: collection }) =>
      bundle(...(collection === undefined ? [] : [collection]), ...contents),
    );
}

/** Loads one mutated bundle after the other and looks, after each, for what is missing. */
function expectNothingLost(
  attack: Delivery,
  objects: readonly RawObject[],
  releases: readonly string[],
  times: number,
): void {
  const base = knowledgeOf(attack);
  const ids = new Set(attack.objects.map(({ id }) => id));
  const before = saidOf(base.view(), ids);
  let number = 0;
  fc.assert(
    fc.property(mutatedBundles(objects, releases), (mutated) => {
      const content = `${(number += 1)} ${JSON.stringify(mutated).length}`;
      try {
        base.ingest(readBundle(mutated, about(content)), LOADED);
      } catch {
        // Nothing in it could be used: then it is not loaded.
        return;
      }
      const after = saidOf(base.view(), ids);
      expect([...before].filter((line) => !after.has(line))).toEqual([]);
    }),
    { numRuns: times },
  );
  expect(base.sources().length).toBeGreaterThan(times / 2);
}

/** A knowledge base begins anew in each. */
const ROUNDS = runs(5).numRuns;

test('whatever is made of a small release, loading it takes nothing away', () => {
  for (let round = 0; round < ROUNDS; round++)
    expectNothingLost(
      delivered('farm', release('1.0'), ...FARM.attack),
      FARM.attack,
      // A few objects are more than half of a farm: that newer releases must be whole is seen on the real one.
      ['1.0', '0.9'],
      25,
    );
});

test.skipIf(!hasRealData)('the same of Enterprise 18.1', () => {
  const attack = readReal('attack/enterprise-attack-18.1.json.gz');
  expectNothingLost(
    attack,
    attack.objects.map(({ raw }) => raw),
    ['18.1', '19.0', '17.1'],
    runs(4).numRuns,
  );
});

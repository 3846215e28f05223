import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DERIVATION_EXTENSION_ID,
  DERIVATION_SCHEMA,
  derivedBundle,
  derivedRelationshipId,
  FOEPRINT_IDENTITY,
  joinMarkings,
  type DerivedBundleRequest,
  type StixObject,
} from '../../src/export/index.ts';
import { AMBER, DERIVED_FACTS, ENDS, GREEN, STATEMENT } from './support/derived-facts.ts';

const at = '2026-02-03T04:05:06Z';

interface Bundle {
  readonly id: string;
  readonly objects: readonly StixObject[];
}

function parsed(request: Partial<DerivedBundleRequest> = {}): Bundle {
  const bundle: Bundle = JSON.parse(derivedBundle({ facts: DERIVED_FACTS, at, ...request }));
  return bundle;
}

const relationships = ({ objects }: Bundle): readonly StixObject[] =>
  objects.filter(({ type }) => type === 'relationship');

test('derived facts are the bundle of the golden file', async () => {
  const text = derivedBundle({
    facts: DERIVED_FACTS,
    at,
    createdBy: { name: 'Example Mills' },
    include: ENDS,
  });
  await expect(text).toMatchFileSnapshot('golden/stix/derived.json');
});

test('the order of facts and of objects included does not matter', () => {
  const text = derivedBundle({ facts: DERIVED_FACTS, at, include: ENDS });
  expect(derivedBundle({ facts: DERIVED_FACTS.toReversed(), at, include: ENDS.toReversed() })).toBe(text);
});

test('exported later, the same objects have a newer version; by another creator, they are others', () => {
  const ids = (bundle: Bundle): unknown[] => relationships(bundle).map(({ id }) => id);
  expect(ids(parsed({ at: '2027-01-01T00:00:00Z' }))).toEqual(ids(parsed()));
  expect(parsed({ at: '2027-01-01T00:00:00Z' }).id).not.toBe(parsed().id);
  const others = ids(parsed({ createdBy: { name: 'Example Mills' } }));
  expect(others.filter((id) => ids(parsed()).includes(id))).toEqual([]);
});

test('ids are UUIDs of version 5, and a derived premise is referred to by its own', () => {
  const [use, relevance] = DERIVED_FACTS;
  const foeprint = String(FOEPRINT_IDENTITY['id']);
  const id = derivedRelationshipId(use, foeprint);
  expect(id).toMatch(/^relationship--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  const found = relationships(parsed()).find(
    (each) => each['id'] === derivedRelationshipId(relevance, foeprint),
  );
  expect(found?.['extensions']).toMatchObject({
    [DERIVATION_EXTENSION_ID]: { derivations: [{ premises: [{ derived_ref: id }, {}] }] },
  });
});

test('a relationship cannot be taken for a reported one', () => {
  for (const each of relationships(parsed())) {
    expect(each).toMatchObject({ created_by_ref: FOEPRINT_IDENTITY['id'], labels: ['derived'] });
    expect(each).not.toHaveProperty('external_references');
    expect(Object.keys(each['extensions'] ?? {})).toEqual([DERIVATION_EXTENSION_ID]);
  }
});

test('an identity that exists elsewhere is referred to, not written', () => {
  const id = 'identity--00000000-0000-4000-8000-000000000077';
  const bundle = parsed({ createdBy: { id } });
  expect(relationships(bundle).map((each) => each['created_by_ref'])).toEqual([id, id]);
  expect(bundle.objects.some((object) => object['id'] === id)).toBe(false);
});

test('the extension is as its schema says, and the schema published is that one', () => {
  const validate = new Ajv2020({ strict: true }).compile(DERIVATION_SCHEMA);
  for (const each of relationships(parsed())) {
    const [extension] = Object.values(each['extensions'] ?? {});
    expect(validate(extension), JSON.stringify(validate.errors)).toBe(true);
  }
  const published: unknown = JSON.parse(
    readFileSync('docs/reference/derivation-extension.schema.json', 'utf8'),
  );
  expect(published).toEqual(DERIVATION_SCHEMA);
  const definition = parsed().objects.find(({ type }) => type === 'extension-definition');
  expect(JSON.parse(String(definition?.['schema']))).toEqual(DERIVATION_SCHEMA);
});

test.for([
  ['an end that is a literal', { facts: [{ ...DERIVED_FACTS[0], object: 'Windows' }] }, 'E801'],
  ['a fact given twice', { facts: [DERIVED_FACTS[0], DERIVED_FACTS[0]] }, 'E802'],
  ['a weight above 1', { facts: [{ ...DERIVED_FACTS[0], weight: 1.1 }] }, 'E803'],
  ['a weight that is no number', { facts: [{ ...DERIVED_FACTS[0], weight: Number.NaN }] }, 'E803'],
  ['a time without zone', { at: '2026-01-01T00:00:00' }, 'E804'],
  ['a time that never was', { at: '2026-13-01T00:00:00Z' }, 'E804'],
] as const)('%s is refused', ([, request, code]) => {
  expect(() => parsed(request)).toThrow(code);
});

test.for([
  ['none', [], []],
  ['statements add up', [STATEMENT, STATEMENT], [STATEMENT]],
  ['the strictest level stays', [GREEN, AMBER, STATEMENT, GREEN], [STATEMENT, AMBER]],
] as const)('markings joined: %s', ([, markings, expected]) => {
  expect(joinMarkings(markings)).toEqual(expected);
});

test('joining markings does not depend on order or grouping', () => {
  const marking = fc.constantFrom(
    STATEMENT,
    GREEN,
    AMBER,
    'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
  );
  fc.assert(
    fc.property(fc.array(marking), fc.array(marking), (some, others) => {
      const together = joinMarkings([...some, ...others]);
      expect(joinMarkings([...others, ...some])).toEqual(together);
      expect(joinMarkings([...joinMarkings(some), ...joinMarkings(others)])).toEqual(together);
    }),
  );
});

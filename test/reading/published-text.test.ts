import { describe, expect, test } from 'vitest';
import type { DeliveredObject, Delivery } from '../../src/facts/index.ts';
import { plainText } from '../../src/text/index.ts';
import { hasRealFiles } from '../support/real-data.ts';
import { readReal } from '../support/read-real.ts';
import { claimsOf } from './described.ts';

const ENTERPRISE = 'attack/enterprise-attack-18.1.json.gz';

/** What a claim says, of which the test counts groups. */
const KINDS = {
  'a country as victim': 'targets country',
  'a sector as victim': 'targets sectors',
  'a region as victim': 'targets region',
  'an origin': 'originates-from',
  'a motive': 'motivated-by',
  'when it was first seen': 'first-seen',
} as const;

describe.skipIf(!hasRealFiles(ENTERPRISE))('the descriptions of Enterprise ATT&CK 18.1', () => {
  const delivery = hasRealFiles(ENTERPRISE) ? readReal(ENTERPRISE) : undefined;

  test('say of how many of the 172 groups, and of the campaigns attributed to them', () => {
    const { objects } = delivery ?? { objects: [] };
    const texts = textsOfGroups(objects);
    const said = new Map<string, Set<string>>();
    for (const claim of claimsOf({ objects } as Delivery))
      for (const kind of kindsOf(claim, objects)) {
        const of = said.get(kind) ?? new Set();
        said.set(kind, of.add(String(claim.raw['about'])));
      }
    const counted = Object.entries(KINDS).map(([label, kind]) => {
      const groups = [...texts.values()].filter((ids) => ids.some((id) => said.get(kind)?.has(id)));
      return [label, groups.length];
    });
    expect(texts.size).toBe(172);
    expect(Object.fromEntries(counted)).toEqual({
      'a country as victim': 80,
      'a sector as victim': 123,
      'a region as victim': 60,
      'an origin': 97,
      'a motive': 96,
      'when it was first seen': 135,
    });
  });

  test('are quoted as they stand', () => {
    const { objects } = delivery ?? { objects: [] };
    const text = new Map(objects.map((object) => [object.id, oneLine(descriptionText(object))]));
    const claims = claimsOf({ objects } as Delivery);
    const unquoted = claims.filter(
      ({ raw }) => text.get(String(raw['about']))?.includes(oneLine(String(raw['told']))) !== true,
    );
    expect(claims.length).toBeGreaterThan(600);
    expect(unquoted.map(({ raw }) => raw['told'])).toEqual([]);
  });

  test('cite a document for nearly every claim', () => {
    const claims = claimsOf(delivery ?? ({ objects: [] } as unknown as Delivery));
    const cited = claims.filter(({ raw }) => Array.isArray(raw['external_references']));
    expect(cited.length / claims.length).toBeGreaterThan(0.9);
  });
});

/** Of every live group its id, and those of the campaigns attributed to it. */
function textsOfGroups(objects: readonly DeliveredObject[]): ReadonlyMap<string, readonly string[]> {
  const groups = objects.filter(({ type, withdrawn }) => type === 'intrusion-set' && withdrawn === undefined);
  const texts = new Map(groups.map(({ id }) => [id, [id]]));
  for (const { statements, type } of objects)
    for (const { relation, subject, object } of statements)
      if (type === 'relationship' && relation === 'attributed-to' && typeof object === 'string')
        texts.get(object)?.push(subject);
  return texts;
}

const KNOWN = new Map<string, DeliveredObject>();

function kindsOf({ statements }: DeliveredObject, objects: readonly DeliveredObject[]): readonly string[] {
  if (KNOWN.size === 0) for (const object of objects) KNOWN.set(object.id, object);
  return statements.map(({ relation, object }) => {
    const raw = typeof object === 'string' ? (KNOWN.get(object)?.raw ?? {}) : {};
    const what = ['country', 'sectors'].find((field) => raw[field] !== undefined) ?? 'region';
    return relation === 'targets' ? `${relation} ${what}` : relation;
  });
}

function descriptionText({ raw: { description } }: DeliveredObject): string {
  return typeof description === 'string' ? description : '';
}

/** Words with a space between them: the citations that stood between two sentences may have left none. */
function oneLine(text: string): string {
  return plainText(text.replaceAll(')[', ') ['))
    .replace(/\s+/g, ' ')
    .replace(/([.!?])(?=[A-Z])/g, '$1 ');
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBundle } from '../../src/intake/index.ts';
import { OBJECT_KINDS } from '../../src/threat/index.ts';
import { sampleText } from '../../samples/build-sample.ts';
import { knowledgeOf } from '../support/desk.ts';

const TEXT = readFileSync('samples/sample-attack.json', 'utf8');
const ABOUT = { location: 'sample-attack.json', sha256: '0'.repeat(64), bytes: TEXT.length };
const DELIVERY = readBundle(JSON.parse(TEXT), ABOUT);

test('the file is what the tables make: run `npm run sample` after a change', () => {
  expect(TEXT).toBe(sampleText());
});

test('nothing in it is wrong', () => {
  expect(DELIVERY.issues).toEqual([]);
  expect(DELIVERY.source.name).toBe('Foeprint sample 1.0');
});

test('it has every kind of object that ATT&CK has, and a dozen groups', () => {
  const types = new Set(DELIVERY.objects.map(({ type }) => type));
  // ATT&CK has withdrawn its data sources; what is named for us is not ATT&CK's.
  const kinds = OBJECT_KINDS.filter(
    ({ label, name }) => label !== undefined && name !== 'data-source' && name !== 'assertion',
  );
  expect(kinds.filter((kind) => !kind.types.every((type) => types.has(type)))).toEqual([]);
  expect([...types]).toEqual(
    expect.arrayContaining([
      'x-mitre-collection',
      'x-mitre-matrix',
      'identity',
      'relationship',
      'marking-definition',
    ]),
  );
  expect(
    DELIVERY.objects.filter(({ type, withdrawn }) => type === 'intrusion-set' && withdrawn === undefined),
  ).toHaveLength(12);
});

test('no id of it is ATT&CK’s', () => {
  // Sectors, which its descriptions name, are the sample's no more than anybody's.
  const labels = DELIVERY.objects.flatMap(({ entity, type }) =>
    entity === undefined || entity.label === '' || type === 'identity' ? [] : [entity.label],
  );
  expect(
    labels.filter((label) => !/^(TA|DET|DC|AN|[A-Z])9\d{3}(\.\d{3})?$|^example-attack$/.test(label)),
  ).toEqual([]);
});

test('every relationship holds between things that are there', () => {
  const { facts } = knowledgeOf(DELIVERY).view({ withdrawn: true });
  const reported = DELIVERY.objects.filter(({ type }) => type === 'relationship').length;
  const relations = ['uses', 'mitigates', 'attributed-to', 'subtechnique-of', 'detects', 'revoked-by'];
  const rows = relations.map((name) => facts.relations.get(name)?.size ?? 0);
  expect(rows.reduce((sum, size) => sum + size, 0)).toBe(reported);
});

import { expect, test } from 'vitest';
import { writeLayer, writeLayers } from '../../../src/export/index.ts';
import { readLayers } from '../../../src/intake/index.ts';
import { cellOf, layerOf } from '../../../src/threat/index.ts';
import type { Domain } from '../../../src/threat/index.ts';
import { releaseTarget } from '../../../src/workbench/releases/migrate.ts';
import { migrateDocument } from '../../support/migrate-document.ts';
import { nineteenth } from '../../support/nineteen.ts';

/** Enterprise only. */
const targets = ['18.1', '19.1'].map((release) => releaseTarget(nineteenth(), release));

function layer(domain: Domain, ...techniques: readonly string[]) {
  return layerOf({
    name: `invented ${domain}`,
    domain,
    cells: techniques.map((technique) => cellOf({ technique, score: 1 })),
  });
}

test.for([
  ['ics-attack', 'ICS'],
  ['mobile-attack', 'Mobile'],
] as const)('a layer of %s is refused where that is not loaded', ([domain, title]) => {
  for (const target of targets) {
    const text = writeLayer(layer(domain, 'T0800', 'T1456'));
    const migrated = migrateDocument('plant.json', text, target);
    expect(migrated).toMatchObject({
      text,
      isRefused: true,
      isChanged: false,
      entries: [],
      issues: [{ code: 'W614', place: { file: 'plant.json' } }],
    });
    expect(migrated.issues[0]?.message).toContain(`${title} ATT&CK`);
    expect(migrated.issues[0]?.hint).toContain(`foeprint sync ${domain}`);
  }
});

test('a file of several layers is refused as a whole', () => {
  const text = writeLayers([layer('enterprise-attack', 'T1566'), layer('ics-attack', 'T0800')]);
  for (const target of targets)
    expect(migrateDocument('both.json', text, target)).toMatchObject({ text, isRefused: true });
});

test.for([
  ['T0800', /ICS ATT&CK is not loaded \(foeprint sync ics-attack\)$/u],
  ['T1456', /Mobile ATT&CK is not loaded \(foeprint sync mobile-attack\)$/u],
  ['T1999.001', /no loaded release has it/u],
] as const)('%s, which nothing loaded has, is unknown and stays', ([id, reason]) => {
  for (const target of targets) {
    expect(target.resolve(id)).toMatchObject({ standing: 'unknown', from: id });
    expect(target.resolve(id).reason).toMatch(reason);
    expect(migrateDocument('ids.csv', `${id}\n`, target).text).toBe(`${id}\n`);
    const migrated = migrateDocument('l.json', writeLayer(layer('enterprise-attack', id)), target);
    const cells = readLayers(JSON.parse(migrated.text)).layers.flatMap(({ cells: each }) => each);
    expect(cells).toMatchObject([{ technique: id, score: 1 }]);
  }
});

import type { Resolution } from '../../../src/analysis/releases/resolution.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrateLayer } from '../../../src/analysis/index.ts';
import type { ReleaseTarget } from '../../../src/analysis/index.ts';
import { readLayers } from '../../../src/intake/index.ts';
import { isDivider } from '../../../src/threat/index.ts';
import type { Layer, LayerCell } from '../../../src/threat/index.ts';
import { releaseTarget } from '../../../src/workbench/releases/migrate.ts';
import { anyCell, anyCells, heron } from '../../support/layers.ts';
import { hasRealData, realBytes } from '../../support/real-data.ts';
import { readReal } from '../../support/read-real.ts';
import { textFilesOfTar } from '../../support/tar.ts';
import { knowledgeOf } from '../../support/desk.ts';

/** What an analyst noted in a cell that is found neither in a cell of the migrated layer nor, whole, in its metadata. */
function lostFrom(cell: LayerCell, migrated: Layer, target: ReleaseTarget): readonly string[] {
  const { to } = target.resolve(cell.technique);
  if (to === undefined) {
    const isKept = migrated.annotations.some(
      (entry) =>
        !isDivider(entry) &&
        entry.name === `not carried: ${cell.technique}` &&
        entry.value === JSON.stringify(cell),
    );
    return isKept ? [] : [cell.technique];
  }
  const there = migrated.cells.filter(({ technique }) => technique === to);
  const notes = new Set(
    there.flatMap(({ annotations }) => annotations.map((entry) => JSON.stringify(entry))),
  );
  const values = new Set(
    there.flatMap(({ annotations }) =>
      annotations.flatMap((entry) => (isDivider(entry) ? [] : [entry.value])),
    ),
  );
  const links = new Set(there.flatMap((each) => each.links.map((entry) => JSON.stringify(entry))));
  const holds = (value: string | number | undefined, found: readonly unknown[]): boolean =>
    value === undefined || found.includes(value) || values.has(String(value));
  return [
    ...(there.some(({ comment }) => comment.includes(cell.comment)) ? [] : [cell.comment]),
    ...(holds(
      cell.score,
      there.map(({ score }) => score),
    )
      ? []
      : [`score ${cell.score}`]),
    ...(holds(
      cell.color,
      there.map(({ color }) => color),
    )
      ? []
      : [`color ${cell.color}`]),
    ...cell.annotations.map((entry) => JSON.stringify(entry)).filter((entry) => !notes.has(entry)),
    ...cell.links.map((entry) => JSON.stringify(entry)).filter((entry) => !links.has(entry)),
  ];
}

const IDS = ['T9001', 'T9002', 'T9003', 'T9004', 'T9005'];

/** Any way of carrying five ids, to each other or nowhere. */
const anyTarget = fc
  .tuple(...IDS.map(() => fc.constantFrom(...IDS, undefined)), fc.subarray(['filing', 'stapling']))
  .map((drawn): ReleaseTarget => {
    const tactics = drawn.at(-1);
    return {
      release: '19.1',
      domains: new Set(['enterprise-attack']),
      resolve(id): Resolution {
        const to = drawn[IDS.indexOf(id)];
        const known = typeof to === 'string' ? { to } : {};
        return {
          from: id,
          ...known,
          standing: to === id ? 'unchanged' : 'resolved',
          reason: '',
          candidates: [],
        };
      },
      tacticsOf: () => (Array.isArray(tactics) ? tactics : []),
      tacticsFor: (tactic) => (tactic === 'shredding' ? ['filing', 'stapling'] : undefined),
      platformsOf: () => [],
      platformsBefore: () => undefined,
    };
  });

test('nothing that is noted in a layer is lost, wherever its techniques go', () => {
  fc.assert(
    fc.property(anyCells(anyCell(fc.constantFrom(...IDS))), anyTarget, (cells, target) => {
      const layer = { ...heron, cells };
      const migrated = migrateLayer(layer, target);
      expect(cells.flatMap((cell) => lostFrom(cell, migrated.layer, target))).toEqual([]);
      const listed = migrated.entries.filter(({ kind }) => kind === 'technique').length;
      expect(listed + migrated.unchanged).toBe(cells.length);
    }),
  );
});

test.skipIf(!hasRealData)(
  'nothing is lost of the layers of analysts, from before sub-techniques to today',
  () => {
    const base = knowledgeOf(
      ...['enterprise', 'mobile', 'ics'].map((domain) => readReal(`attack/${domain}-attack-18.1.json.gz`)),
    );
    const texts = [
      ...['Bear_APT.json', 'heatmap_layer.json'].map((name) => realBytes(`navigator/${name}`).toString()),
      ...textFilesOfTar(realBytes('dettect/dettect-data-2026-06.tar.gz'))
        .filter(({ name }) => name.endsWith('.json'))
        .map(({ text }) => text),
    ];
    const layers = texts.flatMap((text) => readLayers(JSON.parse(text)).layers);
    expect(layers.length).toBeGreaterThan(50);
    for (const release of ['18.1', '19.1']) {
      const target = releaseTarget(base, release);
      for (const layer of layers) {
        const migrated = migrateLayer(layer, target);
        expect(layer.cells.flatMap((cell) => lostFrom(cell, migrated.layer, target))).toEqual([]);
        const gone = migrated.layer.cells.filter(
          ({ technique }) => target.resolve(technique).to !== technique,
        );
        expect(gone).toEqual([]);
      }
    }
  },
);

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { openHome, type EnvelopeOf } from '../../../src/library/index.ts';
import { VOCABULARIES } from '../../../src/threat/index.ts';
import { hasRealData, hasRealFiles, realFile } from '../../support/real-data.ts';
import { copyRealHome } from '../../support/real-home.ts';
import { runFoeprint } from '../../support/run-foeprint.ts';
import { keptFolder } from '../../support/temporary-folder.ts';
import { textFilesOfTar } from '../../support/tar.ts';

const ARCHIVE = 'dettect/dettect-data-2026-06.tar.gz';
const hasLayers = hasRealData && hasRealFiles(ARCHIVE);

/** Layers of a vendor's report of 2020, one for each sector: the ten techniques that were detected most, by the ids of then. */
const LAYERS = hasLayers
  ? textFilesOfTar(gunzipSync(readFileSync(realFile(ARCHIVE)))).flatMap(({ name, text }) => {
      const [, sector = ''] = /20200318.*-2020-\((\w+)\)\.json$/u.exec(name) ?? [];
      if (sector === '' || sector === 'overall') return [];
      const { techniques }: { techniques: { techniqueID: string }[] } = JSON.parse(text);
      return [{ sector, text, old: techniques.map(({ techniqueID }) => techniqueID) }];
    })
  : [];

const { path: folder } = keptFolder();
let envelope: EnvelopeOf<'sectors'> | undefined;

beforeAll(async () => {
  if (!hasLayers) return;
  const home = join(folder, 'home');
  await copyRealHome(home);
  for (const { sector, text } of LAYERS) {
    const file = join(folder, `${sector}.json`);
    writeFileSync(file, text);
    const words = ['--sector', sector, '--date', '2019-12-31', '--home', home];
    const imported = await runFoeprint('sightings', 'import', file, ...words);
    expect(imported.exitCode, imported.err).toBe(0);
  }
  const opened = await openHome({ home });
  envelope = await opened.ask('sectors', { threshold: 0, limit: 1000 });
  await opened.close();
}, 300_000);

/** Name of a sector as the vocabulary has it. */
function named(sector: string): string {
  return VOCABULARIES.sectors.understand(sector)[0] ?? sector;
}

test.skipIf(!hasLayers)('a vendor’s sectors are compared by counts alone, and none has an interval', () => {
  expect(LAYERS.length).toBe(9);
  const { compared = [], scope, pairs = [], leftOut } = envelope?.answer ?? {};
  expect(compared.map(({ id }) => id).toSorted()).toEqual(
    LAYERS.map(({ sector }) => named(sector)).toSorted(),
  );
  expect(compared.every(({ aggregated, organisations }) => aggregated && organisations === 0)).toBe(true);
  expect(leftOut).toEqual([]);
  expect(scope).toMatchObject({ from: '2019-01-01', until: '2019-12-31', withoutSector: 0 });
  expect(scope?.batches).toHaveLength(9);
  expect(pairs.filter(({ low }) => low !== undefined)).toEqual([]);
});

test.skipIf(!hasLayers)(
  'their similarity is that of the old ids, which are carried to the release in view',
  () => {
    const { compared = [], similarity = [], techniques = [] } = envelope?.answer ?? {};
    const placeOf = (sector: string): number => compared.findIndex(({ id }) => id === named(sector));
    // T1059 and T1064 have become one technique: sectors with both have one less.
    const injective = LAYERS.filter(({ old }) => !(old.includes('T1059') && old.includes('T1064')));
    expect(injective.length).toBeGreaterThan(5);
    for (const one of injective)
      for (const other of injective) {
        const shared = one.old.filter((id) => other.old.includes(id)).length;
        const either = new Set([...one.old, ...other.old]).size;
        expect(
          similarity[placeOf(one.sector)]?.[placeOf(other.sector)],
          `${one.sector} ${other.sector}`,
        ).toBeCloseTo(shared / either, 12);
      }
    expect(techniques.map(({ technique }) => technique.label)).toContain('T1059.001');
    expect(techniques.map(({ technique }) => technique.label)).not.toContain('T1086');
  },
);

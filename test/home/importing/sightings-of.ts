import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/acquisition/index.ts';
import { importSightings, type ImportOptions, type ImportReport } from '../../../src/home/index.ts';
import { openParquetSightings, quoted, type ParquetSightings } from '../../../src/sightings/duckdb/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** What becomes of ids in the release of these tests. */
const CARRIED: Readonly<
  Record<string, { readonly to?: string; readonly standing: 'resolved' | 'ambiguous' | 'unknown' }>
> = {
  T9001: { to: 'T9002', standing: 'resolved' },
  T9003: { standing: 'ambiguous' },
  T9999: { standing: 'unknown' },
};

/** How inputs are imported where a test does not say otherwise. */
export const OPTIONS: ImportOptions = {
  words: {
    carry: (id) => CARRIED[id] ?? { to: id, standing: 'unchanged' },
    groupNamed: (name) => ({ G9001: 'G9001', 'Barn Owl': 'G9001' })[name],
    sectors: new Map([
      ['northwind mill', 'agriculture'],
      ['energy', 'energy'],
    ]),
    otherwise: {},
  },
  release: '18.1',
  how: '',
  isTrial: false,
  now: '2026-11-28T12:00:00.000Z',
};

/** What came of an input that was imported into a store of its own. */
export interface Imported {
  readonly report: ImportReport;
  /** What came of importing it again. */
  readonly again: readonly ImportReport[];
  /** Its sightings as lines, sorted: time, sector, organisation, group, technique, source, detector, count, release. */
  readonly rows: readonly string[];
  /** Folder that it was imported from. */
  readonly place: string;
}

/** What came of several. */
export interface AllImported extends Pick<Imported, 'rows' | 'place'> {
  /** Of each input, the reports on it. */
  readonly reports: readonly (readonly ImportReport[])[];
  /** What is left of what was made ready. */
  readonly left: readonly string[];
}

/** Imports a copy of a file, once or more often. */
export async function importedFrom(
  file: string,
  options: Partial<ImportOptions> = {},
  times = 1,
): Promise<Imported> {
  const { reports, ...came } = await allImported(
    Array.from({ length: times }, () => file),
    options,
  );
  const [report = expect.fail('no report'), ...again] = reports.flat();
  return { ...came, report, again };
}

/** Imports copies of files, one after the other, into one store. */
export async function allImported(
  files: readonly string[],
  options: Partial<ImportOptions> = {},
  limits = DEFAULT_LIMITS,
): Promise<AllImported> {
  const place = await temporaryFolder();
  const store = openParquetSightings({ folder: join(place, 'store'), lock: async (work) => await work() });
  try {
    const reports: (readonly ImportReport[])[] = [];
    for (const file of files) {
      const copy = join(place, basename(file));
      await cp(file, copy);
      reports.push(await importSightings(store, copy, { ...OPTIONS, ...options }, limits, () => {}));
    }
    const isStored = reports.flat().some(({ outcome }) => outcome === 'stored');
    const left = readdirSync((await store.place.engine()).folder).filter((name) =>
      name.startsWith('import-'),
    );
    return { reports, rows: isStored ? await rowsOf(store) : [], place, left };
  } finally {
    await store.close();
  }
}

async function rowsOf({ place }: ParquetSightings): Promise<readonly string[]> {
  const engine = await place.engine();
  const files = join(place.folder, 'data', '*', '*.parquet');
  const rows = await engine.rows(
    `SELECT ts::VARCHAR, sector, org_id, group_id, technique_id, source, detector, n, release FROM read_parquet(${quoted(files)}) ORDER BY ALL`,
  );
  return rows.map((row) => row.join(','));
}

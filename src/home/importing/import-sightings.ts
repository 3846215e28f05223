import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { placeName, type Limits } from '../../acquisition/index.ts';
import { FoeprintError, issueOf, strictestLevel, type Issue } from '../../facts/index.ts';
import { understoodWords, type CarriedWord, type UnderstoodWords } from '../../intake/index.ts';
import { SIGHTING_INPUT_ISSUES, type SightingInputIssueName, type Batch } from '../../sightings/index.ts';
import {
  faultyLines,
  readRows,
  relationTotals,
  stage,
  temporaryName,
  understoodRows,
  WORD_COLUMNS,
  wordsIn,
  writeRejected,
  writesCoded,
  type Engine,
  type RecordTable,
  type RowsRead,
} from '../../sightings/duckdb/index.ts';
import { count, daysLater, defined } from '../../text/index.ts';
import { noteChanges } from '../journal/recording.ts';
import type { KeptSightings } from '../sightings/kept-sightings.ts';
import { archiveFiles } from './input/archive-files.ts';
import { importEach, NOTHING } from './import-each.ts';
import type { ImportOptions, ImportProgress } from './import-options.ts';
import { prepareInput, type PreparedInput } from './input/prepared-input.ts';
import type { InputReading } from './input-reading.ts';
import { readInput } from './read-input.ts';
import { unreadableIn } from './rejected-places.ts';
import { RejectsFile, RejectWriter, writeRejects, writeShownRejects } from './rejects.ts';

/** What came of one input. */
export interface ImportReport {
  readonly file: string;
  readonly format: string;
  /** The batch as it is stored, or would be; absent where nothing was understood. */
  readonly batch?: Batch;
  /** `known`: the same was imported before, and nothing was done. */
  readonly outcome: 'stored' | 'known' | 'refused' | 'tried';
  readonly carried: readonly CarriedWord[];
  readonly unknownSectors: readonly string[];
  readonly unknownGroups: readonly string[];
  /** Records rejected, by code. */
  readonly rejected: ReadonlyMap<string, number>;
  /** Where they were written to; absent where there are none. */
  readonly rejects?: string;
  readonly issues: readonly Issue[];
}

/**
 * Imports one input as one batch: all that is understood of it, once whatever happens. Of an archive each file is an input of its own.
 *
 * @param place a file, or `-`
 * @throws FoeprintError A4xx where it cannot be had, S9xx where it is of no format, or cannot be stored
 */
export async function importSightings(
  store: KeptSightings,
  place: string,
  options: ImportOptions,
  limits: Limits,
  progress: ImportProgress,
): Promise<readonly ImportReport[]> {
  const { called = place, standardInput } = options;
  const engine = await store.place.engine();
  const folder = temporaryName(engine.folder, 'import');
  const shown = (done: number, total: number | undefined): void => progress('reading', done, total);
  const rejects = options.rejects ?? new RejectsFile(`${besideOf(place, options)}.rejects.ndjson`);
  const imported = async (input: PreparedInput, within: string): Promise<ImportReport> =>
    await importPrepared({ store, engine, folder: within, progress }, input, { ...options, rejects });
  await writesCoded(async () => await mkdir(folder, { recursive: true, mode: 0o700 }));
  try {
    return await writesCoded(async () => {
      const input = await prepareInput(place, folder, limits, shown, { called, standardInput });
      const files = await archiveFiles(input, folder, limits);
      if (files === undefined) return [await imported(input, folder)];
      return await importEach(files, async ({ name, path }) => {
        const within = await mkdtemp(join(folder, 'of-'));
        try {
          return [await imported(await prepareInput(path, within, limits, shown, { called: name }), within)];
        } finally {
          await rm(within, { recursive: true, force: true });
        }
      });
    });
  } catch (error) {
    throw error instanceof FoeprintError ? named(error, called) : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the file of rejects is called after: copies in the home are not what a user has. */
function besideOf(place: string, { called }: ImportOptions): string {
  if (place === '-') return 'sightings';
  return called === undefined ? place : basename(called);
}

/** The same with the input that it is about, where it says none. */
function named({ issues, level }: FoeprintError, file: string): FoeprintError {
  return new FoeprintError(
    issues.map((issue) =>
      issue.place?.file === undefined ? { ...issue, place: { ...issue.place, file } } : issue,
    ),
    level,
  );
}

interface Workplace {
  readonly store: KeptSightings;
  readonly engine: Engine;
  /** For what is made on the way. */
  readonly folder: string;
  readonly progress: ImportProgress;
}

async function importPrepared(
  place: Workplace,
  input: PreparedInput,
  options: ImportOptions & { readonly rejects: RejectsFile },
): Promise<ImportReport> {
  const { store, engine, folder, progress } = place;
  const reading = await readInput(engine, input, options, folder);
  const file = input.name;
  const { format } = reading;
  const id = createHash('sha256')
    .update(JSON.stringify([input.sha256, format, options.how]))
    .digest('hex');
  const known = (await store.batches()).find((batch) => batch.id === id);
  if (known !== undefined) return { ...NOTHING, file, format, batch: known, outcome: 'known' };
  progress('understanding');
  const read = await rowsOf(place, reading, options);
  const { rows } = read;
  const writer = await rejectsOf(place, file, reading, read);
  const words = await understood(engine, rows, options);
  const relation = await understoodRows(engine, rows, { ...words, otherwise: options.sector }, folder);
  const level = strictestLevel([options.level, reading.level]);
  const head = {
    id,
    name: file === '-' ? 'standard input' : placeName(file),
    format,
    importedAt: options.now,
    rejected: writer.total,
    ...(level === undefined ? {} : { level }),
  };
  const keepsRejects = !options.isTrial && options.keepsRejects !== false;
  const rejects = keepsRejects ? await options.rejects.take(writer) : undefined;
  const came = {
    file,
    format,
    carried: words.carried,
    unknownSectors: words.unknown.sector,
    unknownGroups: words.unknown.threat_group,
    rejected: writer.counts,
    ...defined({ rejects }),
  };
  const issues = issuesOf(file, rows, writer, words);
  if (rows.rows === 0) return { ...came, outcome: 'refused', issues };
  if (options.isTrial)
    return {
      ...came,
      batch: { ...head, ...(await relationTotals(engine, relation)) },
      outcome: 'tried',
      issues,
    };
  progress('storing');
  const isElsewhere = store.isShared || undefined;
  await noteChanges([
    { kind: 'batch', store: 'imported', id, isIn: true, ...defined({ level, isElsewhere }) },
  ]);
  const staged = await stage(engine, { relation, batch: head, release: options.release });
  const { batch } = await store.commit(staged);
  const { allKnown } = SIGHTING_INPUT_ISSUES;
  const repeated = batch.rows > 0 ? [] : [issueOf(allKnown, 'Nothing in it is new.', { file })];
  return { ...came, batch, outcome: 'stored', issues: [...issues, ...repeated] };
}

interface Read {
  readonly rows: RowsRead;
  /** Numbers of records that the engine cannot take apart. */
  readonly faulty: ReadonlySet<number>;
  /** File of `writeRejected`. */
  readonly places: string;
}

async function rowsOf(
  { engine, folder, progress }: Workplace,
  { table, again, without }: InputReading,
  { now }: ImportOptions,
): Promise<Read> {
  // Clocks may be a day ahead.
  const until = daysLater(now.slice(0, 10), 2);
  const places = join(folder, 'places.ndjson');
  const read = async (from: RecordTable): Promise<Read> => {
    const rows = await readRows(engine, from, folder, until);
    const faulty = await faultyLines(engine);
    if (rows.rejected > 0) {
      progress('finding what is rejected');
      await writeRejected(engine, from, until, places);
    } else await writeFile(places, '');
    return { rows, faulty, places };
  };
  const came = await read(table);
  if (came.rows.rejected === 0 || again === undefined || without === undefined) return came;
  const faulty = await unreadableIn({ ...again, places });
  return faulty.size === 0 ? came : { ...(await read(await without(faulty))), faulty };
}

async function rejectsOf(
  { folder, progress }: Workplace,
  file: string,
  { rejected = [], again, isRefusing = false }: InputReading,
  { rows, faulty, places }: Read,
): Promise<RejectWriter> {
  const writer = new RejectWriter(join(folder, 'rejects.ndjson'));
  for (const reject of rejected) await writer.add(reject);
  if (rows.rejected > 0 || faulty.size > 0 || isRefusing) {
    progress('finding what is rejected');
    if (again === undefined) await writeShownRejects(file, places, writer);
    else await writeRejects(file, { ...again, places, faulty }, writer);
  }
  await writer.end();
  return writer;
}

async function understood(
  engine: Engine,
  rows: RowsRead,
  { words }: ImportOptions,
): Promise<UnderstoodWords> {
  const given = new Map<string, ReadonlyMap<string, number>>();
  for (const column of WORD_COLUMNS) given.set(column, await wordsIn(engine, rows, column));
  return understoodWords((column) => given.get(column) ?? new Map(), words);
}

function issuesOf(
  file: string,
  { rows }: RowsRead,
  { total }: RejectWriter,
  { carried, unknown }: UnderstoodWords,
): readonly Issue[] {
  const idsThatAre = (...standings: readonly CarriedWord['standing'][]): readonly string[] =>
    carried.filter(({ standing }) => standings.includes(standing)).map(({ from }) => from);
  const noted: readonly (readonly [SightingInputIssueName, string])[] = [
    ['nothingUnderstood', rows === 0 && total > 0 ? `None of ${count(total, 'record')} could be used.` : ''],
    ['someRejected', rows > 0 && total > 0 ? `${count(total, 'record')} could not be used.` : ''],
    ['unknownTechniques', listed(idsThatAre('unknown'), 'in no release that is loaded')],
    ['uncertainTechniques', listed(idsThatAre('ambiguous', 'dropped'), 'withdrawn')],
    ['unknownSectors', listed(unknown.sector, 'no sector that is known')],
    ['unknownGroups', listed(unknown.threat_group, 'the name of no group of ATT&CK, or of several')],
  ];
  const empty = issueOf(SIGHTING_INPUT_ISSUES.nothingUnderstood, 'It holds no sightings.', { file }, EMPTY);
  return [
    ...(rows === 0 && total === 0 ? [empty] : []),
    ...noted.flatMap(([name, message]) =>
      message === '' ? [] : [issueOf(SIGHTING_INPUT_ISSUES[name], message, { file })],
    ),
  ];
}

const EMPTY = 'Nothing needs to be done where nothing was seen; else write it again.';

/** Words that are shown of many. */
const SHOWN = 5;

function listed(words: readonly string[], what: string): string {
  if (words.length === 0) return '';
  if (words.length === 1) return `${words.join('')} is ${what}.`;
  const more = words.length > SHOWN ? ` and ${String(words.length - SHOWN)} more` : '';
  return `${words.slice(0, SHOWN).join(', ')}${more}: each is ${what}.`;
}

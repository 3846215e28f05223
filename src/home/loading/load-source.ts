import type { AcquiredDocument, Acquisition, Progress, Validators } from '../../acquisition/index.ts';
import { acquire, silent } from '../../acquisition/index.ts';
import type { SourceKind } from '../../facts/index.ts';
import { readDocument } from '../../intake/index.ts';
import { defined } from '../../text/index.ts';
import type { IngestReport } from '../../knowledge/index.ts';
import type { Home } from '../home.ts';
import { markingsKnownIn } from './known-markings.ts';
import { recallFetch, type FetchMemory } from './fetch-memory.ts';
import { remember } from '../locking/json-file.ts';
import { compressedForm } from '../copies/kept-copies.ts';
import { ifWritable } from '../locking/if-writable.ts';
import { settledReport } from './settled-report.ts';
import { storeWithCopies, type CopyToKeep } from '../copies/store-with-copies.ts';

/** What is said of a source by whoever loads it. */
export interface LoadOptions {
  /** What kind of source it is, where it does not say or is wrong. */
  readonly kind?: SourceKind | undefined;
  /** Release, where the source does not say. */
  readonly release?: string | undefined;
  /** Time of loading, ISO 8601 UTC; default now. */
  readonly loadedAt?: string | undefined;
  /** What `-` reads; default the process's standard input. */
  readonly standardInput?: AsyncIterable<unknown>;
}

/** What came of loading one location. */
export interface LoadReport {
  readonly location: string;
  /** True where the server said that nothing has changed since it was last loaded. */
  readonly unchanged: boolean;
  /** One for every bundle: an archive may hold several. */
  readonly ingested: readonly IngestReport[];
}

/**
 * Loads STIX bundles, MISP galaxy clusters, mappings of controls or case documents from a file, an address, or `-`: read, understood, stored, and a compressed copy kept.
 * All of it is stored, or nothing: of an archive with one that cannot be read, none is.
 *
 * @throws FoeprintError A4xx where it cannot be had, I1xx where it is no STIX, H5xx where the home cannot be written
 */
export async function loadSource(
  home: Home,
  location: string,
  options: LoadOptions = {},
  progress: Progress = silent,
): Promise<LoadReport> {
  return await store(home, location, await acquireFor(home, location, options, progress), options, progress);
}

/**
 * Loads a location only if it has changed since it was last loaded into this home.
 *
 * @throws FoeprintError as {@link loadSource}
 */
export async function refreshSource(
  home: Home,
  location: string,
  options: LoadOptions = {},
  progress: Progress = silent,
): Promise<LoadReport> {
  const memory = await recallFetch(home.paths.fetches, location);
  const isKnown = memory !== undefined && (await areLoaded(home, memory.sha256));
  const validators = isKnown ? memory.validators : {};
  const acquisition = await acquireFor(home, location, options, progress, validators);
  return await store(home, location, acquisition, options, progress);
}

async function acquireFor(
  home: Home,
  location: string,
  options: LoadOptions,
  progress: Progress,
  validators: Validators = {},
): Promise<Acquisition> {
  const { limits, http } = home.config;
  return await acquire(location, {
    limits,
    http,
    progress,
    validators,
    standardInput: options.standardInput,
  });
}

// A home whose database was removed or restored must load again what a server calls unchanged.
async function areLoaded(home: Home, checksums: readonly string[]): Promise<boolean> {
  if (home.isEmpty) return false;
  const knowledge = await home.knowledgeBase();
  const loaded = new Set(knowledge.sources().map((source) => source.sha256));
  return checksums.length > 0 && checksums.every((checksum) => loaded.has(checksum));
}

async function store(
  home: Home,
  location: string,
  acquisition: Acquisition,
  options: LoadOptions,
  progress: Progress,
): Promise<LoadReport> {
  if (acquisition.unchanged) return { location, unchanged: true, ingested: [] };
  const { documents, validators } = acquisition;
  const loadedAt = options.loadedAt ?? new Date().toISOString();
  const ingested = await storeDocuments(home, documents, { ...options, loadedAt }, progress);
  if (validators.etag !== undefined || validators.lastModified !== undefined) {
    const memory: FetchMemory = { validators, sha256: documents.map(({ sha256 }) => sha256) };
    await ifWritable(remember(home.paths.fetches, location, memory));
  }
  progress({ step: 'kept', location });
  return { location, unchanged: false, ingested };
}

/** What is said of documents to store. */
type StoreOptions = Pick<LoadOptions, 'kind' | 'release'> & {
  readonly loadedAt: string;
  /** What the collection of a server is called that they are. */
  readonly collection?: string;
};

/**
 * Stores documents, and keeps copies of them: all are understood before the first is stored.
 *
 * @throws FoeprintError I1xx where one cannot be read, H5xx where the home cannot be written; nothing is stored then
 */
export async function storeDocuments(
  home: Home,
  documents: readonly AcquiredDocument[],
  { kind, release, loadedAt, collection }: StoreOptions,
  progress: Progress,
): Promise<readonly IngestReport[]> {
  const knowledge = await home.knowledgeBase();
  const markings = markingsKnownIn(knowledge);
  const deliveries = documents.map(({ parsed, location, sha256, bytes }) =>
    readDocument(parsed, {
      location,
      sha256,
      bytes: bytes.length,
      markings,
      kind,
      release,
      ...defined({ collection }),
    }),
  );
  const copies: CopyToKeep[] = [];
  for (const { location, sha256, bytes, gzip } of documents) {
    progress({ step: 'keep', location });
    const copy = { sha256, bytes: bytes.length, location, loadedAt, kind, release, collection };
    copies.push({ copy, packed: await compressedForm(bytes, gzip) });
  }
  const reports = await storeWithCopies(home.paths, copies, knowledge.sources(), () => {
    for (const { location, bytes } of documents) progress({ step: 'ingest', location, total: bytes.length });
    return knowledge.ingestAll(deliveries, loadedAt);
  });
  return deliveries.flatMap((delivery, index) => {
    const report = reports[index];
    return report === undefined ? [] : [settledReport(report, delivery, knowledge)];
  });
}

import { createHash } from 'node:crypto';
import {
  ACQUISITION_ISSUES,
  refusal as acquisitionRefusal,
  taxiiCollections,
  taxiiPages,
  type Server,
  type TaxiiCollection,
  type TaxiiPlace,
} from '../../acquisition/index.ts';
import { deterministicId, FoeprintError, type Issue, type Source } from '../../facts/index.ts';
import { mergeObjects, newestTime, reportsWithin } from '../../intake/index.ts';
import type { IngestReport } from '../../knowledge/index.ts';
import { isMapping, parsedJson } from '../../text/index.ts';
import { forgetSource } from '../copies/forget-source.ts';
import { readCopy } from '../copies/kept-copies.ts';
import type { Home } from '../home.ts';
import { storeDocuments } from '../loading/load-source.ts';
import { ifWritable } from '../locking/if-writable.ts';
import { withLock } from '../locking/lock.ts';
import type { TaxiiSetting } from '../settings/config.ts';
import { keepWhatCan, type KeptNow } from './keep-reports.ts';
import { KeptPages } from './kept-pages.ts';
import { taxiiLogin } from './server-login.ts';
import { recallServer, rememberServer, serverPath } from './server-memory.ts';
import { failedReport, serverOptions, type ServerReport, type ServerSync } from './server-report.ts';

/**
 * Loads what was added to the collections of a server of TAXII since they were asked last. Each collection is one source, which grows:
 * what came takes its place beside what was there, and a newer version that of an older.
 *
 * @throws FoeprintError where the server cannot be asked; what keeps one of several collections from being had is in its report
 */
export async function syncTaxii(
  home: Home,
  name: string,
  setting: TaxiiSetting,
  sync: ServerSync,
): Promise<readonly ServerReport[]> {
  const server: Server = {
    url: new URL(setting.url),
    own: taxiiLogin(name, setting.user, process.env),
    options: serverOptions(home, sync),
  };
  sync.progress({ step: 'look-up', location: setting.url });
  const collections = await taxiiCollections(server, setting.collection);
  const reports: ServerReport[] = [];
  for (const collection of collections) {
    const source = `taxii:${name}/${collection.title}`;
    try {
      reports.push(await syncCollection(home, source, { server, collection, setting }, sync));
    } catch (error) {
      if (collections.length === 1 || !(error instanceof FoeprintError)) throw error;
      reports.push(failedReport(source, collection.url.href, error.issues));
    }
  }
  return reports;
}

interface CollectionOf {
  readonly server: Server;
  readonly collection: TaxiiCollection;
  readonly setting: TaxiiSetting;
}

async function syncCollection(
  home: Home,
  source: string,
  { server, collection, setting }: CollectionOf,
  sync: ServerSync,
): Promise<ServerReport> {
  const location = collection.url.href;
  const folder = serverPath(home.paths.servers, location);
  return await withLock(folder, async () => {
    const there = await thereOf(home, location);
    const pages = await KeptPages.open(folder, { run: there.addedAfter ?? '', location }, home.config.limits);
    const issues = await takePages(server, collection, there.addedAfter, pages);
    const came = pages.pages.flatMap(({ objects }) => objects);
    const merged = mergeObjects(there.objects, came);
    const ingested =
      came.length === 0
        ? []
        : await storeMerged(home, { source, location, merged, replaced: there.sources }, sync);
    const kept =
      ingested.length === 0 ? undefined : await keepNewReports(home, source, merged, came, setting, sync);
    const loaded = ingested[0]?.source.sha256 ?? there.sources.at(-1)?.sha256;
    // What repeats itself is asked again from where it was.
    const addedAfter = issues.length > 0 ? there.addedAfter : (lastAdded(pages) ?? there.addedAfter);
    await ifWritable(rememberServer(home.paths.servers, location, { sha256: loaded, addedAfter }));
    await pages.clear();
    return {
      source,
      location,
      from: 'configured',
      unchanged: ingested.length === 0,
      ingested,
      reports: kept?.reports ?? [],
      issues: [...issues, ...(kept?.issues ?? [])],
    };
  });
}

/** What there is of a collection. */
interface There {
  /** Sources that have it, the one that holds last; more than one where a process was killed before it took out the older. */
  readonly sources: readonly Source[];
  readonly objects: readonly unknown[];
  /** From when on it is to be asked; undefined for all of it. */
  readonly addedAfter: string | undefined;
}

async function thereOf(home: Home, location: string): Promise<There> {
  const loaded = home.isEmpty ? [] : (await home.knowledgeBase()).sources();
  const sources = loaded.filter((source) => source.location === location);
  const { sha256, addedAfter } = await recallServer(home.paths.servers, location);
  const last = sources.at(-1);
  const objects = last === undefined ? undefined : await objectsOf(home, last.sha256);
  // What was forgotten or restored meanwhile is asked for as a whole.
  const isKnown = objects !== undefined && last?.sha256 === sha256 && typeof addedAfter === 'string';
  return { sources, objects: objects ?? [], addedAfter: isKnown ? addedAfter : undefined };
}

/** The objects of the copy that is kept of a source; undefined where it is missing or damaged. */
async function objectsOf(home: Home, sha256: string): Promise<readonly unknown[] | undefined> {
  try {
    const parsed = parsedJson((await readCopy(home.paths.sources, sha256)).toString('utf8'));
    return isMapping(parsed) && Array.isArray(parsed['objects']) ? parsed['objects'] : undefined;
  } catch (error) {
    if (error instanceof FoeprintError) return undefined;
    throw error;
  }
}

/** Takes the pages that are not there yet. @returns why it ended before the end, where what came can be used all the same */
async function takePages(
  server: Server,
  collection: TaxiiCollection,
  addedAfter: string | undefined,
  kept: KeptPages,
): Promise<readonly Issue[]> {
  const start = addedAfter === undefined ? {} : { addedAfter };
  const last = kept.pages.at(-1);
  if (last !== undefined && last.next === undefined) return [];
  // Where a page is lost that the server takes for sent, all are asked for anew.
  const from = last?.next?.canRepeat === true ? last.next : start;
  const takeFrom = async (place: TaxiiPlace, isAnew: boolean): Promise<void> => {
    let isFirst = isAnew;
    for await (const page of taxiiPages(server, collection, place)) {
      if (isFirst) await kept.clear();
      isFirst = false;
      await kept.add(page);
    }
  };
  try {
    await takeFrom(from, from === start).catch(async (error: unknown) => {
      // A server may have forgotten what it called the page that follows.
      if (from === start || kept.pages.at(-1) !== last || !isRefusal(error)) throw error;
      await takeFrom(start, true);
    });
    return [];
  } catch (error) {
    if (!(error instanceof FoeprintError) || error.code !== REPEATS) throw error;
    return error.issues;
  }
}

const REPEATS = ACQUISITION_ISSUES['repeats-itself'].code;

function isRefusal(error: unknown): boolean {
  const refusals = (['not-understood', 'not-on-server'] as const).map(
    (name) => ACQUISITION_ISSUES[name].code,
  );
  return error instanceof FoeprintError && refusals.includes(error.code);
}

/** From when on a collection that was taken is asked the next time; by the clock of the server where it does not say what it added when. */
function lastAdded({ pages }: KeptPages): string | undefined {
  const added = pages.flatMap(({ addedLast = '' }) => addedLast || []);
  return (
    newestTime(added) ?? (pages.some(({ objects }) => objects.length > 0) ? pages[0]?.answered : undefined)
  );
}

interface Merged {
  readonly source: string;
  readonly location: string;
  readonly merged: readonly unknown[];
  /** Sources in whose place it comes. */
  readonly replaced: readonly Source[];
}

async function storeMerged(
  home: Home,
  { source, location, merged, replaced }: Merged,
  { loadedAt, progress }: ServerSync,
): Promise<readonly IngestReport[]> {
  const parsed = { type: 'bundle', id: deterministicId('bundle', location), objects: merged };
  const bytes = bytesOf(parsed, location);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const isThere = replaced.at(-1)?.sha256 === sha256;
  const ingested = isThere
    ? []
    : await storeDocuments(
        home,
        [{ location, parsed, sha256, bytes }],
        { kind: 'feed', loadedAt, collection: source },
        progress,
      );
  for (const { id } of replaced.filter((each) => each.sha256 !== sha256))
    await forgetSource(home, id, { purge: true });
  return ingested;
}

function bytesOf(bundle: unknown, file: string): Buffer {
  try {
    return Buffer.from(JSON.stringify(bundle));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw acquisitionRefusal(
      'too-large',
      'All that was added is longer than the longest text that Node can hold.',
      { file },
    );
  }
}

/** Reports among the objects that came are kept as such, too, with what they refer to. */
async function keepNewReports(
  home: Home,
  source: string,
  merged: readonly unknown[],
  came: readonly unknown[],
  setting: TaxiiSetting,
  { loadedAt }: ServerSync,
): Promise<KeptNow | undefined> {
  const objects = reportsWithin(merged, new Set(came));
  if (objects.length === 0) return undefined;
  const bytes = Buffer.from(JSON.stringify({ type: 'bundle', objects }));
  return await keepWhatCan(home, bytes, { location: source, addedAt: loadedAt, setting });
}

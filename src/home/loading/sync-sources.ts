import type { AttackDomain, AttackRelease, HttpWorld, Progress } from '../../acquisition/index.ts';
import {
  acquire,
  ACQUISITION_ISSUES,
  ATTACK_DOMAINS,
  chooseRelease,
  findFileInMirror,
  findInMirror,
  isNotThere,
  isWebAddress,
  parseDomain,
  readAttackIndex,
  refusal as acquisitionRefusal,
  seriesOf,
  silent,
} from '../../acquisition/index.ts';
import { FoeprintError, issueOf, type Issue } from '../../facts/index.ts';
import { append, closestName, systemReason } from '../../text/index.ts';
import { GALAXY, GALAXY_CLUSTERS, GALAXY_FOLDERS } from './galaxy-clusters.ts';
import type { Home } from '../home.ts';
import { refusal } from '../issues.ts';
import { refreshSource, type LoadOptions, type LoadReport } from './load-source.ts';
import { isDue } from '../settings/schedule.ts';
import type { SyncedReport } from '../servers/keep-reports.ts';
import { serversOf, type ServerSource } from '../servers/server-sources.ts';
import { failedReport } from '../servers/server-report.ts';
import type { SourceSetting } from '../settings/config.ts';
import { ifWritable } from '../locking/if-writable.ts';
import { readMapping, remember } from '../locking/json-file.ts';

/** What to load, and from where. */
export interface SyncOptions extends Pick<LoadOptions, 'loadedAt'> {
  /** ATT&CK release to get; default the newest. */
  readonly release?: string | undefined;
  /** Look into mirrors that are folders, and nowhere else. Default false. */
  readonly offline?: boolean;
  /** Only those that are due by their `every`. Default false: all. */
  readonly due?: boolean;
  /** What fetching from servers needs of the world; tests hand in their own. */
  readonly world?: Partial<HttpWorld>;
}

/** What came of one source. */
export interface SyncReport extends LoadReport {
  /** The name it was asked for by: `enterprise`, or one from the configuration, with the collection of a server. */
  readonly source: string;
  /** Where the file came from: a mirror, the publisher, or where the configuration says. */
  readonly from: 'mirror' | 'publisher' | 'configured';
  /** Reports that a server sent, and that are kept. */
  readonly reports?: readonly SyncedReport[];
  /** Mirrors that could not be used, and what else is wrong; with errors where it could not be had. */
  readonly issues: readonly Issue[];
}

/**
 * Loads sources by name, one after the other: ATT&CK domains and MISP galaxy from the mirrors or else from their
 * publishers, sources and servers of the configuration from where it says. What has not changed since it was last loaded is left alone.
 *
 * @param names default: what the configuration lists under `sources`, `feeds`, `taxii` and `misp`
 * @throws FoeprintError where a name is unknown, none can be had, or the home cannot be written. One of several that cannot be had leaves the others.
 */
export async function syncSources(
  home: Home,
  names: readonly string[],
  options: SyncOptions = {},
  progress: Progress = silent,
): Promise<readonly SyncReport[]> {
  const all = [...home.config.sources, ...serversOf(home.config)];
  const wanted = names.length === 0 ? all : names.map((name) => sourceNamed(all, name));
  const now = options.loadedAt ?? new Date().toISOString();
  // A lost or broken memory makes everything due.
  const asked = options.due === true ? await readMapping(home.paths.syncs) : undefined;
  const reports: SyncReport[] = [];
  const failures: FoeprintError[] = [];
  for (const source of wanted) {
    const last = asked?.[source.name];
    if (typeof last === 'string' && !isDue(source.every ?? 'release', last, now)) continue;
    try {
      const found = await syncSource(home, source, options, progress);
      append(reports, found);
      const isWhole = found.every(({ issues }) => issues.every(({ severity }) => severity !== 'error'));
      if (isWhole) await ifWritable(remember(home.paths.syncs, source.name, now));
    } catch (error) {
      if (!isOfSource(error)) throw error;
      failures.push(error);
      reports.push(failedReport(source.name, source.location ?? source.name, error.issues));
    }
  }
  if (failures.length > 0 && failures.length === reports.length)
    throw new FoeprintError(failures.flatMap(({ issues }) => issues));
  return reports;
}

/** Whether an error is one of what was asked for, and not of the home, which the others would meet as well. */
function isOfSource(error: unknown): error is FoeprintError {
  return error instanceof FoeprintError && !error.code.startsWith('H');
}

function sourceNamed(all: readonly Wanted[], name: string): Wanted {
  const configured = all.find((source) => source.name === name);
  if (configured !== undefined) return configured;
  if (name === GALAXY) return { name };
  if (ATTACK_DOMAINS.some((domain) => name === domain.name || name === domain.series)) return { name };
  const names = [...all, ...ATTACK_DOMAINS, { name: GALAXY }].map((source) => source.name);
  const near = closestName(name, names);
  const hint = near === undefined ? undefined : `Did you mean \`${near}\`?`;
  throw refusal('unknown-source', `There is no source \`${name}\`.`, undefined, hint);
}

/** A source, or a server. */
type Wanted = SourceSetting | ServerSource;

async function syncSource(
  home: Home,
  source: Wanted,
  options: SyncOptions,
  progress: Progress,
): Promise<readonly SyncReport[]> {
  if ('sync' in source) {
    if (options.offline === true) throw offline(source.name);
    const loadedAt = options.loadedAt ?? new Date().toISOString();
    return await source.sync(home, { loadedAt, progress, world: options.world });
  }
  if (source.name === GALAXY && source.location === undefined)
    return await syncGalaxy(home, options, progress);
  if (source.location === undefined)
    return [await syncAttack(home, parseDomain(source.name), options, progress)];
  const { name, location, kind } = source;
  if (options.offline === true && isWebAddress(location)) throw offline(name);
  const report = await refreshSource(home, location, { loadedAt: options.loadedAt, kind }, progress);
  return [{ ...report, source: name, from: 'configured', issues: [] }];
}

/** A file that mirrors may have and somebody publishes. */
interface Published {
  /** The name it was asked for by. */
  readonly name: string;
  readonly findIn: (mirror: string) => Promise<readonly string[]>;
  /** Where its publisher has it. */
  readonly address: () => Promise<string>;
}

async function syncAttack(
  home: Home,
  domain: AttackDomain,
  options: SyncOptions,
  progress: Progress,
): Promise<SyncReport> {
  const release: Published = {
    name: domain,
    findIn: (mirror) => findInMirror(mirror, seriesOf(domain), options.release),
    address: async () => (await lookUp(home, domain, options.release, progress)).url,
  };
  return await syncPublished(home, release, options, progress);
}

async function syncGalaxy(
  home: Home,
  options: SyncOptions,
  progress: Progress,
): Promise<readonly SyncReport[]> {
  const reports: SyncReport[] = [];
  for (const stem of GALAXY_CLUSTERS) {
    const cluster: Published = {
      name: `${GALAXY}:${stem}`,
      findIn: (mirror) => findFileInMirror(mirror, stem, GALAXY_FOLDERS),
      address: () => Promise.resolve(new URL(`${stem}.json`, home.config.galaxy.address).href),
    };
    reports.push(await syncPublished(home, cluster, options, progress));
  }
  return reports;
}

async function syncPublished(
  home: Home,
  published: Published,
  options: SyncOptions,
  progress: Progress,
): Promise<SyncReport> {
  const issues: Issue[] = [];
  const { name: source } = published;
  for (const mirror of home.config.mirrors) {
    if (options.offline === true && isWebAddress(mirror)) continue;
    const report = await loadFromMirror(home, mirror, published, options, progress, issues);
    if (report !== undefined) return { ...report, source, from: 'mirror', issues };
  }
  if (options.offline === true) throw offline(source, options.release);
  const load = { loadedAt: options.loadedAt };
  const report = await refreshSource(home, await published.address(), load, progress);
  return { ...report, source, from: 'publisher', issues };
}

/** What a mirror had; undefined where it has nothing, or cannot be used, which is noted. */
async function loadFromMirror(
  home: Home,
  mirror: string,
  published: Published,
  options: SyncOptions,
  progress: Progress,
  issues: Issue[],
): Promise<LoadReport | undefined> {
  progress({ step: 'look-up', location: mirror });
  for (const location of await filesIn(mirror, published, issues)) {
    try {
      return await refreshSource(home, location, { loadedAt: options.loadedAt }, progress);
    } catch (error) {
      // A damaged file in a folder is for its owner to mend; a server that is away is like having none.
      if (!isWebAddress(mirror) || !isAcquisitionError(error)) throw error;
      if (!isNotThere(error)) return void issues.push(unusable(mirror, error.message));
    }
  }
  return undefined;
}

const ACQUISITION_CODES = new Set(Object.values(ACQUISITION_ISSUES).map(({ code }) => code));

function isAcquisitionError(error: unknown): error is FoeprintError {
  return error instanceof FoeprintError && ACQUISITION_CODES.has(error.code);
}

async function filesIn(mirror: string, published: Published, issues: Issue[]): Promise<readonly string[]> {
  try {
    return await published.findIn(mirror);
  } catch (error) {
    issues.push(unusable(mirror, systemReason(error)));
    return [];
  }
}

function unusable(mirror: string, reason: string): Issue {
  return issueOf(ACQUISITION_ISSUES['mirror-unusable'], `\`${mirror}\` cannot be used: ${reason}`, {
    file: mirror,
  });
}

async function lookUp(
  home: Home,
  domain: AttackDomain,
  release: string | undefined,
  progress: Progress,
): Promise<AttackRelease> {
  const { limits, http, attack } = home.config;
  progress({ step: 'look-up', location: attack.index });
  const index = await acquire(attack.index, { limits, http, progress });
  const parsed = index.unchanged ? undefined : index.documents[0]?.parsed;
  return chooseRelease(readAttackIndex(parsed, attack.index), seriesOf(domain), release);
}

function offline(source: string, release = 'any release'): FoeprintError {
  const message = `No mirror in a folder has ${release} of ${source}, and the network was ruled out.`;
  return acquisitionRefusal('not-in-mirrors', message);
}

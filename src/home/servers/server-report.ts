import type { HttpWorld, Progress, Server } from '../../acquisition/index.ts';
import type { Issue } from '../../facts/index.ts';
import type { SyncedReport } from './keep-reports.ts';
import type { LoadReport } from '../loading/load-source.ts';
import type { Home } from '../home.ts';

/** How a server is asked. */
export interface ServerSync {
  /** Time of asking, ISO 8601 UTC. */
  readonly loadedAt: string;
  readonly progress: Progress;
  readonly world?: Partial<HttpWorld> | undefined;
}

/** What came of something on a server. */
export interface ServerReport extends LoadReport {
  /** `taxii:NAME/COLLECTION`, `misp:NAME`, `feed:NAME`. */
  readonly source: string;
  readonly from: 'configured';
  /** Reports that it sent. */
  readonly reports?: readonly SyncedReport[];
  /** What could not be had or read; errors where that is all of it. */
  readonly issues: readonly Issue[];
}

/** What is said of something that could not be had. */
export function failedReport(source: string, location: string, issues: readonly Issue[]): ServerReport {
  return { source, location, from: 'configured', unchanged: false, ingested: [], issues };
}

/** How patient one is with servers, as it is configured. */
export function serverOptions(
  { config: { http, limits } }: Home,
  { progress, world }: ServerSync,
): NonNullable<Server['options']> {
  return { http, limits, progress, ...(world === undefined ? {} : { world }) };
}

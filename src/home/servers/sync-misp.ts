import { mispPages, type MispEvent, type MispFilter, type Server } from '../../acquisition/index.ts';
import { FoeprintError, type Issue } from '../../facts/index.ts';
import { append, defined } from '../../text/index.ts';
import type { Home } from '../home.ts';
import { ifWritable } from '../locking/if-writable.ts';
import type { MispSetting } from '../settings/config.ts';
import { keepWhatCan, type KeptNow, type SyncedReport } from './keep-reports.ts';
import { mispLogin } from './server-login.ts';
import { recallServer, rememberServer } from './server-memory.ts';
import { serverOptions, type ServerReport, type ServerSync } from './server-report.ts';

/**
 * Keeps as reports the events of a MISP server that were changed or published since it was asked last. Where it breaks off, what came
 * is kept, and it is asked from there on the next time.
 *
 * @throws FoeprintError where nothing came
 */
export async function syncMisp(
  home: Home,
  name: string,
  setting: MispSetting,
  sync: ServerSync,
): Promise<readonly ServerReport[]> {
  const { url, tags, since, published } = setting;
  const server: Server = {
    url: new URL(url),
    own: mispLogin(name, process.env),
    options: serverOptions(home, sync),
  };
  const filter: MispFilter = defined({ tags, since, published });
  // Others may ask the same server for other events.
  const key = `misp:${name} ${url}`;
  const asked = await askedBefore(home, key, filter);
  const reports: SyncedReport[] = [];
  const issues: Issue[] = [];
  const newest = new NewestEvents(asked, sync.loadedAt);
  let pages = 0;
  const remember = async (from: number | undefined, page?: number): Promise<void> => {
    const { time, keys } = newest;
    const memory = { filter: JSON.stringify(filter), from, page, newest: time, last: [...keys] };
    await ifWritable(rememberServer(home.paths.servers, key, memory));
  };
  try {
    const question = { ...filter, ...defined({ from: asked.from }) };
    for await (const { page, events, issues: left } of mispPages(server, question, asked.page)) {
      append(issues, left);
      for (const event of events.filter((each) => !asked.last.has(keyOf(each)))) {
        const kept = await keepEvent(home, name, event, setting, sync);
        append(reports, kept.reports);
        append(issues, kept.issues);
      }
      newest.add(events);
      pages += 1;
      await remember(asked.from, page + 1);
    }
    await remember(newest.time);
  } catch (error) {
    if (pages === 0 || !(error instanceof FoeprintError)) throw error;
    append(issues, error.issues);
  }
  const isUnchanged = reports.every(({ outcome }) => outcome === 'known') && issues.length === 0;
  return [
    {
      source: `misp:${name}`,
      location: url,
      from: 'configured',
      unchanged: isUnchanged,
      ingested: [],
      reports,
      issues,
    },
  ];
}

/** How far a server was asked. */
interface Asked {
  /** Only what changed from then on, in seconds since 1970; undefined for all. */
  readonly from: number | undefined;
  /** When the newest event that came was changed. */
  readonly newest: number | undefined;
  /** Those of that time: they come again, and whoever has forgotten their reports is not to get them back. */
  readonly last: ReadonlySet<unknown>;
  readonly page: number;
}

async function askedBefore(home: Home, key: string, filter: MispFilter): Promise<Asked> {
  const memory = await recallServer(home.paths.servers, key);
  if (memory['filter'] !== JSON.stringify(filter))
    return { from: undefined, newest: undefined, last: new Set(), page: 1 };
  const number = (field: string): number | undefined => {
    const value = memory[field];
    return typeof value === 'number' ? value : undefined;
  };
  const last: readonly unknown[] = Array.isArray(memory['last']) ? memory['last'] : [];
  // Events that were deleted meanwhile move those behind them to the page before.
  const page = Math.max(1, (number('page') ?? 1) - 1);
  return { from: number('from'), newest: number('newest'), last: new Set(last), page };
}

/** The newest of the events that came. One from the future counts as of now: else no other would ever be asked for. */
class NewestEvents {
  time: number | undefined;
  keys: Set<unknown>;
  readonly #now: number;

  constructor({ newest, last }: Asked, now: string) {
    this.time = newest;
    this.keys = new Set(last);
    this.#now = Math.floor(Date.parse(now) / 1000);
  }

  add(events: readonly MispEvent[]): void {
    for (const event of events) {
      const time = Math.min(event.time, this.#now);
      if (time > (this.time ?? 0)) this.keys = new Set();
      this.time = Math.max(time, this.time ?? 0) || undefined;
      if (time === this.time) this.keys.add(keyOf(event));
    }
  }
}

function keyOf({ uuid, time }: MispEvent): string {
  return `${uuid} ${String(time)}`;
}

async function keepEvent(
  home: Home,
  name: string,
  { uuid, raw }: MispEvent,
  setting: MispSetting,
  { loadedAt, progress }: ServerSync,
): Promise<KeptNow> {
  const location = `misp:${name}/${uuid}`;
  progress({ step: 'keep', location });
  const url = new URL(`events/view/${encodeURIComponent(uuid)}`, setting.url.replace(/\/*$/u, '/')).href;
  const bytes = Buffer.from(JSON.stringify({ Event: raw }));
  return await keepWhatCan(home, bytes, { location, addedAt: loadedAt, setting, stated: { url } });
}

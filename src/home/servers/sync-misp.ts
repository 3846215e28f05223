import { mispPages, type MispEvent, type MispFilter, type Server } from '../../acquisition/index.ts';
import { FoeprintError, type Issue } from '../../facts/index.ts';
import { append, defined } from '../../text/index.ts';
import type { Home } from '../home.ts';
import { ifWritable } from '../locking/if-writable.ts';
import type { MispSetting } from '../settings/config.ts';
import { keepReports, type KeptNow, type SyncedReport } from './keep-reports.ts';
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
  const asked = await askedBefore(home, url, filter);
  const reports: SyncedReport[] = [];
  const issues: Issue[] = [];
  let { newest } = asked;
  let pages = 0;
  const remember = async (place: { readonly from?: number | undefined; readonly page?: number }) => {
    const memory = { filter: JSON.stringify(filter), newest, ...place };
    await ifWritable(rememberServer(home.paths.servers, url, memory));
  };
  try {
    const question = { ...filter, ...defined({ from: asked.from }) };
    for await (const { page, events } of mispPages(server, question, asked.page)) {
      for (const event of events) {
        const kept = await keepEvent(home, name, event, setting, sync);
        append(reports, kept.reports);
        append(issues, kept.issues);
      }
      newest = newestOf(newest, events, sync.loadedAt);
      pages += 1;
      await remember({ from: asked.from, page: page + 1 });
    }
    await remember({ from: newest });
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
  readonly page: number;
}

async function askedBefore(home: Home, url: string, filter: MispFilter): Promise<Asked> {
  const memory = await recallServer(home.paths.servers, url);
  if (memory['filter'] !== JSON.stringify(filter)) return { from: undefined, newest: undefined, page: 1 };
  const number = (key: string): number | undefined => {
    const value = memory[key];
    return typeof value === 'number' ? value : undefined;
  };
  // Events that were deleted meanwhile move those behind them to the page before.
  return { from: number('from'), newest: number('newest'), page: Math.max(1, (number('page') ?? 1) - 1) };
}

/** An event from the future must not keep others from ever being asked for. */
function newestOf(newest: number | undefined, events: readonly MispEvent[], now: string): number | undefined {
  const latest = Math.floor(Date.parse(now) / 1000);
  const times = events.map(({ time }) => Math.min(time, latest)).filter((time) => time > 0);
  return times.reduce<number | undefined>((most, time) => Math.max(most ?? 0, time), newest);
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
  return await keepReports(home, bytes, { location, addedAt: loadedAt, setting, stated: { url } });
}

import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { takeDocument, takeFeed, type Feed, type FeedEntry } from '../../acquisition/documents/index.ts';
import { ACQUISITION_ISSUES } from '../../acquisition/index.ts';
import { issueOf, type Issue } from '../../facts/index.ts';
import { append, count, defined, escapeHtml } from '../../text/index.ts';
import type { Home } from '../home.ts';
import { validatorsIn } from '../loading/fetch-memory.ts';
import { ifWritable } from '../locking/if-writable.ts';
import { reportLimits } from '../reports/reports-in.ts';
import type { FeedSetting } from '../settings/config.ts';
import { keepReports, warningsOf, type KeptNow, type SyncedReport } from './keep-reports.ts';
import { recallServer, rememberServer } from './server-memory.ts';
import { serverOptions, type ServerReport, type ServerSync } from './server-report.ts';

/** Entries that are taken at once, and of those whose pages are fetched. */
const MOST = { entries: 1000, pages: 50 } as const;
/** Between two pages, in milliseconds: most are of the same publisher. */
const PAUSE = 1000;
/** Entries that are remembered although the feed no longer has them. */
const MOST_REMEMBERED = 2000;

/**
 * Keeps as reports the entries of a feed that were not seen before: their pages where the setting says so, else their own words.
 *
 * @throws FoeprintError where the feed cannot be had or read
 */
export async function syncFeed(
  home: Home,
  name: string,
  setting: FeedSetting,
  sync: ServerSync,
): Promise<readonly ServerReport[]> {
  const report = { source: `feed:${name}`, location: setting.url, from: 'configured' as const, ingested: [] };
  const key = `feed:${name} ${setting.url}`;
  const memory = await recallServer(home.paths.servers, key);
  const taken = await takeFeed(setting.url, documentOptions(home, sync), validatorsIn(memory['validators']));
  if (taken === undefined) return [{ ...report, unchanged: true, issues: [] }];
  const { feed, validators } = taken;
  const before: readonly unknown[] = Array.isArray(memory['seen']) ? memory['seen'] : [];
  const seen = new Set(before.filter((each) => typeof each === 'string'));
  const fresh = feed.entries.filter((entry) => !seen.has(keyOf(entry)));
  const most = setting.articles === true ? MOST.pages : MOST.entries;
  const reports: SyncedReport[] = [];
  const issues: Issue[] = [];
  let left = Math.max(0, fresh.length - most);
  for (const [index, entry] of fresh.slice(0, most).entries()) {
    if (index > 0 && setting.articles === true) await (sync.world?.sleep ?? wait)(PAUSE);
    const kept = await keepEntry(home, { name, feed, entry, setting }, sync);
    append(issues, kept.issues);
    append(reports, kept.reports);
    if (kept.reports.length > 0) seen.add(keyOf(entry));
    else left += 1;
  }
  if (left > 0) issues.push(entriesLeft(left, setting.url));
  // Of what is left the server would say that it has not changed.
  const version = left === 0 ? { validators } : {};
  await ifWritable(rememberServer(home.paths.servers, key, { seen: remembered(seen, feed), ...version }));
  return [{ ...report, unchanged: fresh.length === 0, reports, issues }];
}

interface EntryOf {
  readonly name: string;
  readonly feed: Feed;
  readonly entry: FeedEntry;
  readonly setting: FeedSetting;
}

/** Keeps an entry: its page, or where that is not asked for or cannot be had its own words; nothing where there are none. */
async function keepEntry(
  home: Home,
  { name, feed, entry, setting }: EntryOf,
  sync: ServerSync,
): Promise<KeptNow> {
  const location = `feed:${name}`;
  const { title, url, date, content, summary } = entry;
  const stated = { title, publisher: setting.publisher ?? feed.title, ...defined({ url, date }) };
  const origin = { location, addedAt: sync.loadedAt, setting, stated };
  const issues: Issue[] = [];
  sync.progress({ step: 'keep', location: url ?? title });
  const ways = [
    async () => {
      if (setting.articles !== true || url === undefined) return undefined;
      const { bytes, mediaType = '' } = await takeDocument(url, documentOptions(home, sync));
      return await keepReports(home, bytes, { ...origin, mediaType });
    },
    async () => {
      const words = content ?? summary;
      if (words === undefined) return undefined;
      return await keepReports(home, pageOf(title, words), { ...origin, mediaType: 'text/html' });
    },
  ];
  for (const way of ways) {
    try {
      const kept = await way();
      if (kept !== undefined) return { reports: kept.reports, issues: [...issues, ...kept.issues] };
    } catch (error) {
      append(issues, warningsOf(error));
    }
  }
  return { reports: [], issues };
}

/** The words of an entry, which are text or HTML, as a page. */
function pageOf(title: string, words: string): Buffer {
  const body = /<[a-z!/]/iu.test(words) ? words : `<p>${escapeHtml(words)}</p>`;
  return Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><article>${body}</article></body></html>`,
  );
}

function documentOptions(home: Home, sync: ServerSync): Parameters<typeof takeDocument>[1] {
  return { ...serverOptions(home, sync), limits: reportLimits(home.config.limits) };
}

/** The entries to remember: all that the feed still has, and of the others the last. */
function remembered(seen: ReadonlySet<string>, feed: Feed): readonly string[] {
  const there = new Set(feed.entries.map(keyOf));
  const gone = [...seen].filter((each) => !there.has(each)).slice(-MOST_REMEMBERED);
  return [...gone, ...[...seen].filter((each) => there.has(each))];
}

/** What an entry is remembered by; what publishers call it may be of any length. */
function keyOf({ id }: FeedEntry): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16);
}

function entriesLeft(left: number, file: string): Issue {
  return issueOf(ACQUISITION_ISSUES['entries-left'], `${count(left, 'entry', 'entries')} were left out.`, {
    file,
  });
}

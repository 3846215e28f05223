import { FoeprintError, type Issue, type MarkingLevel } from '../../facts/index.ts';
import { defined } from '../../text/index.ts';
import { reportLabel } from '../../threat/index.ts';
import type { Home } from '../home.ts';
import { HOME_ISSUES } from '../issues.ts';
import { keepReport, type ReportStated } from '../reports/report-store.ts';
import { reportLimits, reportsIn } from '../reports/reports-in.ts';
import type { ServerSetting } from '../settings/config.ts';

/** Where reports of a server come from. */
export interface ReportOrigin {
  /** `misp:NAME/EVENT`, `feed:NAME`, `taxii:NAME/COLLECTION`. */
  readonly location: string;
  readonly addedAt: string;
  readonly setting: ServerSetting;
  /** `Content-Type`, of a page that was fetched. */
  readonly mediaType?: string;
  /** What holds in place of what a report states of itself. */
  readonly stated?: ReportStated & { readonly title?: string };
}

/** A report that a server sent. */
export interface SyncedReport {
  /** `REP-1A2B3C4D`. */
  readonly label: string;
  readonly title: string;
  readonly outcome: 'new' | 'known' | 'changed';
  readonly level?: MarkingLevel;
}

/** What came of reading and keeping. */
export interface KeptNow {
  readonly reports: readonly SyncedReport[];
  readonly issues: readonly Issue[];
}

/**
 * Keeps the reports in what a server sent. What bears no marking goes as far as the setting of the server says.
 *
 * @throws FoeprintError A404 to A414, A470 to A474, A477, H592 where nothing of it can be read; H511
 */
export async function keepReports(home: Home, bytes: Buffer, origin: ReportOrigin): Promise<KeptNow> {
  const { setting, stated, ...about } = origin;
  const { kind = 'feed', tlp } = setting;
  const limits = reportLimits(home.config.limits);
  const read = await reportsIn(bytes, { ...about, kind, limits, ...defined({ stated }) });
  const reports: SyncedReport[] = [];
  const { title: _, ...lasting } = stated ?? {};
  for (const each of read.reports) {
    const given = { ...each, ...defined({ level: each.level ?? tlp }) };
    const { outcome, report } = await keepReport(home.paths.reports, given, lasting);
    const { id, title, level } = report;
    reports.push({ label: reportLabel(id), title, outcome, ...defined({ level }) });
  }
  return { reports, issues: read.issues };
}

/** Keeps what can be read of what a server sent; what is wrong with that is among the issues, as warnings: the rest goes on. */
export async function keepWhatCan(home: Home, bytes: Buffer, origin: ReportOrigin): Promise<KeptNow> {
  try {
    return await keepReports(home, bytes, origin);
  } catch (error) {
    return { reports: [], issues: warningsOf(error) };
  }
}

/**
 * What is wrong with one thing of many, as warnings.
 *
 * @throws the error, where it is none of ours or one of the home, which the others would meet as well
 */
export function warningsOf(error: unknown): readonly Issue[] {
  if (!(error instanceof FoeprintError) || HOME_FAULTS.has(error.code)) throw error;
  return error.issues.map((issue) => ({ ...issue, severity: 'warning' }));
}

const HOME_FAULTS: ReadonlySet<string> = new Set(
  (['home-not-writable', 'home-busy'] as const).map((name) => HOME_ISSUES[name].code),
);

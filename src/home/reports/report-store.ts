import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { FoeprintError, issueOf, MARKING_LEVELS, strictestLevel, type Issue } from '../../facts/index.ts';
import { compareText, defined } from '../../text/index.ts';
import {
  ASSERTION_STATUSES,
  MENTION_KINDS,
  REPORT_KINDS,
  REPORT_VERDICTS,
  reportLabel,
  type KeptReport,
  type ReportDecision,
} from '../../threat/index.ts';
import { packedPath, packedPaths, readPacked, writePacked } from '../files/packed-json.ts';
import { HOME_ISSUES, refusal } from '../issues.ts';
import { withLock } from '../locking/lock.ts';

/** No file of ours is larger once it is unpacked: text and mentions are bounded where reports are read. */
const LARGEST = 1 << 28;

/** Files that are read at the same time: unpacking them is spread over cores. */
const AT_ONCE = 16;

const texts = z.readonly(z.array(z.string()));

const Stored = z.readonly(
  z.object({
    version: z.literal(1),
    id: z.string(),
    kind: z.enum(REPORT_KINDS),
    format: z.string(),
    location: z.string(),
    addedAt: z.string(),
    title: z.string(),
    publisher: z.exactOptional(z.string()),
    date: z.exactOptional(z.string()),
    language: z.exactOptional(z.string()),
    level: z.exactOptional(z.enum(MARKING_LEVELS)),
    url: z.exactOptional(z.string()),
    references: texts,
    text: z.string(),
    full: z.exactOptional(z.string()),
    mentions: z.readonly(
      z.array(
        z.object({
          kind: z.enum(MENTION_KINDS),
          id: z.exactOptional(z.string()),
          name: z.string(),
          group: z.exactOptional(z.string()),
          sentence: z.string(),
        }),
      ),
    ),
    decisions: z.readonly(
      z.array(
        z.object({
          suggestion: z.string(),
          verdict: z.enum(REPORT_VERDICTS),
          subject: z.exactOptional(z.string()),
          object: z.exactOptional(z.string()),
          status: z.exactOptional(z.enum(ASSERTION_STATUSES)),
          sentences: texts,
          decidedAt: z.string(),
        }),
      ),
    ),
  }),
);

/** The reports that a home keeps. */
export interface KeptReports {
  /** In the order in which they were added. */
  readonly reports: readonly KeptReport[];
  /** Files that are not legible; the others are used. */
  readonly issues: readonly Issue[];
}

/** What may be stated of a report in place of what it says itself. */
export type ReportStated = Partial<
  Pick<KeptReport, 'kind' | 'publisher' | 'date' | 'language' | 'level' | 'url'>
>;

/** What came of keeping a report. */
export interface ReportStanding {
  /** `known` where it was there, `changed` where it was and another marking or statement is kept of it now. */
  readonly outcome: 'new' | 'known' | 'changed';
  /** As it is kept. */
  readonly report: KeptReport;
}

/** Everything that is kept; nothing where nothing was ever added. */
export async function keptReports(folder: string): Promise<KeptReports> {
  const reports: KeptReport[] = [];
  const issues: Issue[] = [];
  const files = await packedPaths(folder);
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    for (const [index, report] of (await Promise.all(some.map(read))).entries())
      if (report === undefined) issues.push(damaged(some[index] ?? ''));
      else reports.push(report);
  }
  return {
    reports: reports.toSorted(
      (one, other) => compareText(one.addedAt, other.addedAt) || compareText(one.id, other.id),
    ),
    issues,
  };
}

/**
 * Keeps a report: all of it or nothing. One that is known keeps its decisions and where it came from; it takes on what is stated
 * of it, and else the stricter of its markings.
 *
 * @param stated what somebody states of it, which the report has already
 * @returns what is kept now, and whether it was there
 * @throws FoeprintError H511; H591 where it is there, and damaged
 */
export async function keepReport(
  folder: string,
  report: KeptReport,
  stated: ReportStated = {},
): Promise<ReportStanding> {
  return await withLock(join(folder, 'reports'), async () => {
    const standing = standingBeside(await found(folder, report.id), report, stated);
    if (standing.outcome !== 'known') await write(folder, standing.report);
    return standing;
  });
}

/** What would be kept of a report beside what is kept of it; see {@link keepReport}. */
export function standingBeside(
  known: KeptReport | undefined,
  report: KeptReport,
  stated: ReportStated = {},
): ReportStanding {
  if (known === undefined) return { outcome: 'new', report };
  const level = strictestLevel([known.level, report.level]);
  const merged: KeptReport = { ...known, ...defined({ level }), ...stated };
  return { outcome: isDeepStrictEqual(merged, known) ? 'known' : 'changed', report: merged };
}

/**
 * Adds to what was decided of a report.
 *
 * @returns the report with them
 * @throws FoeprintError H511; H590 where it is not there, H591 where it is damaged
 */
export async function addDecisions(
  folder: string,
  id: string,
  decisions: readonly ReportDecision[],
): Promise<KeptReport> {
  return await withLock(join(folder, 'reports'), async () => {
    const known = await found(folder, id);
    if (known === undefined) throw refusal('report-gone', `${reportLabel(id)} is not there any more.`);
    const report = { ...known, decisions: [...known.decisions, ...decisions] };
    await write(folder, report);
    return report;
  });
}

/**
 * Takes back what was decided last of some suggestions; what was decided of them before holds again.
 *
 * @returns the report without it
 * @throws FoeprintError H511; H590 where it is not there, H591 where it is damaged
 */
export async function withdrawDecisions(
  folder: string,
  id: string,
  suggestions: readonly string[],
): Promise<KeptReport> {
  return await withLock(join(folder, 'reports'), async () => {
    const known = await found(folder, id);
    if (known === undefined) throw refusal('report-gone', `${reportLabel(id)} is not there any more.`);
    const last = new Set(
      suggestions.map((key) => known.decisions.findLastIndex(({ suggestion }) => suggestion === key)),
    );
    const report = { ...known, decisions: known.decisions.filter((_, index) => !last.has(index)) };
    await write(folder, report);
    return report;
  });
}

/** Takes reports out, with what was decided of them. @throws FoeprintError H511 */
export async function removeReports(folder: string, ids: readonly string[]): Promise<void> {
  await withLock(join(folder, 'reports'), async () => {
    for (const id of ids) await rm(packedPath(folder, id), { force: true });
  });
}

/** Id of a report: that of the same title, text and mentions is the same. */
export function reportId({ title, text, mentions }: Pick<KeptReport, 'title' | 'text' | 'mentions'>): string {
  const named = mentions.map(({ kind, id, name, group, sentence }) => [kind, id, name, group, sentence]);
  return createHash('sha256')
    .update(JSON.stringify([title, text, named]))
    .digest('hex');
}

/** What is kept of an id. @throws FoeprintError H591 where that is damaged: it may hold decisions, which nothing may overwrite */
async function found(folder: string, id: string): Promise<KeptReport | undefined> {
  if (!existsSync(packedPath(folder, id))) return undefined;
  const report = await read(packedPath(folder, id));
  if (report === undefined) throw new FoeprintError([damaged(packedPath(folder, id))]);
  return report;
}

async function read(path: string): Promise<KeptReport | undefined> {
  const stored = await readPacked(path, Stored, LARGEST);
  if (stored === undefined) return undefined;
  const { version: _, ...report } = stored;
  return report;
}

async function write(folder: string, report: KeptReport): Promise<void> {
  await writePacked(packedPath(folder, report.id), { version: 1, ...report });
}

function damaged(file: string): Issue {
  return issueOf(HOME_ISSUES['report-damaged'], 'It is not as it was written.', { file });
}

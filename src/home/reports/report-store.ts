import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { FoeprintError, issueOf, MARKING_LEVELS, strictestLevel, type Issue } from '../../facts/index.ts';
import { compareText, defined } from '../../text/index.ts';
import {
  MENTION_KINDS,
  REPORT_KINDS,
  reportLabel,
  type KeptReport,
  type ReportDecision,
} from '../../threat/index.ts';
import { packedPath, packedPaths, readPacked, writePacked } from '../files/packed-json.ts';
import { HOME_ISSUES, refusal } from '../issues.ts';
import { withFolderLock } from '../locking/lock.ts';
import { noteChanges, noteFile } from '../journal/recording.ts';
import { ReportDecisionStored } from './decision-stored.ts';

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
    decisions: z.readonly(z.array(ReportDecisionStored)),
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
  return await withFolderLock(folder, async () => {
    const standing = standingBeside(await found(folder, report.id), report, stated);
    if (standing.outcome !== 'known') {
      const { level } = standing.report;
      await writePacked(packedPath(folder, report.id), asStored(standing.report), async (path, bytes) => {
        await noteFile(path, bytes, defined({ level }));
      });
    }
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
  return await changeDecisions(folder, id, () => ({ added: decisions, removed: [] }));
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
  return await changeDecisions(folder, id, (known) => {
    const places = new Set(
      suggestions.map((key) => known.findLastIndex(({ suggestion }) => suggestion === key)),
    );
    return {
      added: [],
      removed: known.flatMap((decision, at) => (places.has(at) ? [{ at, decision }] : [])),
    };
  });
}

/** Decisions that come and go. */
export interface DecisionsChanged {
  /** With the place among all decisions that each has; past the end where that is not known. */
  readonly added: readonly (ReportDecision | PlacedDecision)[];
  readonly removed: readonly PlacedDecision[];
}

interface PlacedDecision {
  readonly at: number;
  readonly decision: ReportDecision;
}

/**
 * Changes what was decided of a report.
 *
 * @param change what of what is known goes, and what comes; it may refuse by throwing
 * @returns the report with them
 * @throws FoeprintError H511; H590 where it is not there, H591 where it is damaged
 */
export async function changeDecisions(
  folder: string,
  id: string,
  change: (known: readonly ReportDecision[]) => DecisionsChanged,
): Promise<KeptReport> {
  return await withFolderLock(folder, async () => {
    const known = await found(folder, id);
    if (known === undefined) throw refusal('report-gone', `${reportLabel(id)} is not there any more.`);
    const { added, removed } = change(known.decisions);
    if (added.length + removed.length === 0) return known;
    const gone = new Set(removed.map(({ at }) => at));
    const placed = added.map((each) => ('decision' in each ? each : { at: Infinity, decision: each }));
    const decisions = placed.reduce<readonly ReportDecision[]>(
      (all, { at, decision }) => all.toSpliced(Math.min(at, all.length), 0, decision),
      known.decisions.filter((_, at) => !gone.has(at)),
    );
    await noteChanges([
      {
        kind: 'decisions',
        report: id,
        added: placed.map(({ decision }) => decision),
        removed,
        ...defined({ level: known.level }),
      },
    ]);
    const report = { ...known, decisions };
    await writePacked(packedPath(folder, id), asStored(report));
    return report;
  });
}

/** What was decided of a report, in the order of time; undefined where it is not there, or damaged. */
export async function decisionsOn(
  folder: string,
  id: string,
): Promise<readonly ReportDecision[] | undefined> {
  return (await read(packedPath(folder, id)))?.decisions;
}

/**
 * Takes reports out, with what was decided of them.
 *
 * @param isPurged keep nothing aside, also where it is recorded. Default false.
 * @throws FoeprintError H511
 */
export async function removeReports(folder: string, ids: readonly string[], isPurged = false): Promise<void> {
  await withFolderLock(folder, async () => {
    for (const id of ids) {
      const path = packedPath(folder, id);
      const level = (await read(path))?.level;
      await noteFile(path, undefined, defined({ level, isPurged: isPurged || undefined }));
      await rm(path, { force: true });
    }
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

/** As files have it. */
function asStored(report: KeptReport): KeptReport & { readonly version: 1 } {
  return { version: 1, ...report };
}

function damaged(file: string): Issue {
  return issueOf(HOME_ISSUES['report-damaged'], 'It is not as it was written.', { file });
}

import { defined } from '../../text/index.ts';
import { COVERAGE_STAGES, type CoverageClaim, type CoverageStage } from '../../threat/index.ts';
import { placeOf, readTable, type Cell } from '../csv.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { CoverageReading, CoverageText } from './coverage-format.ts';
import { dayWritten } from './day-written.ts';
import { techniqueIdsIn } from './technique-ids.ts';
import { platformsIn, textIn } from './written-lists.ts';

/** Names of a column of technique ids: `Technique ID`, `ATT&CK`, `mitre_technique`; `id` where it holds some. */
const TECHNIQUE = /techni|att.{0,5}ck|mitre|^ttps?$|^id$/u;
/** Names of a column that says how well, or whether, something is covered. */
const LEVEL = /^(?:score|level|coverage|covered|covers|enabled|detection|detected|active)$/u;

/** Names of a column that says how far detection has come: {@link STAGES}. */
const STAGE = /^(?:stage|state|status|standing)$/u;
/** Names of columns beside: what the claim is of, and what it rests on. */
const PLATFORM = /^platforms?$/u;
const RULE = /^(?:rule|rule_id|detection_id|use_case|test|test_id)$/u;
const DAY = /^(?:date|updated|modified|last_tested|tested_on)$/u;

/** How tables call the stages of detection; other words of a column of states say nothing of it. */
const STAGES: ReadonlyMap<string, CoverageStage> = new Map([
  ...COVERAGE_STAGES.map((name) => [name, name] as const),
  ['log source', 'log-source'],
  ['telemetry', 'log-source'],
  ['visible', 'log-source'],
  ['logged', 'log-source'],
  ['rule exists', 'rule'],
  ['available', 'rule'],
  ['in production', 'deployed'],
  ['production', 'deployed'],
  ['live', 'deployed'],
  ['validated', 'tested'],
  ['verified', 'tested'],
]);

const YES: ReadonlySet<string> = new Set(['yes', 'true', 'y', 'x', 'full', 'on', 'enabled', 'covered', '✓']);
const NO: ReadonlySet<string> = new Set(['', 'no', 'false', 'n', 'none', 'off', 'disabled', '-', 'n/a']);

/** A table taken apart. */
interface Table {
  readonly rows: readonly (readonly Cell[])[];
  /** Which column has the technique, and which say how well it is covered. */
  readonly technique: number;
  readonly levels: readonly number[];
  readonly stage: number;
  readonly platform: number;
  readonly rule: number;
  readonly day: number;
}

/** Whether its first line names a column of techniques, and that column has one. */
export function isCoverageTable(text: string): boolean {
  return tableOf(text, () => undefined) !== undefined;
}

/**
 * Reads a CSV file (commas, semicolons or tabs) whose first line names a column of technique ids. Where another says
 * `score`, `level`, `coverage`, `covered`, `enabled` or the like, a technique counts that all of them cover: yes, or a number
 * above 0. Numbers are shares where none is above 1, and otherwise of 100; a percentage is one. Without such a column every
 * technique is covered. A column `stage` (or `status`) may say how far detection has come, `platform` where, `rule` by what, `date` since when.
 */
export function readCsvCoverage({ text, file }: CoverageText): CoverageReading {
  const issues = new IssueList(file);
  const table = tableOf(text, ({ message, place }) => {
    issues.add(INTAKE_ISSUES.wrongCoverageEntry, message, place);
  });
  const claims = table === undefined ? [] : claimsIn(table, file, issues);
  if (claims.length === 0 && issues.isEmpty)
    issues.add(INTAKE_ISSUES.nothingCovered, 'No line of it says that a technique is covered.');
  return { claims, issues: issues.toArray() };
}

function tableOf(text: string, onFault: Parameters<typeof readTable>[1]): Table | undefined {
  const { names, rows } = readTable(text, onFault);
  const technique = names.findIndex(
    (name, column) =>
      TECHNIQUE.test(name) && rows.some((row) => techniqueIdsIn(row[column]?.text ?? '').length > 0),
  );
  if (technique === -1) return undefined;
  const levels = names.flatMap((name, column) => (LEVEL.test(name) && column !== technique ? [column] : []));
  const at = (pattern: RegExp): number =>
    names.findIndex((name, column) => pattern.test(name) && column !== technique);
  // A column of states is one of stages where one of them is named in it.
  const stage = at(STAGE);
  const hasStages = rows.some((row) => STAGES.has(plain(row[stage]?.text)));
  return {
    rows,
    technique,
    levels,
    stage: hasStages ? stage : -1,
    platform: at(PLATFORM),
    rule: at(RULE),
    day: at(DAY),
  };
}

function claimsIn(
  { rows, technique, levels, stage, platform, rule, day }: Table,
  file: string,
  issues: IssueList,
): readonly CoverageClaim[] {
  const scales = new Map(
    levels.map((column) => [column, scaleOf(rows.map((row) => row[column]?.text ?? ''))]),
  );
  return rows.flatMap((row) => {
    const cell = row[technique];
    if (cell === undefined || cell.text.trim() === '') return [];
    const ids = techniqueIdsIn(cell.text);
    if (ids.length === 0)
      issues.add(
        INTAKE_ISSUES.wrongCoverageEntry,
        `“${cell.text.trim()}” is no technique id.`,
        placeOf(cell),
      );
    const covers = levels.map((column) => {
      const level = levelOf(row[column]?.text ?? '', scales.get(column) ?? 1);
      if (level === undefined)
        issues.add(
          INTAKE_ISSUES.wrongCoverageEntry,
          `“${row[column]?.text ?? ''}” does not say whether something is covered.`,
          placeOf(row[column] ?? cell),
        );
      return level ?? 0;
    });
    const level = covers.reduce((least, each) => Math.min(least, each), 1);
    const text = (column: number): string => row[column]?.text.trim() ?? '';
    const reached = STAGES.get(plain(text(stage)));
    if (stage !== -1 && reached === undefined && text(stage) !== '')
      issues.add(
        INTAKE_ISSUES.wrongCoverageEntry,
        `“${text(stage)}” is no stage of detection: ${COVERAGE_STAGES.join(', ')}.`,
        placeOf(row[stage] ?? cell),
      );
    if (level === 0 || reached === 'none') return [];
    const about = defined({
      stage: reached,
      platforms: platformsIn(text(platform).split(/[;,|/]/u)),
      rule: textIn(text(rule)),
      date: dayWritten(text(day)),
    });
    return ids.map((id): CoverageClaim => ({ technique: id, level, kind: 'list', file, ...about }));
  });
}

function plain(text: string | undefined): string {
  return text?.trim().toLowerCase() ?? '';
}

/** What a number is a part of: 1 where none in the column is above it. */
function scaleOf(texts: readonly string[]): number {
  return texts.some((text) => Number(text) > 1) ? 100 : 1;
}

/** 0 … 1; undefined for what is neither a number on the scale nor yes or no. */
function levelOf(written: string, scale: number): number | undefined {
  const text = written.trim().toLowerCase();
  if (NO.has(text)) return 0;
  if (YES.has(text)) return 1;
  const isPercentage = text.endsWith('%');
  const number = Number(isPercentage ? text.slice(0, -1) : text) / (isPercentage ? 100 : scale);
  return number >= 0 && number <= 1 ? number : undefined;
}

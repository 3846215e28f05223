import { formatIssue } from '../../facts/index.ts';
import type { Issue } from '../../facts/index.ts';
import { bullets, heading, paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import { attackFiles } from '../../threat/index.ts';
import type { IngestReport } from '../../knowledge/index.ts';
import { count, numberCell, numberColumn } from '../words.ts';

/** What came of reading one location. */
export interface Loaded {
  readonly location: string;
  readonly unchanged: boolean;
  readonly ingested: readonly IngestReport[];
}

/** What came of one source by name. */
export interface Synced extends Loaded {
  readonly source: string;
  readonly from: string;
  readonly issues: readonly Issue[];
}

/** How many facts of a relation only rules know. */
export interface DerivedCounts {
  readonly relation: string;
  readonly derived: number;
}

/** Issues shown before the rest is only counted. */
const MOST_ISSUES = 20;

/** What was loaded from files and addresses, and what follows from it. */
export function loadReport(
  reports: readonly Loaded[],
  derived: readonly DerivedCounts[],
  remarks: readonly Issue[] = [],
): Document {
  return {
    title: 'Loaded',
    blocks: [...reports.flatMap(loadedBlocks), ...remarkBlocks(remarks), ...derivedBlocks(derived)],
    notices: [],
  };
}

/** What was synchronised, from where, and what follows from it. */
export function syncReport(
  reports: readonly Synced[],
  derived: readonly DerivedCounts[],
  remarks: readonly Issue[] = [],
): Document {
  return {
    title: 'Synchronised',
    blocks: [
      ...reports.flatMap((report) => [
        paragraph(`${report.source}, from the ${report.from}: ${report.location}`),
        ...issueBlocks(report.issues),
        ...loadedBlocks(report),
      ]),
      ...remarkBlocks(remarks),
      ...derivedBlocks(derived),
    ],
    notices: [],
  };
}

function loadedBlocks({ location, unchanged, ingested }: Loaded): readonly Block[] {
  if (unchanged) return [paragraph(`${location} has not changed since it was last loaded.`)];
  return ingested.flatMap((report) => [paragraph(sayIngested(report)), ...issueBlocks(report.issues)]);
}

function sayIngested({ source, isNew, added, known, superseding }: IngestReport): string {
  const what = `${source.name} (${source.id})`;
  if (!isNew) return `${what} was loaded before; nothing has changed.`;
  const parts = [
    `${count(added, 'object')} new`,
    ...(superseding > 0 ? [`${count(superseding, 'of them', 'of them')} newer than before`] : []),
    ...(known > 0 ? [`${numberCell(known)} known`] : []),
  ];
  const [file] = attackFiles(source.sha256);
  const published = file === undefined ? '' : ', by which it is known as the file that MITRE published';
  return `${what}: ${parts.join(', ')}. SHA-256 ${source.sha256}${published}.`;
}

/** What is to be minded of the sources beside all others. */
function remarkBlocks(remarks: readonly Issue[]): readonly Block[] {
  return issueBlocks(remarks, 'beside what was there');
}

function issueBlocks(issues: readonly Issue[], on: string = 'on what was read'): readonly Block[] {
  if (issues.length === 0) return [];
  return [
    heading(3, `${count(issues.length, 'remark')} ${on}`),
    bullets(issues.slice(0, MOST_ISSUES).map((issue) => formatIssue(issue).replaceAll(/\n\s*/gu, ' '))),
    ...(issues.length > MOST_ISSUES ? [paragraph(`${issues.length - MOST_ISSUES} more with --json.`)] : []),
  ];
}

function derivedBlocks(derived: readonly DerivedCounts[]): readonly Block[] {
  if (derived.length === 0) return [];
  return [
    heading(2, 'What follows from all that is loaded'),
    table(
      ['Relation', numberColumn('Derived facts')],
      derived.map(({ relation, derived: facts }) => [relation, numberCell(facts)]),
    ),
  ];
}

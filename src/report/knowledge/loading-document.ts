import type { LoadAnswer, LoadedPlace, StoredSource, SyncAnswer, SyncedPlace } from '../../answers/index.ts';
import type { Issue } from '../../facts/index.ts';
import { bullets, heading, paragraph, type Block, type Document } from '../../render/index.ts';
import { attackFiles } from '../../threat/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { mappingBlocks } from '../planning/mappings-section.ts';
import { sayIssue } from '../words.ts';

/** Issues shown before the rest is only counted. */
const MOST_ISSUES = 20;

/** What was loaded from files and addresses, and what follows from it. */
export function loadDocument({ places, derived, remarks, mappings }: LoadAnswer): Document {
  return {
    title: 'Loaded',
    blocks: [
      ...places.flatMap(placeBlocks),
      ...remarkBlocks(remarks),
      ...mappingBlocks(mappings),
      ...derivedBlocks(derived),
    ],
  };
}

/** What was synchronised, from where, and what follows from it. */
export function syncDocument({ places, derived, remarks, mappings }: SyncAnswer): Document {
  return {
    title: 'Synchronised',
    blocks: [
      ...places.flatMap(syncedBlocks),
      ...remarkBlocks(remarks),
      ...mappingBlocks(mappings),
      ...derivedBlocks(derived),
    ],
  };
}

/** Where a source came from. */
const FROM = { mirror: 'from the mirror', publisher: 'from the publisher', configured: 'as configured' };

function syncedBlocks(place: SyncedPlace): readonly Block[] {
  const { source, from, location, issues, unchanged, sources, reports } = place;
  const isFailed =
    !unchanged &&
    sources.length === 0 &&
    reports.length === 0 &&
    issues.some(({ severity }) => severity === 'error');
  if (isFailed) return [paragraph(`${source} could not be had: ${location}`), ...issueBlocks(issues)];
  return [
    paragraph(`${source}, ${FROM[from]}: ${location}`),
    ...issueBlocks(issues),
    ...placeBlocks(place),
    ...reportBlocks(reports),
  ];
}

/** Reports listed before the rest is only counted. */
const MOST_REPORTS = 20;

function reportBlocks(reports: SyncedPlace['reports']): readonly Block[] {
  const fresh = reports.filter(({ outcome }) => outcome !== 'known');
  if (fresh.length === 0) return [];
  const more = fresh.length - MOST_REPORTS;
  return [
    paragraph(
      `${count(fresh.length, 'report')} kept, to be read and reviewed (\`foeprint report show REP-…\`):`,
    ),
    bullets(fresh.slice(0, MOST_REPORTS).map(({ label, title }) => `${label} ${title}`)),
    ...(more > 0 ? [paragraph(`${groupDigits(more)} more: \`foeprint report list\`.`)] : []),
  ];
}

/** What was stored, and from what it was left out. */
export function storedDocument(sources: readonly StoredSource[]): Document {
  return { title: 'Loaded', blocks: sources.flatMap(storedBlocks) };
}

function placeBlocks({ location, unchanged, sources }: LoadedPlace): readonly Block[] {
  if (unchanged) return [paragraph(`${location} has not changed since it was last loaded.`)];
  return sources.flatMap(storedBlocks);
}

function storedBlocks(source: StoredSource): readonly Block[] {
  return [paragraph(sayStored(source)), ...issueBlocks(source.issues)];
}

function sayStored({ id, name, sha256, isNew, added, known, superseding }: StoredSource): string {
  const what = `${name} (${id})`;
  if (!isNew) return `${what} was loaded before; nothing has changed.`;
  const parts = [
    `${count(added, 'object')} new`,
    ...(superseding > 0 ? [`${count(superseding, 'of them', 'of them')} newer than before`] : []),
    ...(known > 0 ? [`${groupDigits(known)} known`] : []),
  ];
  const [file] = attackFiles(sha256);
  const published = file === undefined ? '' : ', by which it is known as the file that MITRE published';
  return `${what}: ${parts.join(', ')}. SHA-256 ${sha256}${published}.`;
}

/** Warnings on the sources, seen beside all others. */
function remarkBlocks(remarks: readonly Issue[]): readonly Block[] {
  return issueBlocks(remarks, 'beside what was there');
}

function issueBlocks(issues: readonly Issue[], on: string = 'on what was read'): readonly Block[] {
  if (issues.length === 0) return [];
  return [
    heading(3, `${count(issues.length, 'remark')} ${on}`),
    bullets(issues.slice(0, MOST_ISSUES).map(sayIssue)),
    ...(issues.length > MOST_ISSUES ? [paragraph(`${issues.length - MOST_ISSUES} more with --json.`)] : []),
  ];
}

function derivedBlocks(derived: LoadAnswer['derived']): readonly Block[] {
  return tableSection(
    'What follows from all that is loaded',
    ['Relation', numberColumn('Derived facts')],
    derived.map(({ relation, derived: facts }) => [relation, groupDigits(facts)]),
  );
}

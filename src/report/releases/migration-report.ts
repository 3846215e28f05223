import { STANDINGS } from '../../analysis/index.ts';
import type { MigrationEntry, Standing } from '../../analysis/index.ts';
import { heading, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import type { MigratedDocument } from '../../workbench/index.ts';
import { count, numberCell, numberColumn } from '../words.ts';

/** What a migration came to: without the texts themselves. */
export interface MigrationAnswer {
  readonly to: string;
  readonly documents: readonly Omit<MigratedDocument, 'text'>[];
  /** Where the documents were written; absent where nothing was. */
  readonly into?: string;
  readonly notices: readonly string[];
}

/** How many ids and tactics came to each standing. */
export function migrationCounts({ documents }: MigrationAnswer): Readonly<Record<Standing, number>> {
  const counts: Record<Standing, number> = {
    ambiguous: 0,
    dropped: 0,
    unknown: 0,
    left: 0,
    assumed: 0,
    resolved: 0,
    unchanged: 0,
  };
  for (const { entries, unchanged } of documents) {
    counts.unchanged += unchanged;
    for (const { standing } of entries) counts[standing] += 1;
  }
  return counts;
}

/** What came of carrying documents to another release: what is to be decided first, then what is to be checked. */
export function migrationReport(answer: MigrationAnswer): Document {
  const { to, documents, into, notices } = answer;
  const changed = documents.filter(({ isChanged }) => isChanged).length;
  const counts = Object.entries(migrationCounts(answer));
  const written = into === undefined ? 'Nothing was written' : `Written to ${into}`;
  return {
    title: `To ATT&CK ${to}: ${count(documents.length, 'document')}, ${changed} changed`,
    lead: `${written}. What is ambiguous or dropped is left as it was in texts, and kept in the metadata of layers; what is unknown is left in both.`,
    blocks: [
      table(
        ['Standing', 'What it means', numberColumn('Places')],
        counts.map(([standing, number]) => [standing, meaningOf(standing), numberCell(number)]),
      ),
      ...counts.flatMap(([standing]) => sectionOf(standing, documents)),
      ...refused(documents),
    ],
    notices,
  };
}

/** Documents, or parts of them, that could not be used. */
function refused(documents: MigrationAnswer['documents']): readonly Block[] {
  const errors = documents.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'));
  const rows = errors.map(({ code, message, place }) => [
    code,
    [place?.file, place?.line].filter((part) => part !== undefined).join(':'),
    message,
  ]);
  return rows.length === 0 ? [] : [heading(2, 'Left out'), table(['Code', 'Where', 'What'], rows)];
}

const MEANINGS: ReadonlyMap<string, string> = new Map(Object.entries(STANDINGS));

function meaningOf(standing: string): string {
  return MEANINGS.get(standing) ?? '';
}

/** Entries that say the same, and where they are. */
interface Occurrences {
  readonly entry: MigrationEntry;
  readonly places: string[];
}

function sectionOf(standing: string, documents: MigrationAnswer['documents']): readonly Block[] {
  const found = new Map<string, Occurrences>();
  for (const { file, entries } of documents) {
    for (const entry of entries) {
      if (entry.standing !== standing) continue;
      const { kind, from, to, reason, candidates } = entry;
      const key = JSON.stringify([kind, from, to, reason, candidates]);
      const place = entry.line === undefined ? file : `${file}:${entry.line}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { entry, places: [place] });
      else known.places.push(place);
    }
  }
  if (found.size === 0) return [];
  const rows = [...found.values()].toSorted((one, other) => (one.entry.from < other.entry.from ? -1 : 1));
  return [
    heading(2, `${standing.charAt(0).toUpperCase()}${standing.slice(1)}`),
    table(['From', 'To', 'Why', numberColumn('Places'), 'Where'], rows.map(rowOf)),
  ];
}

function rowOf({ entry, places }: Occurrences): readonly string[] {
  const { from, to, candidates, reason } = entry;
  const could = candidates.length === 0 ? '' : ` (could be ${candidates.join(', ')})`;
  return [from, `${to.join(', ') || '–'}${could}`, reason, numberCell(places.length), listed(places)];
}

/** Places that a cell names. */
const MOST_PLACES = 3;

function listed(places: readonly string[]): string {
  const shown = places.slice(0, MOST_PLACES).join(', ');
  return places.length > MOST_PLACES ? `${shown}, …` : shown;
}

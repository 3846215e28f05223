import { STANDINGS, type MigrateAnswer, type MigrationEntry, type Standing } from '../../answers/index.ts';
import { table, type Block, type Document } from '../../render/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { capital, sayPlace } from '../words.ts';

/** What came of carrying documents to another release: what is to be decided first, then what is to be checked. */
export function migrationDocument({ to, documents, changed, counts }: MigrateAnswer): Document {
  return {
    title: `To ATT&CK ${to}: ${count(documents.length, 'document')}, ${changed} changed`,
    lead: 'What is ambiguous or dropped is left as it was in texts, and kept in the metadata of layers; what is unknown is left in both.',
    blocks: [
      table(
        ['Standing', 'What it means', numberColumn('Places')],
        STANDINGS.map((standing) => [standing, MEANINGS[standing], groupDigits(counts[standing])]),
      ),
      ...STANDINGS.flatMap((standing) => sectionOf(standing, documents)),
      ...refused(documents),
    ],
  };
}

const MEANINGS: Readonly<Record<Standing, string>> = {
  ambiguous: 'could be any of several: decide',
  dropped: 'has no successor: decide what becomes of it',
  unknown: 'is in no release that is loaded, so nothing can be said of it: load the one that has it',
  left: 'stands where another id would break what is around it: check',
  assumed: 'carried to what is most likely: check',
  resolved: 'carried to its one successor',
  unchanged: 'the same in both releases',
};

/** Documents, or parts of them, that could not be used. */
function refused(documents: MigrateAnswer['documents']): readonly Block[] {
  const errors = documents.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'));
  const rows = errors.map(({ code, message, place }) => [code, sayPlace(place), message]);
  return tableSection('Left out', ['Code', 'Where', 'What'], rows);
}

/** Entries that say the same, and where they are. */
interface Occurrences {
  readonly entry: MigrationEntry;
  readonly places: string[];
}

function sectionOf(standing: Standing, documents: MigrateAnswer['documents']): readonly Block[] {
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
  const rows = [...found.values()].toSorted((one, other) => (one.entry.from < other.entry.from ? -1 : 1));
  return tableSection(
    capital(standing),
    ['From', 'To', 'Why', numberColumn('Places'), 'Where'],
    rows.map(rowOf),
  );
}

function rowOf({ entry, places }: Occurrences): readonly string[] {
  const { from, to, candidates, reason } = entry;
  const could = candidates.length === 0 ? '' : ` (could be ${candidates.join(', ')})`;
  return [from, `${to.join(', ') || '–'}${could}`, reason, groupDigits(places.length), listed(places)];
}

/** Places that a cell names. */
const MOST_PLACES = 3;

function listed(places: readonly string[]): string {
  const shown = places.slice(0, MOST_PLACES).join(', ');
  return places.length > MOST_PLACES ? `${shown}, …` : shown;
}

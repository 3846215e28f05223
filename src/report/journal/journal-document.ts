import type { JournalAnswer, UndoAnswer } from '../../answers/index.ts';
import { paragraph, table, type Document } from '../../render/index.ts';
import { othersThan, numberColumn } from '../blocks.ts';

type Entry = JournalAnswer['entries'][number];

/** Who changed the home, the newest change first. */
export function journalDocument({ entries, total }: JournalAnswer): Document {
  const title = 'Journal';
  if (entries.length === 0) return { title, blocks: [paragraph('Nothing was changed since it is kept.')] };
  return {
    title,
    blocks: [
      table(
        [numberColumn('Entry'), 'When', 'Who', 'What', 'Given', 'Changed', 'Undo'],
        entries.map((entry) => [
          String(entry.entry),
          entry.at.slice(0, 19).replace('T', ' '),
          `${entry.who} (${entry.through})`,
          entry.how === 'done' ? entry.action : `${entry.action}: ${entry.how}`,
          sayGiven(entry),
          sayChanges(entry),
          sayUndo(entry),
        ]),
      ),
      ...othersThan(entries.length, total),
    ],
  };
}

/** What was undone, and that it can be done again. */
export function undoDocument({ undone }: UndoAnswer): Document {
  return {
    title: `Undone: ${undone.action} (entry ${String(undone.entry)})`,
    blocks: [
      paragraph(`What it changed is as it was: ${sayChanges(undone) || 'nothing that can be shown'}.`),
      paragraph('`foeprint journal` has the entry of this; undoing that one does it again.'),
    ],
  };
}

/** Values as they were given, one after the other. */
function sayGiven({ given = {}, isHidden }: Entry): string {
  if (isHidden) return 'not shown';
  return Object.entries(given)
    .map(([field, value]) => (value === true ? field : `${field}: ${sayValue(value)}`))
    .join('; ');
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(sayValue).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Kinds of changes, counted where there are many. */
function sayChanges({ changes }: Entry): string {
  const kinds = new Map<string, string[]>();
  for (const { kind, what, how } of changes) {
    const key = `${NAMES[kind]} ${how}`;
    kinds.set(key, [...(kinds.get(key) ?? []), what]);
  }
  return [...kinds]
    .map(([key, things]) => `${key}: ${things.length > MOST ? String(things.length) : things.join(', ')}`)
    .join('; ');
}

/** Things that are named; more are counted. */
const MOST = 3;

const NAMES = { load: 'source', file: 'file', decisions: 'decisions', batch: 'batch' } as const;

function sayUndo({ isExpired, isUndoable, undoes, undoneBy }: Entry): string {
  if (undoneBy !== undefined) return `undone by ${String(undoneBy)}`;
  if (undoes !== undefined) return `undid ${String(undoes)}`;
  if (isUndoable) return 'can be undone';
  return isExpired ? 'cannot be undone any more' : 'cannot be undone';
}

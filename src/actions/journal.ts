import { basename } from 'node:path';
import type { JournalAnswer } from '../answers/index.ts';
import { errorOf, isCleared, strictestLevel, type MarkingLevel } from '../facts/index.ts';
import { readJournal, type Home, type JournalChange, type JournalEntry } from '../home/index.ts';
import { defined } from '../text/index.ts';
import { reportLabel } from '../threat/index.ts';
import { ACTION_ISSUES } from './issues.ts';

/** How many entries are shown where nothing else is said. */
export const JOURNAL_SHOWN = 20;

/**
 * The journal of a home, the newest entry first. What names something marked above the clearance is shown without its content.
 *
 * @param limit the most entries to show; default 20
 * @throws FoeprintError H511, H512 where what a process left behind cannot be settled
 */
export async function journalOf(
  home: Home,
  clearance: MarkingLevel | undefined,
  limit: number = JOURNAL_SHOWN,
): Promise<JournalAnswer> {
  const entries = await shownEntries(home);
  const shown = entries.slice(0, limit);
  return { entries: shown.map((entry) => entrySaid(entry, clearance)), total: entries.length };
}

/** How far what {@link journalOf} answers goes. */
export async function levelOfJournal(
  home: Home,
  clearance: MarkingLevel | undefined,
  limit: number = JOURNAL_SHOWN,
): Promise<MarkingLevel | undefined> {
  const shown = (await shownEntries(home)).slice(0, limit);
  return strictestLevel(shown.filter((entry) => mayShow(entry, clearance)).map(levelOfEntry));
}

/** What changed nothing, whatever it was about to do, is not shown. */
async function shownEntries(home: Home): Promise<readonly JournalEntry[]> {
  const entries = await readJournal(home);
  return entries.filter(({ how, made }) => how === 'under way' || made.length > 0).toReversed();
}

/** An entry as answers have it. */
export function entrySaid(
  entry: JournalEntry,
  clearance: MarkingLevel | undefined,
): JournalAnswer['entries'][number] {
  const { number, at, who, role, through, action, given, uploads, made, how, codes, isExpired, isUndoable } =
    entry;
  const isHidden = !mayShow(entry, clearance);
  return {
    entry: number,
    at,
    who,
    role,
    through,
    action,
    ...(isHidden ? {} : { given }),
    uploads: isHidden ? [] : uploads,
    changes: isHidden ? [] : made.map(changeSaid),
    how,
    codes,
    isHidden,
    isExpired,
    isUndoable,
    ...defined({ undoes: entry.undoes, undoneBy: entry.undoneBy }),
  };
}

/** How far an entry may go. Of what did not come to its end that is not known: then nowhere. */
export function levelOfEntry({ level }: JournalEntry): MarkingLevel | undefined {
  return level === undefined ? 'red' : (level ?? undefined);
}

/** @throws FoeprintError C863 where an entry names what is marked above the clearance */
export function refuseHidden(entry: JournalEntry, clearance: MarkingLevel | undefined): void {
  if (!mayShow(entry, clearance))
    throw errorOf(
      ACTION_ISSUES.aboveClearance,
      `Entry ${String(entry.number)} names what is marked above your clearance.`,
    );
}

function mayShow(entry: JournalEntry, clearance: MarkingLevel | undefined): boolean {
  return clearance === undefined || isCleared(levelOfEntry(entry), clearance);
}

function changeSaid(change: JournalChange): JournalAnswer['entries'][number]['changes'][number] {
  const { kind } = change;
  if (kind === 'load' || kind === 'batch') {
    const id = kind === 'load' ? change.sha256 : change.id;
    return { kind, what: id.slice(0, 12), how: change.isIn ? 'added' : 'removed' };
  }
  if (kind === 'decisions') return { kind, what: reportLabel(change.report), how: 'changed' };
  const how = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed';
  return { kind, what: fileSaid(change.path), how };
}

/** A report by its label, other things by the beginning of their ids. */
function fileSaid(path: string): string {
  const name = basename(path);
  const folder = path.slice(0, -name.length - 1);
  const id = /^[\da-f]{64}/u.exec(name)?.[0];
  if (id === undefined) return name;
  return folder === 'reports' ? reportLabel(id) : `${folder} ${id.slice(0, 12)}`;
}

import { FoeprintError, strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { append, defined } from '../../text/index.ts';
import type { Home } from '../home.ts';
import { refusal } from '../issues.ts';
import { withLock } from '../locking/lock.ts';
import { holderIn, isGone, ownHolder } from '../locking/lock-holder.ts';
import type { Change } from './change.ts';
import { actsOn } from './change-kinds.ts';
import { appendLines, readLines, type Begun, type Ended, type JournalLine } from './journal-file.ts';
import { isRecording, noteChanges, recordedBy } from './recording.ts';
import { keptFiles, newestExpired, removeExpired } from './undo-limits.ts';

/** Who does what. */
export type Deed = Pick<Begun, 'who' | 'role' | 'through' | 'action' | 'given' | 'uploads'>;

/** What was done, with what is in the journal of it. */
export interface Recorded<Value> {
  readonly value: Value;
  /** Absent where nothing was changed, or somebody further out records it. */
  readonly entry?: JournalEntry;
}

/** One deed of the journal. */
export interface JournalEntry extends Omit<Begun, 'is' | 'entry' | 'holder'> {
  readonly number: number;
  /** All that was noted. */
  readonly changes: readonly Change[];
  /** What of that was made. */
  readonly made: readonly Change[];
  /** `under way` where it has not ended. */
  readonly how: Ended['how'] | 'under way';
  readonly endedAt?: string;
  /** How far what it names may go: null where it bears no marking; absent where that is not known. */
  readonly level?: MarkingLevel | null;
  readonly codes: readonly string[];
  /** The entry that undid it, where that was not undone itself. */
  readonly undoneBy?: number;
  /** Whether what undoes it is not kept any more, by the settings. */
  readonly isExpired: boolean;
  /** Whether it can be undone as things are. */
  readonly isUndoable: boolean;
}

/**
 * Does something that changes a home, and records it: who, when, what, what came of it, and how it is undone. Nothing is written into
 * the journal before the first change; from then on it has the deed, whatever becomes of the process.
 *
 * @param levelOf how far what the deed names may go
 * @throws whatever the deed throws; H511, H512 where the journal cannot be written, and then nothing is changed
 */
export async function recorded<Value>(
  home: Home,
  deed: Deed,
  work: () => Promise<Value>,
  levelOf: (value: Value) => MarkingLevel | undefined,
): Promise<Recorded<Value>> {
  if (isRecording()) return { value: await work() };
  const taking = new Taking(home, deed);
  const value = await recordedBy(taking, work).catch(async (error: unknown) => {
    const codes = error instanceof FoeprintError ? error.issues.map(({ code }) => code) : ['fault'];
    await taking.end('failed', { codes }).catch(() => undefined);
    throw error;
  });
  // What is done is done, also where the disk has no room left to say so: whoever looks later settles the entry by what is there.
  const entry = await taking.end('done', { level: levelOf(value) ?? null }).catch(() => undefined);
  return { value, ...defined({ entry }) };
}

/** Takes down one deed. */
class Taking {
  readonly home: Home;
  readonly #deed: Deed;
  readonly #changes: Change[] = [];
  #number: number | undefined;

  constructor(home: Home, deed: Deed) {
    this.home = home;
    this.#deed = deed;
  }

  async note(changes: readonly Change[], undoes?: number): Promise<void> {
    const known = new Set(this.#changes.map(keyOf));
    const fresh: Change[] = [];
    for (const change of changes)
      if (!known.has(keyOf(change)) && !(await actsOn(change).isMade(this.home))) fresh.push(change);
    if (fresh.length === 0) return;
    await writing(this.home, async (lines) => {
      const isFirst = this.#number === undefined;
      const entry = (this.#number ??= lines.reduce((last, line) => Math.max(last, line.entry), 0) + 1);
      const at = new Date().toISOString();
      const holder = await ownHolder();
      const begun: Begun = { is: 'begun', entry, at, holder, ...this.#deed, ...defined({ undoes }) };
      return [...(isFirst ? [begun] : []), { is: 'changing', entry, changes: fresh }];
    });
    append(this.#changes, fresh);
  }

  /** Where nothing was noted, there is nothing to end. */
  async end(
    how: 'done' | 'failed',
    about: Pick<Ended, 'codes' | 'level'>,
  ): Promise<JournalEntry | undefined> {
    const entry = this.#number;
    if (entry === undefined) return undefined;
    const made = await madeOf(this.home, this.#changes);
    // What only names a thing that is marked may go no farther than the thing.
    const marked = strictestLevel([about.level ?? undefined, ...this.#changes.map(({ level }) => level)]);
    const level = about.level === undefined ? {} : { level: marked ?? null };
    const ended: Ended = {
      is: 'ended',
      entry,
      at: new Date().toISOString(),
      how,
      made,
      ...level,
      ...defined({ codes: about.codes }),
    };
    let entries: readonly JournalEntry[] = [];
    await writing(this.home, async (lines) => {
      const [added, now] = await withExpired(this.home, lines, ended);
      entries = now;
      return added;
    });
    return made.length === 0 ? undefined : entries.find(({ number }) => number === entry);
  }
}

/** An end of an entry, and what then is not kept any more, with the entries as they are after that. */
async function withExpired(
  { paths, config }: Home,
  lines: readonly JournalLine[],
  ended: Ended,
): Promise<readonly [added: readonly JournalLine[], entries: readonly JournalEntry[]]> {
  const files = await keptFiles(paths.undo);
  const known = entriesOf([...lines, ended]);
  const newest = newestExpired(known, files, config.undo, ended.at);
  const isMore = newest > (known.findLast(({ isExpired }) => isExpired)?.number ?? 0);
  const added: readonly JournalLine[] = isMore
    ? [ended, { is: 'expired', entry: newest, at: ended.at }]
    : [ended];
  const entries = entriesOf([...lines, ...added]);
  await removeExpired(paths.undo, files, entries);
  return [added, entries];
}

/** Where among the others a decision stands does not make another change of it. */
function keyOf(change: Change): string {
  if (change.kind !== 'decisions') return JSON.stringify([change.kind, ...identityOf(change)]);
  const { report, added, removed } = change;
  return JSON.stringify([report, added, removed.map(({ decision }) => decision)]);
}

function identityOf(change: Exclude<Change, { readonly kind: 'decisions' }>): readonly unknown[] {
  if (change.kind === 'file') return [change.path, change.before, change.after];
  if (change.kind === 'load') return [change.sha256, change.loadedAt, change.isIn];
  return [change.store, change.id, change.isIn];
}

async function madeOf(home: Home, changes: readonly Change[]): Promise<readonly number[]> {
  const made: number[] = [];
  for (const [place, change] of changes.entries()) if (await actsOn(change).isMade(home)) made.push(place);
  return made;
}

/** Adds to the journal what follows from what it has, within its lock. */
async function writing(
  { paths }: Home,
  next: (lines: readonly JournalLine[]) => Promise<readonly JournalLine[]>,
): Promise<void> {
  await withLock(paths.journal, async () => {
    const lines = await next(await readLines(paths.journal));
    if (lines.length > 0) await appendLines(paths.journal, lines);
  });
}

/**
 * The entries of the journal, the oldest first. What a process that is gone left without an end is settled first: each change was
 * made as a whole or not at all, which the home shows.
 *
 * @throws FoeprintError H511, H512
 */
export async function readJournal(home: Home): Promise<readonly JournalEntry[]> {
  const lines = await readLines(home.paths.journal);
  const left = await leftBehind(lines);
  if (left.length === 0) return entriesOf(lines);
  await writing(home, async (now) => {
    const ended: Ended[] = [];
    for (const { number, changes } of await leftBehind(now)) {
      // A store that cannot be asked now leaves the entry to whoever is next.
      const made = await madeOf(home, changes).catch(ifUnknown);
      if (made === undefined) continue;
      ended.push({ is: 'ended', entry: number, at: new Date().toISOString(), how: 'stopped', made });
    }
    return ended;
  });
  return entriesOf(await readLines(home.paths.journal));
}

function ifUnknown(error: unknown): undefined {
  if (!(error instanceof FoeprintError)) throw error;
}

/** Entries that have not ended, and whose process is gone. */
async function leftBehind(lines: readonly JournalLine[]): Promise<readonly JournalEntry[]> {
  const holders = new Map(
    lines.flatMap((line) => (line.is === 'begun' ? [[line.entry, line] as const] : [])),
  );
  const left: JournalEntry[] = [];
  for (const entry of entriesOf(lines)) {
    const begun = holders.get(entry.number);
    if (entry.how !== 'under way' || begun === undefined) continue;
    if (isGone(await holderIn(begun.holder, Date.parse(begun.at)))) left.push(entry);
  }
  return left;
}

function entriesOf(lines: readonly JournalLine[]): readonly JournalEntry[] {
  const begun = new Map<number, Begun>();
  const changes = new Map<number, Change[]>();
  const ended = new Map<number, Ended>();
  let expired = 0;
  for (const line of lines) {
    if (line.is === 'begun') begun.set(line.entry, line);
    else if (line.is === 'ended') ended.set(line.entry, line);
    else if (line.is === 'expired') expired = Math.max(expired, line.entry);
    else changes.set(line.entry, [...(changes.get(line.entry) ?? []), ...line.changes]);
  }
  const undoneBy = new Map<number, number>();
  // The newest first: what undid an entry counts unless it was undone itself.
  for (const [number, { undoes }] of [...begun].toReversed()) {
    const isUndoing = ended.get(number)?.how !== 'failed' && (ended.get(number)?.made.length ?? 0) > 0;
    const isWhole = ended.get(number)?.made.length === changes.get(number)?.length;
    if (undoes !== undefined && isUndoing && isWhole && !undoneBy.has(number)) undoneBy.set(undoes, number);
  }
  return [...begun.values()].map(({ is: _is, entry, holder: _holder, ...deed }) => {
    const end = ended.get(entry);
    const noted = changes.get(entry) ?? [];
    const made = noted.filter((_, place) => end?.made.includes(place) === true);
    const undone = undoneBy.get(entry);
    const isExpired = entry <= expired;
    return {
      ...deed,
      number: entry,
      changes: noted,
      made,
      how: end?.how ?? 'under way',
      ...defined({ endedAt: end?.at, level: end?.level, undoneBy: undone }),
      codes: end?.codes ?? [],
      isExpired,
      isUndoable:
        !isExpired &&
        undone === undefined &&
        made.length > 0 &&
        made.every((change) => actsOn(change).isReversible),
    };
  });
}

/**
 * Undoes what an entry of the journal did: what it changed is as it was. To be recorded as a deed of its own, which can be undone as
 * well.
 *
 * @param asked its number; default: the last entry that can be undone and that undid nothing itself
 * @param allow refuses by throwing
 * @returns the entry that was undone
 * @throws FoeprintError H600 to H605 where it cannot be undone
 */
export async function undoEntry(
  home: Home,
  asked: string | undefined,
  allow: (entry: JournalEntry) => Promise<void>,
): Promise<JournalEntry> {
  const undone = entryToUndo(await readJournal(home), asked);
  await allow(undone);
  const reversed = undone.made.toReversed();
  await noteChanges(
    reversed.map((change) => actsOn(change).reversed()),
    undone.number,
  );
  // What was undone by a process that did not come to its end need not be undone again.
  for (const change of reversed)
    if (!(await actsOn(actsOn(change).reversed()).isMade(home))) await actsOn(change).reverse(home);
  return undone;
}

function entryToUndo(entries: readonly JournalEntry[], asked: string | undefined): JournalEntry {
  const found =
    asked === undefined
      ? entries.findLast(({ isUndoable, undoes }) => isUndoable && undoes === undefined)
      : entries.find(({ number }) => String(number) === asked.trim());
  if (found === undefined)
    throw refusal(
      'unknown-entry',
      asked === undefined ? 'Nothing in the journal can be undone.' : `There is no entry “${asked}”.`,
    );
  const { how, undoneBy, isUndoable, isExpired, number } = found;
  const entry = `Entry ${String(number)}`;
  if (how === 'under way') throw refusal('under-way', `${entry} has not ended.`);
  if (undoneBy !== undefined)
    throw refusal('already-undone', `${entry} was undone by entry ${String(undoneBy)}.`);
  if (isExpired) throw refusal('expired', `What undoes ${entry.toLowerCase()} is not kept any more.`);
  if (!isUndoable) throw refusal('not-undoable', `${entry} cannot be undone.`);
  return found;
}

import * as z from 'zod/mini';
import { errorOf, isCleared, MARKING_LEVELS, type MarkingLevel } from '../../facts/index.ts';
import { compareText, highest, parsedJson } from '../../text/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import type { Batch } from '../sighting.ts';
import { STORED_BATCH } from '../stored-batch.ts';

/** Sums by month of some loads. */
const Sums = z.object({
  /** What their rows bear in place of the name of a load. */
  name: z.string(),
  /** Marking of all that they add up. */
  level: z.optional(z.enum(MARKING_LEVELS)),
  /** Loads that they add up, all of each. */
  of: z.readonly(z.array(z.string())),
});
export type Sums = Readonly<z.infer<typeof Sums>>;

const Detail = z.object({
  /** Changes that are done are numbered: seconds do not say which was first. */
  number: z.optional(z.int()),
  /** Who changes the store: who was broken off need not wait for itself. */
  holder: z.optional(z.string()),
  /** What a load brought. */
  batch: z.optional(STORED_BATCH),
  /** Name that its rows bear, where it is not that of the load. */
  rows: z.optional(z.string()),
  /** How far the log of each table had come: a server that has not come so far lacks something. */
  positions: z.optional(z.record(z.string(), z.number())),
  /** Loads that no longer count. */
  removed: z.optional(z.readonly(z.array(z.string()))),
  /** Takes the place of all sums before. */
  sums: z.optional(z.readonly(z.array(Sums))),
  /** What was removed from the tables too. */
  purged: z.optional(z.readonly(z.array(z.string()))),
});

/** What stands in one entry of the ledger beside its time. */
export type Detail = Readonly<z.infer<typeof Detail>>;

/** One entry of the ledger: entries are only ever added. */
export interface Entry extends Detail {
  readonly event: Event;
  /** Name of the load, or of another change, that it belongs to. */
  readonly load: string;
  /** When the cluster took it, in seconds. */
  readonly at: number;
}

/** A change is begun, given up, or done: from then on it is seen. */
export const EVENTS = ['begun', 'dropped', 'done'] as const;
export type Event = (typeof EVENTS)[number];

/** A batch that counts, and the name that its rows bear. */
export interface Load {
  readonly name: string;
  readonly batch: Batch;
}

/** What the ledger says at a moment. */
export interface State {
  /** Oldest first. */
  readonly loads: readonly Load[];
  readonly sums: readonly Sums[];
  /** Changes that were begun, and neither given up nor done. */
  readonly underWay: readonly Entry[];
  /** Names of rows that count no longer, or never did, and since when. */
  readonly dead: ReadonlyMap<string, number>;
  readonly positions: ReadonlyMap<string, number>;
  /** Of the newest change. */
  readonly number: number;
  /** When it last changed, in seconds of the cluster's clock. */
  readonly changedAt: number;
}

/** @throws FoeprintError S973 */
export function readEntry(event: string, load: string, detail: string, at: number): Entry {
  const parsed = Detail.safeParse(parsedJson(detail));
  const known = EVENTS.find((name) => name === event);
  if (known === undefined || !parsed.success)
    throw errorOf(SIGHTINGS_ISSUES.ledgerUnclear, `The entry ${event} of ${load} is not legible.`);
  return { ...parsed.data, event: known, load, at };
}

/** What entries come to, in whatever order and however often they arrived. */
export function stateOf(given: readonly Entry[]): State {
  const entries = [
    ...new Map(given.toSorted(byTime).map((entry) => [`${entry.event} ${entry.load}`, entry])).values(),
  ];
  const done = entries
    .filter(({ event }) => event === 'done')
    .toSorted((one, other) => numberOf(one) - numberOf(other) || compareText(one.load, other.load));
  const over = new Set(entries.filter(({ event }) => event !== 'begun').map(({ load }) => load));
  const begun = new Map(entries.filter(({ event }) => event === 'begun').map((entry) => [entry.load, entry]));
  const dead = new Map<string, number>();
  const positions = new Map<string, number>();
  const loads = new Map<string, Load>();
  /** Names of the loads that count, by their batches. */
  const counting = new Map<string, string>();
  let sums: readonly Sums[] = [];
  for (const entry of done) {
    const { load, batch, rows: name = load, removed = [], at } = entry;
    for (const one of removed) dead.set(one, at);
    if (name !== load) dead.set(load, at);
    if (batch !== undefined) {
      // Of two imports of the same batch the first counts.
      const first = counting.get(batch.id);
      if (first === undefined || dead.has(first)) counting.set(batch.id, name);
      else dead.set(name, at);
      loads.set(name, { name, batch });
    }
    if (entry.sums !== undefined) {
      const { sums: next } = entry;
      for (const old of sums) if (next.every((sum) => sum.name !== old.name)) dead.set(old.name, at);
      sums = next;
    }
    for (const [path, position] of Object.entries(entry.positions ?? {}))
      positions.set(path, Math.max(position, positions.get(path) ?? 0));
  }
  for (const { event, load, at } of entries)
    if (event === 'dropped') for (const name of namesOf(load)) dead.set(name, at);
  const purged = new Set(done.flatMap((entry) => entry.purged ?? []));
  const underWay = [...begun.values()].filter(({ load }) => !over.has(load) && !purged.has(load));
  return {
    loads: [...loads.values()]
      .filter(({ name }) => !dead.has(name))
      .toSorted((one, other) => compareText(one.batch.importedAt, other.batch.importedAt)),
    sums,
    underWay,
    dead: new Map([...dead].filter(([name]) => !purged.has(name))),
    positions,
    number: done.at(-1)?.number ?? 0,
    changedAt: highest(
      done.map(({ at }) => at),
      0,
    ),
  };
}

/** All names under which a change may write: rows as they came, those that are new, sums of each marking. */
export function namesOf(change: string): readonly string[] {
  return [change, newRowsOf(change), ...[undefined, ...MARKING_LEVELS].map((level) => sumsOf(change, level))];
}

/** Name of those rows of an import that were not there. */
export function newRowsOf(change: string): string {
  return `${change}-new`;
}

/** Name of the sums by month of all that bears a marking. */
export function sumsOf(change: string, level: MarkingLevel | undefined): string {
  return `${change}-${level ?? 'unmarked'}`;
}

/** How many rows some loads have. */
export function rowsOf({ loads }: State, names: readonly string[]): number {
  const among = new Set(names);
  return loads.filter(({ name }) => among.has(name)).reduce((sum, { batch }) => sum + batch.rows, 0);
}

function byTime(one: Entry, other: Entry): number {
  return one.at - other.at;
}

function numberOf({ number = 0 }: Entry): number {
  return number;
}

/** Names that rows bear which somebody may see, and those of sums by month: sums where there are some, else each load. */
export function visible(
  { loads, sums }: State,
  level: MarkingLevel | undefined,
): { readonly rows: readonly string[]; readonly months: readonly string[] } {
  const rows = loads.filter(({ batch }) => isCleared(batch.level, level)).map(({ name }) => name);
  const cleared = sums.filter((sum) => isCleared(sum.level, level));
  const added = new Set(cleared.flatMap(({ of }) => of));
  return { rows, months: [...cleared.map(({ name }) => name), ...rows.filter((name) => !added.has(name))] };
}

import { append, groupedBy } from '../../text/index.ts';
import { isCleared, type MarkingLevel } from '../../facts/index.ts';
import type { ObjectRow, ViewRows } from './view-rows.ts';

/** A version of an object that is in view, and whose it is. */
export interface ChosenRow extends ObjectRow {
  /**
   * Who publishes this version, comparable only within one view: ATT&CK and the galaxies by a number below zero, anybody else by
   * the thing that is the object's creator, or {@link NOBODY} where it names no creator.
   */
  readonly publisher: number;
}

/** What a view shows of its objects. */
export interface ChosenVersions {
  /** In order of stored numbers. */
  readonly rows: readonly ChosenRow[];
  /** For each thing that is an object's id, the row that says what the thing is; the others describe it beside. */
  readonly heads: ReadonlyMap<number, ChosenRow>;
  /** How many versions the clearance keeps out. */
  readonly leftOut: number;
}

/** Publisher of an object that names no creator. */
export const NOBODY = -3;

/** Publishers that are known by the precedence of their sources, whatever an object says of its creator. */
const PUBLISHERS: readonly (number | undefined)[] = [-1, -2, undefined];

/**
 * Of all versions that sources in view have, those that are in view: of every object the newest of each publisher. STIX lets
 * only the creator of an object make new versions of it (2.1, section 3.6), so what another publisher has under its id
 * stands beside it, never in its place, however new it is. Of these the clearance lets some through; an older, freer version of
 * what is now marked higher is none.
 */
export function chooseVersions(rows: ViewRows, clearance: MarkingLevel | undefined): ChosenVersions {
  const publisherOf = publishers(rows);
  const isShown = ({ isHeldBack, level }: ObjectRow): boolean => !isHeldBack && isCleared(level, clearance);
  const versions = new Map<number, [ChosenRow, ...ChosenRow[]]>();
  for (const object of rows.objects) {
    const row: ChosenRow = { ...object, publisher: publisherOf(object) };
    const rivals = versions.get(row.thing);
    if (rivals === undefined) versions.set(row.thing, [row]);
    else rivals.push(row);
  }
  const chosen: ChosenRow[] = [];
  const heads = new Map<number, ChosenRow>();
  let leftOut = 0;
  for (const [thing, rivals] of versions) {
    const [only] = rivals;
    // Nearly all.
    if (rivals.length === 1) {
      if (isShown(only)) {
        chosen.push(only);
        heads.set(thing, only);
      } else leftOut++;
      continue;
    }
    const newest = describing(lineagesOf(rivals)).map(newestOf);
    const lineages = newest.map((lineage) => lineage.filter(isShown)).filter((lineage) => lineage.length > 0);
    for (const lineage of newest) leftOut += lineage.length;
    for (const lineage of lineages) {
      leftOut -= lineage.length;
      append(chosen, lineage);
    }
    const [first] = lineages.length < 2 ? lineages : lineages.toSorted(compareLineages);
    const head = first?.at(-1);
    if (head !== undefined) heads.set(thing, head);
  }
  return { rows: chosen.toSorted((one, other) => one.stored - other.stored), heads, leftOut };
}

function publishers(rows: ViewRows): (row: ObjectRow) => number {
  const createdBy = rows.relations.indexOf('created-by');
  const creators = new Map<number, number>();
  const { origin, relation, object, size } = rows.statements;
  const isAsked = rows.objects.some(({ precedence }) => PUBLISHERS[precedence] === undefined);
  if (createdBy !== -1 && isAsked)
    for (let position = 0; position < size; position++)
      if (relation[position] === createdBy) creators.set(origin[position] ?? 0, object[position] ?? NOBODY);
  return ({ precedence, stored }) => PUBLISHERS[precedence] ?? creators.get(stored) ?? NOBODY;
}

/** Versions of one object by their publisher, in order of loading; what names no creator goes with whoever came first. */
function lineagesOf(versions: readonly ChosenRow[]): readonly (readonly ChosenRow[])[] {
  const first = versions.find(({ precedence }) => PUBLISHERS[precedence] === undefined);
  const lineages = groupedBy(versions, ({ publisher }) =>
    publisher === NOBODY && first !== undefined ? first.publisher : publisher,
  );
  return [...lineages.values()];
}

/** The newest version; of a relationship all of that age that the last source has, for some give one id to several. */
function newestOf(lineage: readonly ChosenRow[]): readonly ChosenRow[] {
  const newest = lineage.reduce((best, row) => (row.version > best.version ? row : best)).version;
  const current = lineage.filter(({ version }) => version === newest);
  const lastSource = current.reduce((last, row) => Math.max(last, row.lastSource), 0);
  const rows = current.filter((row) => row.lastSource === lastSource);
  return rows[0]?.entity === undefined ? rows : rows.slice(-1);
}

/** Something known by name alone has no version; it gives way to whoever describes it. */
function describing(lineages: readonly (readonly ChosenRow[])[]): readonly (readonly ChosenRow[])[] {
  const isMention = (lineage: readonly ChosenRow[]): boolean =>
    lineage.every(({ version }) => version === '');
  return lineages.every(isMention) ? lineages : lineages.filter((lineage) => !isMention(lineage));
}

/** Whose word goes first: by precedence, then who was loaded first. */
function compareLineages(one: readonly ChosenRow[], other: readonly ChosenRow[]): number {
  return (
    (one[0]?.precedence ?? 0) - (other[0]?.precedence ?? 0) || (one[0]?.stored ?? 0) - (other[0]?.stored ?? 0)
  );
}

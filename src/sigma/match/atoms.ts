import { keptFor } from '../../text/index.ts';

/** Something that an event has to have for a rule to match: a text in folded form, and how it stands in a field. */
export interface Atom {
  /** Undefined: in any value of the event. */
  readonly field: string | undefined;
  readonly kind: 'equals' | 'starts' | 'ends' | 'contains';
  readonly text: string;
}

/** Atoms of which an event has one, at least; undefined where a rule can match without any. */
export type Necessary = readonly Atom[] | undefined;

/** Whatever one of several things is, it needs one of what they need. */
export function necessaryForAny(each: readonly Necessary[]): Necessary {
  const known = each.filter((atoms) => atoms !== undefined);
  const many = known.reduce((sum, { length }) => sum + length, 0) > MOST;
  return known.length < each.length || many ? undefined : known.flat();
}

/** A rule that can match by more than these is looked at for every event of its log. */
const MOST = 10_000;

/** All of several things need what the rarest of them needs. */
export function necessaryForAll(each: readonly Necessary[]): Necessary {
  const known = each.filter((atoms) => atoms !== undefined);
  const [first, ...rest] = known.map((atoms) => ({ atoms, share: shareOf(atoms) }));
  return rest.reduce((best, one) => (best !== undefined && best.share <= one.share ? best : one), first)
    ?.atoms;
}

/** Fields that have few values, and the same in many events. */
const COMMON_FIELDS = new Set([
  'EventID',
  'Channel',
  'Provider_Name',
  'Initiated',
  'EventType',
  'type',
  'eventSource',
]);

/** An estimate of the share of events that have one of these. */
const shareOf = keptFor((atoms: readonly Atom[]): number =>
  atoms.reduce((sum, { field, kind, text }) => {
    if (field !== undefined && COMMON_FIELDS.has(field)) return sum + 0.3;
    const byLength = 0.8 ** text.length;
    return sum + (kind === 'contains' ? byLength : byLength / 4);
  }, 0),
);

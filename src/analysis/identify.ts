import { lowest, editDistance } from '../facts/index.ts';
import { LITERAL_TYPE, type Catalogue } from '../knowledge/index.ts';
import { OBJECT_KINDS } from '../threat/index.ts';

/** What a text names. */
export type Identification =
  | { readonly kind: 'one'; readonly term: number; readonly asked: number }
  | { readonly kind: 'several'; readonly terms: readonly number[] }
  | { readonly kind: 'none'; readonly similar: readonly number[] };

export type IdentifiedBy = 'id' | 'label' | 'name';

/**
 * Finds what a text names: a STIX id, an ATT&CK id, a name or an alias, whatever the case.
 *
 * ATT&CK ids are labels, not keys: a withdrawn mitigation may carry a technique's number, so things whose kind
 * fits the label come first, then things that are not withdrawn. By a name, things with an ATT&CK id come first. A revoked thing is forwarded to its
 * successor: then `asked` differs from `term`.
 *
 * @param types STIX types that the caller can use; empty: any
 */
export function identify(catalogue: Catalogue, text: string, types: readonly string[] = []): Identification {
  const wanted = text.trim();
  for (const [by, find] of LOOKUPS) {
    const terms = prefer(catalogue, find(catalogue, wanted), types, by);
    const [first] = terms;
    if (first === undefined) continue;
    if (terms.length > 1) return { kind: 'several', terms };
    return { kind: 'one', term: forward(catalogue, first), asked: first };
  }
  return { kind: 'none', similar: similarNames(catalogue, wanted, types) };
}

const LOOKUPS: readonly [IdentifiedBy, (catalogue: Catalogue, text: string) => readonly number[]][] = [
  // Only what looks like a STIX id is looked up as one: the index of ids is large and often not needed.
  ['id', (catalogue, text) => (text.includes('--') ? listOf(catalogue.termOf(text)) : [])],
  [
    'label',
    // ATT&CK's labels are upper case, those of sectors and regions lower case.
    (catalogue, text) => [
      ...new Set([text, text.toUpperCase()].flatMap((label) => labelledTerms(catalogue, label))),
    ],
  ],
  ['name', (catalogue, text) => catalogue.named(text)],
];

function labelledTerms(catalogue: Catalogue, label: string): readonly number[] {
  return catalogue.find(label).filter((term) => catalogue.label(term) === label);
}

function listOf<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}

/** Narrows candidates step by step, taking a step only where it leaves something. */
function prefer(
  catalogue: Catalogue,
  terms: readonly number[],
  types: readonly string[],
  by: IdentifiedBy,
): readonly number[] {
  const usable =
    types.length === 0 ? terms : terms.filter((term) => types.includes(catalogue.entry(term).type));
  // A name that ATT&CK gives to one thing only means that one, though entries of other sources bear it too: to see
  // those, ask for aliases.
  const steps = [
    ...(by === 'label' ? [(term: number) => labelFits(catalogue, term)] : []),
    (term: number) => catalogue.entry(term).type !== LITERAL_TYPE,
    (term: number) => !catalogue.isWithdrawn(term),
    ...(by === 'name' ? [(term: number) => labelFits(catalogue, term)] : []),
  ];
  return steps.reduce((left, keep) => {
    const kept = left.filter(keep);
    return kept.length > 0 ? kept : left;
  }, usable);
}

function labelFits(catalogue: Catalogue, term: number): boolean {
  const { type, label } = catalogue.entry(term);
  return OBJECT_KINDS.some(
    (kind) => kind.label?.test(label) === true && (kind.types as readonly string[]).includes(type),
  );
}

function forward(catalogue: Catalogue, term: number): number {
  return catalogue.successor(term) ?? term;
}

/** How many suggestions to make at most. */
const MOST_SIMILAR = 5;

/** Names that a mistyped one may have meant, nearest first. */
function similarNames(catalogue: Catalogue, text: string, types: readonly string[]): readonly number[] {
  const wanted = text.toLowerCase();
  const furthest = Math.max(1, Math.floor(wanted.length / 3));
  const all = types.length > 0 ? types : OBJECT_KINDS.flatMap((kind) => [...kind.types]);
  return catalogue
    .ofType(all)
    .map((term) => ({ term, distance: distanceToEntry(catalogue, term, wanted) }))
    .filter(({ distance }) => distance <= furthest)
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, MOST_SIMILAR)
    .map(({ term }) => term);
}

function distanceToEntry(catalogue: Catalogue, term: number, wanted: string): number {
  const { name, label, aliases } = catalogue.entry(term);
  const names = [name, label, ...aliases].filter((each) => each !== '').map((each) => each.toLowerCase());
  return lowest(names.map((each) => (each.startsWith(wanted) ? 0 : editDistance(each, wanted))));
}

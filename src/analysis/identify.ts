import { labelFits } from './identity/actor-joins.ts';
import { editDistance, furthestMeant, lowest } from '../text/index.ts';
import { LITERAL_TYPE, spellingOf, type Catalogue } from '../knowledge/index.ts';
import { OBJECT_KINDS, typesOf } from '../threat/index.ts';
import { ADVERSARY_TYPES } from './identity/name-leads.ts';

/** What a text names. */
export type Identification =
  | { readonly kind: 'one'; readonly term: number; readonly asked: number; readonly by: IdentifiedBy }
  | { readonly kind: 'several'; readonly terms: readonly number[] }
  | { readonly kind: 'none'; readonly similar: () => readonly number[] };

/** `spelling`: a label or a name, written otherwise than its source writes it. */
export type IdentifiedBy = 'id' | 'label' | 'name' | 'spelling';

/**
 * Finds what a text names: a STIX id, an ATT&CK id, a name or an alias, whatever the case; where nothing is called
 * exactly so, whatever hyphens, dots, spaces and zeros before a number.
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
    const terms = prefer(catalogue, find(catalogue, wanted), types, by, wanted);
    const [first] = terms;
    if (first === undefined) continue;
    const own = by === 'name' ? ownSpelling(catalogue, wanted, types, terms) : [];
    if (own.length > 0) return identified(catalogue, own, 'spelling');
    return identified(catalogue, terms, by);
  }
  return { kind: 'none', similar: () => similarNames(catalogue, wanted, types) };
}

function identified(catalogue: Catalogue, terms: readonly number[], by: IdentifiedBy): Identification {
  const [first = -1] = terms;
  if (terms.length > 1) return { kind: 'several', terms };
  return { kind: 'one', term: catalogue.successor(first) ?? first, asked: first, by };
}

/**
 * Adversaries that ATT&CK calls so but for the spelling, where only others use the very name: `APT 28` is ATT&CK's APT28,
 * whatever another source calls so.
 */
function ownSpelling(
  catalogue: Catalogue,
  text: string,
  types: readonly string[],
  exact: readonly number[],
): readonly number[] {
  const isAdversary = (term: number): boolean => ADVERSARY_TYPES.includes(catalogue.entry(term).type);
  const isOwn = (term: number): boolean => labelFits(catalogue, term) && bears(catalogue, term, text);
  if (!exact.every(isAdversary) || exact.some(isOwn)) return [];
  const spelled = catalogue.spelled(text).filter((term) => isAdversary(term) && isOwn(term));
  return prefer(catalogue, spelled, types, 'spelling', text);
}

const LOOKUPS: readonly [IdentifiedBy, (catalogue: Catalogue, text: string) => readonly number[]][] = [
  [
    'id',
    (catalogue, text) => {
      // Only what looks like a STIX id is looked up as one: the index of ids is large and often not needed.
      const term = text.includes('--') ? catalogue.termOf(text) : undefined;
      return term === undefined ? [] : [term];
    },
  ],
  [
    'label',
    // ATT&CK's labels are upper case, those of sectors and regions lower case.
    (catalogue, text) => [
      ...new Set([text, text.toUpperCase()].flatMap((label) => labelledTerms(catalogue, label))),
    ],
  ],
  ['name', (catalogue, text) => catalogue.named(text)],
  ['spelling', (catalogue, text) => catalogue.spelled(text)],
];

function labelledTerms(catalogue: Catalogue, label: string): readonly number[] {
  return catalogue.find(label).filter((term) => catalogue.label(term) === label);
}

/** Narrows candidates step by step, taking a step only where it leaves something. */
function prefer(
  catalogue: Catalogue,
  terms: readonly number[],
  types: readonly string[],
  by: IdentifiedBy,
  text: string,
): readonly number[] {
  const usable =
    types.length === 0 ? terms : terms.filter((term) => types.includes(catalogue.entry(term).type));
  // A name that ATT&CK gives to one thing only means that one, though entries of other sources bear it too: to see
  // those, ask for aliases.
  const steps = [
    ...(by === 'label' ? [(term: number) => labelFits(catalogue, term)] : []),
    (term: number) => catalogue.entry(term).type !== LITERAL_TYPE,
    (term: number) => !catalogue.isWithdrawn(term),
    ...(by === 'name' || by === 'spelling'
      ? [
          (term: number) => labelFits(catalogue, term),
          // What a thing is called by its own source goes before what others call it.
          (term: number) => bears(catalogue, term, text),
          // A source that describes an adversary often has an identity of the same name beside it: whoever asks means the adversary.
          (term: number) => !NAMESAKES.has(catalogue.entry(term).type),
        ]
      : []),
  ];
  return steps.reduce((left, keep) => {
    const kept = left.filter(keep);
    return kept.length > 0 ? kept : left;
  }, usable);
}

/** Kinds that are not meant where something of another kind has the same name. */
const NAMESAKES = new Set<string>([...typesOf('identity'), ...typesOf('report'), ...typesOf('indicator')]);

/** Whether the source of a thing itself gives it this name, however written. */
function bears(catalogue: Catalogue, term: number, text: string): boolean {
  const { name, aliases } = catalogue.entry(term);
  const wanted = spellingOf(text);
  return [name, ...aliases].some((each) => spellingOf(each) === wanted);
}

const MOST_SIMILAR = 5;

/** From how many characters on the beginning of a name is enough to suggest it. */
const SHORTEST_BEGINNING = 3;

/** Names that a mistyped one may have meant, nearest first, each once however many sources have it. */
function similarNames(catalogue: Catalogue, text: string, types: readonly string[]): readonly number[] {
  const wanted = text.toLowerCase();
  const furthest = furthestMeant(wanted);
  if (furthest === undefined) return [];
  const all = types.length > 0 ? types : NAMED_TYPES;
  const near = catalogue
    .ofType(all)
    .map((term) => ({ term, distance: distanceToEntry(catalogue, term, wanted, furthest) }))
    .filter(({ distance }) => distance <= furthest)
    .toSorted((left, right) => left.distance - right.distance);
  // Those with a label come first, so that of several entries with one name it is ATT&CK's that is suggested.
  const byName = new Map(
    near.toReversed().map(({ term }) => [catalogue.name(term).toLowerCase(), term] as const),
  );
  return near
    .map(({ term }) => term)
    .filter((term) => byName.get(catalogue.name(term).toLowerCase()) === term)
    .slice(0, MOST_SIMILAR);
}

/** Types of what has a name. An assertion is called by what it says, so that all about a thing would be near the thing's name. */
const NAMED_TYPES: readonly string[] = OBJECT_KINDS.flatMap(({ name, types }) =>
  name === 'assertion' ? [] : [...types],
);

function distanceToEntry(catalogue: Catalogue, term: number, wanted: string, furthest: number): number {
  const { name, label, aliases } = catalogue.entry(term);
  return lowest(
    [name, label, ...aliases].map((each) => distanceToName(each.toLowerCase(), wanted, furthest)),
  );
}

function distanceToName(name: string, wanted: string, furthest: number): number {
  if (wanted.length >= SHORTEST_BEGINNING && name.startsWith(wanted)) return 0;
  return Math.abs(name.length - wanted.length) > furthest ? Infinity : editDistance(name, wanted);
}

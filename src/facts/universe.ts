/**
 * The things that facts are about, numbered 0 … size-1. A number is called a *term* and means something
 * only within its universe; the lasting name of a thing is its id.
 *
 * Terms of the same type are numbered next to each other, which keeps the arrays that the reasoner
 * indexes by term small in cache.
 */
export interface Universe {
  readonly size: number;
  /** Type names, e.g. `intrusion-set`, `string`. */
  readonly types: readonly string[];
  /** For each term, the index of its type in `types`. */
  readonly typeOf: Uint16Array;
  /** Lasting name: the STIX id of an object, or the text of a literal. */
  id(term: number): string;
  /** What a reader calls it: the object's name; the text of a literal. */
  name(term: number): string;
  /** What people of the field know it by, e.g. the ATT&CK id `G0016`; empty where there is none. */
  label(term: number): string;
  /** Terms with exactly this id, label, or (literals) text. Several where a label is reused. */
  find(text: string): readonly number[];
}

/** Name of the type of a term. */
export function typeName({ types, typeOf }: Pick<Universe, 'types' | 'typeOf'>, term: number): string {
  return types[typeOf[term] ?? -1] ?? '';
}

/** Whether a term is of one of these types. */
export function hasType(
  universe: Pick<Universe, 'types' | 'typeOf'>,
  term: number,
  types: readonly string[],
): boolean {
  return types.includes(typeName(universe, term));
}

/** STIX types that a term may have; undefined: any. */
export type TypeSet = readonly string[] | undefined;

/** What both allow. Empty where nothing can be of both. */
export function intersect(left: TypeSet, right: TypeSet): TypeSet {
  if (left === undefined) return right;
  return right === undefined ? left : left.filter((type) => right.includes(type));
}

/** What either allows. */
export function unite(left: TypeSet, right: TypeSet): TypeSet {
  return left === undefined || right === undefined ? undefined : [...new Set([...left, ...right])];
}

/** The types of a declared term, where an empty list means any. */
export function declaredTypes(types: readonly string[]): TypeSet {
  return types.length === 0 ? undefined : types;
}

/** Finds what a text names among the things that are known. */
export type NameResolver = (text: string, types: readonly string[]) => ResolvedName;

/** What a text names. */
export type ResolvedName =
  | { readonly kind: 'one'; readonly id: string; readonly name: string }
  | { readonly kind: 'several'; readonly candidates: readonly string[] }
  | { readonly kind: 'none'; readonly similar: readonly string[] };

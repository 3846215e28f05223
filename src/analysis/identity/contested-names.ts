import type { KnowledgeView } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';

/** A name that one source gives to several adversaries that it keeps apart. */
export interface ContestedName {
  readonly name: string;
  /** Id of the source. */
  readonly source: string;
  readonly bearers: readonly number[];
}

/** Every name that a source gives to more than one of its live adversaries, whatever the case; by source, then name. */
export function contestedNames(view: KnowledgeView): readonly ContestedName[] {
  const { catalogue } = view;
  const bearers = new Map<string, ContestedName & { readonly bearers: number[] }>();
  for (const term of catalogue.ofType([...typesOf('group'), ...typesOf('actor')])) {
    const { name, aliases, stored } = catalogue.entry(term);
    const source = stored === undefined ? undefined : view.object(stored).sources[0]?.id;
    if (source === undefined) continue;
    for (const each of new Set([name, ...aliases].map((alias) => alias.trim().toLowerCase()))) {
      const key = `${source}\n${each}`;
      const known = bearers.get(key);
      if (known === undefined) bearers.set(key, { name: each, source, bearers: [term] });
      else known.bearers.push(term);
    }
  }
  return [...bearers]
    .filter(([, { bearers: terms }]) => terms.length > 1)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, contested]) => contested);
}

import type { Source } from '../facts/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';

/** Ids of objects, wherever they stand in an answer. */
const ID = /[a-z][a-z0-9-]*--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/**
 * The sources that an answer rests on, in order of loading: all releases in view, and of vendor reports, feeds and
 * cases those that report something which stands in it, or a relation between things that both do.
 */
export function restingOn(view: KnowledgeView, contentOf: () => string): readonly Source[] {
  if (view.sources.every(isSeries)) return view.sources;
  const content = contentOf();
  const ids = new Set(content.match(ID));
  const objects = new Set<number>();
  const terms = new Set<number>();
  for (const id of ids) {
    const term = view.catalogue.termOf(id);
    if (term !== undefined) terms.add(term);
    for (const { stored } of view.versions(id)) objects.add(stored);
  }
  for (const { columns, size, firstStatement, origins } of view.facts.relations.values()) {
    for (let row = 0; row < size; row++) {
      if (!columns.every((column) => terms.has(column[row] ?? -1))) continue;
      for (let at = firstStatement[row] ?? 0; at < (firstStatement[row + 1] ?? 0); at++)
        objects.add(origins[at] ?? -1);
    }
  }
  const reporting = new Set(view.sourcesOf(objects));
  return view.sources.filter(
    (source) => isSeries(source) || reporting.has(source) || isNamed(source, content),
  );
}

function isSeries({ series }: Source): boolean {
  return series !== undefined;
}

/** The answer names the source itself: a status, a proof. */
function isNamed({ id, name }: Source, content: string): boolean {
  return content.includes(id) || content.includes(JSON.stringify(name).slice(1, -1));
}

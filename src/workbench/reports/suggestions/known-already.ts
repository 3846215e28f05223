import { eachReported, originsOf } from '../../../facts/index.ts';
import type { KnowledgeView } from '../../../knowledge/index.ts';
import { addTo, keptFor } from '../../../text/index.ts';

/**
 * Names of the sources that report a fact of two terms already.
 *
 * @param besides series of a source that does not count
 */
export function sourcesOfFact(
  view: KnowledgeView,
  {
    relation,
    subject,
    object,
  }: { readonly relation: string; readonly subject: number; readonly object: number },
  besides?: string,
): readonly string[] {
  const rows =
    rowsOf(view)(relation)
      .get(subject)
      ?.filter((row) => row.object === object) ?? [];
  const sources = rows.flatMap(({ row }) =>
    originsOf(view.facts, { relation, row }).flatMap((stored) => view.object(stored).sources),
  );
  const others = sources.filter(({ series }) => besides === undefined || series !== besides);
  return [...new Set(others.map(({ name }) => name))];
}

/** Rows of a relation by their subjects. */
const rowsOf = keptFor((view: KnowledgeView) => {
  const known = new Map<string, ReadonlyMap<number, readonly Row[]>>();
  return (relation: string): ReadonlyMap<number, readonly Row[]> => {
    const found = known.get(relation) ?? rowsBySubject(view, relation);
    known.set(relation, found);
    return found;
  };
});

interface Row {
  readonly object: number;
  readonly row: number;
}

function rowsBySubject({ facts }: KnowledgeView, relation: string): ReadonlyMap<number, readonly Row[]> {
  const rows = new Map<number, Row[]>();
  eachReported(facts, relation, (subject, object, row) => addTo(rows, subject, { object, row }));
  return rows;
}

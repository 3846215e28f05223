import { addTo, keptFor } from '../../text/index.ts';
import type { Pairs, Statements, UseIndex } from './use-index.ts';

/** What is to be as if it were not known. */
export interface Hidden {
  /** STIX ids of relationships that count as absent. */
  readonly relationships?: readonly string[];
  /** Names of documents that are evidence for nothing; a relationship that cites no other counts as absent. */
  readonly documents?: readonly string[];
}

/** What is left of an index when something is hidden. */
export interface Visible {
  /** 1 for each statement that counts. */
  readonly statements: Uint8Array;
  /** 1 for each document that counts. */
  readonly documents: Uint8Array;
  /** Whether a statement at a place of `Pairs.reports` counts: it is visible, and so is the attribution through which it would. */
  readonly isCounted: (pairs: Pairs, at: number) => boolean;
}

/** Marks what counts. Ids and names that nothing has are passed over. */
export function visibleIn({ statements, attributions }: UseIndex, hidden: readonly Hidden[]): Visible {
  const { ofId, documentOf, citing, cited } = lookUp(statements);
  const documents = new Uint8Array(statements.names.length).fill(1);
  const counted = new Uint8Array(statements.stored.length).fill(1);
  const left = cited.slice();
  for (const { documents: names = [], relationships = [] } of hidden) {
    for (const name of names) {
      const document = documentOf.get(name.trim());
      if (document === undefined || documents[document] === 0) continue;
      documents[document] = 0;
      for (const statement of citing[document] ?? []) {
        left[statement] = (left[statement] ?? 0) - 1;
        if (left[statement] === 0) counted[statement] = 0;
      }
    }
    for (const id of relationships) for (const statement of ofId.get(id) ?? []) counted[statement] = 0;
  }
  const linked = Uint8Array.from(attributions.left, (_, pair) =>
    Number(
      attributions.reports
        .slice(attributions.first[pair], attributions.first[pair + 1])
        .some((statement) => counted[statement] === 1),
    ),
  );
  return {
    statements: counted,
    documents,
    isCounted({ reports, through }, at) {
      const link = through[at] ?? -1;
      return counted[reports[at] ?? 0] === 1 && (link === -1 || linked[link] === 1);
    },
  };
}

/** Statements by what hides them, found when something first is. */
const lookUp = keptFor(({ ids, names, first, documents }: Statements) => {
  const ofId = new Map<string, number[]>();
  const citing = names.map((): number[] => []);
  ids.forEach((id, statement) => {
    addTo(ofId, id, statement);
    for (let at = first[statement] ?? 0; at < (first[statement + 1] ?? 0); at++)
      citing[documents[at] ?? 0]?.push(statement);
  });
  const cited = Int32Array.from(ids, (_, statement) => (first[statement + 1] ?? 0) - (first[statement] ?? 0));
  return { ofId, citing, cited, documentOf: new Map(names.map((name, document) => [name, document])) };
});

/** Statements that count for a pair; none where nobody reports it. */
export function statementsOf(pairs: Pairs, pair: number, { isCounted }: Visible): readonly number[] {
  const found: number[] = [];
  for (let at = pairs.first[pair] ?? 0; at < (pairs.first[pair + 1] ?? 0); at++)
    if (isCounted(pairs, at)) found.push(pairs.reports[at] ?? 0);
  return found;
}

/** Calls back with every pair that anything visible reports. */
export function eachVisiblePair(
  pairs: Pairs,
  { isCounted }: Visible,
  visit: (left: number, right: number, pair: number) => void,
): void {
  for (let pair = 0; pair < pairs.left.length; pair++)
    for (let at = pairs.first[pair] ?? 0; at < (pairs.first[pair + 1] ?? 0); at++)
      if (isCounted(pairs, at)) {
        visit(pairs.left[pair] ?? 0, pairs.right[pair] ?? 0, pair);
        break;
      }
}

import { sayTerm } from '../../analysis/index.ts';
import { addTo } from '../../text/index.ts';
import { issueOf, type Issue, type IssueDeclaration, type Source } from '../../facts/index.ts';
import { KNOWLEDGE_ISSUES, type KnowledgeView } from '../../knowledge/index.ts';

/** Things that a remark names before the rest is only counted. */
const MOST_NAMED = 10;

/**
 * What is to be minded of sources beside all others in view: objects that they have under another publisher's ids, and statements
 * about what was withdrawn without a successor.
 */
export function remarksOnSources(view: KnowledgeView, sources: readonly Source[]): readonly Issue[] {
  const beside = termsBySource(view, describedBeside(view));
  const uncarried = termsBySource(view, view.uncarried());
  return sources.flatMap((source) => [
    ...remark(view, KNOWLEDGE_ISSUES.describedBeside, source, beside.get(source.id), sayBeside),
    ...remark(view, KNOWLEDGE_ISSUES.notCarried, source, uncarried.get(source.id), sayUncarried),
  ]);
}

/** A stored object, and the term that it is about. */
interface ObjectAbout {
  readonly stored: number;
  readonly about: number;
}

/** What is described under the very id of somebody else's object. */
function describedBeside({ catalogue }: KnowledgeView): readonly ObjectAbout[] {
  const terms = Array.from({ length: catalogue.size }, (_, term) => term);
  return terms.flatMap((about) =>
    catalogue
      .beside(about)
      .filter(({ id }) => id === catalogue.id(about))
      .map(({ stored }) => ({ stored, about })),
  );
}

function termsBySource(
  view: KnowledgeView,
  objects: readonly ObjectAbout[],
): ReadonlyMap<string, readonly number[]> {
  const terms = new Map<string, number[]>();
  for (const { stored, about } of objects)
    for (const { id } of view.object(stored).sources) addTo(terms, id, about);
  return terms;
}

function sayBeside(count: number): string {
  return `${count === 1 ? '1 object is' : `${count} objects are`} another publisher's, and stay as it has them`;
}

function sayUncarried(count: number): string {
  return `${count === 1 ? '1 statement is' : `${count} statements are`} about what was withdrawn without a successor`;
}

function remark(
  { catalogue }: KnowledgeView,
  declaration: IssueDeclaration,
  { location }: Source,
  about: readonly number[] | undefined,
  say: (count: number) => string,
): readonly Issue[] {
  if (about === undefined) return [];
  const things = [...new Set(about)];
  const named = things.slice(0, MOST_NAMED).map((term) => sayTerm(catalogue, term));
  const others = things.length > named.length ? ` and ${things.length - named.length} more` : '';
  return [issueOf(declaration, `${say(about.length)}: ${named.join(', ')}${others}.`, { file: location })];
}

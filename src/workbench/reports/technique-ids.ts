import type { Knowledge } from '../../desk/index.ts';
import { hasType } from '../../facts/index.ts';
import { idsInText } from '../../reading/index.ts';
import { keptFor } from '../../text/index.ts';
import { typesOf } from '../../threat/index.ts';
import { targetInView } from '../releases/target-in-view.ts';
import { carriedTechnique } from '../triage/carried-technique.ts';

/** Finds the techniques whose ids stand in a text, each once, by the ids that they have in view; those that are nothing there are left out. */
export function techniqueIdsIn(
  desk: Pick<Knowledge['view'], 'base' | 'view'>,
): (text: string) => readonly string[] {
  const inView = inViewOf(desk);
  return (text) => [
    ...new Set(
      idsInText(text)
        .everywhere()
        .filter(({ kind }) => kind === 'technique')
        .flatMap(({ id }) => inView(id)),
    ),
  ];
}

const inViewOf = keptFor((desk: Pick<Knowledge['view'], 'base' | 'view'>) => {
  const { catalogue } = desk.view;
  const target = targetInView(desk);
  const known = new Map<string, readonly string[]>();
  const isLive = (label: string): boolean =>
    catalogue
      .find(label)
      .some((term) => hasType(catalogue, term, typesOf('technique')) && !catalogue.isWithdrawn(term));
  return (id: string): readonly string[] => {
    const found = known.get(id) ?? (isLive(id) ? [id] : carriedTechnique(target, id).to.filter(isLive));
    known.set(id, found);
    return found;
  };
});

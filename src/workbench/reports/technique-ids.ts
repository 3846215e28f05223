import type { Knowledge } from '../../desk/index.ts';
import { hasType } from '../../facts/index.ts';
import { idsInText } from '../../reading/index.ts';
import { keptFor } from '../../text/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { attackNumber, typesOf } from '../../threat/index.ts';
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

/** ATT&CK ids of the live techniques that an id, old ones included, stands for in view. */
export function techniqueLabels(
  desk: Pick<Knowledge['view'], 'base' | 'view'>,
): (id: string) => readonly string[] {
  return inViewOf(desk);
}

/** The live techniques that an id, old ones included, stands for in view; none for what is none. */
export function techniquesCalled(
  desk: Pick<Knowledge['view'], 'base' | 'view'>,
): (id: string) => readonly number[] {
  const inView = inViewOf(desk);
  return (id) =>
    attackNumber('attack-pattern', id) === ''
      ? []
      : inView(id).flatMap((label) => liveTechniques(desk.view, label));
}

/** Live techniques with a number; those of several domains may have it. */
export function liveTechniques({ catalogue }: KnowledgeView, label: string): readonly number[] {
  return catalogue
    .find(label)
    .filter((term) => hasType(catalogue, term, typesOf('technique')) && !catalogue.isWithdrawn(term));
}

const inViewOf = keptFor((desk: Pick<Knowledge['view'], 'base' | 'view'>) => {
  const target = targetInView(desk);
  const known = new Map<string, readonly string[]>();
  const isLive = (label: string): boolean => liveTechniques(desk.view, label).length > 0;
  return (id: string): readonly string[] => {
    const found = known.get(id) ?? (isLive(id) ? [id] : carriedTechnique(target, id).to.filter(isLive));
    known.set(id, found);
    return found;
  };
});

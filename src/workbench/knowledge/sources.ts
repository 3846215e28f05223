import type { LoadedSource, SourcesAnswer } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { fileName } from '../../text/index.ts';
import { standingOf, type KnowledgeBase, type Selection } from '../../knowledge/index.ts';
import type { Answered } from '../use-case.ts';

/** The sources that are loaded and those that were forgotten. No view is opened, so that it answers where none can be built. */
export function listSources({ base, selection, forgotten }: Knowledge['loaded']): Answered<SourcesAnswer> {
  return {
    answer: {
      loaded: loadedSources(base, selection),
      forgotten: forgotten.map(({ id, name, location, sha256, loadedAt }) => ({
        id,
        name,
        file: fileName(location),
        sha256,
        loadedAt,
      })),
    },
    level: strictestLevel(forgotten.map(({ level }) => level)),
  };
}

/** The sources that are loaded, in order of loading. */
export function loadedSources(base: KnowledgeBase, selection: Selection): readonly LoadedSource[] {
  return standingOf(base.sources(), selection).map(({ location, ...source }, index) => ({
    number: index + 1,
    ...source,
    file: fileName(location),
  }));
}

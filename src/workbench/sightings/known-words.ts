import type { Standing } from '../../answers/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { releaseLoaded, releasesLoaded, type KnowledgeBase } from '../../knowledge/index.ts';
import { lazily } from '../../text/index.ts';
import { attackNumber, typesOf } from '../../threat/index.ts';
import { findOne } from '../names/find-one.ts';
import { releaseTarget } from '../releases/migrate.ts';

/** What words of sightings are by what is loaded. */
export interface KnownWords {
  /** ATT&CK release that techniques are carried to; empty where none is loaded. */
  readonly release: string;
  /** What an id of a technique of any release is in that one. */
  readonly carry: (technique: string) => { readonly to?: string; readonly standing: Standing };
  /** ATT&CK id of the one group that a name leads to. */
  readonly groupNamed: (name: string) => string | undefined;
}

/**
 * The words that are known by what is loaded, for sightings that are imported.
 *
 * @param asked release to carry techniques to; default: the newest loaded
 * @throws FoeprintError K201 where the release is not loaded
 */
export function knownWords(base: KnowledgeBase, asked?: string): KnownWords {
  const release =
    asked === undefined ? releasesLoaded(base.sources()).at(-1) : releaseLoaded(base.sources(), asked);
  const view = lazily(() => base.view());
  const groupNamed = (name: string): string | undefined => groupOf(view, name);
  if (release === undefined) return { release: '', carry: () => ({ standing: 'unknown' }), groupNamed };
  const target = releaseTarget(base, release);
  return { release, carry: (technique) => target.resolve(technique), groupNamed };
}

function groupOf(view: () => ReturnType<KnowledgeBase['view']>, name: string): string | undefined {
  try {
    const { catalogue } = view();
    const label = catalogue.label(findOne(view(), name, typesOf('group')).term);
    return attackNumber('intrusion-set', label) || undefined;
  } catch (error) {
    if (error instanceof FoeprintError) return undefined;
    throw error;
  }
}

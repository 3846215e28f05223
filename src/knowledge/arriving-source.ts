import type { IngestReport } from './knowledge-base.ts';
import { issueOf, sourceId, type Delivery, type Issue, type Source } from '../facts/index.ts';
import { KNOWLEDGE_ISSUES } from './issues.ts';

/** A source as it is stored when it arrives. */
export function arrivingSource({ source, objects }: Delivery, loadedAt: string): Source {
  return { ...source, id: sourceId(source), loadedAt, objects: objects.length };
}

/** The report of a delivery that is known already, byte for byte. */
export function unchanged(source: Source, { objects, issues }: Delivery): IngestReport {
  return { source, isNew: false, added: 0, known: objects.length, superseding: 0, issues };
}

/** What became of the objects of a delivery; see {@link IngestReport}. */
export interface IngestCounts {
  added: number;
  known: number;
  superseding: number;
}

/** What becomes of a source that arrives as a release which is loaded already, from other bytes. */
export interface Placed {
  readonly source: Source;
  readonly issues: readonly Issue[];
}

/**
 * Puts a source that arrives into its place. What claims to be a release of ATT&CK that is loaded already takes its place only where it
 * has exactly the same objects; otherwise it is kept beside it, as a feed: nobody can distinguish a corrected file from a forged one.
 * Any other series may be replaced by its publisher.
 *
 * @param known the source of the same id that is loaded already
 * @param isSame whether both have the same versions of the same objects
 */
export function placed(source: Source, known: Source | undefined, isSame: boolean): Placed {
  if (known?.kind !== 'attack' || isSame) return { source, issues: [] };
  const { name, location, sha256, bytes, statements, loadedAt, objects } = source;
  const described = { kind: 'feed', name, location, sha256, bytes, statements } as const;
  const beside: Source = { ...described, id: sourceId(described), loadedAt, objects };
  const message = `${name} is loaded already, from other bytes; this file is kept beside it, as a feed.`;
  return {
    source: beside,
    issues: [issueOf(KNOWLEDGE_ISSUES.releaseTaken, message, { file: source.location })],
  };
}

import type { Delivery, Source } from '../../facts/index.ts';
import type { IngestReport } from '../knowledge-base.ts';

/** The report of a delivery that is known already, byte for byte. */
export function unchanged(source: Source, { objects, issues }: Delivery): IngestReport {
  return { source, isNew: false, added: 0, known: objects.length, superseding: 0, issues };
}

import { parseJson, type Progress, silent } from '../../acquisition/index.ts';
import type { Delivery } from '../../facts/index.ts';
import { readDocument } from '../../intake/index.ts';
import type { IngestReport, KnowledgeBase } from '../../knowledge/index.ts';
import { defined } from '../../text/index.ts';
import { markingsKnownIn } from '../loading/known-markings.ts';
import { bytesPath, listCopies, readCopy, type KeptCopy } from './kept-copies.ts';

/**
 * Loads every kept copy into a knowledge base, in the order and with the times of the first loading: with
 * an empty one, all that was ever loaded is there again.
 *
 * @param folder the home's `sources`
 * @throws FoeprintError H521 at a damaged copy; those before it stay loaded
 */
export async function rebuildFrom(
  folder: string,
  knowledge: KnowledgeBase,
  progress: Progress = silent,
): Promise<readonly IngestReport[]> {
  const reports: IngestReport[] = [];
  for (const copy of await listCopies(folder)) {
    progress({ step: 'ingest', location: copy.location, total: copy.bytes });
    reports.push(knowledge.ingest(await deliveryOf(folder, copy, knowledge), copy.loadedAt));
  }
  return reports;
}

/**
 * What a kept copy holds, read as it was when it was loaded.
 *
 * @param folder where the copy lies
 * @throws FoeprintError H521 where the copy is damaged
 */
export async function deliveryOf(
  folder: string,
  { sha256, bytes, location, kind, release, collection }: KeptCopy,
  knowledge: KnowledgeBase,
): Promise<Delivery> {
  const parsed = parseJson(await readCopy(folder, sha256), bytesPath(folder, sha256));
  const markings = markingsKnownIn(knowledge);
  const about = { sha256, bytes, location, markings, kind, release };
  return readDocument(parsed, { ...about, ...defined({ collection }) });
}

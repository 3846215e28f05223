import type { Validators } from '../../acquisition/index.ts';
import { readMapping } from '../locking/json-file.ts';
import { isMapping } from '../../text/index.ts';

/** What is remembered of a location that was fetched: which version it had, and what it held. */
export interface FetchMemory {
  readonly validators: Validators;
  /** Checksums of the documents it gave. */
  readonly sha256: readonly string[];
}

/** What is remembered of a location; undefined if nothing, or nothing legible: that costs a download, nothing else. */
export async function recallFetch(path: string, location: string): Promise<FetchMemory | undefined> {
  const memory = (await readMapping(path))?.[location];
  if (!isMapping(memory) || !isMapping(memory['validators']) || !Array.isArray(memory['sha256']))
    return undefined;
  const validators = validatorsIn(memory['validators']);
  return { validators, sha256: memory['sha256'].filter((sum) => typeof sum === 'string') };
}

/** What a server said about a version, as it is remembered; nothing where that is not legible. */
export function validatorsIn(memory: unknown): Validators {
  const { etag, lastModified } = isMapping(memory) ? memory : {};
  return {
    ...(typeof etag === 'string' ? { etag } : {}),
    ...(typeof lastModified === 'string' ? { lastModified } : {}),
  };
}

import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ifWritable } from './locking/if-writable.ts';
import { writeAtomically } from './locking/write-atomically.ts';

/** Models of a name that are kept: those of the releases asked about last, most likely. */
const KEPT = 3;

/**
 * What was learnt before from the same, else learnt now and kept, compressed. Where the home cannot be written it is learnt again each time.
 *
 * @param folder where models are kept; it need not be there
 * @param key letters, digits and hyphens
 */
export async function keptModel(
  folder: string,
  name: string,
  key: string,
  learn: () => Uint8Array,
): Promise<Uint8Array> {
  const file = join(folder, `${name}-${key}.gz`);
  const known = await readFile(file).then(unpacked, () => undefined);
  if (known !== undefined) return known;
  const learnt = learn();
  await ifWritable(writeAtomically(file, gzipSync(learnt)));
  // What is too much does no harm.
  await dropOthers(folder, name, file).catch(() => undefined);
  return learnt;
}

/** Undefined for what is broken: it is learnt again. */
function unpacked(bytes: Buffer): Uint8Array | undefined {
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

async function dropOthers(folder: string, name: string, newest: string): Promise<void> {
  const others = (await readdir(folder))
    .filter((each) => each.startsWith(`${name}-`) && each.endsWith('.gz'))
    .map((each) => join(folder, each))
    .filter((each) => each !== newest);
  for (const each of others.slice(0, Math.max(0, others.length - KEPT + 1))) await rm(each, { force: true });
}

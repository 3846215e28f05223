import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorOf } from '../../facts/index.ts';
import { SIGHTING_INPUT_ISSUES } from '../../sightings/index.ts';
import { plainSpelling, systemReason } from '../../text/index.ts';
import { withLock } from '../locking/lock.ts';
import { writeAtomically } from '../locking/write-atomically.ts';
import { reasonOf } from '../reason-of.ts';

/** Fewest bytes of a key: what is shorter can be guessed. */
const SHORTEST_KEY = 16;

/**
 * What stands for organisations that are not to be named: a keyed hash (HMAC-SHA-256) of the name, whatever its spelling. Whoever
 * has the key can find out whose it is by trying names; without it nobody can.
 *
 * @param folder the home; its key is made when first needed, for its owner alone, and stands apart from the sightings
 * @param keyFile a file with the key, in place of that of the home
 * @throws FoeprintError S949 where it cannot be read or is too short
 */
export async function pseudonyms(
  folder: string,
  keyFile?: string,
): Promise<(organisation: string) => string> {
  const key = keyFile === undefined ? await keyOfHome(join(folder, 'pseudonym.key')) : await keyIn(keyFile);
  return (organisation) =>
    `org-${createHmac('sha256', key).update(plainSpelling(organisation)).digest('hex').slice(0, 24)}`;
}

async function keyOfHome(path: string): Promise<Buffer> {
  return await withLock(path, async () => {
    const isThere = await readFile(path).then(
      () => true,
      (error: unknown) => reasonOf(error) !== 'ENOENT',
    );
    if (!isThere) await writeAtomically(path, `${randomBytes(32).toString('hex')}\n`);
    return await keyIn(path);
  });
}

async function keyIn(path: string): Promise<Buffer> {
  const key = await readFile(path).catch((error: unknown) => {
    throw errorOf(SIGHTING_INPUT_ISSUES.wrongKey, `“${path}” cannot be read (${systemReason(error)}).`, {
      file: path,
    });
  });
  const text = Buffer.from(key.toString('latin1').trim(), 'latin1');
  if (text.length >= SHORTEST_KEY) return text;
  throw errorOf(SIGHTING_INPUT_ISSUES.wrongKey, `“${path}” holds ${text.length} bytes.`, { file: path });
}

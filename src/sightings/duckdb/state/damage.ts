import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FoeprintError, issueOf, sayLevel } from '../../../facts/index.ts';
import { SIGHTINGS_ISSUES } from '../../issues.ts';
import type { Batch } from '../../sighting.ts';
import { fingerprint, reasonOf } from './disk.ts';
import type { Manifest, RowFile, StoredFile } from './manifest.ts';
import { systemReason } from '../../../text/index.ts';

/** What is wrong with a file that a manifest names: the end of a sentence that begins with it. */
export type Damage = string;

/** What a look at its entry in the folder shows. */
export async function damageOf(store: string, { path, bytes }: StoredFile): Promise<Damage | undefined> {
  try {
    const { size } = await stat(join(store, path));
    return size === bytes ? undefined : 'has another size than when it was written';
  } catch (error) {
    return reasonOf(error) === 'ENOENT' ? 'is missing' : `cannot be read (${systemReason(error)})`;
  }
}

/** The same with all of its content, which takes as long as reading it. */
export async function deepDamageOf(store: string, file: StoredFile): Promise<Damage | undefined> {
  const damage = await damageOf(store, file);
  if (damage !== undefined) return damage;
  try {
    const { sha256 } = await fingerprint(join(store, file.path));
    return sha256 === file.sha256 ? undefined : 'is not as it was written';
  } catch (error) {
    return `cannot be read (${systemReason(error)})`;
  }
}

/** What to throw where a file of sightings cannot be used: no answer, rather than one without its rows. */
export function damaged(store: string, manifest: Manifest, file: RowFile, damage: Damage): FoeprintError {
  const batches = manifest.batches.filter(({ id }) => file.batches.includes(id));
  const place = { file: join(store, file.path) };
  const issue = issueOf(
    SIGHTINGS_ISSUES.fileDamaged,
    `\`${file.path}\` ${damage}: it holds sightings of ${batches.map(inWords).join(', ')}.`,
    place,
    `Put the file back from a copy; or \`foeprint sightings remove ${batches.map(({ id }) => id.slice(0, 12)).join(' ')}\` and import ${batches.length === 1 ? 'it' : 'them'} again.`,
  );
  return new FoeprintError([issue], file.level && sayLevel(file.level));
}

function inWords({ id, name }: Batch): string {
  return `${id.slice(0, 12)} (${name})`;
}

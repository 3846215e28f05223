import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { MARKING_LEVELS, type MarkingLevel, type Source } from '../../facts/index.ts';
import { refusal } from '../issues.ts';
import { readMapping } from '../locking/json-file.ts';
import { sweepFolder, withLock, type Patience } from '../locking/lock.ts';
import { makeFolder } from '../locking/make-folder.ts';
import {
  bytesPath,
  copyOf,
  describeCopy,
  descriptionPath,
  descriptionsIn,
  type KeptCopy,
} from './kept-copies.ts';
import { defined, systemReason } from '../../text/index.ts';
import { reasonOf } from '../reason-of.ts';

/** A copy that was moved aside when its source was forgotten. */
export interface ForgottenCopy extends KeptCopy {
  /** Id and name that the source had. */
  readonly id: string;
  readonly name: string;
  /** How the name was marked. */
  readonly level?: MarkingLevel;
}

/** Where copies are, and where those of what was forgotten are. */
export interface CopyFolders {
  readonly sources: string;
  readonly forgotten: string;
}

/** Does something with copies while nobody else does; what killed processes left of them is set right first. @throws FoeprintError H511, H512 */
export async function withCopies<Result>(
  { sources, forgotten }: CopyFolders,
  work: () => Promise<Result>,
  patience?: Patience,
): Promise<Result> {
  return await withLock(
    sources,
    async () => {
      for (const folder of [sources, forgotten]) await sweepFolder(folder, () => true);
      for (const description of await descriptionsIn(forgotten)) {
        const sha256 = basename(description).slice(0, DIGITS);
        const isAside = existsSync(bytesPath(forgotten, sha256));
        // It was about to be moved aside, or was moved back but for its description.
        if (!isAside && existsSync(descriptionPath(sources, sha256))) await rm(description, { force: true });
      }
      return await work();
    },
    patience,
  );
}

/** Of a SHA-256. */
const DIGITS = 64;

/**
 * Moves the copy of a source aside, where a rebuild does not find it. In the order of the steps, the copy is at every moment in one
 * of the two places with its description. For whoever holds the lock of `sources`.
 *
 * @returns false where no copy is kept
 * @throws FoeprintError H511
 */
export async function moveAside(sources: string, forgotten: string, source: Source): Promise<boolean> {
  const { sha256 } = source;
  const description = await readMapping(descriptionPath(sources, sha256));
  if (description === undefined) return existsSync(bytesPath(forgotten, sha256));
  const { id, name, level } = source;
  await describeCopy(forgotten, { ...description, sha256, ...defined({ id, name, level }) });
  await move(bytesPath(sources, sha256), bytesPath(forgotten, sha256));
  await rm(descriptionPath(sources, sha256), { force: true });
  return true;
}

/**
 * Moves a copy back among those that are kept. For whoever holds the lock of `sources`.
 *
 * @throws FoeprintError H511
 */
export async function moveBack(sources: string, forgotten: string, sha256: string): Promise<void> {
  const copy = copyOf(await readMapping(descriptionPath(forgotten, sha256)));
  if (copy === undefined) return;
  await move(bytesPath(forgotten, sha256), bytesPath(sources, sha256));
  await describeCopy(sources, copy);
  await rm(descriptionPath(forgotten, sha256), { force: true });
}

/** Deletes a copy that was moved aside. */
export async function purgeCopy(forgotten: string, sha256: string): Promise<void> {
  await rm(bytesPath(forgotten, sha256), { force: true });
  await rm(descriptionPath(forgotten, sha256), { force: true });
}

/** All copies that were moved aside; what is not legible is passed over. */
export async function listForgotten(forgotten: string): Promise<readonly ForgottenCopy[]> {
  const copies: ForgottenCopy[] = [];
  for (const path of await descriptionsIn(forgotten)) {
    const description = await readMapping(path);
    const copy = copyOf(description);
    if (description === undefined || copy === undefined) continue;
    const level = MARKING_LEVELS.find((each) => each === description['level']);
    copies.push({
      ...copy,
      id: String(description['id']),
      name: String(description['name']),
      ...defined({ level }),
    });
  }
  return copies;
}

async function move(from: string, to: string): Promise<void> {
  try {
    await makeFolder(dirname(to));
    await rename(from, to);
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return;
    throw refusal('home-not-writable', `\`${from}\` cannot be moved (${systemReason(error)}).`, {
      file: from,
    });
  }
}

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import * as z from 'zod/mini';
import { CoverageClaim, LogSourceClaim } from '../../answers/index.ts';
import { isCleared, issueOf, MARKING_LEVELS, type Issue, type MarkingLevel } from '../../facts/index.ts';
import { compareText, defined } from '../../text/index.ts';
import type { CoverageInventory } from '../../threat/index.ts';
import { packedPath, packedPaths, readPacked, writePacked } from '../files/packed-json.ts';
import { HOME_ISSUES, refusal } from '../issues.ts';
import { noteFile } from '../journal/recording.ts';
import { withFolderLock } from '../locking/lock.ts';

/** No file of ours is larger once it is unpacked: some two million claims. */
const LARGEST = 1 << 29;

const Stored = z.readonly(
  z.object({
    version: z.literal(1),
    id: z.string(),
    name: z.string(),
    date: z.string(),
    importedAt: z.string(),
    formats: z.readonly(z.record(z.string(), z.number())),
    claims: z.readonly(z.array(CoverageClaim)),
    logSources: z.readonly(z.array(LogSourceClaim)),
    level: z.exactOptional(z.enum(MARKING_LEVELS)),
  }),
);

/** The coverage that a home keeps. */
export interface KeptCoverage {
  /** By name, then the oldest day first. */
  readonly inventories: readonly CoverageInventory[];
  /** Files that are not legible; the others are used. */
  readonly issues: readonly Issue[];
}

/** Everything that is kept; nothing where nothing was ever imported. */
export async function keptCoverage(folder: string): Promise<KeptCoverage> {
  const inventories: CoverageInventory[] = [];
  const issues: Issue[] = [];
  for (const file of await packedPaths(folder)) {
    const inventory = await read(file);
    if (inventory === undefined) issues.push(damaged(file));
    else inventories.push(inventory);
  }
  return {
    inventories: inventories.toSorted(
      (one, other) =>
        compareText(one.name, other.name) ||
        compareText(one.date, other.date) ||
        compareText(one.importedAt, other.importedAt),
    ),
    issues,
  };
}

/**
 * Keeps coverage: all of it or nothing.
 *
 * @returns whether it was not there already
 * @throws FoeprintError H511
 */
export async function keepCoverage(folder: string, inventory: CoverageInventory): Promise<boolean> {
  const path = packedPath(folder, inventory.id);
  return await withFolderLock(folder, async () => {
    if ((await read(path)) !== undefined) return false;
    const { level } = inventory;
    await writePacked(path, { version: 1, ...inventory }, async (_, bytes) => {
      await noteFile(path, bytes, defined({ level }));
    });
    return true;
  });
}

/**
 * Takes inventories out.
 *
 * @param asked what each is called: the beginning of its id, or its name, which means all days of it
 * @param clearance only what somebody cleared so far sees; default all
 * @returns what was taken out
 * @throws FoeprintError H580 where nothing is called so, or several ids begin so: then none is taken out
 */
export async function removeCoverage(
  folder: string,
  asked: readonly string[],
  clearance?: MarkingLevel,
): Promise<readonly CoverageInventory[]> {
  return await withFolderLock(folder, async () => {
    const kept = (await keptCoverage(folder)).inventories;
    const inventories =
      clearance === undefined ? kept : kept.filter(({ level }) => isCleared(level, clearance));
    const found = [...new Set(asked.flatMap((name) => named(inventories, name)))];
    for (const { id, level } of found) {
      await noteFile(packedPath(folder, id), undefined, defined({ level }));
      await rm(packedPath(folder, id), { force: true });
    }
    return found;
  });
}

/** Id of an inventory: the same content of the same day under the same name is the same inventory. */
export function inventoryId({
  name,
  date,
  claims,
  logSources,
  level,
}: Omit<CoverageInventory, 'id' | 'importedAt' | 'formats'>): string {
  return createHash('sha256')
    .update(JSON.stringify([name, date, claims, logSources, level ?? null]))
    .digest('hex');
}

function named(inventories: readonly CoverageInventory[], asked: string): readonly CoverageInventory[] {
  const called = inventories.filter(({ name }) => name === asked);
  if (called.length > 0) return called;
  const found = inventories.filter(({ id }) => asked.length >= 4 && id.startsWith(asked));
  if (found.length === 1) return found;
  const many = found.length === 0 ? 'Nothing is' : `${found.length} inventories are`;
  throw refusal('unknown-coverage', `${many} called “${asked}”.`);
}

async function read(path: string): Promise<CoverageInventory | undefined> {
  const stored = await readPacked(path, Stored, LARGEST);
  if (stored === undefined) return undefined;
  const { version: _, ...inventory } = stored;
  return inventory;
}

function damaged(file: string): Issue {
  return issueOf(HOME_ISSUES['coverage-damaged'], 'It is not as it was written.', { file });
}

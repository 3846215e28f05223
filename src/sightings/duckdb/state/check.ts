import {
  FoeprintError,
  isCleared,
  sayLevel,
  strictestLevel,
  type MarkingLevel,
} from '../../../facts/index.ts';
import { sum } from '../../../text/index.ts';
import type { StoreCheck } from '../../store.ts';
import { damaged, deepDamageOf } from './damage.ts';
import { readManifest, type Manifest, type RowFile } from './manifest.ts';

/**
 * Reads every file that a state names, and compares it with what was written.
 *
 * @throws FoeprintError S907 with every file of rows that is damaged
 */
export async function checkFiles(
  store: string,
  state: Manifest,
  level: MarkingLevel | undefined,
): Promise<StoreCheck> {
  const files = state.files.filter((file) => isCleared(file.level, level));
  const sums = state.rollUps.filter((rollUp) => isCleared(rollUp.level, level));
  const broken: { readonly file: RowFile; readonly error: FoeprintError }[] = [];
  for (const file of files) {
    const damage = await deepDamageOf(store, file);
    if (damage !== undefined) broken.push({ file, error: damaged(store, state, file, damage) });
  }
  const sumsToMend: string[] = [];
  for (const rollUp of sums)
    if ((await deepDamageOf(store, rollUp)) !== undefined) sumsToMend.push(rollUp.path);
  if (broken.length + sumsToMend.length > 0) {
    // What was replaced meanwhile is removed in the end, and nothing is lost with it.
    const newest = await readManifest(store);
    if (newest.generation !== state.generation) return await checkFiles(store, newest, level);
  }
  if (broken.length > 0) {
    const marked = strictestLevel(broken.map(({ file }) => file.level));
    throw new FoeprintError(
      broken.flatMap(({ error }) => error.issues),
      marked === undefined ? undefined : sayLevel(marked),
    );
  }
  const bytes = sum([...files, ...sums].map((file) => file.bytes));
  return { files: files.length + sums.length, bytes, rows: sum(files.map(({ rows }) => rows)), sumsToMend };
}

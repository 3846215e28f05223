import { stat } from 'node:fs/promises';
import { filesUnder } from '../../../acquisition/index.ts';
import { append } from '../../../text/index.ts';

/**
 * Files to import: what is named itself, whatever it is, and of folders every file that is not hidden, in the order of their paths. Links
 * within folders are not followed.
 */
export async function findInputs(places: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of places) append(found, (await filesIn(place)) ?? [place]);
  return found;
}

async function filesIn(folder: string): Promise<readonly string[] | undefined> {
  if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true) return undefined;
  return (await filesUnder(folder)).filter((path) => !path.endsWith('.rejects.ndjson'));
}

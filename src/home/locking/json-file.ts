import { readFile } from 'node:fs/promises';
import { compareText, isMapping, parsedJson } from '../../text/index.ts';
import { withLock } from './lock.ts';
import { writeAtomically } from './write-atomically.ts';

/** What a JSON file of ours holds; undefined where it is not there, or not legible. */
export async function readMapping(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const parsed = parsedJson(await readFile(path, 'utf8').catch(() => ''));
  return isMapping(parsed) ? parsed : undefined;
}

/** Sets one key of a JSON file; keys are kept in order, so that the file’s bytes depend on its content alone. */
export async function remember(path: string, key: string, value: unknown): Promise<void> {
  await withLock(path, async () => {
    const all = Object.entries({ ...(await readMapping(path)), [key]: value });
    const sorted = all.toSorted(([one], [other]) => compareText(one, other));
    await writeAtomically(path, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  });
}

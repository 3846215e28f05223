import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { defined } from '../../text/index.ts';
import type { Home } from '../home.ts';
import { writeAtomically } from '../locking/write-atomically.ts';
import type { Change, ChangeOf } from './change.ts';
import { contentDigest, keptPath } from './content-digest.ts';

/** Takes down what changes, before it changes. */
export interface Recorder {
  readonly home: Pick<Home, 'paths'>;
  /** @param undoes the entry that they undo */
  note(changes: readonly Change[], undoes?: number): Promise<void>;
}

/*
 * Whoever writes into a home says so here, and need not know for whom: what is recorded is what an action does, however deep in it.
 * Without a recorder, as in a program that calls the functions itself, nothing is taken down.
 */
const RECORDER = new AsyncLocalStorage<Recorder>();

/** Does something; what it changes is noted by the recorder. */
export async function recordedBy<Value>(recorder: Recorder, work: () => Promise<Value>): Promise<Value> {
  return await RECORDER.run(recorder, work);
}

/** Whether what is changed now is noted already. */
export function isRecording(): boolean {
  return RECORDER.getStore() !== undefined;
}

/** Notes changes that are about to be made; to be called right before, within the lock of what is changed. @throws FoeprintError H511, H512 */
export async function noteChanges(changes: readonly Change[], undoes?: number): Promise<void> {
  if (changes.length > 0) await RECORDER.getStore()?.note(changes, undoes);
}

/**
 * Notes that a file of the home is about to hold something else, and keeps what it holds now.
 *
 * @param next what it will hold; undefined where it will be gone
 * @throws FoeprintError H511, H512
 */
export async function noteFile(
  path: string,
  next: Uint8Array | undefined,
  about: Pick<ChangeOf<'file'>, 'isPurged' | 'level'> = {},
): Promise<void> {
  const recorder = RECORDER.getStore();
  if (recorder === undefined) return;
  const { folder, undo } = recorder.home.paths;
  const held = await readFile(path).catch(() => undefined);
  const [before, after] = await Promise.all([held, next].map((bytes) => contentDigest(bytes, path)));
  if (before === after) return;
  if (held !== undefined && before !== undefined && about.isPurged === undefined)
    await writeAtomically(keptPath(undo, before), held);
  const change: ChangeOf<'file'> = {
    kind: 'file',
    path: relative(folder, path).split(sep).join('/'),
    before: before ?? null,
    after: after ?? null,
    ...defined(about),
  };
  await recorder.note([change]);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { IS_LONG } from '../../../support/runs.ts';
import { keptFolder } from '../../../support/temporary-folder.ts';
import type { ParquetSightings } from '../../../../src/sightings/duckdb/index.ts';
import { heldIn, storeIn } from '../support.ts';
import { CHANGES, prepare } from './changes.ts';

/*
 * A process that changes a store is killed before each step that it takes. Whatever step it was: what the store then holds is the old
 * state or the new, by rows as by sums, and the change, done again, leaves what it leaves when nobody is killed.
 */

const SCRIPT = fileURLToPath(new URL('change-process.ts', import.meta.url));
const { path: place } = keptFolder();
const START = join(place, 'start');

beforeAll(async () => {
  const store = storeIn(START, 0);
  await prepare(store);
  await store.close();
});

let copies = 0;

/** A folder with the store as it is before a change. */
function copy(): string {
  const folder = join(place, String((copies += 1)));
  cpSync(START, folder, { recursive: true });
  return folder;
}

/** Changes the store of a folder in a process of its own. @returns what ended it, and the steps that it began */
async function changeIn(
  folder: string,
  change: string,
  fatal = -1,
): Promise<{ ended: unknown; steps: readonly string[] }> {
  const words = ['--import', 'tsx', SCRIPT, join(folder, 'sightings'), change, String(fatal)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await once(child, 'close');
  return { ended: child.exitCode ?? child.signalCode, steps: out.split('\n').slice(0, -1) };
}

/** All that a store shows: batches, rows, and sums. */
async function shownBy(store: ParquetSightings): Promise<readonly string[]> {
  const batches = (await store.batches()).map(({ name, rows }) => `${name} ${rows}`);
  return [...batches, ...(await heldIn(store)), ...(await heldIn(store, { by: ['month', 'technique'] }))];
}

/** What a store shows as it is found; when the change is done again; and how many files there are when all that was replaced is gone. */
async function lookAt(
  folder: string,
  change: string,
): Promise<{ found: unknown; again: unknown; files: unknown }> {
  const store = storeIn(folder, -1);
  const found = await shownBy(store);
  await CHANGES[change]?.(store);
  const again = await shownBy(store);
  await store.compact();
  await store.remove((await store.batches()).slice(0, 1).map(({ id }) => id));
  await store.close();
  return { found, again, files: filesIn(join(folder, 'sightings')) };
}

/** How many files a store has in each of its parts. */
function filesIn(store: string): Readonly<Record<string, number>> {
  const names = readdirSync(store, { recursive: true }).map(String);
  const parts = ['manifest', 'data', 'months', 'tmp'];
  return Object.fromEntries(
    parts.map((part) => [
      part,
      names.filter((name) => name.startsWith(`${part}/`) && name.includes('.')).length,
    ]),
  );
}

/** Steps that are tried on every change of the code: those about the moment at which it happens, and the first file. */
function chosen(steps: readonly string[], moment: number): readonly number[] {
  if (IS_LONG) return steps.map((_, number) => number);
  return [steps.findIndex((step) => step.startsWith('rename')), moment, moment + 1];
}

test.for(Object.keys(CHANGES))(
  '%s, killed before any step, leaves the old state or the new',
  { timeout: IS_LONG ? 3_600_000 : 300_000 },
  async (change) => {
    const { found: before } = await lookAt(copy(), change);
    const whole = copy();
    const { ended, steps } = await changeIn(whole, change);
    expect(ended).toBe(0);
    const { found: after, files } = await lookAt(whole, change);
    if (change === 'compact') expect(after).toEqual(before);
    else expect(after).not.toEqual(before);
    expect(steps.length).toBeGreaterThan(30);
    // The first manifest that is given its name: for an import and a removal, all of it.
    const moment = steps.findIndex((step) => step.startsWith('link'));
    for (const number of chosen(steps, moment)) {
      const folder = copy();
      const killed = await changeIn(folder, change, number);
      const where = `killed before step ${number}: ${steps[number]}`;
      expect(killed, where).toEqual({ ended: 'SIGKILL', steps: steps.slice(0, number) });
      const found = number <= moment ? before : after;
      expect(await lookAt(folder, change), where).toEqual({ found, again: after, files });
    }
  },
);

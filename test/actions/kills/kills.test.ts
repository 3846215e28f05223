import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { act, ACTIONS } from '../../../src/actions/index.ts';
import { readJournal } from '../../../src/home/index.ts';
import { builtMain } from '../../support/built-command-line.ts';
import { IS_LONG } from '../../support/runs.ts';
import { farm, opened, rowOf, stateOf, timelessState, TRIED, wordsFor } from '../../support/tried-actions.ts';

/*
 * A command that changes a home is killed before one of the steps that it takes. Whatever step it was: the home then has what it had, or
 * all that the command makes; the journal says which; nobody is kept waiting; and the same is done, undone and done again as if nothing had
 * been.
 */

const HOOK = pathToFileURL(fileURLToPath(new URL('steps.mjs', import.meta.url))).href;

interface Killed {
  readonly ended: number | string | null;
  /** Names of the steps that were begun. */
  readonly steps: readonly string[];
}

/** Runs a command line in a process of its own. @param fatal the step before which it is killed */
function runIn(folder: string, words: readonly string[], steps: string, fatal = -1): Killed {
  for (const file of [steps, `${steps}.killed`]) rmSync(file, { force: true });
  const env = { ...process.env, FOEPRINT_STEPS: steps, FOEPRINT_FATAL: String(fatal) };
  const { status, signal } = spawnSync(process.execPath, ['--import', HOOK, builtMain(), ...words], { env });
  const named = existsSync(steps)
    ? readFileSync(steps, 'utf8').replaceAll(folder, '').split('\n').slice(0, -1)
    : [];
  return { ended: status ?? signal, steps: named };
}

/** Files of a home by their names without chance, and bytes of copies that are none, since nothing describes them. */
function filesIn(folder: string): { readonly names: readonly string[]; readonly halves: readonly string[] } {
  const all = readdirSync(folder, { recursive: true }).map(String);
  const [bytes = [], descriptions = []] = [/\.json\.gz$/u, /\.source\.json$/u].map((ending) =>
    all.filter((name) => COPY.test(name) && ending.test(name)).map((name) => name.replace(ending, '')),
  );
  return {
    names: [...new Set(all.map((name) => name.replaceAll(CHANCE, '…')))].toSorted(),
    halves: bytes.filter((name) => !descriptions.includes(name)),
  };
}

/** Digests, names of files that nobody has to know, and how often a store was changed. */
const CHANCE = /[\da-f]{64}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{8}(?=\.json)/gu;

const COPY = /^(?:sources|forgotten)[\\/]/u;

/** Makes all of a home look as if it had been left alone for long. */
function age(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }).map(String))
    utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
}

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** Steps that are tried on every change of the code: the end of the entry in the journal, when all is done, and one by chance. */
function chosen(steps: readonly string[], name: string): readonly number[] {
  if (IS_LONG) return steps.map((_, number) => number);
  const chance = createHash('sha256').update(name).digest().readUInt16BE();
  return [steps.lastIndexOf('appendFile'), chance % steps.length];
}

test('every action is tried', () => {
  expect(Object.keys(TRIED).toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
});

describe.for(Object.entries(TRIED))('%s', ([name, cases]) => {
  const tried = Object.entries(cases).slice(0, IS_LONG ? undefined : 1);
  test.for(tried)(
    '%s: killed before any step, all of it is there or nothing, and it can be done and undone',
    { timeout: IS_LONG ? 3_600_000 : 300_000 },
    async ([, each]) => {
      const on = await farm();
      await each.before?.(on);
      const given = (await each.given(on)) as Readonly<Record<string, unknown>>;
      const { key, action } = await rowOf(name);
      const before = await stateOf(on.home);
      await on.home.close();

      let copies = 0;
      const copy = (): string => {
        const folder = on.at(`copy-${String((copies += 1))}`);
        cpSync(on.folder, folder, { recursive: true });
        return folder;
      };
      const run = (folder: string, fatal?: number): Killed =>
        runIn(folder, wordsFor({ ...on, folder }, action, given), on.at('steps'), fatal);
      /** Does it, undoes it, and does it again. */
      const goOn = async (folder: string): Promise<unknown> => {
        await opened(on, folder, async (home) => {
          const { journal } = await act(home, key, given);
          expect(journal).toEqual(expect.any(Number));
          await home.act('undo', { entry: String(journal) });
          expect(await stateOf(home)).toEqual(before);
          await act(home, key, given);
        });
        return filesIn(folder);
      };

      const whole = copy();
      const { ended, steps } = run(whole);
      expect(ended).toBe(0);
      const after = timelessState(await opened(on, whole, stateOf), on);
      expect(after).not.toEqual(timelessState(before, on));
      const { undone, changes } = await opened(on, whole, async (home) => {
        const { number, made } = (await readJournal(home)).at(-1) ?? expect.fail();
        await home.act('undo', { entry: String(number) });
        return { undone: await stateOf(home), changes: made.length };
      });
      expect(undone).toEqual(before);
      const files = await goOn(whole);

      for (const number of chosen(steps, name)) {
        const folder = copy();
        const where = `killed before step ${String(number)}: ${String(steps[number])}`;
        expect(run(folder, number), where).toEqual({ ended: 'SIGKILL', steps: steps.slice(0, number) });
        age(folder);
        const entries = await opened(on, on.folder, readJournal);
        await opened(on, folder, async (home) => {
          const found = await stateOf(home);
          const [entry, ...others] = (await readJournal(home)).slice(entries.length);
          expect(others, where).toEqual([]);
          if (entry === undefined || entry.made.length === 0) {
            expect(found, where).toEqual(before);
            expect(entry?.how ?? 'stopped', where).toBe('stopped');
          } else {
            // What takes one change is there as a whole.
            if (entry.made.length === changes) expect(timelessState(found, on), where).toEqual(after);
            await home.act('undo', { entry: String(entry.number) });
            expect(await stateOf(home), where).toEqual(before);
          }
        });
        expect(await goOn(folder), where).toEqual(files);
        const done = await opened(on, folder, async (home) => timelessState(await stateOf(home), on));
        expect(done, where).toEqual(after);
        rmSync(folder, { recursive: true });
      }
    },
  );
});

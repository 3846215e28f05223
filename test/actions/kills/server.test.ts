import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { isFile } from '../../../src/actions/index.ts';
import { openHome } from '../../../src/library/index.ts';
import { builtMain } from '../../support/built-command-line.ts';
import { IS_LONG } from '../../support/runs.ts';
import { farm, rowOf, stateOf, timelessState, TRIED, type Farm } from '../../support/tried-actions.ts';

/*
 * The process that writes for a server is killed before a step of an action, alone or with the server. Started again, or going on, the
 * server has all of what was done or nothing; the journal says which; it is undone, and done again.
 */

const HOOK = pathToFileURL(fileURLToPath(new URL('steps.mjs', import.meta.url))).href;

interface Served {
  readonly address: string;
  readonly process: ChildProcess;
}

/** Starts a server on a home. @param kill what its writer is killed before, and whether the server is killed with it */
async function served(
  on: Farm,
  folder: string,
  kill: { readonly fatal?: number; readonly isAll?: boolean },
): Promise<Served> {
  const { fatal = -1, isAll = false } = kill;
  const server = spawn(
    process.execPath,
    [builtMain(), 'serve', '--port', '0', '--json', '--home', folder, '--config', on.config],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      // Its own group, which the writer is in.
      detached: true,
      env: {
        ...process.env,
        NODE_OPTIONS: `--import=${HOOK}`,
        FOEPRINT_STEPS: on.at('steps'),
        FOEPRINT_STEPS_OF: 'writer-process',
        FOEPRINT_FATAL: String(fatal),
        ...(isAll ? { FOEPRINT_FATAL_GROUP: 'yes' } : {}),
      },
    },
  );
  onTestFinished(() => void server.kill('SIGKILL'));
  let out = '';
  for await (const chunk of server.stdout) {
    out += String(chunk);
    if (out.includes('\n')) break;
  }
  return { address: (JSON.parse(out) as { readonly address: string }).address, process: server };
}

async function ended({ process: server }: Served): Promise<void> {
  server.kill('SIGTERM');
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}

interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Posts, and waits for what takes longer. Status 0 where nobody answers any more. */
async function posted(address: string, url: string, body: FormData): Promise<Answered> {
  try {
    const answer = await fetch(`${address}${url}`, { method: 'POST', body });
    const text = await answer.text();
    const { job } = JSON.parse(text) as { readonly job?: string };
    if (job === undefined) return { status: answer.status, body: text };
    const accept = 'text/event-stream';
    const events = await (await fetch(`${address}/api/jobs/${job}`, { headers: { accept } })).text();
    return { status: events.includes('"state":"done"') ? 200 : 503, body: events };
  } catch {
    return { status: 0, body: '' };
  }
}

async function formFor(name: string, given: Readonly<Record<string, unknown>>): Promise<FormData> {
  const { action } = await rowOf(name);
  const form = new FormData();
  const isSent = ([field]: readonly [string, unknown]): boolean => isFile(action.given, field);
  const others = Object.entries(given).filter((each) => !isSent(each));
  form.append('given', JSON.stringify(Object.fromEntries(others)));
  for (const [field, value] of Object.entries(given).filter(isSent))
    for (const file of [value].flat().map(String))
      form.append(field, new Blob([readFileSync(file)]), basename(file));
  return form;
}

const NAMES = IS_LONG ? Object.keys(TRIED) : ['load'];

/** The bundle starts the compiled program that writes. */
const IS_COMPILED = existsSync('dist/server/writing/writer-process.js');

test.skipIf(!IS_COMPILED).for(NAMES)(
  '%s: the writer of a server is killed when all is done but the journal, alone or with the server',
  { timeout: 600_000 },
  async (name) => {
    const on = await farm();
    const [each] = Object.values(TRIED[rowKey(name)] ?? {});
    if (each === undefined) return expect.fail(name);
    await each.before?.(on);
    const given = (await each.given(on)) as Readonly<Record<string, unknown>>;
    const before = await stateOf(on.home);
    await on.home.close();
    const url = `/api/actions/${name}`;
    const state = async (folder: string): Promise<Awaited<ReturnType<typeof stateOf>>> => {
      const home = await openHome({ home: folder, cwd: on.at(''), config: on.config });
      return await stateOf(home).finally(async () => await home.close());
    };
    const copy = (to: string): string => {
      for (const file of ['steps', 'steps.killed']) rmSync(on.at(file), { force: true });
      cpSync(on.folder, on.at(to), { recursive: true });
      return on.at(to);
    };

    const whole = copy('whole');
    const server = await served(on, whole, {});
    expect(await posted(server.address, url, await formFor(name, given))).toMatchObject({ status: 200 });
    await ended(server);
    const after = timelessState(await state(whole), on);
    const fatal = readFileSync(on.at('steps'), 'utf8').split('\n').lastIndexOf('appendFile');

    for (const isAll of [false, true]) {
      const folder = copy(isAll ? 'all' : 'alone');
      let now = await served(on, folder, { fatal, isAll });
      const stopped = await posted(now.address, url, await formFor(name, given));
      expect(existsSync(on.at('steps.killed'))).toBe(true);
      expect(stopped.status).toBe(isAll ? 0 : 503);
      if (isAll) now = await served(on, folder, {});
      else expect(stopped.body).toContain('N840');
      const found = timelessState(await state(folder), on);
      expect(found).toEqual(after);
      const journal = (await (await fetch(`${now.address}/api/journal`)).json()) as {
        readonly entries: readonly {
          readonly entry: number;
          readonly how: string;
          readonly isUndoable: boolean;
        }[];
      };
      const [entry] = journal.entries;
      expect(entry).toMatchObject({ how: 'stopped', isUndoable: true });
      const undone = await posted(now.address, `/api/undo/${String(entry?.entry)}`, new FormData());
      expect(undone).toMatchObject({ status: 200 });
      expect(await state(folder)).toEqual(before);
      expect(await posted(now.address, url, await formFor(name, given))).toMatchObject({ status: 200 });
      expect(timelessState(await state(folder), on)).toEqual(after);
      await ended(now);
      expect(
        readdirSync(folder, { recursive: true }).filter((file) => /\.(?:lock|tmp)$/u.test(String(file))),
      ).toEqual([]);
    }
  },
);

if (!IS_COMPILED) console.warn('SKIPPED killing the writer of a server: run `npm run build` first.');

function rowKey(name: string): keyof typeof TRIED {
  return Object.keys(TRIED).find((key): key is keyof typeof TRIED => key === name) ?? expect.fail(name);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { offerWorkbench } from '../../scripts/workbench.mjs';
import { openerOf } from '../../src/cli/terminal/open-in-browser.ts';
import { builtMain } from '../support/built-command-line.ts';
import { NO_CONFIG, ORGANISATION, sampleHome } from '../support/sample-home.ts';

/* How a newcomer comes from the last line of the quick start to the overview. */

const { path, run } = sampleHome();

/** What is started, and what is said in its place. */
async function offered(words: readonly string[], answer?: string): Promise<readonly string[]> {
  const came: string[] = [];
  await offerWorkbench({
    words,
    home: '.foeprint',
    isTerminal: answer !== undefined,
    ask: async (question) => {
      came.push(question);
      return await Promise.resolve(answer === 'leave' ? undefined : answer);
    },
    serve: async (serving) => {
      came.push(serving.join(' '));
      return await Promise.resolve(0);
    },
    say: (text) => came.push(text),
  });
  return came;
}

const QUESTION = 'Open the workbench now? [Y/n] ';
const STARTS = expect.stringContaining('Ctrl-C ends it') as string;
const SERVING = 'serve --quiet --home .foeprint';

describe('the end of the quick start', () => {
  test.for(['', 'y', 'Yes'])('somebody who answers “%s” has it opened', async (answer) => {
    expect(await offered([], answer)).toEqual([QUESTION, STARTS, `${SERVING} --open`]);
  });

  test.for(['n', 'no', 'later', 'leave'])('somebody who answers “%s” is shown how', async (answer) => {
    expect(await offered([], answer)).toEqual([QUESTION, expect.stringContaining('dist/bin/main.js serve')]);
  });

  test('where there is nobody to ask, it says how', async () => {
    expect(await offered([])).toEqual([expect.stringContaining('dist/bin/main.js serve')]);
  });

  test('--serve starts it without a question, and takes along what `serve` takes', async () => {
    expect(await offered(['--serve'])).toEqual([STARTS, SERVING]);
    expect(await offered(['--serve', '--port', '9000'], '')).toEqual([
      STARTS,
      'serve --quiet --port 9000 --home .foeprint',
    ]);
  });
});

test('what it starts answers with the overview of the operator that it keeps', async () => {
  expect(await run('org', 'keep', ORGANISATION)).toMatchObject({ exitCode: 0 });
  const words = ['serve', '--quiet', '--port', '0', '--home', path('home'), '--config', NO_CONFIG];
  const server = spawn(process.execPath, [builtMain(), ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void server.kill());
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
  const address = /http:\S+/u.exec(line)?.[0] ?? '';
  const threats = (await (await fetch(`${address}/api/threats?top=1`)).json()) as object;
  expect(threats).toMatchObject({ answer: { organisation: { name: 'Kaltbach Telecom' } } });
  server.kill('SIGINT');
  expect(await once(server, 'close')).toEqual([0, null]);
});

test('a browser is opened where there is a screen', () => {
  const address = 'http://127.0.0.1:8737';
  expect(openerOf(address, { platform: 'linux', env: {} })).toBeUndefined();
  expect(openerOf(address, { platform: 'linux', env: { DISPLAY: ':0' } })).toEqual(['xdg-open', address]);
  expect(openerOf(address, { platform: 'darwin', env: {} })).toEqual(['open', address]);
  expect(openerOf(address, { platform: 'win32', env: {} })?.at(-1)).toBe(address);
  expect(openerOf(address, { platform: 'aix', env: { DISPLAY: ':0' } })).toBeUndefined();
});

test('the first screen of the README says it', () => {
  const readme = readFileSync('README.md', 'utf8').split('\n').slice(0, 30).join('\n');
  expect(readme).toContain('npm run quickstart -- --serve');
});

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const title = 'the notebook runs from Python against a server that answers from real ATT&CK';

const NOTEBOOK = 'examples/threat-actor-profiling.ipynb';

/** @param {import('../tools.mjs').Tools} tools */
export async function check(tools) {
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-notebook-'));
  const home = join(folder, 'home');
  try {
    // Tactics and matrices, which layers and heat maps need, are in ATT&CK alone and not in the sample.
    const loaded = foeprint(['sync', 'enterprise', 'misp-galaxy', '--offline', '--home', home]);
    if (loaded.status !== 0) {
      console.warn('SKIPPED the notebook: there is no ATT&CK in a mirror beside the checkout.');
      return [];
    }
    return await withServer(home, (address) => {
      const run = spawnSync(
        tools.program('python'),
        ['conformance/notebook/run_notebook.py', NOTEBOOK, folder],
        { encoding: 'utf8', env: { ...process.env, FOEPRINT_API: `${address}/api` } },
      );
      if (run.status !== 0) return run.stderr.trim().split('\n').slice(-12);
      const layer = join(folder, 'layer.json');
      return existsSync(layer) && statSync(layer).size > 1000 ? [] : ['the notebook leaves no layer'];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} words */
function foeprint(words) {
  return spawnSync(process.execPath, ['dist/bin/main.js', ...words], { encoding: 'utf8' });
}

/** @param {string} home @param {(address: string) => readonly string[]} ask */
async function withServer(home, ask) {
  const server = spawn(process.execPath, ['dist/bin/main.js', 'serve', '--port', '0', '--home', home]);
  try {
    const address = await addressOf(server);
    return address === undefined ? ['the server does not start'] : ask(address);
  } finally {
    server.kill();
  }
}

/** What it says where it answers. @param {import('node:child_process').ChildProcessWithoutNullStreams} server */
async function addressOf(server) {
  let said = '';
  for await (const chunk of server.stdout) {
    said += String(chunk);
    const address = /answers at (http:\/\/\S+)/u.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  return undefined;
}

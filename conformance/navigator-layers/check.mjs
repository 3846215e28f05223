import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

export const title = 'Navigator layers come back whole from mitreattack-python';

/** Layers that the tests hold our writer to, byte for byte. */
const FOLDERS = ['test/export/golden/layers', 'test/analysis/layers/golden'];
const READER = 'conformance/navigator-layers/read_layers.py';

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  if (files.length === 0) return ['there are no layers to read'];
  const { status, stdout, stderr, error } = spawnSync(tools.program('python'), [READER, ...files], {
    encoding: 'utf8',
  });
  if (error !== undefined) return [String(error)];
  const complaints = stdout.split('\n').filter((line) => line !== '');
  return status === 0
    ? complaints
    : [...complaints, stderr.trim().split('\n').at(-1) ?? `ended with ${status}`];
}

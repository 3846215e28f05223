import { readdirSync } from 'node:fs';
import { complaintsOf } from '../python-reader.mjs';

export const title = 'Navigator layers come back whole from mitreattack-python';

/** Layers that the tests hold our writer to, byte for byte. */
const FOLDERS = ['test/export/golden/layers', 'test/analysis/layers/golden'];
const READER = 'conformance/navigator-layers/read_layers.py';

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  if (files.length === 0) return ['there are no layers to read'];
  return complaintsOf(tools, READER, files);
}

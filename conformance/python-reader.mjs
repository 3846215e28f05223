import { spawnSync } from 'node:child_process';

/**
 * Has a reader in Python read files.
 *
 * @param {import('./tools.mjs').Tools} tools
 * @param {string} reader
 * @param {readonly string[]} files
 * @returns {string[]} what it complains of, and why it ended if it did not end well
 */
export function complaintsOf(tools, reader, files) {
  const { status, stdout, stderr, error } = spawnSync(tools.program('python'), [reader, ...files], {
    encoding: 'utf8',
  });
  if (error !== undefined) return [String(error)];
  const complaints = stdout.split('\n').filter((line) => line !== '');
  if (status === 0) return complaints;
  return [...complaints, stderr.trim().split('\n').at(-1) || `${reader} ended with ${status}`];
}

import { spawnSync } from 'node:child_process';

/**
 * Validates a file against the OASIS schemas with OASIS's own validator. Warnings are not failures: ATT&CK's
 * custom properties, which we keep, draw hundreds.
 *
 * @param {import('./tools.mjs').Tools} tools
 * @param {string} file
 * @returns {string[]} what is wrong
 */
export function validateStix(tools, file) {
  const { status, stdout, stderr, error } = spawnSync(tools.program('stix2_validator'), [file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) return [String(error)];
  const errors = stdout.split('\n').filter((line) => line.includes('[X]'));
  if (status === 0 && errors.length === 0) return [];
  return errors.length > 0 ? errors : [stderr.trim() || `stix2_validator ended with ${status}`];
}

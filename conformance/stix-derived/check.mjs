import { validateStix } from '../stix-validator.mjs';

export const title = 'derived knowledge is written as valid STIX 2.1';

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  // What `derivedBundle` writes, as a test compares it.
  return validateStix(tools, 'test/export/golden/stix/derived.json');
}

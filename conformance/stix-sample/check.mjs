import { validateStix } from '../stix-validator.mjs';

export const title = 'the sample is valid STIX 2.1';

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  return validateStix(tools, 'samples/sample-attack.json');
}

import type { Withdrawal } from '../facts/index.ts';
import type { Raw } from './fields.ts';

/** Revoked (there is a successor) says more than deprecated, where an object is both. */
export function withdrawalOf(raw: Raw): Withdrawal | undefined {
  if (raw['revoked'] === true) return 'revoked';
  return raw['x_mitre_deprecated'] === true ? 'deprecated' : undefined;
}

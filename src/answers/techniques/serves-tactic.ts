import type { Mention } from '../explanation/mention.ts';
import { NO_TACTIC } from './no-tactic.ts';

/** The techniques under a tactic, or those that serve none. */
export function servesTactic(
  { tactics }: { readonly tactics: readonly Mention[] },
  { id }: Mention,
): boolean {
  return tactics.length === 0 ? id === NO_TACTIC.id : tactics.some((tactic) => tactic.id === id);
}

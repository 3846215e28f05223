import type { Mention } from '../explanation/mention.ts';

/** Where lists by tactic put techniques whose tactic no source reports: a place of its own, behind all others. */
export const NO_TACTIC: Mention = { id: '', type: 'x-mitre-tactic', name: 'No tactic known', label: '' };

/** The techniques under a tactic, or those that serve none. */
export function servesTactic(
  { tactics }: { readonly tactics: readonly Mention[] },
  { id }: Mention,
): boolean {
  return tactics.length === 0 ? id === NO_TACTIC.id : tactics.some((tactic) => tactic.id === id);
}

import type { Mention, Statement, UsedTechnique } from '../api/answers.ts';

/** Where techniques stand that serve no tactic. */
const NO_TACTIC: Mention = { id: 'no-tactic', type: 'x-mitre-tactic', name: 'Without a tactic', label: '' };

/**
 * Techniques by the tactics that they serve: under each of several.
 *
 * @param order ATT&CK ids of tactics in the order of the matrix; what it does not have comes last
 */
export function techniquesByTactic(
  of: readonly UsedTechnique[],
  order: readonly string[],
): readonly { readonly tactic: Mention; readonly techniques: readonly Statement[] }[] {
  const tactics = new Map<string, { readonly tactic: Mention; readonly techniques: Statement[] }>();
  for (const { technique, tactics: served } of of) {
    for (const tactic of served.length === 0 ? [NO_TACTIC] : served) {
      const found = tactics.get(tactic.id) ?? { tactic, techniques: [] };
      found.techniques.push(technique);
      tactics.set(tactic.id, found);
    }
  }
  const place = ({ label }: Mention): number => {
    const index = order.indexOf(label);
    return index < 0 ? order.length : index;
  };
  return [...tactics.values()].toSorted((one, other) => place(one.tactic) - place(other.tactic));
}

import type { CarriedTechnique } from '../../answers/index.ts';
import type { ReleaseTarget } from '../../analysis/index.ts';
import { attackNumber, parentNumber } from '../../threat/index.ts';

/** What a technique id of any release is in this one: that, or all that it could be; of a sub-technique that is nothing there, its parent. */
export function carriedTechnique(target: ReleaseTarget, given: string): CarriedTechnique {
  const from = attackNumber('attack-pattern', given);
  const { to, candidates, standing, reason } = target.resolve(from);
  const became = to === undefined ? candidates : [to];
  const parent = parentNumber(from);
  if (became.length > 0 || parent === from) return { from, to: became, standing, reason };
  const above = carriedTechnique(target, parent);
  return above.to.length === 0
    ? { from, to: [], standing, reason }
    : { from, to: above.to, standing: 'assumed', reason: `${reason}; ${parent} stands for it` };
}

import type { TraitClaim } from '../../analysis/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { claimantNamed } from '../read-evidence.ts';

/**
 * Who makes a claim, in words: the claimant and the source that passes it on. The name of the source is without its release, so that
 * a claim is the same claim in the next one.
 */
export function claimantIn(view: KnowledgeView): (claim: TraitClaim) => string {
  const names = new Map(
    view.sources.map(({ id, name, release = '' }) => [
      id,
      release !== '' && name.endsWith(` ${release}`) ? name.slice(0, -release.length - 1) : name,
    ]),
  );
  return ({ source, claimant }) => {
    const passedOnBy = names.get(source) ?? source;
    if (claimant === '') return passedOnBy;
    return `${claimantNamed(view, claimant)} (${passedOnBy})`;
  };
}

import type { CarriedCoverage, CarriedId } from '../../answers/index.ts';
import { addTo } from '../../text/index.ts';
import { levelFor, type CoverageClaim, type CoverageInventory } from '../../threat/index.ts';
import type { ReleaseTarget } from '../releases/resolution.ts';

/** A claim, and the inventory that it is kept in where it is kept. */
export interface HeldClaim {
  readonly claim: CoverageClaim;
  readonly inventory?: CoverageInventory;
}

/** Claims in the release in view. */
export interface CarriedClaims {
  /** By the ATT&CK id that a technique has there. */
  readonly byTechnique: ReadonlyMap<string, readonly HeldClaim[]>;
  /** Ids that are the same in the release. */
  readonly unchanged: number;
  /** All others: where they were carried to, or why they were not. */
  readonly carried: readonly CarriedId[];
}

/** Carries the ids of claims to the release in view. */
export function carryClaims(held: readonly HeldClaim[], target: ReleaseTarget): CarriedClaims {
  const byTechnique = new Map<string, HeldClaim[]>();
  const byId = new Map<string, HeldClaim[]>();
  for (const each of held) addTo(byId, each.claim.technique, each);
  const carried: CarriedId[] = [];
  let unchanged = 0;
  for (const [id, claims] of byId) {
    const resolution = target.resolve(id);
    if (resolution.standing === 'unchanged') unchanged++;
    else carried.push({ ...resolution, file: claims[0]?.claim.file ?? '' });
    if (resolution.to === undefined) continue;
    const tactics = target.tacticsOf(resolution.to);
    for (const each of claims)
      if (levelFor(each.claim, tactics) !== undefined) addTo(byTechnique, resolution.to, each);
  }
  return { byTechnique, unchanged, carried };
}

/** How ids came into the release in view: first those that lead nowhere, then those that count as another one. */
export function carriedCoverage({
  unchanged,
  carried,
}: Pick<CarriedClaims, 'unchanged' | 'carried'>): CarriedCoverage {
  const lost = carried.filter(({ to }) => to === undefined);
  const moved = carried.filter(({ to }) => to !== undefined);
  return {
    ids: unchanged + carried.length,
    unchanged,
    moved: moved.length,
    lost: lost.length,
    carried: [...lost, ...moved],
  };
}

import type { Covered } from '../../answers/index.ts';
import { defined } from '../../text/index.ts';
import { stageNumber, stageOf, typesOf } from '../../threat/index.ts';
import type { Known } from '../../desk/index.ts';
import { platformFitOf } from '../threats/factors/platform-fit.ts';
import { arePlatformsShared } from './available-logs.ts';
import type { CarriedClaims, HeldClaim } from './coverage-claims.ts';

/**
 * Whether a claim says that its technique is covered, and not only that it could be: of what is kept, what is deployed or tested. A rule
 * that is named with a question is in use, or it would not be named.
 */
export function isCovering({ claim, inventory }: HeldClaim): boolean {
  const stage = stageOf(claim);
  return inventory === undefined
    ? claim.kind !== 'visibility'
    : stageNumber(stage) >= stageNumber('deployed');
}

/**
 * How well techniques are covered, by term: the highest claim on each platform, and of those of its platforms that are asked about the
 * least, since an organisation has them all. Where none are asked about, the highest of all.
 */
export function coveredTechniques(
  known: Known,
  { byTechnique }: Pick<CarriedClaims, 'byTechnique'>,
  platforms: readonly string[],
): ReadonlyMap<number, Covered> {
  const { catalogue } = known;
  const { platformsOf } = platformFitOf(known, platforms);
  const found = new Map<number, Covered>();
  for (const term of catalogue.ofType(typesOf('technique'))) {
    const claims = byTechnique.get(catalogue.label(term));
    if (claims === undefined) continue;
    const asked = platformsOf(term).filter(
      (platform) => platforms.length > 0 && arePlatformsShared(platforms, [platform]),
    );
    const on = asked.length === 0 ? [[]] : asked.map((platform) => [platform]);
    const best = on.flatMap(
      (one) => highestOf(claims.filter(({ claim }) => arePlatformsShared(claim.platforms, one))) ?? [],
    );
    const [least] = best.toSorted((one, other) => one.claim.level - other.claim.level);
    if (least !== undefined && best.length === on.length) found.set(term, coveredBy(least));
  }
  return found;
}

/** Of several claims the highest, of equal ones the first. */
function highestOf(claims: readonly HeldClaim[]): HeldClaim | undefined {
  return claims.reduce<HeldClaim | undefined>(
    (best, each) => (each.claim.level > (best?.claim.level ?? 0) ? each : best),
    undefined,
  );
}

function coveredBy({ claim, inventory }: HeldClaim): Covered {
  const { level, kind, file, technique: from } = claim;
  return { level, kind, file, from, ...defined({ inventory: inventory?.name }) };
}

import type { CoverageListAnswer, Inventory } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import type { CoverageInventory } from '../../threat/index.ts';
import type { Answered } from '../use-case.ts';

/** The coverage that was imported. */
export async function listCoverage({ coverage }: Knowledge['loaded']): Promise<Answered<CoverageListAnswer>> {
  const inventories = await coverage();
  return {
    answer: { inventories: inventories.map(countedInventory) },
    level: strictestLevel(inventories.map(({ level }) => level)),
  };
}

/** An inventory, counted. */
export function countedInventory({ claims, logSources, ...about }: CoverageInventory): Inventory {
  return {
    ...about,
    claims: claims.length,
    techniques: new Set(claims.map(({ technique }) => technique)).size,
    rules: new Set(claims.flatMap(({ rule }) => rule ?? [])).size,
    logSources: new Set(logSources.map(({ logSource }) => logSource)).size,
  };
}

import { compareText } from '../../text/index.ts';
import type { MarkingLevel } from '../../facts/index.ts';
import type { CoverageClaim, LogSourceClaim } from './coverage.ts';

/**
 * What coverage files said on a day, kept together under a name: the rules of a repository, the layer of a team. A later one of the
 * same name takes its place from its day on, so that coverage has a history.
 */
export interface CoverageInventory {
  /** SHA-256 of name, day and content. */
  readonly id: string;
  readonly name: string;
  /** The day from which it holds, `YYYY-MM-DD`. */
  readonly date: string;
  /** When it was imported, a timestamp. */
  readonly importedAt: string;
  /** How many files were read as each format. */
  readonly formats: Readonly<Record<string, number>>;
  readonly claims: readonly CoverageClaim[];
  readonly logSources: readonly LogSourceClaim[];
  /** How far it may go; absent where it bears no marking. */
  readonly level?: MarkingLevel;
}

/** The inventories that hold on a day: of each name the newest of those from that day or before, by name. */
export function inventoriesOn(
  inventories: readonly CoverageInventory[],
  day: string,
): readonly CoverageInventory[] {
  const held = new Map<string, CoverageInventory>();
  for (const inventory of inventories) {
    const known = held.get(inventory.name);
    const isNewer =
      known === undefined ||
      inventory.date > known.date ||
      (inventory.date === known.date && inventory.importedAt >= known.importedAt);
    if (inventory.date <= day && isNewer) held.set(inventory.name, inventory);
  }
  return [...held.values()].toSorted((one, other) => compareText(one.name, other.name));
}

import type { SourcedFacts } from '../../../src/analysis/index.ts';
import type { Desk } from '../../../src/desk/index.ts';
import { readGalaxyCluster } from '../../../src/intake/index.ts';
import type { KnowledgeView, MemoryKnowledgeBase } from '../../../src/knowledge/index.ts';
import { sourcedFactsOf } from '../../../src/workbench/sourced-facts.ts';
import { deskOver, knowledgeOf } from '../desk.ts';
import { about, cluster, delivered, release, type RawObject } from './build.ts';
import { FARM, NAMES, SHORE, VICTIMS, type Part } from './cast.ts';

/** Clusters of MISP galaxy that know something of the world, by their type. */
const CLUSTERS = [
  ['galaxy', 'threat-actor'],
  ['tidal', 'groups'],
  ['producers', 'producer'],
] as const;

/**
 * The world as its sources report it: release 1.0 of ATT&CK, galaxies, a report.
 *
 * @param parts which of it; default all
 * @param more what ATT&CK has besides
 */
export function worldKnowledge(
  parts: readonly Part[] = [FARM, NAMES, SHORE, VICTIMS],
  ...more: readonly unknown[]
): MemoryKnowledgeBase {
  const all = (source: keyof Part): readonly RawObject[] => parts.flatMap((part) => part[source] ?? []);
  const clusters = CLUSTERS.filter(([source]) => all(source).length > 0);
  return knowledgeOf(
    delivered('attack', release('1.0'), ...all('attack'), ...more),
    ...clusters.map(([source, type]) => readGalaxyCluster(cluster(type, all(source)), about(source))),
    ...(all('report').length > 0 ? [delivered('report', ...all('report'))] : []),
  );
}

export function worldView(...known: Parameters<typeof worldKnowledge>): KnowledgeView {
  return worldKnowledge(...known).view();
}

/** The world, and what the standard rules derive from it. */
export function worldDesk(...known: Parameters<typeof worldKnowledge>): Desk {
  return deskOver(worldKnowledge(...known));
}

/** The world as profiles read it, and how to name a thing in it. */
export function worldFacts(
  ...known: Parameters<typeof worldKnowledge>
): SourcedFacts & { readonly term: (id: string) => number } {
  const sourced = sourcedFactsOf(worldDesk(...known));
  return { ...sourced, term: (id) => sourced.catalogue.termOf(id) ?? -1 };
}

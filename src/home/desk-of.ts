import { acquire } from '../acquisition/index.ts';
import { readDocument } from '../intake/index.ts';
import { MemoryKnowledgeBase } from '../knowledge/index.ts';
import type { Selection } from '../knowledge/index.ts';
import type { Desk } from '../desk/index.ts';
import type { Home } from './home.ts';
import { openDesk } from '../desk/index.ts';
import { readRuleSet } from './settings/rule-set.ts';
import { DEFAULT_CONFIG } from './settings/config.ts';
import type { RuleSettings } from './settings/config.ts';

/** Which knowledge to answer from, and by which rules. */
export interface DeskOptions {
  /** Default: the newest release of everything, nothing withdrawn. */
  readonly selection?: Selection;
  /** Rules in place of those configured (by default the standard pack); settings not named stay as configured. */
  readonly rules?: Partial<RuleSettings>;
}

/**
 * The stored knowledge of a home, ready for questions.
 *
 * @throws FoeprintError K2xx where the knowledge base cannot be used, H530 and R3xx where rules are missing or faulty
 */
export async function deskOf(home: Home, { selection, rules }: DeskOptions = {}): Promise<Desk> {
  const base = await home.knowledgeBase();
  return openDesk(base.view(selection), await readRuleSet({ ...home.config.rules, ...rules }));
}

/**
 * STIX bundles from files or addresses read into memory, ready for questions. Nothing is stored; what could not be
 * used is left out (see `loadSource` for a report of it).
 *
 * @throws FoeprintError A4xx where one cannot be had, I1xx where one is no STIX, H530 and R3xx where rules are missing or faulty
 */
export async function deskOver(
  locations: readonly string[],
  { selection, rules }: DeskOptions = {},
): Promise<Desk> {
  const base = new MemoryKnowledgeBase();
  const { limits, http } = DEFAULT_CONFIG;
  for (const location of locations) {
    const acquired = await acquire(location, { limits, http });
    for (const { parsed, sha256, bytes, location: from } of acquired.unchanged ? [] : acquired.documents)
      base.ingest(
        readDocument(parsed, { location: from, sha256, bytes: bytes.length }),
        new Date().toISOString(),
      );
  }
  return openDesk(base.view(selection), await readRuleSet({ ...DEFAULT_CONFIG.rules, ...rules }));
}

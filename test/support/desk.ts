import { readFileSync } from 'node:fs';
import type { Desk } from '../../src/desk/index.ts';
import type { Delivery } from '../../src/facts/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import type { KnowledgeBase, Selection } from '../../src/knowledge/index.ts';
import { evaluate } from '../../src/reasoning/index.ts';
import { LOADED_AT } from './loaded-at.ts';
import { rulePack } from './rule-pack.ts';

/** A knowledge base in memory with these sources, loaded one after the other. */
export function knowledgeOf(...deliveries: readonly Delivery[]): MemoryKnowledgeBase {
  const base = new MemoryKnowledgeBase();
  for (const delivery of deliveries) base.ingest(delivery, LOADED_AT);
  return base;
}

/** A desk over knowledge, with a shipped rule pack. */
export function deskOver(base: KnowledgeBase, selection: Selection = {}, pack = 'standard'): Desk {
  const view = base.view(selection);
  return { view, model: evaluate(rulePack(pack), view.facts) };
}

/** A desk over our fictional sample. */
export function sampleDesk(selection: Selection = {}, pack = 'standard'): Desk {
  const text = readFileSync(new URL('../../samples/sample-attack.json', import.meta.url), 'utf8');
  const about = { location: 'sample-attack.json', sha256: '0'.repeat(64), bytes: text.length };
  return deskOver(knowledgeOf(readBundle(JSON.parse(text), about)), selection, pack);
}

import { readFileSync } from 'node:fs';
import { readBundle } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import type { Selection } from '../../src/knowledge/index.ts';
import { evaluate, parseProgram } from '../../src/reasoning/index.ts';
import type { Program } from '../../src/reasoning/index.ts';
import { VOCABULARY } from '../../src/threat/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { readReal } from './real-data.ts';

const LOADED_AT = '2026-01-01T00:00:00Z';

/** A desk over our fictional sample, with a shipped rule pack. */
export function sampleDesk(selection: Selection = {}, pack = 'standard'): Desk {
  const text = readFileSync(new URL('../../samples/sample-attack.json', import.meta.url), 'utf8');
  const about = { location: 'sample-attack.json', sha256: '0'.repeat(64), bytes: text.length };
  return deskOver(readBundle(JSON.parse(text), about), selection, pack);
}

/** A desk over a file of the real data. */
export function realDesk(file: string, selection: Selection = {}, pack = 'standard'): Desk {
  return deskOver(readReal(file), selection, pack);
}

function deskOver(delivery: ReturnType<typeof readBundle>, selection: Selection, pack: string): Desk {
  const base = new MemoryKnowledgeBase();
  base.ingest(delivery, LOADED_AT);
  const view = base.view(selection);
  return { view, model: evaluate(shippedPack(pack), view.facts) };
}

/** A rule pack that comes with the product. */
export function shippedPack(pack: string): Program {
  const file = new URL(`../../rules/${pack}.dl`, import.meta.url);
  const { program, issues } = parseProgram(
    [{ file: `${pack}.dl`, text: readFileSync(file, 'utf8') }],
    VOCABULARY,
  );
  if (program === undefined) throw new Error(JSON.stringify(issues));
  return program;
}

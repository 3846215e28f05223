import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk, type Desk } from '../../src/desk/index.ts';
import { DEFAULT_CONFIG, readRuleSet } from '../../src/home/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { deskOptions, type RealDesk } from './real-desks.ts';
import { realHomeFolder } from './real-home-folder.ts';

const desks = new Map<string, Promise<Desk>>();
let opened: KnowledgeBase | undefined;

/** The knowledge of the real home, for reading: both releases of Enterprise ATT&CK, and MISP galaxy. */
export async function realKnowledge(): Promise<KnowledgeBase> {
  const file = join(await realHomeFolder(), 'knowledge.db');
  return (opened ??= openSqliteKnowledgeBase(file, { readonly: true }));
}

/** A desk over the real home; tests share it. */
export function realDesk(asked: RealDesk = {}): Promise<Desk> {
  const name = JSON.stringify(deskOptions(asked));
  const desk = desks.get(name) ?? openRealDesk(asked);
  desks.set(name, desk);
  return desk;
}

async function openRealDesk(asked: RealDesk): Promise<Desk> {
  const { selection, rules } = deskOptions(asked);
  const base = await realKnowledge();
  return openDesk(base.view(selection), await readRuleSet({ ...DEFAULT_CONFIG.rules, ...rules }));
}

/** A copy of the real home, to write into. */
export async function copyRealHome(folder: string): Promise<void> {
  cpSync(await realHomeFolder(), folder, { recursive: true });
}

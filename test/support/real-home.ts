import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openDesk, type Desk } from '../../src/desk/index.ts';
import { DEFAULT_CONFIG, readRuleSet, type DeskOptions } from '../../src/home/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { deskOptions, type RealDesk } from './real-desks.ts';

const desks = new Map<string, Promise<Desk>>();
let opened: KnowledgeBase | undefined;

/** The knowledge of the real home, for reading: both releases of Enterprise ATT&CK, and MISP galaxy. */
export function realKnowledge(): KnowledgeBase {
  return (opened ??= openSqliteKnowledgeBase(join(inject('realHome'), 'knowledge.db'), { readonly: true }));
}

/** A desk over the real home; tests share it. */
export function realDesk(asked: RealDesk = {}): Promise<Desk> {
  const { selection, rules } = deskOptions(asked);
  const name = JSON.stringify([selection, rules]);
  const desk = desks.get(name) ?? openRealDesk(deskOptions(asked));
  desks.set(name, desk);
  return desk;
}

async function openRealDesk({ selection, rules }: Required<DeskOptions>): Promise<Desk> {
  return openDesk(realKnowledge().view(selection), await readRuleSet({ ...DEFAULT_CONFIG.rules, ...rules }));
}

/** A copy of the real home, to write into. */
export function copyRealHome(folder: string): void {
  cpSync(inject('realHome'), folder, { recursive: true });
}

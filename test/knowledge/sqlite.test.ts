import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { knowledgeBaseContract } from '../contract/knowledge-base.ts';
import { BINDINGS, forceBinding } from './support/bindings.ts';

const opened: { readonly base: KnowledgeBase; readonly folder: string }[] = [];

afterEach(() => {
  for (const { base, folder } of opened.splice(0)) {
    base.close();
    rmSync(folder, { recursive: true });
  }
});

describe.each(BINDINGS)('by %s', (binding) => {
  knowledgeBaseContract(() => {
    forceBinding(binding);
    const folder = mkdtempSync(join(tmpdir(), 'foeprint-'));
    const base = openSqliteKnowledgeBase(join(folder, 'knowledge.db'));
    opened.push({ base, folder });
    return base;
  });
});

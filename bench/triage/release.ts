import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { useIndexOf, type UseIndex } from '../../src/analysis/triage/use-index.ts';
import type { Evidence } from '../../src/facts/index.ts';
import { readDocument } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase, type KnowledgeView } from '../../src/knowledge/index.ts';
import { evidenceAt } from '../../src/workbench/read-evidence.ts';
import { reportsIn, type Reports } from './reports.ts';

/** A release of ATT&CK, alone in its knowledge base: nothing that another knows can leak into it. */
export interface Release {
  readonly name: string;
  readonly view: KnowledgeView;
  readonly index: UseIndex;
  readonly evidence: (stored: number) => Evidence;
  readonly reports: Reports;
  /** ATT&CK ids of the techniques, by place. */
  readonly labels: readonly string[];
  /** Those of the groups. */
  readonly groups: readonly string[];
  readonly software: readonly string[];
}

const fileOf = (name: string): string => `../shared/data/attack/enterprise-attack-${name}.json.gz`;

/** Releases at hand, the oldest first. */
export const RELEASES = ['10.1', '12.1', '14.1', '17.1', '18.1'].filter((name) => existsSync(fileOf(name)));

export function openRelease(name: string): Release {
  const bytes = gunzipSync(readFileSync(fileOf(name)));
  const base = new MemoryKnowledgeBase();
  const about = { location: fileOf(name), sha256: '0'.repeat(64), bytes: bytes.length };
  base.ingest(readDocument(JSON.parse(bytes.toString()), about), '2026-01-01T00:00:00.000Z');
  const view = base.view();
  const read = new Map<number, Evidence>();
  const evidence = (stored: number): Evidence => {
    const found = read.get(stored) ?? evidenceAt(view, stored);
    read.set(stored, found);
    return found;
  };
  const { catalogue, facts: reported } = view;
  const index = useIndexOf({ catalogue, reported, evidence });
  const label = (term: number): string => catalogue.label(term);
  return {
    name,
    view,
    index,
    evidence,
    reports: reportsIn(index, evidence),
    labels: index.techniques.map(label),
    groups: index.groups.map(label),
    software: index.software.map(label),
  };
}

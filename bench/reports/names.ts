// Names of groups and software found in reports, against those that experts linked to ATT&CK. See bench/README.md.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { groupMentions, groupsStated, reportNames, type ReportName } from '../../src/analysis/index.ts';
import { readDocument } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase, type KnowledgeView } from '../../src/knowledge/index.ts';
import { bestOf } from '../best-of.ts';
import { nameFinder, type FoundName } from '../../src/reading/index.ts';

const SHARED = '../shared/data';
const SOURCES = [
  'attack/enterprise-attack-18.1.json.gz',
  'misp-galaxy/threat-actor.json.gz',
  'misp-galaxy/microsoft-activity-group.json.gz',
];

interface Report {
  readonly doc_id: string;
  readonly title: string;
  readonly text: string;
  readonly groups: readonly string[];
  readonly groups_optional?: readonly string[];
  readonly software: readonly string[] | null;
}

function lines(file: string): readonly string[] {
  return gunzipSync(readFileSync(`${SHARED}/${file}`))
    .toString()
    .trim()
    .split('\n');
}

function viewOf(files: readonly string[]): KnowledgeView {
  const base = new MemoryKnowledgeBase();
  for (const file of files) {
    const bytes = gunzipSync(readFileSync(`${SHARED}/${file}`));
    const about = { location: file, sha256: '0'.repeat(64), bytes: bytes.length };
    base.ingest(readDocument(JSON.parse(bytes.toString()), about), '2026-01-01T00:00:00.000Z');
  }
  return base.view();
}

const labels = (view: KnowledgeView, terms: readonly number[]): readonly string[] =>
  terms.map((term) => view.catalogue.label(term)).filter((label) => label !== '');

/** Ids of the groups that a report names, best first. */
function groupsIn(
  view: KnowledgeView,
  report: Report,
  found: readonly FoundName<ReportName>[],
): readonly string[] {
  const { groups } = groupsStated(report, [], groupMentions(view, found));
  return [
    ...new Set(
      groups.flatMap(({ candidates }) =>
        labels(
          view,
          candidates.map(({ term }) => term),
        ),
      ),
    ),
  ];
}

function softwareIn(view: KnowledgeView, found: readonly FoundName<ReportName>[]): readonly string[] {
  const names = found.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'software'));
  return [...new Set(names.flatMap((name) => labels(view, name.bearers)))];
}

class Score {
  private right = 0;
  private wrong = 0;
  private missed = 0;

  add(found: readonly string[], gold: readonly string[], optional: readonly string[] = []): void {
    this.right += found.filter((id) => gold.includes(id)).length;
    this.wrong += found.filter((id) => !gold.includes(id) && !optional.includes(id)).length;
    this.missed += gold.filter((id) => !found.includes(id)).length;
  }

  /** Precision, recall and F1. */
  figures(): string {
    const precision = this.right / (this.right + this.wrong);
    const recall = this.right / (this.right + this.missed);
    const f1 = (2 * precision * recall) / (precision + recall);
    return [precision, recall, f1].map((figure) => figure.toFixed(3)).join(' / ');
  }
}

const reports = lines('reports-bench/annoctr.docs.jsonl.gz').map((line) => JSON.parse(line) as Report);
const sentences = ['annoctr', 'tram2']
  .flatMap((set) => lines(`reports-bench/${set}.sents.jsonl.gz`))
  .map((line) => JSON.parse(line) as { readonly text: string });
for (const [label, files] of [
  ['ATT&CK', SOURCES.slice(0, 1)],
  ['ATT&CK and MISP', SOURCES],
] as const) {
  const view = viewOf(files);
  const started = performance.now();
  const find = nameFinder(reportNames(view));
  const ready = performance.now() - started;
  const [groups, software] = [new Score(), new Score()];
  for (const report of reports) {
    const found = find(report.text);
    groups.add(groupsIn(view, report, found), report.groups, report.groups_optional);
    software.add(softwareIn(view, found), report.software ?? []);
  }
  let count = 0;
  const { cpu } = await bestOf(
    () => (count = sentences.reduce((all, { text }) => all + find(text).length, 0)),
  );
  const rate = (sentences.length / cpu) * 1000;
  console.log(
    `${label}: ${reportNames(view).length} names, ready in ${ready.toFixed(0)} ms; precision / recall / F1`,
  );
  console.log(`  groups ${groups.figures()}`);
  console.log(`  software ${software.figures()}`);
  console.log(
    `  ${count} names in ${sentences.length} sentences, ${rate.toFixed(0)} a second of the processor`,
  );
}

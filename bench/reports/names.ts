// Names of groups and software found in reports, against those that experts linked to ATT&CK. See bench/README.md.
import { groupMentions, groupsStated, reportNames, type ReportName } from '../../src/analysis/index.ts';
import type { KnowledgeView } from '../../src/knowledge/index.ts';
import { nameFinder, type FoundName } from '../../src/reading/index.ts';
import { bestOf } from '../best-of.ts';
import { annoctr, hasLabelledReports, tram, type LabelledReport } from './labelled.ts';
import { figuresShown } from './scores.ts';
import { ATTACK, ATTACK_AND_MISP, worldOf } from './world.ts';

if (!hasLabelledReports) {
  console.log('Nothing is measured: this needs labelled reports in ../shared/data/reports-bench.');
  process.exit(0);
}

const labels = ({ catalogue }: KnowledgeView, terms: readonly number[]): ReadonlySet<string> =>
  new Set(terms.map((term) => catalogue.label(term)).filter((label) => label !== ''));

function groupsIn(
  view: KnowledgeView,
  report: LabelledReport,
  found: readonly FoundName<ReportName>[],
): ReadonlySet<string> {
  const { groups } = groupsStated(report, [], groupMentions(view, found));
  return labels(
    view,
    groups.flatMap(({ candidates }) => candidates.map(({ term }) => term)),
  );
}

function softwareIn(view: KnowledgeView, found: readonly FoundName<ReportName>[]): ReadonlySet<string> {
  const names = found.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'software'));
  return labels(
    view,
    names.flatMap(({ bearers }) => bearers),
  );
}

const { reports, sentences: own } = annoctr();
const sentences = [...own, ...tram().sentences];
for (const [label, files] of [
  ['ATT&CK', ATTACK],
  ['ATT&CK and MISP', ATTACK_AND_MISP],
] as const) {
  const { view } = await worldOf(files);
  const started = performance.now();
  const find = nameFinder(reportNames(view));
  const ready = performance.now() - started;
  const read = reports.map((report) => ({ report, found: find(report.text) }));
  const groups = read.map(({ report, found }) => ({
    right: new Set(report.groups),
    found: groupsIn(view, report, found),
    optional: new Set(report.groups_optional),
  }));
  const software = read.map(({ report, found }) => ({
    right: new Set(report.software),
    found: softwareIn(view, found),
  }));
  const { cpu, made } = await bestOf(() => sentences.reduce((all, { text }) => all + find(text).length, 0));
  const rate = (sentences.length / cpu) * 1000;
  console.log(
    `${label}: ${reportNames(view).length} names, ready in ${ready.toFixed(0)} ms; precision / recall / F1`,
  );
  console.log(`  groups ${figuresShown(groups)}`);
  console.log(`  software ${figuresShown(software)}`);
  console.log(
    `  ${made} names in ${sentences.length} sentences, ${rate.toFixed(0)} a second of the processor`,
  );
}

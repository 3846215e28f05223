// How well reports are read, against what experts say that they state: `npm run bench:reports`. What is learnt here has nothing of
// these reports in it, but for the numbers that weigh the signals of a whole report. See bench/README.md.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readReportFile } from '../../src/acquisition/documents/index.ts';
import { readReports } from '../../src/intake/index.ts';
import { reportSentences } from '../../src/reading/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { groupedBy } from '../../src/text/index.ts';
import { extractSentences } from '../../src/workbench/reports/many-reports.ts';
import { readReport, type ReportReading } from '../../src/workbench/reports/read-report.ts';
import { techniqueIdsIn } from '../../src/workbench/reports/technique-ids.ts';
import { techniqueReader } from '../../src/workbench/reports/model/technique-reader.ts';
import { bestOf } from '../best-of.ts';
import { meanOf } from '../metrics.ts';
import {
  annoctr,
  foldedBy,
  hasLabelledReports,
  tram,
  type LabelledReport,
  type LabelledSet,
} from './labelled.ts';
import { leakFinder } from './leakage.ts';
import { figuresOf, figuresShown, meanF1, shown, withInterval, type Figures, type Found } from './scores.ts';
import { choicesIn, crossValidated, fittedOn } from './train.ts';
import { ATTACK, ATTACK_AND_MISP, worldOf, type Learnt } from './world.ts';

if (!hasLabelledReports) {
  console.log('Nothing is measured: this needs labelled reports in ../shared/data/reports-bench.');
  process.exit(0);
}

interface ReadOne {
  readonly report: LabelledReport;
  readonly reading: ReportReading;
}

const sets = { tram: tram(), annoctr: annoctr() };
const learnt = new Map<string, Learnt>();
const isLeaked = leakFinder(Object.values(sets));
let leaks = 0;
const desk = await worldOf(ATTACK, (object) => isLeaked(object) && ++leaks > 0, learnt);
const named = await worldOf(ATTACK_AND_MISP, isLeaked, learnt);
const { procedures } = await techniqueReader(desk);
console.log(`${leaks} procedures cite or nearly copy one of these reports and are not learnt from.`);

const { values: asked } = parseArgs({ options: { train: { type: 'boolean', default: false } } });
if (asked.train) {
  await train();
  process.exit(0);
}

/** Weights of the signals, fitted on all labelled reports, and how good they are on those that they were not fitted on. */
async function train(): Promise<void> {
  const { catalogue } = desk.view;
  const ids = catalogue.ofType(typesOf('technique')).map((term) => catalogue.label(term));
  const counts = new Map(ids.map((id) => [id, procedures.of(id)]));
  const signalled = [];
  for (const set of Object.values(sets))
    for (const { report, reading } of await readAll(set)) {
      const one = { set, report, signals: reading.signals };
      signalled.push({ ...one, choices: choicesIn(one, counts) });
    }
  const { offset, weights } = fittedOn(signalled);
  console.log(Object.fromEntries([['offset', offset], ...weights]));
  console.table(crossValidated(Object.values(sets), signalled, procedures));
}

async function readAll({ reports }: LabelledSet, view = desk): Promise<readonly ReadOne[]> {
  const all: ReadOne[] = [];
  for (const report of reports) all.push({ report, reading: await readReport(view, report) });
  return all;
}

// Ready before it is timed.
await readReport(desk, { title: '', text: 'A sentence.' });
const started = process.cpuUsage();
const read = { tram: await readAll(sets.tram), annoctr: await readAll(sets.annoctr) };
const { user, system } = process.cpuUsage(started);

/** Techniques of reports that state some. */
function techniquesIn(
  { fold }: LabelledSet,
  all: readonly ReadOne[],
  isMeant: (stated: ReportReading['techniques'][number]) => boolean = () => true,
): readonly Found[] {
  return all
    .map(({ report, reading }) => ({
      right: foldedBy(fold, report.techniques),
      found: foldedBy(
        fold,
        reading.techniques.filter(isMeant).map(({ technique }) => technique),
      ),
    }))
    .filter(({ right }) => right.size > 0);
}

function groupsIn(view: typeof desk, all: readonly ReadOne[]): readonly Found[] {
  const { catalogue } = view.view;
  return all.map(({ report, reading }) => ({
    right: new Set(report.groups),
    found: new Set(
      reading.groups.flatMap(({ candidates }) =>
        candidates.map(({ term }) => catalogue.label(term)).filter((label) => label !== ''),
      ),
    ),
    optional: new Set(report.groups_optional),
  }));
}

const of =
  (figure: keyof Figures) =>
  (all: readonly Found[]): number =>
    figuresOf(all)[figure];

const idsIn = techniqueIdsIn(desk);
const hasIds = ({ report }: ReadOne): boolean => idsIn(report.text).length > 0;
const isAccepted = ({ tier }: { readonly tier: string }): boolean => tier === 'accept';

console.log(
  '\nReports: what is to be reached, what is hoped for, and what is measured [95 % interval over reports].',
);
const rows: Record<string, { must: string; hope: string; ours: string; reports: number }> = {};
function row(name: string, must: string, hope: string, all: readonly Found[], figure = of('f1')): void {
  rows[name] = { must, hope, ours: withInterval(all, figure), reports: all.length };
}
const withoutIds = read.tram.filter((one) => !hasIds(one));
row('TRAM, F1', '0.70', '0.75', techniquesIn(sets.tram, read.tram));
row('TRAM, mean F1 of a report', '0.62', '0.68', techniquesIn(sets.tram, read.tram), meanF1);
row('TRAM, reports with ids, F1', '', '', techniquesIn(sets.tram, read.tram.filter(hasIds)));
row('TRAM, reports without ids, F1', '0.63', '0.68', techniquesIn(sets.tram, withoutIds));
row('AnnoCTR, F1', '0.59', '0.65', techniquesIn(sets.annoctr, read.annoctr));
row('AnnoCTR, mean F1 of a report', '0.47', '0.53', techniquesIn(sets.annoctr, read.annoctr), meanF1);
for (const name of ['tram', 'annoctr'] as const) {
  const accepted = techniquesIn(sets[name], read[name], isAccepted);
  row(`${sets[name].name}: accepted, precision`, '0.90', '0.90', accepted, of('precision'));
  row(`${sets[name].name}: accepted, recall`, '0.20', '0.30', accepted, of('recall'));
}
const bothCatalogues = await readAll(sets.annoctr, named);
row('Groups by ATT&CK, F1', '0.88', '0.92', groupsIn(desk, read.annoctr));
row('Groups by ATT&CK and MISP, F1', '0.88', '0.92', groupsIn(named, bothCatalogues));
console.table(rows);

console.log('\nPrecision / recall / F1');
for (const name of ['tram', 'annoctr'] as const) {
  const [set, all] = [sets[name], read[name]];
  console.log(`  ${set.name}: ${figuresShown(techniquesIn(set, all))}`);
  const ids = all
    .filter(({ report }) => report.techniques.length > 0)
    .map(({ report }) => ({
      right: foldedBy(set.fold, report.techniques),
      found: foldedBy(set.fold, idsIn(report.text)),
    }));
  console.log(`  ${set.name}, only ids: ${figuresShown(ids)}`);
  const none = all.filter(({ report }) => report.techniques.length === 0);
  const found = none.map(
    ({ reading }) =>
      foldedBy(
        set.fold,
        reading.techniques.map((each) => each.technique),
      ).size,
  );
  if (none.length > 0)
    console.log(
      `  ${set.name}, ${none.length} reports that state none: ${meanOf(found).toFixed(2)} found in each`,
    );
}

console.log(
  '\nHow far probabilities can be believed: of what is as likely as this, the share that is right (how many).',
);
const BOUNDS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.001];
console.table(
  Object.fromEntries(
    BOUNDS.slice(1).map((below, at) => {
      const from = BOUNDS[at] ?? 0;
      const cells = (['tram', 'annoctr'] as const).map((name) => {
        const bin = techniquesIn(
          sets[name],
          read[name],
          ({ probability }) => probability >= from && probability < below,
        );
        const count = bin.reduce((sum, { found }) => sum + found.size, 0);
        return [sets[name].name, `${shown(figuresOf(bin).precision)} (${count})`];
      });
      return [`${from} …`, Object.fromEntries(cells)];
    }),
  ),
);

console.log('\nSentences by themselves, as `report extract --batch --sentences` gives them.');
for (const { name, sentences, fold } of Object.values(sets)) {
  const extracted: (Found & { readonly ranked: readonly string[] })[] = [];
  for (const together of groupedBy(sentences, ({ doc_id }) => doc_id).values()) {
    const texts = together.map(({ text }) => text);
    for (const [place, { ranked, accepted }] of (await extractSentences(desk, texts)).entries())
      extracted.push({
        right: foldedBy(fold, together[place]?.techniques ?? []),
        found: foldedBy(fold, accepted),
        ranked: [...foldedBy(fold, new Map(ranked).keys())],
      });
  }
  const stating = extracted.filter(({ right }) => right.size > 0);
  const within = (most: number): string =>
    shown(
      meanOf(
        stating.map(
          ({ right, ranked }) =>
            ranked.slice(0, most).filter((each) => right.has(each)).length / Math.min(most, right.size),
        ),
      ),
    );
  console.log(
    `  ${name}: of ${stating.length} that state one, it is first ${within(1)}, among the first 3 ${within(3)}, the first 5 ${within(5)}; ` +
      `accepted: precision / recall / F1 ${figuresShown(extracted)}`,
  );
}

console.log('\nOne advisory in three formats, and two reports in STIX.');
const expected = JSON.parse(readFileSync('../shared/data/reports-bench/formats-expected.json', 'utf8')) as {
  readonly 'after_v18.1_map': readonly string[];
};
const wanted = expected['after_v18.1_map'].join(' ');
for (const ending of ['pdf', 'docx', 'html']) {
  const name = `AA20-302A.${ending}`;
  const { report } = await readReportFile(readFileSync(`../shared/data/reports/${name}`), { name });
  const ids = idsIn(report.full ?? report.text).toSorted();
  exactly(`${name}: ${ids.length} ids`, ids.join(' '), wanted);
}
for (const name of ['stix-apt1.json', 'stix-poisonivy.json']) {
  const text = readFileSync(`../shared/data/reports/${name}`, 'utf8');
  const { objects } = JSON.parse(text) as {
    readonly objects: readonly { readonly type: string; readonly name?: string }[];
  };
  const types = new Set(['attack-pattern', 'intrusion-set', 'threat-actor', 'malware', 'tool', 'campaign']);
  const names = objects.filter(({ type }) => types.has(type)).map((object) => object.name ?? '');
  const mentions = (readReports(text, name)?.reports ?? []).flatMap((report) =>
    report.mentions.map((each) => each.name),
  );
  const distinct = (each: readonly string[]): string => [...new Set(each)].toSorted().join('\n');
  exactly(`${name}: ${new Set(mentions).size} things by name`, distinct(mentions), distinct(names));
}

function exactly(what: string, found: string, right: string): void {
  console.log(`  ${what}, ${found === right ? 'exact' : `WRONG: ${found}\n  instead of ${right}`}`);
  if (found !== right) process.exitCode = 1;
}

console.log('\nTime and size; must: learnt in 30 s, 10 MB, 2,000 sentences a second.');
for (const { seconds, bytes } of learnt.values())
  console.log(
    `  learnt in ${seconds.toFixed(1)} s of the processor, ${(bytes.length / 1e6).toFixed(1)} MB kept`,
  );
const all = [...read.tram, ...read.annoctr];
const count = all.reduce((sum, { reading }) => sum + reading.sentences.length, 0);
const split = await bestOf(() =>
  all.reduce((sum, { report }) => sum + reportSentences(report.text).length, 0),
);
const cpu = (user + system) / 1000;
console.log(
  `  ${((count / cpu) * 1000).toFixed(0)} sentences a second of the processor, names and ids included; ` +
    `${(cpu / split.cpu).toFixed(1)} times what taking their texts apart takes`,
);

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { migrateDocument } from '../support/migrate-document.ts';
import { combineLayers, emulationPlan, loadedTarget } from '../../src/analysis/index.ts';
import { readFeed } from '../../src/acquisition/documents/index.ts';
import { parseJson } from '../../src/acquisition/json/parse-json.ts';
import { documentMarkdown, tableCsv } from '../../src/render/index.ts';
import { exerciseDocument, explanationText, profileTables } from '../../src/report/index.ts';
import { calderaFiles, ctidFiles, writeLayers } from '../../src/export/index.ts';
import { FoeprintError } from '../../src/facts/index.ts';
import { keepReport, keptReports, readPlaybook, removeReports, reportsIn } from '../../src/home/index.ts';
import { readConfiguration } from '../../src/home/settings/read-config.ts';
import {
  readCaseDocument,
  readCaseFile,
  readDocument,
  readEvents,
  readHiddenSet,
  readIncidents,
  readAtomics,
  readLayers,
  readOrganisationText,
  writeCaseDocument,
  readCoverageText,
} from '../../src/intake/index.ts';
import { coverageOf, type KeptReport } from '../../src/threat/index.ts';
import { readExercise } from '../../src/intake/coverage/read-exercise.ts';
import { readDettectCoverage } from '../../src/intake/coverage/read-dettect-coverage.ts';
import { readLayerCoverage } from '../../src/intake/coverage/read-layer-coverage.ts';
import { DumpReading } from '../../src/knowledge/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { evaluate, parseProgram, parseQuery, query } from '../../src/reasoning/index.ts';
import { neutralise } from '../../src/text/index.ts';
import { VOCABULARY } from '../../src/threat/index.ts';
import { nameResolver, predictorOver } from '../../src/workbench/index.ts';
import { sourcedFactsOf } from '../../src/workbench/sourced-facts.ts';
import { aliases } from '../../src/workbench/groups/aliases.ts';
import { explain } from '../../src/workbench/explanation/explain.ts';
import { listCatalogue } from '../../src/workbench/knowledge/catalogue.ts';
import { mitigationsOf } from '../../src/workbench/techniques/mitigations.ts';
import { search } from '../../src/workbench/knowledge/search.ts';
import { show } from '../../src/workbench/knowledge/show.ts';
import { statusOf } from '../../src/workbench/knowledge/status.ts';
import { techniqueUsage } from '../../src/workbench/techniques/techniques.ts';
import { threatsTo } from '../../src/workbench/threats/threats.ts';
import { victimsOf } from '../../src/workbench/groups/victims.ts';
import { groupProfile } from '../../src/workbench/groups/profile.ts';
import { groupTimeline } from '../../src/workbench/groups/timeline.ts';
import { releaseTarget } from '../../src/workbench/releases/migrate.ts';
import {
  checkRules,
  compileRule,
  isOfSource,
  readEvent,
  readEvents as readLogEvents,
  readRules as readSigmaRules,
  RuleSet,
  type RuleMatcher,
} from '../../src/sigma/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { SEEDS } from './seeds.ts';
import { rulePack } from '../support/rule-pack.ts';
import { about, bundle, release } from '../support/world/build.ts';
import { FARM, WEASEL } from '../support/world/cast.ts';
import { knowledgeOf } from '../support/desk.ts';

// What reads something from outside, and what lies behind it. Each reader takes a text that may be anything: it may refuse it (a
// FoeprintError), and whatever it takes in must leave a knowledge base that answers.

/** Something that reads texts. Anything thrown but a FoeprintError is a fault. */
export interface Reader {
  readonly name: string;
  /** Which of the texts to begin with are its own, see `seeds.ts`. */
  readonly seeds: string;
  readonly read: (text: string, folder: string) => void | Promise<void>;
}

const LOADED = '2026-01-01T00:00:00.000Z';
const STANDARD = rulePack('standard');
/** So that a runaway rule ends soon. */
const LIMITS = { limit: 50_000, rowLimit: 2_000_000 };

export const READERS: readonly Reader[] = [
  { name: 'documents that report facts', seeds: 'documents', read: loadAndAsk },
  { name: 'case files in YAML', seeds: 'yaml cases', read: (text) => readCase(text, 'case.yaml') },
  { name: 'case files in CSV', seeds: 'csv cases', read: (text) => readCase(text, 'case.csv') },
  { name: 'organisations', seeds: 'organisations', read: readOrganisation },
  { name: 'layers', seeds: 'layers', read: readLayerFile },
  {
    name: 'administration files of DeTT&CT',
    seeds: 'dettect',
    read: (text) => void readDettectCoverage(text, 'dettect.yaml'),
  },
  { name: 'coverage of any format', seeds: 'coverage', read: readAnyCoverage },
  { name: 'texts with ids', seeds: 'texts', read: (text) => migrate(text, 'notes.txt') },
  { name: 'ids in Sigma rules', seeds: 'sigma', read: (text) => migrate(text, 'rule.yml') },
  { name: 'Sigma rules', seeds: 'sigma', read: matchEvents },
  { name: 'events of logs', seeds: 'log events', read: matchRules },
  { name: 'victims, one to a line', seeds: 'events', read: (text) => void readEvents(text, 'victims.jsonl') },
  { name: 'incidents, one to a line', seeds: 'incidents', read: predictIncidents },
  { name: 'reports that name in fields what they speak of', seeds: 'reports', read: keepAs('a.json') },
  { name: 'tests of Atomic Red Team', seeds: 'atomics', read: planFrom },
  {
    name: 'results of exercises',
    seeds: 'exercises',
    read: (text) => void readExercise({ text, file: 'exercise.md', isNamed: true, json: () => undefined }),
  },
  {
    name: 'reports in HTML, Markdown and plain text',
    seeds: 'prose',
    read: keepAs('a.html', 'a.md', 'a.txt'),
  },
  {
    name: 'feeds',
    seeds: 'feeds',
    read: (text) => void readFeed(Buffer.from(text), { name: 'https://barn.example/feed' }),
  },
  { name: 'rules', seeds: 'rules', read: readRules },
  { name: 'queries', seeds: 'queries', read: readQueries },
  { name: 'expressions over layers', seeds: 'expressions', read: readExpression },
  { name: 'dumps', seeds: 'dumps', read: restore },
  {
    name: 'dumps that come with a checksum of their own',
    seeds: 'dumps',
    read: (text) => restore(withChecksum(text)),
  },
  { name: 'playbooks', seeds: 'playbooks', read: readPlaybookFile },
  { name: 'configurations', seeds: 'configurations', read: readConfigurationFile },
];

function onlyRefusals(error: unknown): void {
  if (!(error instanceof FoeprintError)) throw error;
}

/** Tests, and the files of a plan that is made of them: what Caldera and others read is YAML whatever the tests hold. */
function planFrom(text: string): void {
  const { tests } = readAtomics(text, 'T9001.yaml');
  const sourced = sourcedFactsOf(FARM_DESK);
  const plan = emulationPlan(sourced, sourced.catalogue.termOf(WEASEL) ?? -1, {
    library: { name: 'tests', files: 1, refused: 0, tests },
    target: loadedTarget(FARM_DESK.view, FARM_DESK.view, '1.0'),
    platforms: [],
    tactics: [],
    derived: true,
    allTests: true,
    destructive: true,
  });
  for (const { text: written } of [...calderaFiles(plan), ...ctidFiles(plan)]) parse(written);
  documentMarkdown(exerciseDocument(plan));
}

/** Whatever is read of a report is whole and safe to show, and comes back from where it is kept as it was. */
function keepAs(...files: readonly string[]): Reader['read'] {
  return async (text, folder) => {
    const place = join(folder, 'reports');
    for (const location of files) {
      const given = { location, kind: 'feed', addedAt: '2026-01-01T00:00:00.000Z' } as const;
      const { reports } = await reportsIn(Buffer.from(text), given).catch((error: unknown) => {
        onlyRefusals(error);
        return { reports: [] };
      });
      const first = new Map(reports.toReversed().map((report) => [report.id, report]));
      for (const report of reports) {
        if (!isSafe(report)) throw new Error(`unsafe: ${JSON.stringify(report)}`);
        await keepReport(place, report);
      }
      const kept = await keptReports(place);
      if (kept.issues.length > 0 || kept.reports.some(({ id, text: words }) => first.get(id)?.text !== words))
        throw new Error('not kept as it was');
      await removeReports(place, [...first.keys()]);
    }
  };
}

function isSafe({ title, text, full = '', publisher = '', references, mentions }: KeptReport): boolean {
  const shown = [title, text, full, publisher, ...references, ...mentions.flatMap(Object.values)];
  return shown.every((each) => typeof each === 'string' && neutralise(each) === each);
}

/** A base that knows the farm, and what it answers. */
function farmBase(): KnowledgeBase {
  return knowledgeOf(readDocument(bundle(release('1.0'), ...FARM.attack), about('farm')));
}

const FARM_DESK = deskOf(farmBase());

function deskOf(base: KnowledgeBase): Desk {
  const view = base.view();
  return { view, model: evaluate(STANDARD, view.facts, LIMITS) };
}

/** As a file that was named, and as one of many. */
function readAnyCoverage(text: string): void {
  const json = (): unknown => parseJson(Buffer.from(text), 'coverage');
  for (const isNamed of [true, false])
    void tried(() => coverageOf(readCoverageText({ file: 'coverage', text, isNamed, json })?.claims ?? []));
}

/** Ranks groups for every incident, with the whole text as a set of what is hidden, too. */
function predictIncidents(text: string): void {
  const predictor = predictorOver(farmBase(), true);
  const hidden = readHiddenSet(text);
  for (const incident of readIncidents(text, 'incidents.jsonl').incidents)
    void tried(() => predictor.predict(incident, hidden));
}

/** What the farm's base says of itself: status, and every command's answer about its group. */
function answersOf(base: KnowledgeBase): string {
  const desk = deskOf(base);
  const said = [
    ...QUESTIONS.map((ask) => tried(() => ask(desk, 'G0901'))),
    tried(() => desk.model.derivationCount),
  ];
  return JSON.stringify([statusOf(base).loaded.length, said]);
}

type Question = (desk: Desk, name: string) => unknown;

const QUESTIONS: readonly Question[] = [
  show,
  aliases,
  victimsOf,
  mitigationsOf,
  (desk, name) => search(desk, name),
  (desk, name) => {
    const profile = groupProfile(desk, name);
    return [profile, profileTables(profile.answer).map(tableCsv)];
  },
  (desk, name) => groupTimeline(desk, name),
  (desk, name) => explain(desk, name, 'T9001').answer.explanations.map((each) => explanationText(each)),
];

const KNOWN = answersOf(farmBase());

/** An answer, or the code of a refusal: a question may be refused, but never crash. */
function tried(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof FoeprintError) return error.code;
    throw error;
  }
}

function loadAndAsk(text: string): void {
  const base = farmBase();
  try {
    const parsed = parseJson(Buffer.from(text), 'fuzzed.json');
    base.ingest(readDocument(parsed, about('fuzzed')), LOADED);
  } catch (error) {
    // What is refused changes nothing.
    if (error instanceof FoeprintError) sameAnswers(base);
    throw error;
  }
  const desk = deskOf(base);
  tried(() => desk.model.derivationCount);
  tried(() => techniqueUsage(desk));
  for (const kind of ['groups', 'techniques', 'software', 'campaigns'])
    tried(() => listCatalogue(desk, kind));
  const terms = [
    ...desk.view.catalogue.ofType(['intrusion-set', 'threat-actor', 'campaign', 'malware']),
  ].slice(0, 4);
  for (const name of ['G0901', ...terms.map((term) => desk.view.catalogue.id(term))])
    for (const ask of QUESTIONS) tried(() => ask(desk, name));
}

function sameAnswers(base: KnowledgeBase): void {
  if (answersOf(base) !== KNOWN) throw new Error('the base answers otherwise than before');
}

function readCase(text: string, file: string): void {
  const base = farmBase();
  const { documents } = readCaseFile(text, file, nameResolver(FARM_DESK.view));
  for (const [at, document] of documents.entries())
    base.ingest(readCaseDocument(writeCaseDocument(document), about(`case ${String(at)}`)), LOADED);
  if (documents.length === 0) sameAnswers(base);
  else answersOf(base);
}

function readOrganisation(text: string): void {
  const { organisation } = readOrganisationText(text, 'org.yaml', () => undefined);
  if (organisation !== undefined) tried(() => threatsTo(FARM_DESK, organisation));
}

function readLayerFile(text: string): void {
  const parsed = parseJson(Buffer.from(text), 'layer.json');
  const { layers } = readLayers(parsed, 'layer.json');
  tried(() => readLayerCoverage(parsed, 'layer.json'));
  tried(() => writeLayers(layers));
  const [one, other = one] = layers;
  if (one !== undefined && other !== undefined)
    tried(() =>
      combineLayers(
        [
          { name: 'a', layer: one },
          { name: 'b', layer: other },
        ],
        'a + 2*b',
      ),
    );
  tried(() => migrate(text, 'layer.json'));
}

const TARGET = releaseTarget(farmBase(), '1.0');

function migrate(text: string, file: string): void {
  migrateDocument(file, text, TARGET);
}

function readRules(text: string): void {
  const { program } = parseProgram([{ file: 'rules.dl', text }], VOCABULARY);
  if (program !== undefined) tried(() => evaluate(program, FARM_DESK.view.facts, LIMITS).derivationCount);
}

function readQueries(text: string): void {
  const { query: parsed } = parseQuery(text, STANDARD, VOCABULARY);
  if (parsed !== undefined) query(FARM_DESK.model, parsed, { limit: 100 });
}

const LAYER = readLayers({
  name: 'a',
  versions: { layer: '4.5' },
  domain: 'enterprise-attack',
  techniques: [{ techniqueID: 'T9001', score: 3 }],
}).layers;

function readExpression(text: string): void {
  combineLayers(
    ['a', 'b', 'c'].flatMap((name) => LAYER.map((layer) => ({ name, layer }))),
    text,
  );
}

function restore(text: string): void {
  const base = farmBase();
  const reading = new DumpReading(createHash('sha256'), 'fuzzed.dump');
  try {
    for (const line of text.split('\n')) if (line !== '') reading.take(line);
    reading.restoreInto(base);
  } catch (error) {
    if (error instanceof FoeprintError) sameAnswers(base);
    throw error;
  }
  answersOf(base);
}

/** Whoever changes a dump can compute its checksum anew. */
function withChecksum(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('{"end"'));
  const count = (start: string): number => lines.filter((line) => line.startsWith(start)).length;
  const sha256 = createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
  const end = { objects: count('{"object"'), sources: count('{"source"'), sha256 };
  return [...lines, JSON.stringify({ end })].join('\n');
}

async function readPlaybookFile(text: string, folder: string): Promise<void> {
  const file = join(folder, 'playbook.yaml');
  writeFileSync(file, text);
  await readPlaybook(file);
}

async function readConfigurationFile(text: string, folder: string): Promise<void> {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, text);
  await readConfiguration({ folder }, folder, file);
}

const LOG_EVENTS: readonly unknown[] = [
  {
    Event: {
      System: { Channel: 'Security', EventID: 4688 },
      EventData: { NewProcessName: 'dig.exe', CommandLine: 'dig /deep' },
    },
  },
  { Image: 'dig.exe', CommandLine: ['dig', '-deep'], EventID: 1, actor: { id: '10.0.0.1' } },
];

function sigmaMatchers(text: string): readonly RuleMatcher[] {
  return readSigmaRules('rule.yml', text).rules.flatMap((rule) => {
    const compiled = compileRule(rule);
    return compiled.ok ? [compiled.matcher] : [];
  });
}

/** Rules that can be made ready are held against events. */
function matchEvents(text: string): void {
  checkRules('rule.yml', text);
  holdAgainst(sigmaMatchers(text), LOG_EVENTS);
}

const LOG_RULES = (SEEDS['sigma'] ?? []).flatMap(sigmaMatchers);

/** Events that can be read are held against rules. */
function matchRules(text: string): void {
  holdAgainst(LOG_RULES, readLogEvents('events.ndjson', text).events);
}

/** Together they find what each finds. */
function holdAgainst(matchers: readonly RuleMatcher[], events: readonly unknown[]): void {
  const all = new RuleSet(matchers);
  for (const event of events.flatMap((json) => readEvent(json) ?? [])) {
    const found = new Set(all.matching(event));
    for (const matcher of matchers) {
      const isOne = isOfSource(event.source, matcher.rule.logSource) && matcher.matches(event);
      if (found.has(matcher) !== isOne) throw new Error('the index finds something else');
      matcher.reasons(event);
    }
  }
}

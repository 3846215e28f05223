import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { DeliveredObject, Delivery, FactBase } from '../../src/facts/index.ts';
import { CLAIM_TYPE, readEvidence } from '../../src/stix/index.ts';
import type { KnowledgeBase, KnowledgeView } from '../../src/knowledge/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { hasRealData } from '../support/real-data.ts';
import { knowledgeOf } from '../support/desk.ts';
import { LOADED_AT } from '../support/loaded-at.ts';
import { readReal } from '../support/read-real.ts';
import { realKnowledge } from '../support/real-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ENTERPRISE = { series: ['enterprise-attack'] };
let enterpriseRead: Delivery | undefined;
const enterprise = (): Delivery => (enterpriseRead ??= readReal('attack/enterprise-attack-18.1.json.gz'));

/** In SQLite it is the home that all tests share. */
const WITH_ENTERPRISE: readonly (readonly [
  name: string,
  base: () => KnowledgeBase | Promise<KnowledgeBase>,
])[] = [
  ['in memory', () => knowledgeOf(enterprise())],
  ['in SQLite', realKnowledge],
];

/** Number of facts of each relation. */
function sizesOf({ relations }: FactBase): Readonly<Record<string, number>> {
  return Object.fromEntries([...relations.values()].map(({ name, size }) => [name, size]));
}

/** Every fact of a view, as text that does not depend on how terms are numbered. */
function factsOf({ facts: { relations, universe } }: KnowledgeView): readonly string[] {
  const lines: string[] = [];
  for (const { name, columns, size } of relations.values())
    for (let row = 0; row < size; row++)
      lines.push([name, ...columns.map((column) => universe.id(column[row] ?? -1))].join(' '));
  return lines.toSorted();
}

/** Whether an object is the source's own: what it claims by its fields and in prose is in objects of ours, what it names has no date. */
function isOfBundle({ type, version }: DeliveredObject): boolean {
  return type !== CLAIM_TYPE && version !== '';
}

/** For every fact of a relation, the ids of the objects that state it. */
function originIdsOf(view: KnowledgeView, name: string): readonly string[] {
  const relation = view.facts.relations.get(name);
  return Array.from({ length: relation?.size ?? 0 }, (_, row) => {
    const origins = relation?.origins.slice(relation.firstStatement[row], relation.firstStatement[row + 1]);
    return Array.from(origins ?? [], (stored) => view.object(stored).id).join(' ');
  });
}

test.skipIf(!hasRealData).for(WITH_ENTERPRISE)('Enterprise 18.1 %s: known counts', async ([, base]) => {
  const view = (await base()).view(ENTERPRISE);
  const live = Object.fromEntries(view.census().map(({ type, live: count }) => [type, count]));
  expect(live).toMatchObject({
    'intrusion-set': 172,
    campaign: 52,
    'attack-pattern': 691,
    'course-of-action': 44,
    malware: 693,
    tool: 91,
    'x-mitre-detection-strategy': 691,
    'x-mitre-analytic': 1739,
  });
  expect(sizesOf(view.facts)).toMatchObject({
    uses: 17_270,
    mitigates: 1445,
    'attributed-to': 25,
    detects: 691,
    'subtechnique-of': 475,
    'has-analytic': 1739,
    'in-matrix': 14,
  });
  expect(view.sources.map(({ id, kind, name }) => [id, kind, name])).toEqual([
    ['enterprise-attack@18.1', 'attack', 'Enterprise ATT&CK 18.1'],
  ]);
  // Withdrawn mitigations of old carry technique numbers.
  const { catalogue } = view;
  expect(catalogue.find('T1105').map((term) => catalogue.name(term))).toEqual(['Ingress Tool Transfer']);
  expect(catalogue.named('cozy bear').map((term) => catalogue.label(term))).toEqual(['G0016']);
});

test.skipIf(!hasRealData)('Enterprise 18.1 is read without a single issue', () => {
  expect(enterprise().issues).toEqual([]);
});

test.skipIf(!hasRealData)('nearly every use of a technique by a group cites a dated document', async () => {
  const view = (await realKnowledge()).view(ENTERPRISE);
  const uses = view.facts.relations.get('uses');
  const evidence = [...(uses?.origins ?? [])]
    .map((stored) => view.object(stored))
    .filter(({ raw }) =>
      /^intrusion-set.*attack-pattern/.test(`${String(raw['source_ref'])}${String(raw['target_ref'])}`),
    )
    .map(readEvidence);
  const dated = evidence.filter(({ citations }) =>
    citations.some(({ published }) => published !== undefined),
  );
  expect(evidence).toHaveLength(4362);
  expect(dated.length).toBeGreaterThanOrEqual(4289);
  expect(evidence.filter(({ citations }) => citations.length === 0)).toEqual([]);
});

test.skipIf(!hasRealData)('17.1 and 18.1 stand side by side', async () => {
  const old = readReal('attack/enterprise-attack-17.1.json.gz');
  const base = knowledgeOf(old);
  const alone = factsOf(base.view());
  const report = base.ingest(enterprise(), LOADED_AT);
  // The objects of the bundle; descriptions also make claims and name places and sectors.
  expect(enterprise().objects.filter(isOfBundle)).toHaveLength(24_772);
  expect(report.added + report.known).toBe(enterprise().objects.length);
  expect(report.known).toBeGreaterThan(10_000);
  expect(sizesOf(base.view().facts)['uses']).toBe(17_270);
  expect(base.ingest(old, LOADED_AT)).toMatchObject({ isNew: false, added: 0 });
  for (const both of [base, await realKnowledge()])
    expect(factsOf(both.view({ ...ENTERPRISE, release: '17.1' }))).toEqual(alone);
});

test.skipIf(!hasRealData)('ICS in STIX 2.0 and 2.1 reports the same facts', () => {
  const facts = ['attack/ics-attack-18.1.json.gz', 'attack/ics-attack-18.1.stix20.json.gz'].map((file) =>
    factsOf(knowledgeOf(readReal(file)).view()).filter((fact) => !fact.includes('x-mitre-collection')),
  );
  expect(facts[0]?.length).toBeGreaterThan(1000);
  expect(facts[1]).toEqual(facts[0]);
});

test.skipIf(!hasRealData)('ATT&CK in STIX 2.0 is recognised, its release given by whoever loads it', () => {
  const { source } = readReal('attack/ics-attack-18.1.stix20.json.gz', { release: '18.1' });
  expect([source.kind, source.series, source.release, source.name]).toEqual([
    'attack',
    'ics-attack',
    '18.1',
    'ICS ATT&CK 18.1',
  ]);
});

test.skipIf(!hasRealData).for([
  ['reports/stix-apt1.json', 76],
  ['reports/stix-poisonivy.json', 155],
] as const)('the vendor report %s loads whole', ([file, objects]) => {
  const delivery = readReal(file);
  expect(delivery.source.kind).toBe('vendor-report');
  expect(delivery.objects.filter(isOfBundle)).toHaveLength(objects);
  expect(delivery.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const view = knowledgeOf(delivery).view();
  expect(view.facts.relations.get('indicates')?.size).toBeGreaterThan(0);
});

test.skipIf(!hasRealData)('memory and SQLite agree on facts, origins, names and hits', async () => {
  const deliveries = [
    'attack/ics-attack-18.1.json.gz',
    'attack/mobile-attack-18.1.json.gz',
    'reports/stix-apt1.json',
  ].map((file) => readReal(file));
  const memory = knowledgeOf(...deliveries).view();
  const base = openSqliteKnowledgeBase(join(await temporaryFolder(), 'knowledge.db'));
  onTestFinished(() => base.close());
  for (const delivery of deliveries) base.ingest(delivery, LOADED_AT);
  const sqlite = base.view();
  expect(factsOf(sqlite)).toEqual(factsOf(memory));
  expect(sqlite.census()).toEqual(memory.census());
  for (const name of memory.facts.relations.keys())
    expect(originIdsOf(sqlite, name)).toEqual(originIdsOf(memory, name));
  const terms = Array.from({ length: memory.catalogue.size }, (_, term) => term);
  const described = (view: KnowledgeView): readonly unknown[] =>
    terms.map((term) => ({ ...view.catalogue.entry(term), stored: 0, next: view.catalogue.successor(term) }));
  expect(described(sqlite)).toEqual(described(memory));
  const hits = (view: KnowledgeView, query: string): readonly string[] =>
    view
      .search(query, { limit: 100_000 })
      .hits.map(({ id }) => id)
      .toSorted();
  for (const query of QUERIES) expect(hits(sqlite, query), query).toEqual(hits(memory, query));
});

const QUERIES = [
  'malware',
  'Scheduled Task',
  '"command and control"',
  'exfil*',
  'T0803',
  'naïve',
  'Stuxnet plc*',
  'd’actualité',
  'e-mail',
  '"can be used"* windows',
  '10.0.0.1',
  'über*',
  '中国',
];

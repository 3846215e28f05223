/*
 * One thing to measure, in a process of its own: `node steps.mjs NAME FILE FOLDER`. Prints the milliseconds of its parts and
 * what it found, as JSON. `load.ts` bundles it with what it measures, as the command line is bundled.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [name, file, folder] = process.argv.slice(2);
const PATH = join(folder, 'knowledge.db');
const LOADED = '2026-01-01T00:00:00.000Z';

const parts = {};

/** Does something and notes how long it took. */
async function timed(part, work) {
  const start = performance.now();
  const result = await work();
  parts[part] = performance.now() - start;
  return result;
}

// Not through the front door, behind which readers of other formats bring libraries of their own.
const INTAKE = () => import('../../src/intake/stix/read-bundle.ts');
const MEMORY = () => import('../../src/knowledge/index.ts');
const SQLITE = () => import('../../src/knowledge/sqlite/index.ts');
const LIBRARY = () => import('./explained.mjs');

async function parse() {
  const bytes = await timed('read', () => readFileSync(file));
  return { bytes, document: await timed('parse', () => JSON.parse(bytes.toString())) };
}

async function deliver() {
  const { bytes, document } = await parse();
  const { readBundle } = await timed('import', INTAKE);
  const sha256 = await timed('digest', () => createHash('sha256').update(bytes).digest('hex'));
  return timed('intake', () => readBundle(document, { location: file, sha256, bytes: bytes.length }));
}

async function open() {
  const { openSqliteKnowledgeBase } = await timed('import store', SQLITE);
  return timed('open', () => openSqliteKnowledgeBase(PATH));
}

/** The answer that every step ends with, so that nothing can be left undone. */
function answer(base) {
  return timed('view', () => {
    const { catalogue, facts } = base.view();
    return { uses: facts.relations.get('uses').size, groups: catalogue.ofType(['intrusion-set']).length };
  });
}

/** What the rules derive is computed when a source is loaded, and kept beside it. */
async function derive(base) {
  const { DEFAULT_CONFIG, openDesk, readRuleSet } = await LIBRARY();
  return await openDesk(base.view({ withdrawn: false }), await readRuleSet(DEFAULT_CONFIG.rules));
}

const STEPS = {
  nothing: () => Promise.resolve({}),
  floor: async () => ({ objects: (await parse()).document.objects.length }),
  memory: async () => {
    const delivery = await deliver();
    const { MemoryKnowledgeBase } = await timed('import store', MEMORY);
    const base = new MemoryKnowledgeBase();
    await timed('ingest', () => base.ingest(delivery, LOADED));
    return answer(base);
  },
  explained: async () => {
    const delivery = await deliver();
    const { MemoryKnowledgeBase } = await timed('import store', MEMORY);
    const base = new MemoryKnowledgeBase();
    await timed('ingest', () => base.ingest(delivery, LOADED));
    const desk = await timed('derive', () => derive(base));
    const { explain } = await timed('import answers', LIBRARY);
    const { explanations } = await timed('explain', () => explain(desk, 'G0071', 'T1059.003').answer);
    return { explanations: explanations.length, proofs: Number(explanations[0].proofCount) };
  },
  sqlite: async () => {
    const delivery = await deliver();
    const base = await open();
    await timed('ingest', () => base.ingest(delivery, LOADED));
    const found = await answer(base);
    await timed('derive', () => derive(base));
    await timed('close', () => base.close());
    return { ...found, megabytes: statSync(PATH).size / 1e6 };
  },
  view: async () => answer(await open()),
  search: async () => {
    const base = await open();
    const found = await answer(base);
    const hits = await timed('search', () => base.view().search('"scheduled task"', { limit: 1e6 }).length);
    return { ...found, hits };
  },
};

// Not awaited here: the bundle is CommonJS, which knows no await outside functions.
void STEPS[name]().then((result) => {
  const { user, system } = process.cpuUsage();
  const rss = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ parts, cpu: (user + system) / 1000, rss, result }));
});

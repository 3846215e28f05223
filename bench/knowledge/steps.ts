/*
 * One thing to measure, in a process of its own: `node steps.js NAME FILE FOLDER`. Prints the milliseconds of its parts and
 * what it found, as JSON. `load.ts` bundles it with what it measures, as the command line is bundled.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../src/desk/index.ts';
import type { Delivery } from '../../src/facts/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';

const [name = '', file = '', folder = ''] = process.argv.slice(2);
const PATH = join(folder, 'knowledge.db');
const LOADED = '2026-01-01T00:00:00.000Z';

const parts: Record<string, number> = {};

/** Does something and notes how long it took. */
async function timed<Made>(part: string, work: () => Made | Promise<Made>): Promise<Made> {
  const start = performance.now();
  const result = await work();
  parts[part] = performance.now() - start;
  return result;
}

// Not through the front door, behind which readers of other formats bring libraries of their own.
const INTAKE = async () => await import('../../src/intake/stix/read-bundle.ts');
const MEMORY = async () => await import('../../src/knowledge/index.ts');
const SQLITE = async () => await import('../../src/knowledge/sqlite/index.ts');
const LIBRARY = async () => await import('./explained.ts');

async function parse(): Promise<{ bytes: Buffer; document: unknown }> {
  const bytes = await timed('read', () => readFileSync(file));
  return { bytes, document: await timed('parse', (): unknown => JSON.parse(bytes.toString())) };
}

async function deliver(): Promise<Delivery> {
  const { bytes, document } = await parse();
  const { readBundle } = await timed('import', INTAKE);
  const sha256 = await timed('digest', () => createHash('sha256').update(bytes).digest('hex'));
  return await timed('intake', () => readBundle(document, { location: file, sha256, bytes: bytes.length }));
}

async function open(): Promise<KnowledgeBase> {
  const { openSqliteKnowledgeBase } = await timed('import store', SQLITE);
  return await timed('open', () => openSqliteKnowledgeBase(PATH));
}

/** The answer that every step ends with, so that nothing can be left undone. */
async function answer(base: KnowledgeBase): Promise<Found> {
  return await timed('view', () => {
    const { catalogue, facts } = base.view();
    return {
      uses: facts.relations.get('uses')?.size ?? 0,
      groups: catalogue.ofType(['intrusion-set']).length,
    };
  });
}

/** What the rules derive is computed when a source is loaded, and kept beside it. */
async function derive(base: KnowledgeBase): Promise<Desk> {
  const { DEFAULT_CONFIG, openDesk, readRuleSet } = await LIBRARY();
  return await openDesk(base.view({ withdrawn: false }), await readRuleSet(DEFAULT_CONFIG.rules));
}

type Found = Readonly<Record<string, number>>;

const STEPS: Readonly<Record<string, () => Promise<Found>>> = {
  nothing: () => Promise.resolve({}),
  floor: async () => ({ objects: ((await parse()).document as { objects: unknown[] }).objects.length }),
  memory: async () => {
    const delivery = await deliver();
    const { MemoryKnowledgeBase } = await timed('import store', MEMORY);
    const base = new MemoryKnowledgeBase();
    await timed('ingest', () => base.ingest(delivery, LOADED));
    return await answer(base);
  },
  explained: async () => {
    const delivery = await deliver();
    const { MemoryKnowledgeBase } = await timed('import store', MEMORY);
    const base = new MemoryKnowledgeBase();
    await timed('ingest', () => base.ingest(delivery, LOADED));
    const desk = await timed('derive', () => derive(base));
    const { explain } = await timed('import answers', LIBRARY);
    const { explanations } = await timed('explain', () => explain(desk, 'G0071', 'T1059.003').answer);
    return { explanations: explanations.length, proofs: Number(explanations[0]?.proofCount) };
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
  view: async () => await answer(await open()),
  search: async () => {
    const base = await open();
    const found = await answer(base);
    const hits = await timed('search', () => base.view().search('"scheduled task"').found);
    return { ...found, hits };
  },
};

// Not awaited here: the bundle is CommonJS, which knows no await outside functions.
void STEPS[name]?.().then((result) => {
  const { user, system } = process.cpuUsage();
  const rss = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ parts, cpu: (user + system) / 1000, rss, result }));
});

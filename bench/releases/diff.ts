// How long the diff of two releases takes, as a ratio to parsing both in the same run:
// `npx tsx -C @foeprint/source bench/releases/diff.ts [before.json.gz after.json.gz]`. Budget: 2.5×, from a base just loaded.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readBundle } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { releaseDiff } from '../../src/workbench/releases/diff.ts';

const files = process.argv.length > 3 ? process.argv.slice(2, 4) : sharedReleases();
const texts = files.map((file) => gunzipSync(readFileSync(file)).toString());
const base = new MemoryKnowledgeBase();
for (const [index, text] of texts.entries())
  base.ingest(
    readBundle(JSON.parse(text), {
      location: String(index),
      sha256: String(index).repeat(64),
      bytes: text.length,
    }),
    '2026-01-01T00:00:00.000Z',
  );
const [from = '', to = ''] = base.sources().flatMap(({ release }) => release ?? []);

const parsing = timed(() => texts.map((text): unknown => JSON.parse(text)));
const first = timed(() => releaseDiff(base, from, to));
const again = timed(() => releaseDiff(base, from, to));
const techniques = releaseDiff(base, from, to).answer.kinds.find(({ kind }) => kind === 'technique');
if (techniques === undefined || techniques.added.length === 0) throw new Error('the diff found nothing');
console.table([
  { what: 'parse both bundles', milliseconds: parsing.toFixed(0), ratio: '1' },
  {
    what: `diff ${from} ${to}, views built`,
    milliseconds: first.toFixed(0),
    ratio: (first / parsing).toFixed(2),
  },
  { what: `diff ${from} ${to}, again`, milliseconds: again.toFixed(0), ratio: (again / parsing).toFixed(2) },
]);
if (first / parsing > 2.5) process.exitCode = 1;

function sharedReleases(): readonly string[] {
  return ['17.1', '18.1'].map((release) => `../shared/data/attack/enterprise-attack-${release}.json.gz`);
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

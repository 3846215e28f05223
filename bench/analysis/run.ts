import { techniqueSets } from '../../src/analysis/compare/technique-sets.ts';
import { overlapMatrix, squareTable } from '../../src/analysis/compare/overlap-matrix.ts';
// How fast the group analyses are: `npx tsx -C @foeprint/source bench/analysis/run.ts [bundle.json[.gz]]`.
// Ratios are taken in this one run; the plain ways they are measured against give the same answers, which is checked.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { pivotCounts, profileOf, sectorOverlap, SUPPORT } from '../../src/analysis/index.ts';
import { similarityOf } from '../../src/analysis/sectors/similarity.ts';
import { presentTechniques } from '../../src/analysis/sectors/support.ts';
import { readBundle } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { evaluate } from '../../src/reasoning/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { sourcedFactsOf } from '../../src/workbench/sourced-facts.ts';
import { rulePack } from '../../test/support/rule-pack.ts';
import { mulberry32 } from '../mulberry32.ts';

const SHARED = '../shared/data/attack/enterprise-attack-18.1.json.gz';
const file = process.argv[2] ?? (existsSync(SHARED) ? SHARED : 'samples/sample-attack.json');
const rows: { what: string; milliseconds: string; ratio: string }[] = [];

function median(repeats: number, run: () => unknown): number {
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.toSorted((left, right) => left - right)[Math.floor(repeats / 2)] ?? 0;
}

function report(what: string, time: number, floor?: { readonly label: string; readonly time: number }): void {
  const ratio = floor === undefined ? '' : `${(time / floor.time).toFixed(2)}× of ${floor.label}`;
  rows.push({ what, milliseconds: time.toFixed(2), ratio });
}

const bytes = readFileSync(file);
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
const base = new MemoryKnowledgeBase();
base.ingest(
  readBundle(JSON.parse(text), { location: file, sha256: '0'.repeat(64), bytes: text.length }),
  '2026-01-01T00:00:00.000Z',
);
const view = base.view();
const model = evaluate(rulePack('standard'), view.facts);

const groups = view.catalogue.ofType(typesOf('group'));
const profile = (group: number) => profileOf(sourcedFactsOf({ view, model }), group, { asOf: '2026-01-01' });
for (const group of groups) profile(group);
const profiles = groups
  .map((group) => median(3, () => profile(group)))
  .toSorted((left, right) => left - right);
report(`profile of one of ${groups.length} groups, median`, profiles[Math.floor(profiles.length / 2)] ?? 0);
report('profile, slowest group', profiles.at(-1) ?? 0);

const known = sourcedFactsOf({ view, model });
for (const derived of [false, true]) {
  const { sets, groups: compared, techniques } = techniqueSets(known, { derived });
  const plain = compared.map(
    (_, set) => new Set([...techniques.keys()].filter((item) => holdsIn(sets, set, item))),
  );
  const naive = median(5, () => matrixOfSets(plain));
  const what = derived ? 'direct and derived' : 'direct';
  report(
    `matrix of ${sets.size} groups, ${what}`,
    median(9, () => overlapMatrix(sets)),
    {
      label: 'JavaScript sets',
      time: naive,
    },
  );
  report(
    `sets and matrix, ${what}`,
    median(9, () => overlapMatrix(techniqueSets(known, { derived }).sets)),
  );
}

// Organisations by the techniques seen there, as a pivot gives them: 2,000 of them, about 60 techniques present at each.
const random = mulberry32(12);
const organisations = pivotCounts(
  Array.from({ length: 2000 }, (_, place) => place).flatMap((place) =>
    Array.from({ length: 700 }, (_, technique) => technique)
      .filter(() => random() < 0.6)
      .map((technique) => ({
        by: [`organisation ${place}`, `T${1000 + technique}`],
        measures: [Math.ceil((20_000 * random()) / (1 + ((technique * (1 + (place % 7))) % 700)))],
      })),
  ),
  Array.from({ length: 2000 }, (_, place) => ({ by: [`organisation ${place}`], measures: [100_000, 1] })),
);
const similarities = median(5, () =>
  squareTable(2000, similarityOf('jaccard', organisations, presentTechniques(organisations, SUPPORT, true))),
);
report('presence and similarity of 2,000 organisations', similarities);
report(
  'the same with clusters, pairs and what makes them',
  median(3, () =>
    sectorOverlap(
      {
        counts: organisations,
        seenAt: () => 0,
        months: [],
        eachIsOne: true,
        nameOf: (name) => name,
        techniqueOf: (id) => ({ id, type: 'attack-pattern', name: id, label: id }),
        tactics: [],
      },
      { support: SUPPORT, measure: 'jaccard', linkage: 'average', threshold: 0.4, limit: 20 },
    ),
  ),
  { label: 'presence and similarity', time: similarities },
);

function holdsIn(
  sets: { readonly bits: Uint32Array; readonly words: number },
  set: number,
  item: number,
): boolean {
  return (((sets.bits[set * sets.words + (item >>> 5)] ?? 0) >>> (item & 31)) & 1) === 1;
}

function matrixOfSets(sets: readonly ReadonlySet<number>[]): Float64Array {
  const table = new Float64Array(sets.length * sets.length);
  sets.forEach((left, row) =>
    sets.forEach((right, column) => {
      let shared = 0;
      for (const item of left) if (right.has(item)) shared += 1;
      table[row * sets.length + column] = shared === 0 ? 0 : shared / (left.size + right.size - shared);
    }),
  );
  return table;
}

console.table(rows);

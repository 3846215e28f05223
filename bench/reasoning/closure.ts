/**
 * How long it takes to derive everything, ours against DuckDB and SQLite, on the same facts in the same run. Ours keeps
 * every derivation, theirs only the facts. Cold is the first time in a fresh process, warm the median of later
 * times; each as elapsed and as processor time, since other work on the machine lengthens the first. Fails
 * where engines disagree on what follows. Run it with `npx tsx bench/reasoning/closure.ts [world …]`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, BUNDLES } from '../bundle.ts';
import { ENGINES, type Counts } from './engines.ts';
import { writeFacts } from './fact-file.ts';
import { WORLDS, world, type WorldName } from './worlds.ts';

interface Output {
  readonly times: readonly number[];
  readonly processor: readonly number[];
  readonly counts: Counts;
  /** Largest resident size, MB. */
  readonly rss: number;
}

interface Result {
  readonly world: string;
  readonly pack: string;
  readonly engine: string;
  /** Milliseconds. */
  readonly cold: number;
  readonly warm: number;
  readonly coldProcessor: number;
  readonly warmProcessor: number;
  readonly rss: number;
  readonly counts: Counts;
}

const EFFORT: Readonly<Record<WorldName, { readonly processes: number; readonly runs: number }>> = {
  '1x': { processes: 5, runs: 15 },
  '10x': { processes: 3, runs: 4 },
  '10x-deep': { processes: 3, runs: 4 },
  '100x': { processes: 1, runs: 2 },
};
/** What is known to follow from ATT&CK Enterprise 18.1. */
const KNOWN = { 'indirectly-uses': 10_160, 'related-to-mitigation': 5023, derivations: 42_626 };

await bundle({ 'closure-run': new URL('closure-run.ts', import.meta.url) });

const folder = mkdtempSync(join(tmpdir(), 'foeprint-bench-'));
const asked = process.argv.slice(2);
const results: Result[] = [];
try {
  for (const name of Object.keys(WORLDS).filter(isWorld)) {
    if (asked.length === 0 || asked.includes(name)) benchWorld(name);
  }
} finally {
  rmSync(folder, { recursive: true });
}
writeFileSync(new URL('closure.json', import.meta.url), `${JSON.stringify(results, undefined, 1)}\n`);

function benchWorld(name: WorldName): void {
  const file = join(folder, name);
  writeFacts(file, world(name));
  for (const pack of ['reference', 'standard']) {
    const group = Object.keys(ENGINES).map((engine) => measure(name, file, pack, engine));
    for (const result of group) print(result, group);
    check(group);
    results.push(...group);
  }
}

function measure(name: WorldName, file: string, pack: string, engine: string): Result {
  const { processes, runs } = EFFORT[name];
  const outputs = Array.from({ length: processes }, (): Output => {
    const words = [join(BUNDLES, 'closure-run.js'), engine, file, pack, String(runs)];
    const output = execFileSync(process.execPath, words);
    return JSON.parse(output.toString());
  });
  return {
    world: name,
    pack,
    engine,
    cold: median(outputs.map(({ times }) => times[0] ?? 0)),
    warm: median(outputs.flatMap(({ times }) => times.slice(1))),
    coldProcessor: median(outputs.map(({ processor }) => processor[0] ?? 0)),
    warmProcessor: median(outputs.flatMap(({ processor }) => processor.slice(1))),
    rss: median(outputs.map(({ rss }) => rss)),
    counts: outputs[0]?.counts ?? {},
  };
}

function print(result: Result, group: readonly Result[]): void {
  const ours = group.find(({ engine }) => engine === 'foeprint') ?? result;
  const { cold, warm, coldProcessor, warmProcessor } = result;
  const cells = [
    `${result.world} ${result.pack}`,
    result.engine,
    `cold ${cold.toFixed(1)} ms (${coldProcessor.toFixed(1)})`,
    `${(cold / ours.cold).toFixed(1)}×`,
    `warm ${warm.toFixed(1)} ms (${warmProcessor.toFixed(1)})`,
    `${(warm / ours.warm).toFixed(1)}×`,
    `${result.rss.toFixed(0)} MB`,
  ];
  const widths = [20, 10, 28, 8, 28, 8, 8];
  console.log(
    `${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('')}${JSON.stringify(result.counts)}`,
  );
}

/** All engines must have derived the same numbers of facts, and from ATT&CK itself the known ones. */
function check(group: readonly Result[]): void {
  const facts = group.map(({ counts }) => JSON.stringify({ ...counts, derivations: undefined }));
  if (new Set(facts).size > 1) throw new Error('the engines disagree');
  const known = group.find(
    (result) => result.world === '1x' && result.pack === 'reference' && result.engine === 'foeprint',
  );
  if (known !== undefined && JSON.stringify(known.counts) !== JSON.stringify(KNOWN)) {
    throw new Error(`from ATT&CK follows ${JSON.stringify(KNOWN)}`);
  }
}

function isWorld(name: string): name is WorldName {
  return name in WORLDS;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/*
 * How long loading takes beside what cannot be avoided: starting Node, reading the file and parsing it. Every step runs in
 * fresh processes, turn by turn with the others, and must find what it should. Ratios are of the fastest of each in this one run,
 * since whatever else the machine does only adds, and of the medians, which a single lucky start does not move.
 *
 *   npx tsx bench/knowledge/load.ts [rounds] [bundle.json.gz]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { bundle as bundleScripts, BUNDLES } from '../bundle.ts';

interface Sample {
  /** Milliseconds from start to end of the process. */
  readonly wall: number;
  /** Milliseconds of processor time, of all threads together: less disturbed by a busy machine. Not known of answers. */
  readonly cpu: number;
  readonly parts: Readonly<Record<string, number>>;
  /** Greatest memory held, in megabytes. */
  readonly rss: number;
  readonly result: Readonly<Record<string, number>>;
}

/** What each step is measured against and may take of it at most; and what it must find in Enterprise ATT&CK 18.1. */
const STEPS = [
  { name: 'nothing', of: 'nothing', budget: 1, finds: {} },
  { name: 'floor', of: 'floor', budget: 1, finds: { objects: 24_772 } },
  { name: 'memory', of: 'floor', budget: 2, finds: { uses: 17_270, groups: 172 } },
  { name: 'explained', of: 'floor', budget: 2, finds: { explanations: 1, proofs: 1 } },
  { name: 'sqlite', of: 'floor', budget: 6, finds: { uses: 17_270, groups: 172 } },
  { name: 'view', of: 'nothing', budget: 2.5, finds: { uses: 17_270, groups: 172 } },
  { name: 'search', of: 'nothing', budget: 2.5, finds: { uses: 17_270, groups: 172, hits: 133 } },
  commandLine('explain G0071 T1059.003', 'Orangeworm uses cmd, which uses Windows Command Shell'),
  commandLine('groups -k telecom', 'G0073'),
  commandLine('techniques G0016 G0007 --shared --derived', 'T1105'),
  commandLine('mitigations G0073', 'M1038'),
  commandLine('show G0016', 'Midnight Blizzard'),
  commandLine('search scheduled', 'T1053.005'),
] as const;

const SCRIPT = join(BUNDLES, 'steps.js');
/** An answer on the command line from the base that the step `sqlite` left, which must contain this. */
function commandLine(words: string, expected: string) {
  return { name: words, of: 'nothing', budget: 2.5, finds: {}, words, expected } as const;
}

const MAIN = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url));
const [rounds = '5', bundle = '../shared/data/attack/enterprise-attack-18.1.json.gz'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'foeprint-bench-'));
const file = join(folder, 'bundle.json');
writeFileSync(file, gunzipSync(readFileSync(bundle)));

await bundleScripts({ steps: new URL('steps.ts', import.meta.url) });

function run(step: string): Sample {
  // The base stays for the steps that only read.
  if (step === 'sqlite')
    for (const old of readdirSync(folder).filter((name) => name.startsWith('knowledge.db')))
      rmSync(join(folder, old));
  const { wall, stdout } = time([SCRIPT, step, file, folder]);
  return { wall, ...(JSON.parse(stdout) as Omit<Sample, 'wall'>) };
}

function ask(words: string, expected: string): Sample {
  const { wall, stdout } = time([MAIN, ...words.split(' '), '--home', folder]);
  if (!stdout.includes(expected)) throw new Error(`${words} did not answer ${expected}`);
  return { wall, cpu: Number.NaN, parts: {}, rss: 0, result: {} };
}

function time(words: readonly string[]): { readonly wall: number; readonly stdout: string } {
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${words.join(' ')} failed:\n${stderr}`);
  return { wall, stdout };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const samples = new Map<string, Sample[]>(STEPS.map(({ name }) => [name, []]));
for (let round = 0; round < Number(rounds); round++)
  for (const step of STEPS) {
    const { name, finds } = step;
    const sample = 'words' in step ? ask(step.words, step.expected) : run(name);
    for (const [what, count] of Object.entries(finds))
      if (sample.result[what] !== count)
        throw new Error(`${name} found ${sample.result[what]} ${what} instead of ${count}.`);
    samples.get(name)?.push(sample);
  }
rmSync(folder, { recursive: true });

const bestOf = (name: string, what: 'wall' | 'cpu'): number =>
  Math.min(...(samples.get(name) ?? []).map((sample) => sample[what]));
const medianOf = (name: string): number => median((samples.get(name) ?? []).map(({ wall }) => wall));
const rows = STEPS.map(({ name, of, budget }) => {
  const taken = samples.get(name) ?? [];
  const parts = Object.keys(taken[0]?.parts ?? {}).map(
    (part) => `${part} ${Math.min(...taken.map((sample) => sample.parts[part] ?? 0)).toFixed(0)}`,
  );
  return {
    step: name,
    'best ms': Math.round(bestOf(name, 'wall')),
    'median ms': Math.round(medianOf(name)),
    ratio: `${(bestOf(name, 'wall') / bestOf(of, 'wall')).toFixed(2)} × ${of}`,
    'of medians': `${(medianOf(name) / medianOf(of)).toFixed(2)} × ${of}`,
    'cpu ms': Math.round(bestOf(name, 'cpu')),
    'cpu ratio': Number.isNaN(bestOf(name, 'cpu'))
      ? ''
      : `${(bestOf(name, 'cpu') / bestOf(of, 'cpu')).toFixed(2)} × ${of}`,
    budget,
    'RSS MB': Math.round(median(taken.map(({ rss }) => rss))),
    'file MB': Math.round(taken[0]?.result['megabytes'] ?? 0),
    parts: parts.join(', '),
  };
});
console.table(rows, [
  'step',
  'best ms',
  'median ms',
  'ratio',
  'of medians',
  'cpu ms',
  'cpu ratio',
  'budget',
  'RSS MB',
  'file MB',
]);
for (const { step, parts } of rows) if (parts !== '') console.log(`${step}: ${parts} (ms)`);
console.log(JSON.stringify({ bench: 'knowledge/load', node: process.version, rounds: Number(rounds), rows }));

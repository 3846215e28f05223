// All benchmarks, one after the other: builds, then measures. Ratios are taken within each run, on ATT&CK Enterprise 18.1
// beside the checkout; `npm run bench -- knowledge` runs those whose name holds the word. See bench/README.md.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { requireNode, runStep } from './steps.mjs';

requireNode();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

if (!existsSync('../shared/data/attack/enterprise-attack-18.1.json.gz')) {
  console.log('Nothing is measured: the benchmarks need ATT&CK Enterprise 18.1 in ../shared/data/attack.');
  process.exit(0);
}

const BENCHES = [
  'bench/knowledge/load.ts',
  'bench/reasoning/closure.ts',
  'bench/reasoning/explanation.ts',
  'bench/analysis/run.ts',
  'bench/planning/run.ts',
  'bench/releases/diff.ts',
  'bench/reports/names.ts',
  'bench/coverage/import.ts',
  'bench/sigma/match.ts',
  'bench/sigma/pack.ts',
  'bench/server/run.ts',
  'bench/web/run.ts',
  'bench/sightings/run.ts',
  'bench/sightings/import.ts',
].filter((file) => existsSync(file));

const [asked = ''] = process.argv.slice(2);
const chosen = BENCHES.filter((file) => file.includes(asked));
const build = { title: 'Building', command: 'npm', options: ['run', '--silent', 'build'] };
const steps = [
  build,
  ...chosen.map((file) => ({
    title: file,
    command: 'npx',
    options: ['tsx', '-C', '@foeprint/source', file],
  })),
];
const succeeded = steps.filter((step, index) => runStep(step, `${index + 1} of ${steps.length}`));
process.exitCode = succeeded.length === steps.length ? 0 : 1;

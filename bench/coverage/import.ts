// How long it takes to read what rules say is covered, as a ratio to reading the archive and parsing the YAML of every file in the same run:
// `npx tsx -C @foeprint/source bench/coverage/import.ts [rules.tar.gz]`. Budget: 3×.
import { parseAllDocuments } from 'yaml';
import { DEFAULT_LIMITS, readFiles } from '../../src/acquisition/index.ts';
import { readCoverage } from '../../src/home/index.ts';
import { fromUtf8 } from '../../src/text/index.ts';
import { bestOf } from '../best-of.ts';

const [archive = '../shared/data/sigma/sigmahq-rules-2026-08.tar.gz'] = process.argv.slice(2);
const BUDGET = 3;

const isRule = (name: string): boolean => /\.ya?ml$/u.test(name);
const bare = await bestOf(async () => {
  const { files } = await readFiles(archive, DEFAULT_LIMITS, isRule);
  for (const { bytes } of files)
    for (const document of parseAllDocuments(fromUtf8(bytes))) if ('toJS' in document) document.toJS();
  return files.length;
});
const ours = await bestOf(async () => {
  const { claims, formats } = await readCoverage([archive]);
  if (claims.length === 0) throw new Error('nothing is covered');
  return formats['sigma'] ?? 0;
});
if (ours.made !== bare.made) throw new Error(`${ours.made} rules read, of ${bare.made} files`);
const ratio = ours.cpu / bare.cpu;
console.table([
  { what: `read and parse ${bare.made} files`, 'ms of processor time': bare.cpu.toFixed(0), ratio: '1' },
  {
    what: 'read what they say is covered',
    'ms of processor time': ours.cpu.toFixed(0),
    ratio: ratio.toFixed(2),
  },
]);
if (ratio > BUDGET) process.exitCode = 1;

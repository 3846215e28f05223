// Hands very many mutated texts to all readers and what lies behind them: `npm run verify:long -- --only fuzz [COUNT] [SEED]`. Ends with a line
// `N read, N faults`. A fault is named by reader and seed, which make its text again.
import { fuzz } from '../test/fuzz/fuzz.ts';

const [count = 100_000, first = 1_000_000] = process.argv.slice(2).map(Number);
/** More than this is said: whoever waits for it will wonder. */
const SLOW = 10_000;

let last = { reader: '', seed: 0, at: performance.now() };
let read = 0;
const slow: string[] = [];
const note = (): void => {
  const took = performance.now() - last.at;
  if (read > 0 && took > SLOW)
    slow.push(`${last.reader}, seed ${last.seed}: took ${(took / 1000).toFixed(1)} s`);
};
const faults = await fuzz(count, first, (reader, seed) => {
  note();
  last = { reader, seed, at: performance.now() };
  if (read++ % 5000 === 0) console.log(`${read - 1} of ${count} …`);
});
note();
for (const { reader, seed, text, error } of faults) {
  console.log(
    `\n${reader}, seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  console.log(JSON.stringify(text.slice(0, 500)));
}
for (const line of slow) console.log(line);
console.log(`\n${read} read, ${faults.length + slow.length} faults`);
process.exitCode = faults.length + slow.length === 0 ? 0 : 1;

// One engine on one world in a process of its own: prints times and counts as JSON. Started by closure.ts.
import { ENGINES, type PackName } from './engines.ts';
import { readFacts } from './fact-file.ts';

const [, , engine = '', file = '', pack = '', runs = '1'] = process.argv;
void measure();

/** A function of its own: the bundle is CommonJS, which knows no await outside functions. */
async function measure(): Promise<void> {
  const load = ENGINES[engine];
  if (load === undefined || !isPack(pack)) throw new Error('which engine and pack?');
  const loaded = await load(readFacts(file), pack);
  const times: number[] = [];
  const processor: number[] = [];
  let counts = {};
  for (let run = 0; run < Number(runs); run++) {
    const before = process.cpuUsage();
    const start = performance.now();
    counts = await loaded.derive();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  console.log(JSON.stringify({ times, processor, counts, rss: process.resourceUsage().maxRSS / 1024 }));
}

function isPack(name: string): name is PackName {
  return name === 'reference' || name === 'standard';
}

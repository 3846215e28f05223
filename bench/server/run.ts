// How fast `foeprint serve` is, as it is built: how long it takes to start, a first and a kept answer, that it serves while a long question
// is answered, requests of many kinds at once with those of profiles by themselves, and its memory over that time; then its memory once
// it is also asked by another rule pack, and for all that follows. Of the home that FOEPRINT_HOME names, or a temporary one with ATT&CK
// Enterprise 18.1. `--minutes 10` holds the load for ten minutes in place of ten seconds.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const MAIN = 'dist/bin/main.js';
const ATTACK = '../shared/data/attack/enterprise-attack-18.1.json.gz';
const { values: asked } = parseArgs({ options: { minutes: { type: 'string' } }, strict: false });
const SECONDS = asked.minutes === undefined ? 10 : 60 * Number(asked.minutes);
const CONNECTIONS = 16;
const PROFILE = '/api/profile?group=APT28';
const LONG = '/api/overlap-groups?measure=rarity';
/** Groups whose profiles are asked for: more than one, so that more than one answer is kept. */
const GROUPS = ['APT28', 'APT29', 'Lazarus Group', 'Turla', 'FIN7', 'Sandworm Team', 'Kimsuky', 'OilRig'];
/** Asked for beside profiles, every tenth request: short and long, kept and ever new. */
const OTHERS: readonly ((count: number) => string)[] = [
  () => '/api/matrix',
  () => '/api/prints',
  (count) => `/api/search?words=credential&limit=${String(20 + (count % 500))}`,
  () => '/api/technique?technique=T1059.001',
  (count) => `/api/list?catalogue=techniques&limit=50&offset=${String(count % 600)}`,
  () => '/api/explain?first=G0016&second=T1055',
  (count) =>
    `/api/compare?groups=G0007&groups=G0016&groups=${String(GROUPS[count % 8]).replaceAll(' ', '+')}`,
  () => '/api/status',
];

const temporary = mkdtempSync(join(tmpdir(), 'foeprint-bench-'));
const home = process.env['FOEPRINT_HOME'] ?? temporary;
if (home === temporary) execFileSync(process.execPath, [MAIN, 'load', ATTACK, '--home', home, '-q']);

const before = performance.now();
execFileSync(process.execPath, ['-e', '0']);
const bare = performance.now() - before;

const started = performance.now();
const server = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--json', '-q', '--home', home], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await addressOf(server);
  console.log(`start beyond Node’s own   ${ms(performance.now() - started - bare)}`);
  console.log(`first profile             ${ms(await timed(address + PROFILE))}`);
  console.log(`kept profile              ${ms(await timed(address + PROFILE))}`);
  const long = timed(address + LONG);
  const meanwhile: number[] = [];
  for (let count = 0; count < 50; count++) meanwhile.push(await timed(`${address}/healthz`));
  console.log(
    `long question             ${ms(await long)}; /healthz meanwhile at most ${ms(Math.max(...meanwhile))}`,
  );
  const cpu = cpuOf(server);
  const { profiles, others, memory } = await load(address);
  const count = profiles.length + others.length;
  console.log(
    `${String(CONNECTIONS)} at once for ${String(SECONDS)} s   ${String(Math.round(count / SECONDS))} requests a second, ${String(Math.round(profiles.length / SECONDS))} of profiles`,
  );
  for (const [what, times] of Object.entries({ profiles, others })) {
    const sorted = times.toSorted((one, other) => one - other);
    const at = (share: number): string => ms(sorted[Math.floor(share * sorted.length)] ?? 0);
    console.log(`  ${what.padEnd(10)} half within ${at(0.5)}, 99 of 100 within ${at(0.99)}`);
  }
  console.log(`  processor time of the server ${ms((cpuOf(server) - cpu) / count)} each`);
  console.log(`memory, MB                ${memory.join(', ')} (start, … in eighths of the time, end)`);
  console.log(`by another rule pack      ${ms(await timed(`${address + PROFILE}&rules=reference`))}`);
  console.log(`  memory                  ${memoryOf(server)} MB`);
  console.log(`all that follows          ${ms(await timed(`${address}/api/export-derived`))}`);
  console.log(`  memory                  ${memoryOf(server)} MB, ${peakOf(server)} MB at most`);
  // The thread that exported is let go of when it has rested.
  await new Promise((resolve) => void setTimeout(resolve, 30_000));
  console.log(`  30 seconds later        ${memoryOf(server)} MB`);
} finally {
  server.kill('SIGTERM');
  rmSync(temporary, { recursive: true, force: true });
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let out = '';
  for await (const chunk of stdout ?? []) {
    out += String(chunk);
    if (out.includes('\n')) break;
  }
  const { address }: { address: string } = JSON.parse(out);
  return address;
}

async function timed(url: string, agent?: Agent): Promise<number> {
  const from = performance.now();
  await new Promise<void>((resolve, reject) => {
    get(
      url,
      { ...(agent === undefined ? {} : { agent }), headers: { 'accept-encoding': 'br' } },
      (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${url}: ${String(answer.statusCode)}`));
        answer.resume().once('end', resolve);
      },
    ).once('error', reject);
  });
  return performance.now() - from;
}

interface Load {
  /** How long each request took: of profiles, and of all else. */
  readonly profiles: readonly number[];
  readonly others: readonly number[];
  /** In megabytes, at the start, after each eighth of the time. */
  readonly memory: readonly string[];
}

/** As many requests as go through, one after the other on each connection. */
async function load(address: string): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + 1000 * SECONDS;
  const [profiles, others]: [number[], number[]] = [[], []];
  const memory = [memoryOf(server)];
  const looking = setInterval(() => memory.push(memoryOf(server)), (1000 * SECONDS) / 8);
  let count = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < until) {
      count += 1;
      const other = count % 10 === 0 ? OTHERS[(count / 10) % OTHERS.length] : undefined;
      const group = (GROUPS[count % GROUPS.length] ?? '').replaceAll(' ', '+');
      const url = address + (other?.(count) ?? `/api/profile?group=${group}`);
      (other === undefined ? profiles : others).push(await timed(url, agent));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  clearInterval(looking);
  agent.destroy();
  return { profiles, others, memory: [...memory.slice(0, 8), memoryOf(server)] };
}

function memoryOf(of: ChildProcess): string {
  return statusOf(of, 'VmRSS');
}

/** The most that it ever was. */
function peakOf(of: ChildProcess): string {
  return statusOf(of, 'VmHWM');
}

function statusOf({ pid = 0 }: ChildProcess, field: string): string {
  const line = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${field}:`));
  return (Number(/\d+/u.exec(line ?? '')?.[0]) / 1024).toFixed(0);
}

/** Processor time so far, in milliseconds: fields 14 and 15 of proc(5), in hundredths of a second. */
function cpuOf({ pid = 0 }: ChildProcess): number {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(' ');
  return 10 * (Number(fields[13]) + Number(fields[14]));
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

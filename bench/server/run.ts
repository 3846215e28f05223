// How fast `foeprint serve` is, as it is built: how long it takes to start, a first and a kept answer, how many requests of a kept profile
// it takes within a second, that it serves while a long question is answered, and its memory. Of the home that FOEPRINT_HOME names, or a
// temporary one with ATT&CK Enterprise 18.1. SECONDS=600 holds the load for ten minutes.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = 'dist/bin/main.js';
const ATTACK = '../shared/data/attack/enterprise-attack-18.1.json.gz';
const SECONDS = Number(process.env['SECONDS'] ?? 10);
const CONNECTIONS = 16;
const PROFILE = '/api/profile?group=APT28';
const LONG = '/api/overlap-groups?measure=rarity';

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
  const [memory, cpu] = [memoryOf(server), cpuOf(server)];
  const times = await load(address + PROFILE);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string => ms(sorted[Math.floor(share * sorted.length)] ?? 0);
  console.log(
    `kept profile, ${String(CONNECTIONS)} at once  ${String(Math.round(times.length / SECONDS))} a second`,
  );
  console.log(`  half within ${at(0.5)}, 99 of 100 within ${at(0.99)}`);
  console.log(`  processor time of the server ${ms((cpuOf(server) - cpu) / times.length)} each`);
  console.log(`memory                    ${memory} MB before, ${memoryOf(server)} MB after the load`);
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

/** How long each of as many requests took as went through one after the other on each connection. */
async function load(url: string): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + 1000 * SECONDS;
  const times: number[] = [];
  const connection = async (): Promise<void> => {
    while (performance.now() < until) times.push(await timed(url, agent));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  agent.destroy();
  return times;
}

function memoryOf({ pid = 0 }: ChildProcess): string {
  const [, kilobytes = ''] =
    /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) / 1024).toFixed(0);
}

/** Processor time so far, in milliseconds: fields 14 and 15 of proc(5), in hundredths of a second. */
function cpuOf({ pid = 0 }: ChildProcess): number {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(' ');
  return 10 * (Number(fields[13]) + Number(fields[14]));
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

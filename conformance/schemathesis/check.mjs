import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const title = 'the API holds to its OpenAPI description, whatever is asked: schemathesis';

/** So long it is asked, in seconds; as many questions as come to it. */
const SECONDS = 55;
const SEED = 1;
/** So long an answer may take, in seconds: how fast they are is not what is asked here, and a machine may do other things beside. */
const PATIENCE = 300;
/** What it is held to: no fault, and statuses, media types and bodies as they are described. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];

/** @param {import('../tools.mjs').Tools} tools */
export async function check(tools) {
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-schemathesis-'));
  const home = join(folder, 'home');
  try {
    const load = ['dist/bin/main.js', 'load', 'samples/sample-attack.json', '--home', home, '-q'];
    const loaded = spawnSync(process.execPath, load, { encoding: 'utf8' });
    if (loaded.status !== 0) return ['the sample cannot be loaded', loaded.stderr];
    return await withServer(home, async (address) => await complaints(tools, address, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('../tools.mjs').Tools} tools @param {string} address @param {string} folder */
async function complaints(tools, address, folder) {
  const report = join(folder, 'report.json');
  const words = [
    ['run', `${address}/api/openapi.json`],
    ['--url', address],
    // What changes a home is tried one by one in tests.
    ['--exclude-path-regex', '^/api/(actions|undo)'],
    ['--checks', CHECKS.join(',')],
    ['--phases', 'examples,coverage,fuzzing'],
    ['--max-examples', '3'],
    ['--max-time', String(SECONDS)],
    ['--request-timeout', String(PATIENCE)],
    ['--seed', String(SEED)],
    ['--workers', '2'],
    ['--warnings', 'off'],
    ['--report', 'json'],
    ['--report-json-path', report],
    ['--continue-on-failure', '--no-shrink', '--no-color'],
  ].flat();
  const said = await output(tools.program('schemathesis'), words, folder);
  if (!existsSync(report)) return ['schemathesis does not run', ...said.trim().split('\n').slice(-10)];
  const { failures, test_cases: cases, errors } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`     ${String(cases.generated)} requests`);
  /** @param {string} heading */
  const section = (heading) => said.slice(Math.max(0, said.indexOf(heading))).split('\n');
  if (errors.length > 0) console.log(section('ERRORS').slice(0, 30).join('\n'));
  // An error of the program itself says nothing of the server, as long as that goes on answering.
  const isAlive = await fetch(`${address}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  const others = errors.filter((/** @type {any} */ { title: what }) => what !== 'Runtime Error');
  return failures.length + others.length === 0 && cases.generated > 0 && isAlive
    ? []
    : [
        `${String(cases.generated)} requests; the server ${isAlive ? 'answers' : 'does not answer any more'}`,
        ...failures.map(
          (/** @type {any} */ { title: what, operations }) => `${what}: ${operations.join(', ')}`,
        ),
        ...others.map((/** @type {any} */ { title: what, count }) => `${what}: ${String(count)}`),
        ...section('FAILURES').filter((line) => /curl|^\s+`/u.test(line)),
      ];
}

/** @param {string} program @param {readonly string[]} words @param {string} cwd where it may leave what it keeps */
async function output(program, words, cwd) {
  const run = spawn(program, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  run.stderr.on('data', (chunk) => (said += String(chunk)));
  for await (const chunk of run.stdout) said += String(chunk);
  return said;
}

/** @param {string} home @param {(address: string) => Promise<readonly string[]>} ask */
async function withServer(home, ask) {
  const words = ['dist/bin/main.js', 'serve', '--port', '0', '--json', '-q', '--home', home];
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let said = '';
    for await (const chunk of server.stdout) {
      said += String(chunk);
      if (said.includes('\n')) break;
    }
    return await ask(JSON.parse(said).address);
  } finally {
    server.kill();
  }
}

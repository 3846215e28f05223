// How fast the web application is, in Chromium, as it is built: what a browser loads before it shows anything, a first view, a matrix
// painted, and what a press on a control takes until the next picture. Of the home that FOEPRINT_HOME names, or a temporary one with
// ATT&CK Enterprise 18.1. Numbers are the middle of RUNS runs: by the clock, and in brackets what the page's thread took of the processor,
// which a machine that does other things beside changes less.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';

const MAIN = 'dist/bin/main.js';
const ATTACK = '../shared/data/attack/enterprise-attack-18.1.json.gz';
const RUNS = Number(process.env['RUNS'] ?? 7);
const CHROMIUM = process.env['FOEPRINT_CHROMIUM'] ?? '/usr/bin/chromium';
/** What is changed of a matrix, there and back. */
const CHANGES: readonly (readonly [
  name: string,
  role: 'button' | 'checkbox',
  words: readonly [string, string],
])[] = [
  ['shade', 'button', ['Newest', 'Sources']],
  ['density', 'button', ['Ids', 'Names']],
  ['derived', 'checkbox', ['Derived', 'Derived']],
];

if (!existsSync(CHROMIUM)) {
  console.log('Nothing is measured: there is no Chromium. FOEPRINT_CHROMIUM names one.');
  process.exit(0);
}
const temporary = mkdtempSync(join(tmpdir(), 'foeprint-bench-'));
const home = process.env['FOEPRINT_HOME'] ?? temporary;
if (home === temporary) execFileSync(process.execPath, [MAIN, 'load', ATTACK, '--home', home, '-q']);
const server = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--json', '-q', '--home', home], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await addressOf(server);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await firstView(browser, address);
    await matrix(browser, address);
  } finally {
    await browser.close();
  }
} finally {
  server.kill('SIGTERM');
  rmSync(temporary, { recursive: true, force: true });
}

/** From the address to the first rows of the groups, with nothing kept by the browser and what the server answered once before. */
async function firstView(browser: Browser, address: string): Promise<void> {
  const scripts = new Set<string>();
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const page = await browser.newPage({ baseURL: address, viewport: { width: 1440, height: 900 } });
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js') && run === 0) scripts.add(pathname);
    });
    await page.goto('/groups', { waitUntil: 'commit' });
    const shown = await page.evaluate(untilThere, { selector: 'tbody tr', least: 20 });
    if (run > 0) times.push(shown);
    await page.waitForLoadState('networkidle');
    await page.close();
  }
  const bytes = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(`dist/web${path}`)).length, 0);
  report('scripts of the first view, compressed', `${Math.round(bytes / 1000)} kB`, '200 kB');
  report('first view of the groups', ms(middle(times)), '1 s');
}

/** The matrix of a group, and changes of it; then the same with every sub-technique opened. */
async function matrix(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ baseURL: address, viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto('/groups/APT29', { waitUntil: 'networkidle' });
  await page.waitForSelector('.matrix .cell');
  const painted: Took[] = [];
  for (let run = 0; run < RUNS; run++) {
    await press(session, page, 'link', /^Campaigns/, '.matrix .cell', 0);
    painted.push(await press(session, page, 'link', /^Techniques ?\d/, '.matrix .cell', 1));
  }
  report(`tab to a matrix of ${await page.locator('.matrix .cell').count()} cells, painted`, both(painted));
  const changes = async (): Promise<void> => {
    for (const [name, role, words] of CHANGES) {
      const times: Took[] = [];
      for (let run = 0; run < RUNS; run++)
        for (const each of words) times.push(await press(session, page, role, new RegExp(`^${each}$`)));
      report(`  ${name}`, both(times), '100 ms');
    }
  };
  await changes();
  await page.getByRole('checkbox', { name: 'Not reported' }).click();
  const before = await processorOf(session);
  const clock = await page.evaluate(openAll);
  await page.waitForTimeout(500);
  const opened = await page.locator('.matrix .cell').count();
  report(
    `${opened} cells, painted as their techniques are opened`,
    both([{ clock, processor: (await processorOf(session)) - before }]),
    '50 ms for 700',
  );
  await changes();
  await page.close();
}

/** Milliseconds until a picture: by the clock, and of the processor for the thread of the page. */
interface Took {
  readonly clock: number;
  readonly processor: number;
}

/** Presses a control of the page; what the next picture took that has what is waited for. */
async function press(
  session: CDPSession,
  page: Page,
  role: 'link' | 'button' | 'checkbox',
  name: RegExp,
  selector = 'body',
  least = 1,
): Promise<Took> {
  const control = await page.getByRole(role, { name }).first().elementHandle();
  if (control === null) throw new Error(`No ${role} is called ${String(name)}.`);
  const before = await processorOf(session);
  const clock = await control.evaluate(pressed, { selector, least });
  const processor = (await processorOf(session)) - before;
  // What is done when nothing else is to do is not measured with the next press.
  await page.waitForTimeout(60);
  return { clock, processor };
}

/** Milliseconds of the processor that the thread of the page has taken so far. */
async function processorOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

function both(took: readonly Took[]): string {
  return `${ms(middle(took.map(({ clock }) => clock)))} (${ms(middle(took.map(({ processor }) => processor)))})`;
}

// The functions below run in the page: each is whole in itself, without functions that have a name.

async function untilThere({
  selector,
  least,
}: {
  readonly selector: string;
  readonly least: number;
}): Promise<number> {
  while (document.querySelectorAll(selector).length < least)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now();
}

async function pressed(
  control: SVGElement | HTMLElement,
  { selector, least }: { readonly selector: string; readonly least: number },
): Promise<number> {
  const started = performance.now();
  (control as HTMLElement).click();
  for (let count = -1; least === 0 ? count !== 0 : count < least;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    count = document.querySelectorAll(selector).length;
  }
  // After the frame is laid out and painted.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - started;
}

async function openAll(): Promise<number> {
  const cells = document.querySelectorAll<HTMLElement>('.matrix .cell[aria-expanded="false"]');
  const started = performance.now();
  for (const cell of cells) cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
  await new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
  );
  return performance.now() - started;
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let out = '';
  for await (const chunk of stdout ?? []) {
    out += String(chunk);
    if (out.includes('\n')) break;
  }
  const { address } = JSON.parse(out) as { readonly address: string };
  return address;
}

function middle(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}

function report(what: string, value: string, goal?: string): void {
  console.log(`${what.padEnd(58)}${value.padStart(18)}${goal === undefined ? '' : `   (aim: ${goal})`}`);
}

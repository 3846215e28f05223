import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

const SHOTS = fileURLToPath(new URL('shots/', import.meta.url));

/** A page with all that goes wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of the console, exceptions, requests that leave the server, dialogs, script of a source that ran. */
  readonly faults: string[];
}

/** What the browser says of an answer with a status of 4xx, which pages show themselves. */
const REFUSED = /^Failed to load resource/u;

export async function watchedPage(
  browser: Browser,
  address: string,
  options: {
    readonly width?: number;
    /** Whether the server may refuse what is asked: of unknown names, of a home that holds nothing. */
    readonly mayBeRefused?: boolean;
    /** What the browser keeps already. */
    readonly kept?: Readonly<Record<string, string>>;
  } = {},
): Promise<WatchedPage> {
  const { width = 1440, mayBeRefused = false, kept = {} } = options;
  const page = await browser.newPage({
    baseURL: address,
    viewport: { width, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' || (mayBeRefused && REFUSED.test(message.text()))) return;
    faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`foreign request: ${request.url()}`);
  });
  await page.addInitScript((entries) => {
    for (const [name, value] of entries) localStorage.setItem(name, value);
  }, Object.entries(kept));
  return { page, faults };
}

/** Goes somewhere, and waits until everything is answered. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await settled(page);
}

/** When no part of the page waits for an answer any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, [role="alert"]').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** Pixels by which the page is wider than its window: it never scrolls sideways. */
export async function overflowOf(page: Page): Promise<number> {
  return await page.evaluate(
    // Room that is kept for a bar to scroll with makes it narrower than its window.
    () => Math.max(0, document.documentElement.scrollWidth - innerWidth),
  );
}

/** What axe finds by WCAG 2.2 A and AA: rule, and where. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    interface Axe {
      run(
        context: Document,
        options: object,
      ): Promise<{
        violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[];
      }>;
    }
    const { axe: here } = globalThis as unknown as { readonly axe: Axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await here.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

/** Keeps a picture of the page, for people to look at. */
export async function keepShot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name.replaceAll(/[^\w-]+/gu, '_')}.png` });
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToken } from '../../src/home/index.ts';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { contractHome } from '../contract/use-cases/home.ts';
import { keptFolder } from '../support/temporary-folder.ts';
import { realHomeFolder } from '../support/real-home-folder.ts';
import { hasRealData } from '../support/real-data.ts';
import { NO_CONFIG } from '../support/sample-home.ts';
import { ADDRESSES } from './addresses.ts';
import { hostileSource } from './hostile-source.ts';
import { CHROMIUM, openedBrowser } from './opened-browser.ts';
import { axeFindings, goTo, keepShot, overflowOf, settled, watchedPage } from './watched-page.ts';

/* Every page of the table in a browser: at three widths, in both themes, by keyboard, with hostile sources, and with nothing. */

/** On any port; in this thread, as another would not read TypeScript. */
const SERVED = { port: 0, worker: false };

const ORGANISATION = {
  'foeprint-organisation': JSON.stringify({
    name: 'Shore Telecom',
    sectors: ['telecommunications'],
    countries: ['LU'],
    regions: [],
    platforms: ['Windows'],
    products: [],
    motives: [],
    crownJewels: [],
    supplyChain: [],
    controls: { coverage: [], mitigations: [] },
    sightings: [],
  }),
};

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  const home = contractHome();
  const nothing = keptFolder();
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('Build the pages first: npm run build:web');
    writeFileSync(home.path('hostile.json'), JSON.stringify(hostileSource()));
    expect(await home.run('load', home.path('hostile.json'))).toMatchObject({ exitCode: 0 });
    server = await startServer({ ...SERVED, home: home.path('home'), config: home.path('home/config.yaml') });
    browser = await openedBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  describe('stands at every width, in both themes, and axe finds nothing', () => {
    test.concurrent.for(ADDRESSES)('%s', async (address) => {
      const { page, faults } = await watchedPage(browser, server.address, { kept: ORGANISATION });
      await goTo(page, address);
      expect(await page.title()).toMatch(/. · Foeprint$/u);
      expect(await page.locator('h1').count()).toBe(1);
      expect(((await page.locator('.answer, .say').first().textContent()) ?? '').length).toBeGreaterThan(10);
      expect(await page.locator('[role="alert"]').allTextContents()).toEqual([]);
      expect([await overflowOf(page), await axeFindings(page)]).toEqual([0, []]);
      await keepShot(page, `${address}-1440-light`);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await overflowOf(page)).toBe(0);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await settled(page);
      expect([await overflowOf(page), await axeFindings(page)]).toEqual([0, []]);
      await keepShot(page, `${address}-390-dark`);
      expect(await page.evaluate(() => (globalThis as { readonly ran?: number }).ran)).toBeUndefined();
      expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
      expect(faults).toEqual([]);
      await page.close();
    });
  });

  test('the navigation marks the page where one is, and the one that it is a part of', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    for (const [address, marked] of [
      ['/groups/G9001/timeline', ['Groups']],
      ['/releases', ['Sources']],
      ['/journal', ['Sources']],
      ['/why/G9001/T9001', []],
    ] as const) {
      await goTo(page, address);
      const here = page.locator('header nav [aria-current="page"]');
      expect([address, await here.allTextContents()]).toEqual([address, marked]);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a page says what is wrong with an unknown name, and stands', async () => {
    const { page, faults } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await goTo(page, '/groups/%3Cimg%20src=x%20onerror=window.ran=1%3E');
    expect(await page.locator('[role="alert"]').first().textContent()).toContain('called');
    expect(await page.evaluate(() => (globalThis as { readonly ran?: number }).ran)).toBeUndefined();
    for (const address of [
      '/techniques/nope',
      '/software/nope',
      '/campaigns/nope',
      '/reports/nope',
      '/coverage?release=0.1',
      '/dashboard?release=0.1',
      '/rules?release=0.1',
    ]) {
      await goTo(page, address);
      await page.locator('[role="alert"]').first().waitFor();
      expect([address, await page.locator('h1').count()]).toEqual([address, 1]);
    }
    await goTo(page, '/no/such/page');
    expect(await page.title()).toBe('No such page · Foeprint');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('every page stands where nothing is loaded', async () => {
    const empty = await startServer({ ...SERVED, home: nothing.path, config: NO_CONFIG });
    const waiting = [...ADDRESSES];
    const walk = async (): Promise<void> => {
      const { page, faults } = await watchedPage(browser, empty.address, { mayBeRefused: true });
      for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
        await goTo(page, address);
        expect([address, (await page.locator('main').innerText()).length > 20]).toEqual([address, true]);
      }
      expect(faults).toEqual([]);
      await page.close();
    };
    await Promise.all([walk(), walk(), walk(), walk()]);
    await empty.close();
  });

  test('whoever has a token logs in, and asks what stands in bodies, too', async () => {
    const asked = { name: 'browser', role: 'reader', clearance: 'green' } as const;
    const { secret } = await addToken(home.path('home/tokens.json'), asked, new Date().toISOString());
    const guarded = await startServer({
      ...SERVED,
      auth: true,
      home: home.path('home'),
      config: home.path('home/config.yaml'),
    });
    const { page, faults } = await watchedPage(browser, guarded.address, {
      mayBeRefused: true,
      kept: ORGANISATION,
    });
    await page.goto('/organisation');
    await page.getByLabel('Token').fill(`${secret}x`);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('The token is none').waitFor();
    await page.getByLabel('Token').fill(secret);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'Shore Telecom' }).waitFor();
    await settled(page);
    expect(await page.locator('[role="alert"]').allTextContents()).toEqual([]);
    // Its cookie is still there, and what is sent beside it is asked for again.
    await page.reload({ waitUntil: 'networkidle' });
    await settled(page);
    expect(await page.locator('[role="alert"]').allTextContents()).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
    await guarded.close();
  });

  test('by keyboard into the matrix, to the reasons, and back to the cell', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await goTo(page, '/groups/G9001');
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('data-place') ?? document.activeElement?.className,
      );
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if ((await focused())?.includes('/') === true) break;
    }
    const first = await focused();
    expect(first).toMatch(/^TA\d+\/T\d+/u);
    await page.keyboard.press('ArrowRight');
    const cell = await focused();
    expect(cell).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.locator('aside').waitFor();
    expect(page.url()).toContain('why=');
    await page.keyboard.press('Escape');
    await page.locator('aside').waitFor({ state: 'detached' });
    expect(await focused()).toBe(cell);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('the graph of proofs is moved and made larger by keyboard and pointer, and leads to the list', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await goTo(page, '/why/G9002/T9008');
    const graph = page.getByRole('group', { name: 'Graph of all proofs' }).first();
    const drawn = graph.locator('svg > g');
    const seen = new Set([await drawn.getAttribute('transform')]);
    await graph.focus();
    for (const key of ['+', 'ArrowRight', 'ArrowDown', '-', '-']) {
      await page.keyboard.press(key);
      await expect.poll(async () => seen.has(await drawn.getAttribute('transform'))).toBe(false);
      seen.add(await drawn.getAttribute('transform'));
    }
    await page.keyboard.press('0');
    const fact = graph.locator('.fact').nth(1);
    const key = await fact.getAttribute('data-key');
    await fact.click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-fact'))).toBe(key);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('on a phone every page of the navigation is reached, and rows are as high as was chosen from then on', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await goTo(page, '/groups');
    const rowHeight = async (): Promise<string> =>
      await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--row'));
    const before = await rowHeight();
    await page.getByRole('button', { name: 'How it looks' }).click();
    await page.getByRole('button', { name: 'Compact' }).click();
    expect(await rowHeight()).not.toBe(before);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await rowHeight()).not.toBe(before);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('navigation', { name: 'Main pages' }).getByRole('button', { name: 'More' }).click();
    const pages = page.getByRole('dialog', { name: 'All pages' }).getByRole('link');
    await pages.first().waitFor();
    expect(await pages.count()).toBeGreaterThan(10);
    expect(await axeFindings(page)).toEqual([]);
    await pages.filter({ hasText: 'Sources' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('what is chosen stands in the address; Back undoes it, Forward and a reload bring it again', async () => {
    const { page } = await watchedPage(browser, server.address);
    await goTo(page, '/groups/G9001');
    const newest = page.getByRole('button', { name: 'Newest', exact: true });
    await newest.click();
    expect(page.url()).toContain('shade=newest');
    await page.goBack();
    expect(page.url()).not.toContain('shade');
    expect(await newest.getAttribute('aria-pressed')).toBe('false');
    await page.goForward();
    expect(await newest.getAttribute('aria-pressed')).toBe('true');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await newest.getAttribute('aria-pressed')).toBe('true');
    await page.close();
  });

  test('what has the focus keeps it while another answer comes, and the old one is dimmed', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await goTo(page, '/groups/G9001/timeline');
    let answer = (): void => {};
    const mayCome = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/timeline?*', async (route) => {
      await mayCome;
      await route.continue();
    });
    const derived = page.getByRole('checkbox', { name: 'Derived' });
    const hasFocus = async (): Promise<boolean> =>
      await derived.evaluate((field) => field === document.activeElement);
    await derived.focus();
    await page.keyboard.press('Space');
    const old = page.locator('.old-answer-begins + *');
    await expect
      .poll(async () => Number(await old.evaluate((part) => getComputedStyle(part).opacity)))
      .toBeLessThan(0.6);
    expect([await hasFocus(), await derived.isChecked()]).toEqual([true, false]);
    answer();
    await settled(page);
    expect([await hasFocus(), await old.count()]).toEqual([true, 0]);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a file of coverage is read for the visit, and a broken one is refused with its reason', async () => {
    const { page, faults } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await goTo(page, '/coverage?against=all');
    const give = async (name: string, text: string): Promise<void> =>
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await give('<img src=x onerror=window.ran=1>.json', '{"nothing": 1}');
    await page.locator('[role="alert"]').waitFor();
    const layer = {
      name: '<img src=x onerror="window.ran=1">',
      versions: { layer: '4.5' },
      domain: 'enterprise-attack',
      techniques: [{ techniqueID: 'T9990', score: 1, comment: '<img src=x onerror="window.ran=1">' }],
    };
    const detected = async (): Promise<number> =>
      Number(/, (\d+) detected;/u.exec((await page.locator('.answer').first().textContent()) ?? '')?.[1]);
    const before = await detected();
    await give('ours.json', JSON.stringify(layer));
    await page.getByText('ours.json').waitFor();
    await settled(page);
    await expect.poll(detected).toBe(before + 1);
    expect(await page.evaluate(() => (globalThis as { readonly ran?: number }).ran)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a mistake in a question is marked where it stands, and what is mended is answered', async () => {
    const { page, faults } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await goTo(page, '/rules');
    const question = page.getByLabel('Question in the rule language');
    await question.fill('uses(Group, "T9001.001"), brok(');
    await page.getByText('R301').waitFor();
    expect(await question.getAttribute('aria-invalid')).toBe('true');
    expect(page.url()).toContain('brok');
    await question.fill('uses(Group, "T9001.001")');
    await page.getByText('Example Heron').first().waitFor();
    expect(await question.getAttribute('aria-invalid')).toBe('false');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('the first view loads at most 200 kB of compressed script', async () => {
    const { page } = await watchedPage(browser, server.address);
    const loaded = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) loaded.add(pathname);
    });
    await goTo(page, '/groups');
    const bytes = [...loaded].reduce(
      (sum, path) => sum + gzipSync(readFileSync(`dist/web${path}`)).length,
      0,
    );
    expect(loaded.size).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(200_000);
    await page.close();
  });

  test.skipIf(!hasRealData)('pages of ATT&CK itself', { timeout: 240_000 }, async () => {
    const real = await startServer({ ...SERVED, home: await realHomeFolder(), config: NO_CONFIG });
    const { page, faults } = await watchedPage(browser, real.address, { kept: ORGANISATION });
    // A machine that does other things beside takes its time over the first question.
    page.setDefaultTimeout(60_000);
    for (const address of ['/groups', '/groups/G0016', '/coverage']) {
      await goTo(page, address);
      await keepShot(page, `real${address}-1440-light`);
      expect([address, await overflowOf(page)]).toEqual([address, 0]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect([address, await overflowOf(page)]).toEqual([address, 0]);
      await keepShot(page, `real${address}-390-light`);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    expect(faults).toEqual([]);
    await page.close();
    await real.close();
  });
});

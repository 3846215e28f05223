import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { NO_CONFIG, sampleHome } from '../support/sample-home.ts';
import { CHROMIUM, openedBrowser } from './opened-browser.ts';
import { loggedIn, standsEverywhere } from './acting-page.ts';
import { goTo, overflowOf, settled, watchedPage } from './watched-page.ts';

/* Reports are added, reviewed by keys, taken over and forgotten, whatever they say and whatever happens on the way. */

const SERVED = { port: 0, worker: false, config: NO_CONFIG };
const MARKUP = '<img src=x onerror="window.ran=1">';

/** Markup, a word without an end, letters from right to left with marks that turn what follows, and what it states between them. */
const HOSTILE = [
  `Night ${MARKUP}`,
  '',
  `Example Heron (G9001) wrote letters (T9001) ${MARKUP} <script>window.ran=1</script>.`,
  '',
  `${'loremipsum'.repeat(400)} Example Heron drew the blinds (T9003).`,
  '',
  '\u202Eshould turn round\u202C \u05E9\u05DC\u05D5\u05DD \u2067Example Heron\u2069 went elsewhere (T9008). Nobody saw it (T9002).',
  '',
  '[a link](javascript:window.ran=1)',
].join('\n');

describe.skipIf(CHROMIUM === undefined)('reports in a browser', () => {
  const home = sampleHome();
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('Build the pages first: npm run build:web');
    server = await startServer({ ...SERVED, home: home.path('home') });
    browser = await openedBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const give = async (page: Page, ...files: readonly ReturnType<typeof file>[]): Promise<void> =>
    await page.locator('dialog input[type=file]').setInputFiles([...files]);
  const ranScript = async (page: Page): Promise<unknown> =>
    await page.evaluate(() => (globalThis as { readonly ran?: number }).ran);
  /** How each suggestion is decided on, in the order of the text. */
  const verdicts = async (page: Page): Promise<readonly string[]> =>
    await page
      .locator('.suggestion')
      .evaluateAll((lines) =>
        lines.map((line) => line.querySelector('.suggestion-head .tag')?.textContent ?? 'open'),
      );
  const allKept = async (page: Page): Promise<void> =>
    void (await page.waitForFunction(() => document.querySelector('.on-their-way')?.textContent === ''));

  /** Adds a report by keyboard and file, and waits for its page. */
  async function added(page: Page, name: string, text: string): Promise<void> {
    await goTo(page, '/reports');
    await page.keyboard.press('a');
    await give(page, file(name, text));
    await page.getByRole('button', { name: 'Add it' }).press('Enter');
    await page.waitForURL(/\/reports\/REP-/u);
    await page.locator('.suggestion').first().waitFor();
    await page.locator('.report-text p').first().waitFor();
    await settled(page);
  }

  test('what is broken, empty or of another kind is refused with code and next step, and the rest is kept', async () => {
    const { page, faults } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await goTo(page, '/reports');
    await page.getByRole('button', { name: 'Add a report' }).click();
    await standsEverywhere(page, 'report-add');
    await give(page, file(`${MARKUP}.pdf`, '%PDF-1.7\nbroken'));
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.locator('dialog [role="alert"]').getByText('A473').waitFor();
    await give(page, file('nothing.json', '{"nothing": 1}'), file('empty.txt', ' '));
    await give(page, file('ferry.txt', 'Ferry times\n\nExample Heron (G9001) wrote letters (T9001).'));
    await page.getByRole('button', { name: 'Add 4' }).click();
    await page.getByRole('heading', { name: 'What was added' }).waitFor();
    const issues = page.getByRole('list', { name: 'What could not be read, or not in full' });
    expect(await issues.locator('li').count()).toBe(3);
    expect(await issues.textContent()).toContain('A473');
    await standsEverywhere(page, 'reports-added');
    await page.getByText('1 report').first().waitFor();
    await page.keyboard.press('z');
    await page.getByText('Undone.').waitFor();
    await page.getByText('No report is kept yet.').waitFor();
    expect(await ranScript(page)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a file that is dropped, and text that is pasted, become reports', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await goTo(page, '/reports');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Example Heron (G9001) drew the blinds (T9003).'], 'dropped.txt'));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        );
    });
    await page.getByRole('dialog').getByText('dropped.txt').waitFor();
    await page.getByLabel('Name').fill('Blinds of spring');
    await page.getByLabel(/^Published/u).fill('2026-05');
    await page.getByLabel('Publisher').fill(`The <b>ferry</b>`);
    await page.getByLabel('How far it may go').selectOption('amber');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Blinds of spring' }).waitFor();
    expect(await page.locator('.head').first().textContent()).toMatch(
      /TLP:AMBER.*The <b>ferry<\/b> · 2026-05/u,
    );
    await goTo(page, '/reports');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Pasted text' }).click();
    await page.getByLabel('Text').fill('Pasted by hand. Example Heron (G9001) wrote letters (T9001).');
    await page.getByLabel('Name').fill('A note');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('heading', { level: 1, name: 'A note' }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a hostile report is text, is decided on by keys, taken over and undone, and forgotten and undone', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await added(page, 'night.txt', HOSTILE);
    await standsEverywhere(page, 'review');
    const text = page.locator('.report-text');
    expect(await text.textContent()).toContain(MARKUP);
    expect(await text.textContent()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    const all = await verdicts(page);
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all)).toEqual(new Set(['open']));
    const whose = await page.locator('.suggestion-head .faint').allTextContents();
    const own = whose.findIndex((each) => each.includes('of Example Heron'));
    for (let at = 0; at < own; at++) await page.keyboard.press('j');
    expect(await page.locator('.suggestion.here').getAttribute('data-number')).toBe(String(own + 1));
    expect(await page.locator('.report-text [data-at]').first().textContent()).toContain('T9');
    await page.keyboard.press('a');
    expect((await verdicts(page))[own]).toBe('accepted');
    await page.keyboard.press('z');
    expect((await verdicts(page))[own]).toBe('open');
    await page.keyboard.press('r');
    expect((await verdicts(page))[own]).toBe('rejected');
    await page.keyboard.press('k');
    await page.locator(`.suggestion`).nth(own).locator('.suggestion-head').click();
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'What holds instead' }).fill('T9002');
    await page.getByRole('button', { name: 'Probable' }).click();
    await standsEverywhere(page, 'review-change');
    await page.getByRole('combobox', { name: 'What holds instead' }).press('Enter');
    expect((await verdicts(page))[own]).toBe('changed');
    await allKept(page);
    await page.reload();
    await page.locator('.suggestion').first().waitFor();
    expect((await verdicts(page))[own]).toBe('changed');
    await page.locator(`.suggestion`).nth(own).locator('.suggestion-head').click();
    await page.getByText('T9002 instead, probable').waitFor();

    await page.getByRole('button', { name: /^Take over \d/u }).click();
    const adds = page.getByRole('dialog', { name: 'What taking it over adds' });
    await adds.getByRole('list').getByText('probable').waitFor();
    await standsEverywhere(page, 'take-over');
    await adds.getByRole('button', { name: /^Take over \d/u }).click();
    await page.getByText('in answers now.').waitFor();
    await page.getByText('What was taken over counts in answers.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    await page.getByText('Nothing counts until it is taken over').waitFor();

    await page.getByRole('button', { name: 'Forget' }).click();
    await page.waitForURL(/\/reports$/u);
    const row = page.getByRole('link', { name: /^Night/u });
    await page.getByText('is forgotten.').waitFor();
    await row.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await row.click();
    await page.locator('.suggestion').first().waitFor();
    expect((await verdicts(page))[own]).toBe('changed');
    expect(await ranScript(page)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('whose it is is asked where the report leaves it open, and a name that means nothing is refused beside it', async () => {
    const { page } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await added(page, 'open.txt', 'Letters were read (T9001). Blinds were drawn (T9003).');
    await page.keyboard.press('a');
    const whose = page.getByRole('combobox', { name: 'Whose it is' });
    expect(await whose.evaluate((field) => field === document.activeElement)).toBe(true);
    await whose.press('Enter');
    await page.getByText('The report leaves it open: say whose it is.').waitFor();
    await whose.fill('Nobody <b>at all</b>');
    await whose.press('Enter');
    await page.locator('.suggestion [role="alert"]').getByText('W601').waitFor();
    expect((await verdicts(page))[0]).toBe('open');
    await page.locator('.suggestion-head').first().click();
    await page.keyboard.press('a');
    await whose.fill('G9001');
    await page.getByText('Example Heron (group)').waitFor();
    await whose.press('Enter');
    expect((await verdicts(page))[0]).toBe('changed');
    await allKept(page);
    expect(await page.locator('.suggestion [role="alert"]').count()).toBe(0);
    await page.close();
  });

  test('decisions are kept though the server is away, also where the page is loaded anew meanwhile', async () => {
    const { page } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await added(
      page,
      'away.txt',
      'Example Heron (G9001) wrote letters (T9001). Example Heron drew the blinds (T9003).',
    );
    await page.route('**/api/actions/report-review', async (route) => await route.abort());
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    const decided = (await verdicts(page)).slice(0, 2);
    expect(decided).toEqual(['accepted', 'rejected']);
    await page.getByText('2 decisions cannot be kept yet.').waitFor();
    // The browser asks whether to leave; whoever does loses nothing.
    page.removeAllListeners('dialog');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await page.locator('.suggestion').first().waitFor();
    expect((await verdicts(page)).slice(0, 2)).toEqual(decided);
    await page.getByText('2 decisions cannot be kept yet.').waitFor();
    await page.unroute('**/api/actions/report-review');
    await page.getByRole('button', { name: 'Try again' }).click();
    await allKept(page);
    await page.reload();
    await page.locator('.suggestion').first().waitFor();
    expect((await verdicts(page)).slice(0, 2)).toEqual(decided);
    await page.close();
  });

  test('what takes a decision back does so once, also where the page is loaded anew while it is done', async () => {
    const { page } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await added(page, 'twice.txt', 'Example Heron (G9001) wrote letters (T9001).');
    for (const key of ['a', 'r']) {
      await page.locator('.suggestion-head').first().click();
      await page.keyboard.press(key);
      await allKept(page);
    }
    await page.reload();
    await page.locator('.suggestion').first().waitFor();
    expect((await verdicts(page))[0]).toBe('rejected');
    // The server does it, and its answer never comes.
    let isFirst = true;
    const undone = new Promise<void>((resolve) => {
      void page.route('**/api/actions/report-review', async (route) => {
        if (isFirst) {
          isFirst = false;
          await route.fetch();
          resolve();
        } else await route.continue();
      });
    });
    await page.getByRole('button', { name: 'Take back' }).click();
    await undone;
    page.removeAllListeners('dialog');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.locator('.suggestion').first().waitFor();
    await allKept(page);
    await page.reload();
    await page.locator('.suggestion').first().waitFor();
    expect((await verdicts(page))[0]).toBe('accepted');
    await page.close();
  });

  test('five megabytes are read a part at a time, and the last of it is gone to', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    const lines = Array.from({ length: 60_000 }, (_, line) =>
      line === 59_000
        ? 'Example Heron drew the blinds (T9003) late.'
        : `The ferry of the ${line}th day came as the one before it did, with letters, salt and hay.`,
    );
    await added(page, 'long.txt', `Example Heron wrote letters (T9001).\n${lines.join('\n')}`);
    const paragraphs = async (): Promise<number> => await page.locator('.report-text p').count();
    expect(await paragraphs()).toBeLessThan(1500);
    await page.keyboard.press('j');
    for (let presses = 0; presses < 20; presses++) {
      if ((await page.locator('.suggestion.here').textContent())?.includes('T9003') === true) break;
      await page.keyboard.press('j');
    }
    await page.locator('.report-text [data-at]').getByText('(T9003) late').waitFor();
    await expect.poll(async () => await page.evaluate(() => scrollY)).toBeGreaterThan(100_000);
    expect(await paragraphs()).toBeLessThan(3000);
    expect([await overflowOf(page), faults]).toEqual([0, []]);
    await page.close();
  });

  test('a reader reads it, and what deciding takes', async () => {
    expect(await home.run('report', 'add', '-q', ...(await kept()))).toMatchObject({ exitCode: 0 });
    const reader = await loggedIn(browser, home, 'reader', '/reports');
    await reader.page.getByText('takes the role analyst; yours is reader.').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Add a report' }).count()).toBe(0);
    await reader.page.getByRole('link', { name: 'The reader’s letters' }).click();
    await reader.page.locator('.report-text p').first().waitFor();
    await reader.page.getByText('To decide on it takes the role analyst; yours is reader.').waitFor();
    await reader.page.keyboard.press('a');
    expect(new Set(await verdicts(reader.page))).toEqual(new Set(['open']));
    expect(await reader.page.getByRole('button', { name: /Take over|Forget/u }).count()).toBe(0);
    await reader.close();
  });

  /** A report that lies there already. */
  async function kept(): Promise<readonly string[]> {
    home.write('reader.txt', 'Example Heron (G9001) wrote letters (T9001).');
    return await Promise.resolve([home.path('reader.txt'), '--title', 'The reader’s letters']);
  }
});

import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { NO_CONFIG, sampleHome } from '../support/sample-home.ts';
import { loggedIn, standsEverywhere } from './acting-page.ts';
import { CHROMIUM, openedBrowser } from './opened-browser.ts';
import { goTo, watchedPage } from './watched-page.ts';

/* What pages change in a home, with the way back, as whoever may and as whoever may not. */

const SERVED = { port: 0, worker: false, config: NO_CONFIG };
const MARKUP = '<img src=x onerror="window.ran=1">';

describe.skipIf(CHROMIUM === undefined)('pages change a home', () => {
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

  const given = async (page: Page, name: string, text: string): Promise<void> =>
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  test('coverage is kept, undone by a key, done again, and removed', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await goTo(page, '/coverage?against=all');
    await page.getByText('Nothing is kept.').waitFor();
    await given(page, 'siem.csv', 'technique\nT9001\n');
    await page.getByRole('button', { name: 'Keep it…' }).click();
    await expect
      .poll(async () => await page.evaluate(() => (document.activeElement as HTMLInputElement).value))
      .toBe('siem');
    await page.getByLabel('What it is kept as').fill(`siem ${MARKUP}`);
    // Letters are for the sheet alone as long as it is open.
    await page.getByRole('button', { name: 'Close' }).press('e');
    await standsEverywhere(page, 'keep');
    await page.getByLabel('How far it may go').selectOption('amber');
    await page.getByRole('button', { name: 'Keep it', exact: true }).click();
    await page.getByText('is kept, from').waitFor();
    const row = page.getByRole('table', { name: 'Coverage that is kept' }).locator('tbody tr');
    await row.waitFor();
    expect(await row.textContent()).toMatch(/^siem <img.*TLP:AMBER/u);
    await standsEverywhere(page, 'kept');
    await page.keyboard.press('z');
    await page.getByText('Undone.').waitFor();
    await page.getByText('Nothing is kept.').waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByText('Done again.').waitFor();
    await row.waitFor();
    await row.getByRole('button', { name: /^Remove siem/u }).click();
    await page.getByText('is not kept any more.').waitFor();
    await page.getByText('Nothing is kept.').waitFor();
    expect(await page.evaluate(() => (globalThis as { readonly ran?: number }).ran)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('by keyboard, somebody says otherwise of a cell, sees it as its reason, and takes it back', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await goTo(page, '/groups/G9001');
    const cell = page.locator('[role="gridcell"][data-place$="/T9001"]').first();
    await cell.focus();
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: 'Say otherwise' });
    await form.waitFor();
    await standsEverywhere(page, 'say-otherwise');
    // The first thing in the form has the focus; the page does not take its letters.
    await page.getByLabel('Who says so: a case number, an analyst').fill(`IR-14 ${MARKUP}`);
    await page.getByLabel('Why, in your own words').fill(`Seen on two hosts. ${MARKUP}`);
    await page.getByLabel('Document: an address or a name').fill('javascript:window.ran=1');
    await form.getByRole('button', { name: 'Confirmed' }).press('Enter');
    await form.getByRole('button', { name: 'Assert it' }).press('Enter');
    await page.getByText('is asserted: confirmed').waitFor();
    const asserted = page.getByRole('region', { name: 'Asserted' });
    await asserted.getByText('Seen on two hosts.').waitFor();
    await page.locator('.reasons', { hasText: 'IR-14' }).first().waitFor();
    await standsEverywhere(page, 'asserted');
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    await asserted.getByRole('button', { name: /^Take back/u }).press('Enter');
    await page.getByText('is taken back.').waitFor();
    await asserted.getByText('Seen on two hosts.').waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await asserted.getByText('Seen on two hosts.').waitFor();
    // Escape closes the form first, then the panel.
    await page.keyboard.press('n');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await page.locator('aside').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('aside').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => (globalThis as { readonly ran?: number }).ran)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('the journal has what was done, finds it by words, and undoes it', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    expect(
      await home.run('assert', 'G9001', 'targets', 'LU', '--source', MARKUP, '--sentence', MARKUP),
    ).toMatchObject({ exitCode: 0 });
    await goTo(page, '/journal');
    const rows = page.getByRole('table', { name: 'Journal' }).locator('tbody tr');
    await rows.first().getByText('assert G9001 targets LU').waitFor();
    expect(await rows.count()).toBeGreaterThan(1);
    await standsEverywhere(page, 'journal');
    await page.getByLabel('Look for words').fill('targets onerror');
    await expect.poll(async () => await rows.count()).toBe(1);
    await rows
      .first()
      .getByRole('button', { name: /^Undo entry/u })
      .press('Enter');
    await page.getByText(/^Entry \d+, assert, is undone/u).waitFor();
    await rows
      .first()
      .getByText(/undone by \d+/u)
      .waitFor();
    await page.getByLabel('Look for words').fill('');
    await rows
      .first()
      .getByText(/^undo \d+$/u)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Redo', exact: true }).first().click();
    await page.getByText('Done again.').waitFor();
    await page.getByLabel('Look for words').fill('nothing like this');
    await page.getByText('No entry is like that.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(async () => await rows.count()).toBeGreaterThan(2);
    expect(await page.evaluate(() => (globalThis as { readonly ran?: number }).ran)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a reader reads what it takes, and an analyst does it by a session', async () => {
    const reader = await loggedIn(browser, home, 'reader', '/coverage?against=all');
    await given(reader.page, 'siem.csv', 'technique\nT9001\n');
    await reader.page.getByText('To keep it takes the role analyst; yours is reader.').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Keep it…' }).count()).toBe(0);
    await reader.page.goto('/why/G9001/T9001');
    await reader.page.getByText('takes the role analyst; yours is reader.').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Say otherwise' }).count()).toBe(0);
    await reader.page.goto('/journal');
    await reader.page.getByText('To read it takes the role analyst; yours is reader.').waitFor();
    await reader.close();
    const analyst = await loggedIn(browser, home, 'analyst', '/coverage?against=all');
    await given(analyst.page, 'siem.csv', 'technique\nT9001\n');
    await analyst.page.getByRole('button', { name: 'Keep it…' }).click();
    // Nobody marks something so that they would not see it any more.
    expect(await analyst.page.getByLabel('How far it may go').locator('option').allTextContents()).toEqual([
      'As the file is marked',
      'TLP:CLEAR',
      'TLP:GREEN',
      'TLP:AMBER',
    ]);
    await analyst.page.getByRole('button', { name: 'Keep it', exact: true }).click();
    await analyst.page.getByRole('button', { name: 'Undo' }).click();
    await analyst.page.getByText('Undone.').waitFor();
    // What an administrator did is theirs to undo.
    await analyst.page.goto('/journal');
    await analyst.page.getByText('undo takes admin').first().waitFor();
    expect(
      await home.run('assert', 'G9001', 'uses', 'T9002', '--source', 'a secret', '--tlp', 'red'),
    ).toMatchObject({ exitCode: 0 });
    await analyst.page.reload();
    await analyst.page.getByText('of what is marked above your clearance').waitFor();
    expect(await analyst.page.locator('main').textContent()).not.toContain('secret');
    await analyst.close();
  });

  test('an organisation is this browser’s own until it is kept, and then everybody’s', async () => {
    const { page, faults } = await watchedPage(browser, server.address);
    await goTo(page, '/organisation');
    await given(page, 'org.yaml', `name: ${JSON.stringify(`Mill ${MARKUP}`)}\nsectors: energy\n`);
    await page.getByText('Yours: it stays in this browser.').waitFor();
    await standsEverywhere(page, 'organisation-own');
    await page.getByRole('button', { name: 'Keep in the home' }).click();
    await page.getByText('The home keeps it since').waitFor();
    await standsEverywhere(page, 'organisation-kept');
    const elsewhere = await watchedPage(browser, server.address);
    await goTo(elsewhere.page, '/');
    await elsewhere.page.getByRole('heading', { name: /^Mill <img/u }).waitFor();
    expect(elsewhere.faults).toEqual([]);
    await elsewhere.page.close();
    await page.getByRole('button', { name: 'Change organisation' }).click();
    await given(page, 'org.yaml', 'name: Farm\nsectors: energy\n');
    await page.getByText('Yours: it stays in this browser, and goes before Mill').waitFor();
    await page.getByRole('button', { name: 'Forget mine' }).click();
    await page.getByRole('heading', { name: /^Mill <img/u }).waitFor();
    await page.getByRole('button', { name: 'Take out of the home' }).click();
    await page.getByText('no longer.').waitFor();
    await page.getByRole('heading', { name: 'Organisation', exact: true }).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: /^Mill <img/u }).waitFor();
    await page.getByRole('button', { name: 'Take out of the home' }).click();
    await page.getByRole('heading', { name: 'Organisation', exact: true }).waitFor();
    expect(await page.evaluate(() => (globalThis as { readonly ran?: number }).ran)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.close();
  });
});

import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { sampleHome } from '../support/sample-home.ts';
import { loggedIn, standsEverywhere } from './acting-page.ts';
import { CHROMIUM, openedBrowser } from './opened-browser.ts';
import { goTo, settled, watchedPage } from './watched-page.ts';

/* Sources are loaded, synced, forgotten and taken back, by whoever may. */

const MARKUP = '<img src=x onerror="window.ran=1">';
const DATED = {
  spec_version: '2.1',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
};

/** A bundle with a group whose name is markup, and two objects that cannot be used. */
const BUNDLE = JSON.stringify({
  type: 'bundle',
  id: 'bundle--00000000-0000-4000-8000-000000000001',
  objects: [
    {
      ...DATED,
      type: 'intrusion-set',
      id: 'intrusion-set--00000000-0000-4000-8000-000000000001',
      name: MARKUP,
    },
    { ...DATED, type: 'relationship', id: 'relationship--00000000-0000-4000-8000-000000000002' },
    { type: 'attack-pattern', id: MARKUP },
  ],
});

describe.skipIf(CHROMIUM === undefined)('sources in a browser', () => {
  const home = sampleHome();
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('Build the pages first: npm run build:web');
    home.write('small.yaml', 'limits: { maximumBytes: 100000 }\n');
    server = await startServer({
      port: 0,
      worker: false,
      home: home.path('home'),
      config: home.path('small.yaml'),
    });
    browser = await openedBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const give = async (page: Page, name: string, text: string): Promise<void> =>
    await page
      .locator('dialog input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

  test('a file is loaded with what it left out, forgotten, taken back, and undone', async () => {
    const { page, faults } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await goTo(page, '/sources');
    const rows = page.getByRole('table', { name: 'Sources' }).locator('tbody tr');
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Load files' }).click();
    await give(page, 'wrong.json', '{"nothing": 1}');
    await page.getByRole('button', { name: 'Load it' }).click();
    await page.locator('dialog [role="alert"]').getByText('I101').waitFor();
    await standsEverywhere(page, 'load');
    await page.getByRole('button', { name: 'Leave out wrong.json' }).click();
    await give(page, 'large.json', `${BUNDLE}${' '.repeat(200_000)}`);
    await page.getByRole('button', { name: 'Load it' }).click();
    await page.locator('dialog [role="alert"]').getByText('larger than sources may be').waitFor();
    await page.getByRole('button', { name: 'Leave out large.json' }).click();
    await give(page, 'night.json', BUNDLE);
    await page.getByRole('button', { name: 'Load it' }).click();
    await page.getByRole('heading', { name: 'What came in' }).waitFor();
    const left = page.getByRole('list', { name: 'Left out of night.json, or to be minded' });
    expect(await left.locator('li').count()).toBeGreaterThan(1);
    expect(await left.textContent()).toMatch(/I\d{3}/u);
    await expect.poll(async () => await rows.count()).toBe(2);
    await standsEverywhere(page, 'loaded');
    await page.getByRole('button', { name: /^Forget night/u }).click();
    await page.getByText('is forgotten, with').waitFor();
    await expect.poll(async () => await rows.count()).toBe(1);
    await page.getByRole('button', { name: /^Take night.* back/u }).click();
    await page.getByText('is loaded again.', { exact: false }).first().waitFor();
    await expect.poll(async () => await rows.count()).toBe(2);
    await page.keyboard.press('z');
    await page.getByText('Undone.').waitFor();
    await expect.poll(async () => await rows.count()).toBe(1);
    expect(await page.evaluate(() => (globalThis as { readonly ran?: number }).ran)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a source that cannot be had is refused with code and next step', async () => {
    const { page, faults } = await watchedPage(browser, server.address, { mayBeRefused: true });
    await goTo(page, '/sources');
    await page.getByRole('button', { name: 'Sync', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Sync sources' });
    await sheet.getByRole('button', { name: 'Some by name' }).click();
    expect(await sheet.getByRole('button', { name: 'Sync', exact: true }).isDisabled()).toBe(true);
    await sheet.getByLabel('Others of the configuration, by name').fill('misp-galaxi');
    await sheet.getByRole('button', { name: 'Sync', exact: true }).click();
    await sheet.getByRole('alert').getByText('Did you mean').waitFor();
    await standsEverywhere(page, 'sync');
    await sheet.getByLabel('Others of the configuration, by name').fill('');
    await sheet.getByLabel('ATT&CK ICS').check();
    await sheet.getByLabel(/^Look in the mirrors only/u).check();
    await sheet.getByRole('button', { name: 'Sync', exact: true }).click();
    await sheet
      .getByRole('alert')
      .getByText(/A\d{3}/u)
      .waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('an analyst sees what is loaded, and that it takes an admin to change that', async () => {
    const { page, close } = await loggedIn(browser, home, 'analyst', '/sources');
    await settled(page);
    await page
      .getByText('To load, sync and forget sources takes the role admin; yours is analyst.')
      .waitFor();
    expect(await page.getByRole('button', { name: /Load files|Sync|Forget|Take/u }).count()).toBe(0);
    await close();
  });
});

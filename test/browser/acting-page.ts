import { expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addToken } from '../../src/home/index.ts';
import { startServer } from '../../src/server/index.ts';
import { NO_CONFIG, type OwnHome } from '../support/sample-home.ts';
import { axeFindings, keepShot, overflowOf, settled, watchedPage } from './watched-page.ts';

/** A page of somebody with a role, logged in. */
export async function loggedIn(
  browser: Browser,
  home: OwnHome,
  role: 'reader' | 'analyst' | 'admin',
  address: string,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const asked = { name: `the ${role} of ${address}`, role, clearance: 'amber' } as const;
  const { secret } = await addToken(home.path('home/tokens.json'), asked, new Date().toISOString());
  const guarded = await startServer({
    port: 0,
    worker: false,
    config: NO_CONFIG,
    auth: true,
    home: home.path('home'),
  });
  const { page } = await watchedPage(browser, guarded.address, { mayBeRefused: true });
  await page.goto(address);
  await page.getByLabel('Token').fill(secret);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Log in' }).waitFor({ state: 'detached' });
  await settled(page);
  return {
    page,
    close: async () => {
      await page.close();
      await guarded.close();
    },
  };
}

/** Neither wider than its window nor against WCAG, at the width of a desk and of a phone, in both themes. */
export async function standsEverywhere(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [1280, 'dark'],
    [390, 'dark'],
    [390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect([name, width, await overflowOf(page), await axeFindings(page)]).toEqual([name, width, 0, []]);
    await keepShot(page, `changes-${name}-${width}-${colorScheme}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { chromium, type Browser } from 'playwright-core';

/** Where Debian, and others, have Chromium. `FOEPRINT_CHROMIUM` names another. */
const PLACES = [
  ...(env['FOEPRINT_CHROMIUM'] === undefined ? [] : [env['FOEPRINT_CHROMIUM']]),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser of this machine; undefined where there is none. */
export const CHROMIUM: string | undefined = PLACES.find((place) => existsSync(place));

if (CHROMIUM === undefined)
  console.warn(
    'SKIPPED: no page is tested in a browser, as there is no Chromium. Install it (apt-get install chromium).',
  );

export async function openedBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-gpu'] });
}

/*
 * Makes the pictures of the README from the application as it is built: `npm run build && npm run pictures [HOME]`. HOME is one with ATT&CK and
 * MISP galaxy, as `npm run quickstart` makes it (default `.foeprint`); it is copied, and the fictional operator of samples/org.yaml is kept in
 * the copy. Needs Chromium.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openHome } from '../src/index.ts';
import { startServer } from '../src/server/index.ts';
import {
  LARGEST_PICTURE,
  PICTURED_PAGES,
  PICTURED_THEMES,
  PICTURED_WINDOW,
  pictureFile,
} from './pictured-pages.ts';

const FOLDER = 'docs/pictures';
const CHROMIUM = process.env['FOEPRINT_CHROMIUM'] ?? '/usr/bin/chromium';
/** Sharp on dense screens, within the bytes that a picture may have. */
const SCALE = 1.5;
/** Of WebP; less, until the picture is small enough. */
const QUALITIES = [85, 75, 65, 55] as const;

const [given = '.foeprint'] = process.argv.slice(2);
if (!existsSync(given) || !existsSync('dist/web/index.html')) {
  console.error(
    'It takes a home with ATT&CK and MISP galaxy, as `npm run quickstart` makes it, and `npm run build`.',
  );
  process.exit(1);
}
const folder = await mkdtemp(join(tmpdir(), 'foeprint-pictures-'));
try {
  await cp(given, join(folder, 'home'), { recursive: true });
  const sources = await prepared(join(folder, 'home'));
  const server = await startServer({ home: join(folder, 'home'), port: 0, log: 'error' });
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  await mkdir(FOLDER, { recursive: true });
  for (const theme of PICTURED_THEMES)
    for (const page of PICTURED_PAGES) {
      const file = pictureFile(page, theme);
      const picture = await pictureOf(browser, `${server.address}${page.address}`, theme);
      await writeFile(join(FOLDER, file), picture);
      console.log(`${file}: ${String(Math.ceil(picture.length / 1000))} kB, of ${page.address}`);
    }
  await writeFile(join(FOLDER, 'README.md'), aboutPictures(sources));
  await browser.close();
  await server.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What the pictures rest on. */
interface Rests {
  readonly names: readonly string[];
  readonly notices: readonly string[];
}

/** Keeps the fictional operator, and says what is loaded. */
async function prepared(home: string): Promise<Rests> {
  const opened = await openHome({ home });
  await opened.act('org-keep', { file: 'samples/org.yaml' });
  const { sources, notices } = await opened.ask('status', {});
  await opened.close();
  return { names: sources.map(({ name }) => name), notices };
}

async function pictureOf(
  browser: Browser,
  address: string,
  colorScheme: (typeof PICTURED_THEMES)[number],
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: PICTURED_WINDOW,
    deviceScaleFactor: SCALE,
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address);
  await whole(page);
  const session = await context.newCDPSession(page);
  for (const quality of QUALITIES) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const picture = Buffer.from(data, 'base64');
    if (picture.length > LARGEST_PICTURE) continue;
    await context.close();
    return picture;
  }
  throw new Error(`The picture of ${address} is larger than ${String(LARGEST_PICTURE)} bytes.`);
}

/** When all parts of a page have their answers. */
async function whole(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle', { timeout: 120_000 });
  // One part is shown, and asks for the next.
  const busy = page.locator('[aria-busy="true"]');
  do await busy.first().waitFor({ state: 'detached', timeout: 120_000 });
  while ((await busy.count()) > 0);
  await page.evaluate('document.fonts.ready.then(() => true)');
}

function aboutPictures({ names, notices }: Rests): string {
  const rows = PICTURED_PAGES.map(({ name, address }) => `- \`${name}\`: \`${address}\``);
  return `# Pictures

Made by \`npm run pictures\`: the web application as it is built, in a window of ${PICTURED_WINDOW.width} × ${PICTURED_WINDOW.height}, for the
fictional organisation of [samples/org.yaml](../../samples/org.yaml). Loaded are:

${names.map((name) => `- ${name}`).join('\n')}

The pages, by the names of the files:

${rows.join('\n')}

${notices.join('\n\n')}
`;
}

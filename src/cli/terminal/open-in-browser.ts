import { spawn } from 'node:child_process';

/** What opens an address of the web, by platform; `%` stands for the address. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open', '%'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler', '%'],
  linux: ['xdg-open', '%'],
  freebsd: ['xdg-open', '%'],
};

/** Where a browser is looked for. */
export interface BrowserPlace {
  readonly platform?: NodeJS.Platform;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The command that opens an address; undefined where there is no screen to show it on, or nothing is known of the platform. */
export function openerOf(
  address: string,
  { platform = process.platform, env = process.env }: BrowserPlace = {},
): readonly string[] | undefined {
  const opener = OPENERS[platform];
  const hasScreen = opener?.[0] !== 'xdg-open' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some(Boolean);
  return hasScreen ? opener?.map((word) => (word === '%' ? address : word)) : undefined;
}

/** Opens an address in the browser of this machine, and does not wait for it. @returns whether there is something that opens it */
export async function openInBrowser(address: string, place: BrowserPlace = {}): Promise<boolean> {
  const [program, ...words] = openerOf(address, place) ?? [];
  if (program === undefined) return false;
  const opening = spawn(program, words, { stdio: 'ignore', detached: true });
  opening.unref();
  return await new Promise((resolve) => {
    opening.once('spawn', () => resolve(true));
    opening.once('error', () => resolve(false));
  });
}

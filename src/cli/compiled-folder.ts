import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where Node may keep compiled code: in the user's own cache folder, since others could put their code into a shared one
 * (`$XDG_CACHE_HOME` or `~/.cache`; macOS `~/Library/Caches`; Windows `%LOCALAPPDATA%`). Undefined where none is known.
 *
 * @param platform as in `process.platform`
 */
export function compiledFolder(platform: string, env: Environment): string | undefined {
  const paths = platform === 'win32' ? win32 : posix;
  const [variable, user, ...folder] = CACHES[platform] ?? FREEDESKTOP;
  const asked = variable === undefined ? '' : (env[variable] ?? '');
  const home = env[user] ?? '';
  const cache = paths.isAbsolute(asked)
    ? asked
    : paths.isAbsolute(home)
      ? paths.join(home, ...folder)
      : undefined;
  return cache === undefined ? undefined : paths.join(cache, 'foeprint', 'compiled');
}

/** The variable that names the folder for caches, the one that names the user's, and where caches are in that. */
type Cache = readonly [variable: string | undefined, user: string, ...folder: string[]];

const CACHES: Readonly<Record<string, Cache>> = {
  darwin: [undefined, 'HOME', 'Library', 'Caches'],
  win32: ['LOCALAPPDATA', 'USERPROFILE', 'AppData', 'Local'],
};

const FREEDESKTOP: Cache = ['XDG_CACHE_HOME', 'HOME', '.cache'];

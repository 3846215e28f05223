import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';
import { foundAbove } from './found-above.ts';
import { refusal } from './issues.ts';

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What finding the home depends on; all of it can be handed in. */
export interface HomeCircumstances {
  /** The home asked for, e.g. with `--home`; relative to {@link cwd}. */
  readonly home?: string | undefined;
  /** Default: this process's. */
  readonly env?: Environment;
  /** Default: this process's. */
  readonly cwd?: string;
  /** Default: this one's, as in `process.platform`. */
  readonly platform?: string;
}

/** Where a home is. */
export interface HomePlace {
  readonly folder: string;
  /** The same as it was found from the folder that the command is run in; absent where it was named, or is the platform's. */
  readonly found?: string;
}

/** Name of a home that is found in the folder that a command is run in, or above it. */
const PROJECT_HOME = '.foeprint';

/**
 * Where the home is: what was asked for; else `FOEPRINT_HOME`; else a folder `.foeprint` in {@link HomeCircumstances.cwd} or above
 * it, see {@link foundAbove}; else `foeprint` in the platform's folder for application data (`$XDG_DATA_HOME` or
 * `~/.local/share`; macOS `~/Library/Application Support`; Windows `%LOCALAPPDATA%`).
 *
 * @throws FoeprintError H510 where none of these is known
 */
export function homePlace(circumstances: HomeCircumstances = {}): HomePlace {
  const { env = process.env, cwd = process.cwd(), platform = process.platform } = circumstances;
  const asked = present(circumstances.home) ?? present(env['FOEPRINT_HOME']);
  if (asked !== undefined) return { folder: resolve(cwd, asked) };
  const found = foundAbove(PROJECT_HOME, 'folder', cwd);
  return found === undefined
    ? { folder: platformFolder(platform, env) }
    : { folder: resolve(cwd, found), found };
}

type FolderRule = (env: Environment, user: string) => string;

const APPLICATION_DATA: Readonly<Record<string, FolderRule>> = {
  darwin: (_, user) => posix.join(user, 'Library', 'Application Support', 'foeprint'),
  win32: (env, user) => {
    const data = present(env['LOCALAPPDATA']) ?? win32.join(user, 'AppData', 'Local');
    return win32.join(data, 'foeprint');
  },
};

// The specification says that a relative XDG_DATA_HOME is to be ignored.
const freedesktop: FolderRule = (env, user) => {
  const data = present(env['XDG_DATA_HOME']);
  const folder = data?.startsWith('/') === true ? data : posix.join(user, '.local', 'share');
  return posix.join(folder, 'foeprint');
};

function platformFolder(platform: string, env: Environment): string {
  const user = present(platform === 'win32' ? env['USERPROFILE'] : env['HOME']) ?? present(homedir());
  if (user === undefined) throw refusal('no-home', 'No folder of the user is known.');
  return (APPLICATION_DATA[platform] ?? freedesktop)(env, user);
}

function present(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

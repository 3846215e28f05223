import type { DraftLog, EmulationTest } from '../../../answers/index.ts';
import { literalValue } from '../../../sigma/index.ts';
import { OF_TESTS, VALUE, wordsOf, type FileWrite, type Piece } from './commands.ts';
import { namedParameters } from './named-parameters.ts';
import { filled, type Trace } from './trace.ts';

/** What stands for folders of Windows, and where they are. */
const FOLDERS: Readonly<Record<string, string>> = {
  appdata: 'C:\\Users\\user\\AppData\\Roaming',
  localappdata: 'C:\\Users\\user\\AppData\\Local',
  userprofile: 'C:\\Users\\user',
  programdata: 'C:\\ProgramData',
  allusersprofile: 'C:\\ProgramData',
  programfiles: 'C:\\Program Files',
  public: 'C:\\Users\\Public',
  windir: 'C:\\Windows',
  systemroot: 'C:\\Windows',
  systemdrive: 'C:',
  homedrive: 'C:',
};

/** Folders where a file says something whatever it is called: what stands there is run. */
const RUN_FROM: readonly RegExp[] = [
  /\\start menu\\programs\\startup\\$/iu,
  /\\system32\\(?:tasks|spool\\prtprocs\\x64)\\$/iu,
  /^\/etc\/(?:cron\.\w+|init\.d|profile\.d|sudoers\.d|ld\.so\.conf\.d|update-motd\.d|emond\.d\/rules|periodic\/\w+|pam\.d)\/$/u,
  /^(?:\/etc|\/usr\/lib|\/lib)\/(?:systemd\/(?:system|user)|udev\/rules\.d)\/$/u,
  /^\/var\/(?:spool\/cron(?:\/crontabs)?|at\/tabs)\/$/u,
  /\/library\/(?:launch\w+|startupitems)\/$/iu,
  /\/\.config\/(?:autostart|systemd\/user)\/$/u,
];
/** Folders of the system, and of programs of a user, where the name of a file says something. */
const OF_SYSTEM: readonly RegExp[] = [
  /^c:\\windows\\(?:system32|syswow64)\\/iu,
  /\\appdata\\roaming\\microsoft\\/iu,
  /^(?:\/private)?\/etc\//u,
  /^\/usr\/lib\//u,
  /\/library\/(?:preferences|security)\//iu,
  /\/\.ssh\/$/u,
];
/** Files of a user that a shell reads when it starts. */
const START_FILES = /\/\.(?:bash\w*|zsh\w*|profile|login|xinitrc|xprofile)$/u;

/** What the commands of a test would leave in a log of files that are made. What is added to a file that is there leaves nothing. */
export function fileTraces(
  test: EmulationTest,
  pieces: readonly Piece[],
  product: DraftLog['product'],
): readonly Trace[] {
  const log: DraftLog = { product, category: 'file_event' };
  return pieces.flatMap((piece) =>
    [...piece.writes, ...copiesOf(piece)].flatMap(({ path: written, adds }): readonly Trace[] => {
      const path = placed(written, product);
      if (path === undefined) return [];
      const event = { logsource: log, TargetFilename: filled(test, path) };
      const selection = selectionOf(path, adds, product);
      return [selection === undefined ? { log, test, event } : { log, test, event, selection }];
    }),
  );
}

/** Commands that make a file, by the parameter that names it, or else its place among the words. */
const WRITERS: readonly (readonly [RegExp, readonly string[], at: number | undefined])[] = [
  [
    /^(?:Invoke-WebRequest|iwr|wget|curl|Invoke-RestMethod|irm|Start-BitsTransfer)$/iu,
    ['outfile', 'destination'],
    undefined,
  ],
  [/^Out-File$/iu, ['filepath', 'literalpath'], 0],
  [/^(?:Set-Content|sc)$/iu, ['path', 'literalpath'], 0],
  [/^(?:Copy-Item|cpi|Move-Item)$/iu, ['destination'], 1],
];

function copiesOf({ text, shell }: Piece): readonly FileWrite[] {
  const [command = '', ...words] = wordsOf(text);
  if (shell === 'powershell') {
    const [, names = [], at] = WRITERS.find(([pattern]) => pattern.test(command)) ?? [];
    const { named, others } = namedParameters(words);
    const isBehindPath = at === 1 && named.has('path');
    const path =
      names.map((name) => named.get(name)).find((value) => value !== undefined) ??
      (at === undefined ? undefined : others[isBehindPath ? 0 : at]);
    return path === undefined ? [] : [{ path, adds: false }];
  }
  const option = /^(?:curl|wget)$/u.test(command)
    ? words.findIndex((word) => /^(?:-o|-O|--output)$/u.test(word))
    : -1;
  const plain = words.filter((word) => !/^(?:-|\/[a-z]$)/iu.test(word));
  const path =
    option >= 0
      ? words[option + 1]
      : /^(?:copy|move|cp|mv|install)$/iu.test(command) && plain.length > 1
        ? plain.at(-1)
        : /^(?:touch|tee)$/u.test(command) && !words.includes('-a')
          ? plain[0]
          : undefined;
  return path === undefined ? [] : [{ path, adds: false }];
}

/** The whole path that a command names; undefined where that cannot be known. */
function placed(written: string, product: DraftLog['product']): string | undefined {
  if (product === 'windows') {
    const path = written
      .replaceAll(
        /%(\w+)%|\$\{?env:(\w+)\}?/giu,
        (whole, one?: string, other?: string) => FOLDERS[(one ?? other ?? '').toLowerCase()] ?? whole,
      )
      .replaceAll(/[\\/]+/gu, '\\');
    // Without an ending it may be a folder, and the file is called otherwise.
    return /^(?:[a-z]:\\|#\{)[^$%"'`*?<>|]*(?:\.\w+|\})$/iu.test(path) ? path : undefined;
  }
  const home = product === 'macos' ? '/Users/user' : '/home/user';
  const path = written.replace(/^(?:~|\$\{?HOME\}?)(?=\/)/u, home);
  return /^(?:\/(?!dev\/|proc\/|sys\/)|#\{)[^$"'`*?<>|]*$/u.test(path) ? path : undefined;
}

/** What of a path does not depend on values: the whole of it, or else its folder, where either says something. */
function selectionOf(
  path: string,
  adds: boolean,
  product: DraftLog['product'],
): Record<string, string> | undefined {
  const slash = product === 'windows' ? '\\' : '/';
  const [literal = '', ...more] = path.split(VALUE);
  const folder = literal.slice(0, literal.lastIndexOf(slash) + 1);
  const file = more.length === 0 ? literal.slice(folder.length) : '';
  const ofUser = /^(?:[a-z]:\\Users\\user|\/home\/user|\/Users\/user)(?=[\\/])/iu;
  const root = folder.replace(ofUser, '').replace(/^[a-z]:/iu, '');
  const whole = { 'TargetFilename|endswith': literalValue(`${root}${file}`) };
  if (RUN_FROM.some((place) => place.test(folder))) return { 'TargetFilename|contains': literalValue(root) };
  if (adds || file === '' || OF_TESTS.test(literal.replace(ofUser, ''))) return undefined;
  return START_FILES.test(literal) || OF_SYSTEM.some((place) => place.test(folder)) ? whole : undefined;
}

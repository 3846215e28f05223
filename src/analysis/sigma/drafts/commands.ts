/** A command of a script, as a shell runs it. */
export interface Piece {
  /** Without what a shell takes out of it: redirections, remarks. What another command gives is `#{0}`. */
  readonly text: string;
  /** What runs it: `command_prompt`, `powershell`, `sh`, `bash`. */
  readonly shell: string;
  /** Files that its output becomes. */
  readonly writes: readonly FileWrite[];
}

/** A file that a command writes, as the command names it. */
export interface FileWrite {
  readonly path: string;
  /** What is there already stays. */
  readonly adds: boolean;
}

/** Stands for a value that is given to a test, or that another command gives. */
export const VALUE = /#\{[\w.-]{1,100}\}/gu;

/** Commands in commands in commands. */
const DEEPEST = 3;

/**
 * The commands of a script, one by one: lines that go on are joined, texts that are only written are left out, and it is cut where one
 * command follows another. Commands that are given to a shell stand instead of it.
 */
export function piecesOf(script: string, shell: string, depth = 0): readonly Piece[] {
  const goesOn = shell === 'command_prompt' ? /\^\r?\n/gu : shell === 'powershell' ? /`\r?\n/gu : /\\\r?\n/gu;
  const functions = functionsOf(script);
  const { outer, inner } = withoutInner(withoutTexts(script.replaceAll(goesOn, ' '), shell), shell);
  return [outer, ...inner].flatMap((each) =>
    cutOutsideQuotes(each, shell).flatMap((cut) => {
      const piece = pieceOf(cut, shell);
      if (piece.text === '' || functions.has(/^\S*/u.exec(piece.text)?.[0] ?? '')) return [];
      const given = depth < DEEPEST ? givenToShell(piece.text) : undefined;
      return given === undefined ? [piece] : piecesOf(given.script, given.shell, depth + 1);
    }),
  );
}

/** Names that a script gives to parts of its own. */
function functionsOf(script: string): ReadonlySet<string> {
  return new Set(
    [...script.matchAll(/(?:^|[;\s])(?:function\s{1,9}([\w-]{1,60})|([\w-]{1,60})\(\))/gu)].map(
      ([, one, other]) => one ?? other ?? '',
    ),
  );
}

/** A script without the texts that it only writes somewhere: here-documents and here-strings. */
function withoutTexts(script: string, shell: string): string {
  if (shell === 'command_prompt') return script;
  const starts = shell === 'powershell' ? /@(["'])\s*$/u : /<<-?\s?(["']?)(\w{1,40})\1/u;
  let end: string | undefined;
  return script
    .split(/\r?\n/u)
    .flatMap((line) => {
      if (end !== undefined) {
        const trimmed = line.trim();
        if (shell === 'powershell' ? trimmed.startsWith(end) : trimmed === end) end = undefined;
        return [];
      }
      const [whole, quote, word] = starts.exec(line) ?? [];
      if (whole === undefined) return [line];
      end = shell === 'powershell' ? `${quote ?? ''}@` : word;
      return [line.replace(whole, shell === 'powershell' ? '#{0}' : '')];
    })
    .join('\n');
}

/** What stands in brackets as a command of its own, and the script with a value instead. */
function withoutInner(script: string, shell: string): { readonly outer: string; readonly inner: string[] } {
  const inner: string[] = [];
  const bracket = INNER[shell] ?? /\$\(([^()]{0,2000})\)|`([^`]{0,2000})`/gu;
  let outer = script;
  for (let depth = 0; depth < DEEPEST; depth++)
    outer = outer.replaceAll(bracket, (_, one?: string, other?: string) => {
      inner.push(one ?? other ?? '');
      return '#{0}';
    });
  return { outer, inner };
}

/** Where commands stand in others; a command prompt has them only in loops, of which what they do is left. */
const INNER: Readonly<Record<string, RegExp>> = {
  command_prompt: /(?<=^|\n)[^\S\n]{0,9}@?for\s[^\n]{1,200}?\sin\s?\(['"]?([^\n]{1,300}?)['"]?\)\sdo\b/giu,
  powershell: /\$?\(([^()]{0,2000})\)/gu,
};

/** Where one command ends: `cmd` knows brackets only around commands, and one kind of quotes. */
const CUTS: Readonly<Record<string, string>> = { command_prompt: '&|\n', powershell: ';|{}\n' };

function cutOutsideQuotes(script: string, shell: string): readonly string[] {
  const cuts = CUTS[shell] ?? ';&|(){}\n';
  const quotes = shell === 'command_prompt' ? '"' : `"'`;
  const pieces: string[] = [];
  let quote = '';
  let piece = '';
  // Values and redirections cut nothing, for all their signs.
  for (const [part] of script.matchAll(/#\{[\w.-]{1,100}\}|\$\{[\w.:-]{1,100}\}|\d?>&\d|&>|[\s\S]/gu)) {
    // No text of a command prompt goes on behind its line.
    const isEnd = quote === '' ? cuts.includes(part) : part === '\n' && shell === 'command_prompt';
    if (isEnd) {
      pieces.push(piece);
      piece = '';
      quote = '';
      continue;
    }
    if (part === quote) quote = '';
    else if (quote === '' && quotes.includes(part)) quote = part;
    piece += part;
  }
  return [...pieces, piece];
}

/** What only leads to a command. */
const BEFORE =
  /^(?:[@(!]|&|\.(?=\s)|sudo(?:\s+-[a-zA-Z])*\s|call\s|start(?:\s+\/\w+)*\s|do\s|then\s|else\s|nohup\s|exec\s|time\s|#\{0\}\s)\s*/iu;

function pieceOf(cut: string, shell: string): Piece {
  const writes: FileWrite[] = [];
  let text = cut.trim();
  if (/^(?:#(?!\{)|::|rem\b)/iu.test(text)) return { text: '', shell, writes };
  if (shell !== 'command_prompt') text = text.replace(/\s#(?!\{)[^"']*$/u, '');
  for (let more = 0; more < 5 && BEFORE.test(text); more++) text = text.replace(BEFORE, '');
  text = text.replaceAll(
    REDIRECTION,
    (whole: string, _quoted: string | undefined, sign?: string, path = '') => {
      if (sign === undefined) return whole;
      writes.push({ path: unquoted(path), adds: sign === '>>' });
      return ' ';
    },
  );
  return { text: text.replaceAll(/\d?>&\d|&>|\s2>\s*$/gu, ' ').trim(), shell, writes };
}

/** `> file`, not in a text, and not `2>&1`. */
const REDIRECTION =
  /("[^"]{0,2000}"|'[^']{0,2000}')|[12]?(>>?)(?!&\d)[^\S\n]{0,9}((?:"[^"\n]{1,300}"|'[^'\n]{1,300}'|[^\s"'|;<>]){1,300})/gu;

/** A command that is given to a shell as a text. */
function givenToShell(text: string): { readonly script: string; readonly shell: string } | undefined {
  const called = /^"?(?:[^\s"]{0,200}[\\/])?(cmd|powershell|pwsh|bash|sh|zsh)(?:\.exe)?"?\s/iu.exec(text);
  if (called === null) return undefined;
  const rest = text.slice(called[0].length);
  const isPrompt = /^cmd$/iu.test(called[1] ?? '');
  const isWindows = isPrompt || /^p/iu.test(called[1] ?? '');
  const by = isPrompt
    ? /^(?:\/[a-z](?::\w+)?\s{0,9}){0,4}?\/[ck]\s*/iu
    : isWindows
      ? /^(?:-(?:nop|noprofile|noni|noninteractive|nologo|sta|w|windowstyle|ep?|exec|executionpolicy)\s+(?:hidden|bypass|unrestricted|\d)?\s*){0,6}(?:-c|-command)\s*/iu
      : /^-c\s+/u;
  const [flags] = by.exec(rest) ?? [];
  if (flags === undefined) return undefined;
  const script = unquoted(rest.slice(flags.length).trim());
  return { script, shell: isPrompt ? 'command_prompt' : isWindows ? 'powershell' : 'sh' };
}

/** The words of a command, without their quotes. */
export function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/gu)].map(([word]) => unquoted(word));
}

/** A word without its quotes. */
export function unquoted(word: string): string {
  const [first = ''] = word;
  if (word.length > 1 && `"'`.includes(first) && word.endsWith(first)) return word.slice(1, -1);
  return word.replaceAll(/"([^"]*)"/gu, '$1');
}

/** What a shell does itself, and what every script has. */
const BUILT_IN = new Set(
  'echo cd chdir set setlocal endlocal if for del erase copy move type mkdir md rmdir rd dir mklink assoc ftype path prompt color exit goto rem pushd popd ren rename cls ver vol title timeout choice pause start call export unset source alias unalias read test true false sleep printf while until do done fi then else elif case esac function return local eval trap wait shift break continue let declare typeset readonly cat touch rm cp mv ls which type hash command builtin chmod tee grep head tail sort umask ulimit history fg bg jobs in param begin process end try catch finally foreach switch throw'.split(
    ' ',
  ),
);

/** Programs that scripts of PowerShell name without an ending. */
const PROGRAMS =
  'arp at auditpol bcdedit bitsadmin certutil cmd cmdkey cscript dism dsquery esentutl findstr fltmc fsutil ftp icacls ipconfig klist mshta msiexec mstsc nbtstat net net1 netsh netstat nltest nslookup ping powershell psexec qprocess query quser reg regsvr32 route rundll32 sc schtasks shutdown systeminfo takeown taskkill tasklist vssadmin w32tm wbadmin wevtutil whoami winrm wmic wscript'.split(
    ' ',
  );
const OF_WINDOWS = new Set(PROGRAMS);

/** Programs that are run all day by people and other programs, so that to be started says nothing. */
const EVERYDAY_PROGRAMS = new Set([
  ...PROGRAMS,
  ...'attrib find mmc pwsh regedit tar curl xcopy robocopy expand where hostname qwinsta print makecab'.split(
    ' ',
  ),
  ...'apt apt-get awk bash chattr chown crontab cut date dd defaults docker dscl dscacheutil env file find gcc git gzip hostname id ifconfig install ip kill kubectl last launchctl ln log lsof mount nc networksetup open openssl osascript passwd perl pgrep pip pip3 pkill plutil printenv ps pw python python3 rsync ruby scp sed service sftp sh softwareupdate split ss ssh su sudo sw_vers swift sysctl systemctl truncate unlink unzip useradd usermod userdel uname unzip wget who xargs xxd yum zip zsh'.split(
    ' ',
  ),
]);

/** A program that a command starts. */
export interface Program {
  /** In lower case, without `.exe`. */
  readonly name: string;
  /** What follows it. */
  readonly rest: string;
  readonly isEveryday: boolean;
}

/** The program that a command starts; undefined where it starts none, or one that is given as a value. */
export function programOf({ text, shell }: Pick<Piece, 'text' | 'shell'>): Program | undefined {
  const [whole = '', quoted, bare = ''] = /^(?:"([^"]*)"|'[^']*'|(\S+))/u.exec(text) ?? [];
  const path = quoted ?? bare;
  const file = (path.split(/[\\/]/u).at(-1) ?? '').toLowerCase();
  const name = file.replace(/\.exe$/u, '');
  if (!/^[a-z][\w.+-]{1,40}$/u.test(name) || OF_TESTS.test(name) || BUILT_IN.has(name)) return undefined;
  if (/\.(?:bat|cmd|ps1|psm1|vbs|js|sh|py|dll|txt|service|plist)$/u.test(name)) return undefined;
  const isWindows = shell === 'powershell' || shell === 'command_prompt';
  if (shell === 'powershell' && !file.endsWith('.exe') && !OF_WINDOWS.has(name)) return undefined;
  // A path with a space and without quotes.
  if (name === 'program') return undefined;
  // A command of PowerShell, or what is set.
  if (isWindows && /^(?:get|set|new|add|remove|invoke|start|stop)-/u.test(name)) return undefined;
  if (/^\s*=/u.test(text.slice(whole.length))) return undefined;
  return { name, rest: text.slice(whole.length), isEveryday: EVERYDAY_PROGRAMS.has(name) };
}

/** What is of the library of tests, of their authors, or of the machine that they run on, and of no adversary. */
export const OF_TESTS =
  /atomic|red-?canary|-ATH[A-Z]|-maldoc|-buildandinvoke|\bT\d{4}|invoke-web|https?:|%te?mp%|%userprofile%|\$env:|\\users\\|\/users\/\w|\/home\/|\/tmp\b|\/dev\/null|^nul$|hello|example|^\d+$|(?:\b|_)test(?!signing)|test(?:user|file|dir)|malware|feedac|input_?file|output_?file|@args|\.google\.|evil|\b(?:win32)?calc\b|idontexist|not_an|^\w\.exe$|notepad|wordpad|pwn|dummy|foo\b|\bart\b|(?:^|[\W_])art(?:[-_]|user)|pass123|sample|\bdemo\b|my(?:custom|secret)|passw(?:or)?d[\d!]|password\d|pwd\d|p@ss|trump|donald|akira|procexp|autoruns|localhost|127\.0\.0\.1|8\.8\.8\.8|\b(?:10|192\.168)\.\d|c:\\temp\b|\\desktop\\|\\downloads\\|externalpayloads/iu;

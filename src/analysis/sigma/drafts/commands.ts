/** Stands for a value that is given to a test. */
const VALUE = /#\{[\w.-]{1,100}\}/gu;
/** What is of the library of tests, or of the machine that they run on, and of no adversary. */
const OF_TESTS =
  /atomic|red-?canary|T\d{4}|invoke-web|https?:|%te?mp%|\$env:|\\users\\|\/tmp\/|\/dev\/null|^nul$|hello|example|^\d+$/iu;

/** The commands of a script, one by one: lines that go on are joined, and cut where one command follows another. */
export function piecesOf(script: string, executor: string): readonly string[] {
  const goesOn =
    executor === 'command_prompt' ? /\^\r?\n/gu : executor === 'powershell' ? /`\r?\n/gu : /\\\r?\n/gu;
  const cuts = executor === 'powershell' ? ';|{}' : executor === 'command_prompt' ? '&|()' : ';&|(){}';
  return script
    .replaceAll(goesOn, ' ')
    .split(/\r?\n/u)
    .flatMap((line) => cutOutsideQuotes(line, cuts))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !/^(?:#|::|rem\b)/iu.test(piece));
}

function cutOutsideQuotes(line: string, cuts: string): readonly string[] {
  const pieces: string[] = [];
  let quote = '';
  let piece = '';
  // The braces of a value cut nothing.
  for (const [part] of line.matchAll(/#\{[\w.-]{1,100}\}|[\s\S]/gu)) {
    if (quote === '' && cuts.includes(part)) {
      pieces.push(piece);
      piece = '';
      continue;
    }
    if (part === quote) quote = '';
    else if (quote === '' && (part === '"' || part === "'")) quote = part;
    piece += part;
  }
  return [...pieces, piece];
}

/** What only leads to a command. */
const BEFORE =
  /^(?:@|&|\.(?=\s)|sudo(?:\s+-\w+)*\s|call\s|start(?:\s+\/\w+)*\s|do\s|then\s|else\s|nohup\s|exec\s)\s*/iu;
/** What a shell does itself, and what every script has. */
const BUILT_IN = new Set(
  'echo cd chdir set setlocal if for del erase copy move type mkdir md rmdir rd exit goto rem pushd popd ren rename cls ver vol title timeout start call export unset source alias read test true false sleep printf while until do done fi then else case esac function return local eval trap wait shift break continue let declare cat touch mkdir rm cp mv ls which chmod tee grep head tail sort'.split(
    ' ',
  ),
);
/** Programs that scripts of PowerShell name without an ending. */
const PROGRAMS = new Set(
  'arp at auditpol bcdedit bitsadmin certutil cmd cmdkey cscript dism dsquery esentutl findstr fltmc fsutil ftp icacls ipconfig klist mshta msiexec mstsc nbtstat net net1 netsh netstat nltest nslookup ping powershell psexec qprocess query quser reg regsvr32 route rundll32 sc schtasks shutdown systeminfo takeown taskkill tasklist vssadmin w32tm wbadmin wevtutil whoami winrm wmic wscript'.split(
    ' ',
  ),
);

/** The program that a command starts, and what follows; undefined where it starts none, or one that is given as a value. */
export function programOf(
  piece: string,
  executor: string,
): { readonly name: string; readonly rest: string } | undefined {
  let command = piece;
  for (let more = 0; more < 5 && BEFORE.test(command); more++) command = command.replace(BEFORE, '');
  const [whole = '', quoted, bare = ''] = /^(?:"([^"]*)"|'[^']*'|(\S+))/u.exec(command) ?? [];
  const path = quoted ?? bare;
  const file = (path.split(/[\\/]/u).at(-1) ?? '').toLowerCase();
  const name = file.replace(/\.exe$/u, '');
  if (!/^[a-z][\w.+-]{1,40}$/u.test(name) || OF_TESTS.test(name) || BUILT_IN.has(name)) return undefined;
  if (/\.(?:bat|cmd|ps1|psm1|vbs|js|sh|py|dll|txt)$/u.test(name)) return undefined;
  if (executor === 'powershell' && !file.endsWith('.exe') && !PROGRAMS.has(name)) return undefined;
  return { name, rest: command.slice(whole.length) };
}

/** Most texts that a draft asks for: more would follow the test too closely. */
const MOST = 4;

/** What stands in a command whatever the values that are given to it. */
export function fragmentsOf(rest: string): readonly string[] {
  const words = rest.matchAll(/(\s?)("[^"]*"|'[^']*'|[^\s"']+)/gu);
  const found: string[] = [];
  for (const [, space = '', word = ''] of words) {
    if (/^\d?>/u.test(word)) break;
    for (const part of word.replaceAll(/^["']|["']$/gu, '').split(VALUE)) {
      const fragment = part.replaceAll(/^["'`=:,]+|["'`=:,]+$/gu, '');
      if (fragment.length < 2 || OF_TESTS.test(fragment) || /[%$<>#]/u.test(fragment)) continue;
      found.push(/^(?:--?|\/)\w/u.test(fragment) && space !== '' ? ` ${fragment}` : fragment);
    }
  }
  return [...new Set(found)].slice(0, MOST);
}

/** Commands that scripts of every kind have. */
const COMMON =
  /^(?:Write|Out|Select|Where|ForEach|Format|Sort|Test|Start|Stop|Wait|Import|Export|Convert\w*|Join|Split|New-(?:Object|Item)|Remove-Item|Set-(?:Location|Variable|ExecutionPolicy)|Get-(?:Content|Item|ChildItem|Process|Command|Location|Random|Date|Credential)|Invoke-(?:WebRequest|Expression|Command|RestMethod)|Add-Type|Copy-Item|Move-Item)\b/iu;

/** What a script of PowerShell has that others have not: names of commands, types and keys of the registry. */
export function scriptMarks(script: string): readonly string[] {
  const text = script.replaceAll(VALUE, ' ');
  const marks = [
    ...text.matchAll(/\b[A-Z][a-z]+-[A-Z]\w{3,}/gu),
    ...text.matchAll(/(?<=\[)(?:System\.)?\w+(?:\.\w+){2,}/gu),
    ...text.matchAll(/\bHK(?:LM|CU)(?::)?\\[\w\\ -]{8,200}(?=["'\s])/gu),
  ].map(([mark]) => mark.trim());
  return [...new Set(marks)].filter((mark) => !COMMON.test(mark) && !OF_TESTS.test(mark)).slice(0, MOST);
}

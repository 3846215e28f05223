import { OF_TESTS, unquoted, VALUE, type Program } from './commands.ts';

/** Most texts that a draft asks for: more would follow the test too closely. */
const MOST = 4;
/** What is longer is the program of somebody, not a habit. */
const LONGEST = 80;

/** Words that commands of every kind have. */
const EVERYDAY = new Set(
  'accept-server-license-terms accepteula admin always daily get-process get-service lock nobody once pass reg_binary reg_dword reg_expand_sz reg_multi_sz reg_sz wheel xpost cvzf czvf zcvf czf xvf xzf on off active add addr administrators after all any append args bash before bypass byte cmd cmd.exe call clear close command config configure connect console copy count create current debug delete description disable domain echo edit enable exec execution executionpolicy exit export file files find force format from full get group groups help hidden host https import info input install into interface interactive json link list local location login mode move name network noexit nologo noni noninteractive nop noprofile only open output parameter password path pause ping port post powershell print process product profile query quiet read reload remove rename reset restart root route rule running save script search select server service services session sessions set shell show silent sleep source split start state status stop sudo system temp test text time timeout title tostring type update user username users value verbose version view wait where whoami window windows windowstyle with workstation write xml'.split(
    ' ',
  ),
);

/** Files that are called as somebody liked. */
const FILE =
  /^[\\/]?[^\\/:*]+\.(?:txt|zip|rar|7z|sh|py|pl|rb|bat|cmd|ps1|vbs|js|log|csv|json|html?|dmp|bin|out|tmp|cab|png|jpe?g|docx?|xlsx?|pdf|c|o|so|xml|inf|sct|reg|iso|evtx|ldif)$/iu;
/** The same behind a folder that is given. */
const FILE_IN = /^[\\/][^\\/]+$/u;

/** Whether a text says something by itself, whatever program it is given to. */
function isDistinct(fragment: string): boolean {
  return weightOf(fragment) >= 4;
}

/** Letters of a text that says something; 0 of everyday words. */
function weightOf(fragment: string): number {
  const word = fragment.trim().replaceAll(/^[-/+]+|[^A-Za-z0-9]+$/gu, '');
  return EVERYDAY.has(word.toLowerCase()) || EVERYDAY_FOLDER.test(word)
    ? 0
    : word.replaceAll(/[^A-Za-z]/gu, '').length;
}

/** What somebody encoded, not what anybody would write again. */
const ENCODED = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/=]{16,}$|^[\dA-F]{24,}$/u;
/** Folders that much is in. */
const EVERYDAY_FOLDER = /^c:\\(?:windows(?:\\system32)?|program files(?: \(x86\))?|users|programdata)?\\?$/iu;

/** Whether a text can be of an adversary, and stand in a rule. */
function isSound(fragment: string): boolean {
  return (
    fragment.length >= 2 &&
    fragment.length <= LONGEST &&
    ![OF_TESTS, ENCODED, FILE, /[%$<>#\p{Cc}]|\{\}|(?:^|[\s;])\.\//u].some((pattern) =>
      pattern.test(fragment),
    )
  );
}

/** What stands in a command line whatever the values that are given to it: what says most, in its order. None where it does not say enough. */
export function fragmentsOf({ rest, isEveryday }: Pick<Program, 'rest' | 'isEveryday'>): readonly string[] {
  const words = rest.matchAll(/(\s?)("[^"]*"|'[^']*'|[^\s"']+)/gu);
  const found = new Set<string>();
  for (const [, space = '', word = ''] of words)
    for (const [index, literal] of unquoted(word).split(VALUE).entries()) {
      if (index > 0 && FILE_IN.test(literal)) continue;
      // A shell puts names of files where it finds a wildcard.
      for (const [place, part] of literal.split(/[*?]/u).entries()) {
        const fragment = part.replaceAll(/^["'`=:,()]+|["'`=:,()\\]+$/gu, '');
        if (!isSound(fragment)) continue;
        const isOption = /^(?:--?|\/)\w/u.test(fragment) && space !== '' && index + place === 0;
        found.add(isOption ? ` ${fragment}` : fragment);
      }
    }
  const all = [...found];
  const distinct = all.filter(isDistinct);
  if (distinct.length === 0 && (isEveryday || !all.some((fragment) => weightOf(fragment) > 1))) return [];
  const chosen = new Set([...distinct, ...all].slice(0, MOST));
  return all.filter((fragment) => chosen.has(fragment));
}

/** Commands that scripts of every kind have. */
const COMMON =
  /^(?:Write|Out|Select|Where|ForEach|Format|Sort|Test|Start|Stop|Wait|Import|Export|Convert\w*|Join|Split|Measure|Compare|Restart|Expand|Compress)-|^(?:New-(?:Object|Item|PSDrive|PSSession|CimSession\w*|TimeSpan)|Remove-(?:Item|PSDrive|PSSession|CimSession|Variable)|Set-(?:Location|Variable|ExecutionPolicy|Content|Item|StrictMode|Service)|Add-(?:Content|Type|Member)|Clear-(?:Host|Content|Variable)|Get-(?:Content|Item|ChildItem|Process|Command|Location|Random|Date|Credential|Variable|Service|WmiObject|CimInstance|PSDrive|Member|Host|Help|Module|Volume|FileHash)|Invoke-(?:WebRequest|Expression|Command|RestMethod|CimMethod|WmiMethod|Item)|Copy-Item|Move-Item|Rename-Item|Resolve-Path|Enter-PSSession|Stop-\w+)$|^(?:Get|Set|New|Remove|Clear)-Item(?:Property(?:Value)?)?$|^(?:System\.)?(?:Text|IO|Net\.(?:Web\w+|ServicePointManager|Dns)|Collections|Environment|Threading|Security\.Principal|Runtime\.InteropServices|Reflection\.Assembly)\b|^HK\w+:?\\(?:[^\\]+\\){0,3}$/iu;

/** Where PowerShell has commands: behind these, a verb and a noun. */
const CALLED = /(?<=(?:^|[|;{(=&])[^\S\n]{0,9})[A-Z][a-z]+-[A-Z]\w{3,60}(?=$|[\s;|)}])/gmu;
const TYPE = /(?<=\[)(?:System\.)?\w+(?:\.\w+){2,}/gu;
const KEY = /(?<=["'])HK(?:LM|CU):?\\[^"'\r\n]{8,200}(?=["'])|\bHK(?:LM|CU):?\\[^\s"'|;),]{8,200}/gu;

/** What a script of PowerShell has that others have not: names of commands, types and keys of the registry. */
export function scriptMarks(script: string): readonly string[] {
  const text = script.replaceAll(/^[^\S\n]{0,200}#(?!\{).*$/gmu, '').replaceAll(VALUE, ' ');
  const marks = [CALLED, TYPE, KEY]
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([mark]) => mark.replace(/[*?$].*$/su, '').trim()))
    .filter((mark) => !COMMON.test(mark) && !OF_TESTS.test(mark));
  const alone = [...new Set(marks)]
    .slice(0, 50 * MOST)
    .filter(
      (mark, _, all) =>
        !all.some((other) => other !== mark && other.toLowerCase().includes(mark.toLowerCase())),
    );
  const chosen = alone.slice(0, MOST);
  return chosen.join('').replaceAll(/[^A-Za-z]/gu, '').length >= 10 ? chosen : [];
}

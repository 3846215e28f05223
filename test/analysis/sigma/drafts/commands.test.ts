import { expect, test } from 'vitest';
import { piecesOf, programOf, type Piece } from '../../../../src/analysis/sigma/drafts/commands.ts';
import { fragmentsOf, scriptMarks } from '../../../../src/analysis/sigma/drafts/fragments.ts';

test.for<[shell: string, script: string, pieces: readonly string[]]>([
  [
    'command_prompt',
    '@echo off\r\nwhelk.exe /a & conch "b & c" && limpet',
    ['echo off', 'whelk.exe /a', 'conch "b & c"', 'limpet'],
  ],
  ['command_prompt', 'whelk ^\r\n /a', ['whelk   /a']],
  ['command_prompt', 'rem shells\n:: more', []],
  ['command_prompt', `whelk it's & conch`, [`whelk it's`, 'conch']],
  ['command_prompt', "for /f %i in ('whelk /a') do conch %i", ['conch %i', 'whelk /a']],
  ['command_prompt', 'cmd.exe /c "whelk /a & conch"', ['whelk /a', 'conch']],
  ['command_prompt', 'powershell -ep bypass -c "Get-Shell; whelk.exe -a"', ['Get-Shell', 'whelk.exe -a']],
  ['powershell', 'Get-Shell; whelk.exe `\n -a | Out-Null', ['Get-Shell', 'whelk.exe   -a', 'Out-Null']],
  ['powershell', 'whelk.exe (Get-Shell -Deep)', ['whelk.exe #{0}', 'Get-Shell -Deep']],
  ['powershell', 'whelk.exe @"\nconch\n"@\nlimpet.exe', ['whelk.exe #{0}', 'limpet.exe']],
  ['sh', '# shells\nwhelk -a; conch #{depth}', ['whelk -a', 'conch #{depth}']],
  ['sh', 'whelk $(conch -a) # by night', ['whelk #{0}', 'conch -a']],
  ['sh', 'cat > /tmp/x <<EOF\nwhelk -a\nEOF\nconch', ['cat', 'conch']],
  ['sh', 'dig() { whelk -a; }\ndig now', ['whelk -a']],
  ['sh', "bash -c 'whelk -a | conch'", ['whelk -a', 'conch']],
  ['sh', 'whelk -a >/dev/null 2>&1 && conch &', ['whelk -a', 'conch']],
])('%s: %j is several commands', ([shell, script, pieces]) => {
  expect(piecesOf(script, shell).map(({ text }) => text)).toEqual(pieces);
});

test('what a command writes is no part of its command line', () => {
  expect(piecesOf('whelk -a ">b" > /etc/shells 2>&1 >> "my log"', 'sh')).toEqual<readonly Piece[]>([
    {
      text: 'whelk -a ">b"',
      shell: 'sh',
      writes: [
        { path: '/etc/shells', adds: false },
        { path: 'my log', adds: true },
      ],
    },
  ]);
});

test.for<[shell: string, text: string, name: string | undefined]>([
  ['command_prompt', 'whelk.exe /a', 'whelk'],
  ['command_prompt', '"C:\\Beach Things\\Whelk.EXE" /a', 'whelk'],
  ['command_prompt', 'echo shells', undefined],
  ['command_prompt', 'dir /s C:\\beach', undefined],
  ['command_prompt', '"#{program}" /a', undefined],
  ['command_prompt', 'PathToAtomicsFolder\\T9011\\whelk.bat', undefined],
  ['powershell', 'reg add HKCU\\Beach', 'reg'],
  ['powershell', 'Get-Shell -Deep', undefined],
  ['powershell', '"C:\\Beach\\whelk.exe" -a', 'whelk'],
  ['bash', '/usr/bin/whelk -a', 'whelk'],
  ['bash', 'whelk = conch', undefined],
  ['bash', 'elif [ "$x" = shell ]', undefined],
])('%s: the program of %s', ([shell, text, name]) => {
  expect(programOf({ text, shell })?.name).toBe(name);
});

test.for<[rest: string, fragments: readonly string[]]>([
  [' /deep --tide=low #{depth}', [' /deep', ' --tide=low']],
  [' --tide=#{tide} "beach front"', [' --tide', 'beach front']],
  [' https://beach.example/shell 4444 /tmp/shell T9011', []],
  [' oyster cockle periwinkle barnacle mussel', ['oyster', 'cockle', 'periwinkle', 'barnacle']],
  [' -a -b -c -d --periwinkle', [' -a', ' -b', ' -c', ' --periwinkle']],
  // Names that the author of the test liked.
  [' periwinkle #{folder}\\beach.txt evil_shell.py art-shell', ['periwinkle']],
  [' periwinkle SGVsbG8gd29ybGQ1Njc4OTA=', ['periwinkle']],
])('what stands in %s whatever is given', ([rest, fragments]) => {
  expect(fragmentsOf({ rest, isEveryday: false })).toEqual(fragments);
});

test.for<[rest: string, isEveryday: boolean, count: number]>([
  [' query all', true, 0],
  [' query all', false, 0],
  [' query lsa', true, 0],
  [' query lsa', false, 2],
  [' query periwinkle', true, 2],
])('%s of a program that is run all day (%s) says enough: %i', ([rest, isEveryday, count]) => {
  expect(fragmentsOf({ rest, isEveryday })).toHaveLength(count);
});

test('what a script has that others have not', () => {
  const script = `Write-Host shells
# Get-OtherShell
Get-BeachShell -Depth #{depth}
[System.Beach.Shells.Conch]::Open()
Write-Host Low-Tide
Set-ItemProperty "HKCU:\\Software\\Beach\\Shells" -Name x`;
  expect(scriptMarks(script)).toEqual([
    'Get-BeachShell',
    'System.Beach.Shells.Conch',
    'HKCU:\\Software\\Beach\\Shells',
  ]);
  expect(scriptMarks('Get-Service\nGet-ItemProperty -Path x\n[System.IO.File]::Open(1)')).toEqual([]);
});

test('scripts that are made to take long do not', () => {
  for (const piece of [
    '@'.repeat(100_000),
    '('.repeat(100_000),
    '`'.repeat(100_000),
    '>'.repeat(100_000),
    'for '.repeat(25_000),
    'HKLM\\'.repeat(20_000),
    '"\''.repeat(50_000),
    "'HKLM\\".repeat(15_000),
    '[a.'.repeat(30_000),
    'bash -c '.repeat(12_000),
    ' '.repeat(100_000),
    ' \n'.repeat(50_000),
  ])
    for (const shell of ['powershell', 'command_prompt', 'sh']) {
      const pieces = piecesOf(piece, shell);
      programOf({ text: piece, shell });
      scriptMarks(piece);
      expect(fragmentsOf({ rest: piece, isEveryday: true }).length).toBeLessThanOrEqual(4);
      expect(pieces.length).toBeLessThanOrEqual(200_000);
    }
});

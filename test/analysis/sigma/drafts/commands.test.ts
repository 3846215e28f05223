import { expect, test } from 'vitest';
import {
  fragmentsOf,
  piecesOf,
  programOf,
  scriptMarks,
} from '../../../../src/analysis/sigma/drafts/commands.ts';

test.for<[executor: string, script: string, pieces: readonly string[]]>([
  [
    'command_prompt',
    '@echo off\r\nwhelk.exe /a & conch "b & c" && limpet',
    ['@echo off', 'whelk.exe /a', 'conch "b & c"', 'limpet'],
  ],
  ['command_prompt', 'whelk ^\r\n /a', ['whelk   /a']],
  ['command_prompt', 'rem shells\n:: more', []],
  ['powershell', 'Get-Shell; whelk.exe `\n -a | Out-Null', ['Get-Shell', 'whelk.exe   -a', 'Out-Null']],
  ['sh', '# shells\nwhelk -a; conch #{depth}', ['whelk -a', 'conch #{depth}']],
])('%s: %j is several commands', ([executor, script, pieces]) => {
  expect(piecesOf(script, executor)).toEqual(pieces);
});

test.for<[executor: string, piece: string, name: string | undefined]>([
  ['command_prompt', 'whelk.exe /a', 'whelk'],
  ['command_prompt', '@"C:\\Beach Things\\Whelk.EXE" /a', 'whelk'],
  ['command_prompt', 'echo shells', undefined],
  ['command_prompt', '"#{program}" /a', undefined],
  ['command_prompt', 'PathToAtomicsFolder\\T9011\\whelk.bat', undefined],
  ['powershell', 'reg add HKCU\\Beach', 'reg'],
  ['powershell', 'Get-Shell -Deep', undefined],
  ['powershell', '& "C:\\Beach\\whelk.exe" -a', 'whelk'],
  ['bash', 'sudo -n /usr/bin/whelk -a', 'whelk'],
])('%s: the program of %s', ([executor, piece, name]) => {
  expect(programOf(piece, executor)?.name).toBe(name);
});

test.for<[rest: string, fragments: readonly string[]]>([
  [' /deep --tide=low #{depth}', [' /deep', ' --tide=low']],
  [' --tide=#{tide} "beach front"', [' --tide', 'beach front']],
  [' add > %temp%\\shells.txt', ['add']],
  [' https://beach.example/shell 4444 /tmp/shell T9011', []],
  [' one two three four five', ['one', 'two', 'three', 'four']],
])('what stands in %s whatever is given', ([rest, fragments]) => {
  expect(fragmentsOf(rest)).toEqual(fragments);
});

test('what a script has that others have not', () => {
  const script =
    'Write-Host shells\nGet-BeachShell -Depth #{depth}\n[System.Beach.Shells.Conch]::Open()\nSet-ItemProperty "HKCU:\\Software\\Beach\\Shells"';
  expect(scriptMarks(script)).toEqual([
    'Get-BeachShell',
    'Set-ItemProperty',
    'System.Beach.Shells.Conch',
    'HKCU:\\Software\\Beach\\Shells',
  ]);
});

test('scripts that are made to take long do not', () => {
  for (const piece of [
    '@'.repeat(100_000),
    'HKLM\\'.repeat(20_000),
    '"\''.repeat(50_000),
    '[a.'.repeat(30_000),
  ]) {
    piecesOf(piece, 'powershell');
    programOf(piece, 'powershell');
    scriptMarks(piece);
    expect(fragmentsOf(piece).length).toBeLessThanOrEqual(4);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftRules, type DraftGrounds } from '../../../../src/analysis/sigma/drafts/draft-rules.ts';
import { tracesOf } from '../../../../src/analysis/sigma/drafts/traces.ts';
import type { EmulationTest } from '../../../../src/answers/index.ts';
import { checkRules, compileRule, readEvent, readRules } from '../../../../src/sigma/index.ts';
import { readTest } from '../../../support/atomics.ts';
import { runs } from '../../../support/runs.ts';

const whelk = readTest(1, {
  executor: 'command_prompt',
  technique: 'T9012.001',
  command: 'whelk.exe /collect C:\\beach\\*.shell "#{depth}"',
  arguments: [{ name: 'depth', description: '', type: 'string', fallback: 'ten * fathoms' }],
});

function grounds(own: readonly EmulationTest[], others: readonly EmulationTest[] = []): DraftGrounds {
  return {
    technique: { id: 'T9012.001', name: 'Shells via post' },
    tactics: ['execution'],
    groups: ['G9011'],
    release: '1.0',
    date: '2024-03-03',
    analytics: [
      {
        analytic: {
          id: 'x-mitre-analytic--1',
          type: 'x-mitre-analytic',
          name: 'Analytic 1',
          label: 'AN9001',
        },
        platforms: ['Windows'],
        description: 'Shells that leave the beach.\nAt night.',
        logSources: [{ name: 'WinEventLog:Sysmon', channel: 'EventCode=1', component: 'Process Creation' }],
        tuning: [{ field: 'TideWindow', description: 'How long the beach is dry.' }],
      },
    ],
    traces: own.flatMap(tracesOf),
    othersIn: ({ product, category }) =>
      others.flatMap(tracesOf).filter(({ log }) => log.product === product && log.category === category),
    library: 'tests.zip',
  };
}

test('a draft is valid by schema and conventions, matches its event, and says what is to do', () => {
  const made = draftRules(grounds([whelk]));
  const [draft] = 'drafts' in made ? made.drafts : [];
  const { text = '', path = '' } = draft ?? {};
  expect(draft).toMatchObject({ proven: 1, others: 0, othersMatched: 0, analytics: ['AN9001'] });
  expect(checkRules(path, text).issues).toEqual([]);
  expect(text).toMatchInlineSnapshot(`
    "# TODO Take out of the selections what is a choice of the test, or only prepares it, and nothing that an adversary does.
    # TODO Hold it against a month of your own logs, and add filters: it was held against made-up events only.
    # TODO It matches 0 of 0 events made from tests of other techniques.
    # TODO Compare with what AN9001 of ATT&CK looks for: Shells that leave the beach. At night.
    # TODO AN9001 looks in WinEventLog:Sysmon (EventCode=1).
    # TODO Set what AN9001 calls TideWindow: How long the beach is dry.
    title: Draft - T9012.001 Shells via Post - Whelk on Windows
    id: f54306b0-703d-59a6-83a5-5d3b59e9d403
    status: experimental
    description: "Detects what 1 test of T9012.001 in tests.zip would leave in this log, by ATT&CK 1.0. A draft: it was proven on 1 event made from these tests, and on nothing else."
    references:
      - "Test 00000000-0000-4000-8000-000000000001: Test 1"
      - "Analytic AN9001 of MITRE ATT&CK 1.0"
    author: Foeprint
    date: "2024-03-03"
    tags:
      - attack.execution
      - attack.t9012.001
      - attack.g9011
    logsource:
      category: process_creation
      product: windows
    detection:
      selection:
        "Image|endswith": "\\\\whelk.exe"
        "CommandLine|contains|all":
          - " /collect"
          - "C:\\\\beach"
          - ".shell"
      condition: selection
    falsepositives:
      - Administrators and software that do the same for reasons of their own
    level: medium
    "
  `);
  const [rule] = readRules(path, text).rules;
  const compiled = rule && compileRule(rule);
  const matches = (CommandLine: string): boolean | undefined => {
    const logsource = { product: 'windows', category: 'process_creation' };
    const event = readEvent({ logsource, Image: 'D:\\whelk.exe', CommandLine });
    return event && compiled?.ok === true ? compiled.matcher.matches(event) : undefined;
  };
  expect(matches('whelk /collect C:\\beach\\*.shell')).toBe(true);
  // Where a star stands, a shell may put anything.
  expect(matches('whelk /collect C:\\beach\\old.shell')).toBe(true);
  expect(matches('whelk /collect C:\\beach\\old.conch')).toBe(false);
});

const same = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    readTest(10 + index, { executor: 'command_prompt', command: whelk.command }),
  );

test.for<[string, DraftGrounds, object]>([
  ['no tests', grounds([]), { reason: 'no-test' }],
  ['a test by hand', grounds([readTest(2, { executor: 'manual' })]), { reason: 'no-test' }],
  [
    'a command that says nothing',
    grounds([readTest(3, { executor: 'command_prompt', command: 'whelk.exe /a' })]),
    {
      reason: 'no-command',
      analytics: [{ analytic: 'AN9001', logs: ['windows process_creation', 'windows sysmon'] }],
    },
  ],
  ['what many others do', grounds([whelk], same(4)), { reason: 'too-broad' }],
  ['what few others do', grounds([whelk], same(3)), { drafts: [{ others: 3, othersMatched: 3 }] }],
])('%s', ([, asked, outcome]) => {
  expect(draftRules(asked)).toMatchObject(outcome);
});

/** The selections of the draft for a log. */
function selectionsOf(
  category: string,
  tests: readonly EmulationTest[],
  more: Partial<DraftGrounds> = {},
): unknown {
  const made = draftRules({ ...grounds(tests), ...more });
  const draft = 'drafts' in made ? made.drafts.find((each) => each.category === category) : undefined;
  if (draft === undefined) return undefined;
  expect(checkRules(draft.path, draft.text).issues).toEqual([]);
  expect(draft.proven).toBeGreaterThanOrEqual(tests.length);
  const { condition: _, ...selections }: Record<string, unknown> = parse(draft.text).detection;
  return Object.values(selections);
}

const registry = (key: string): object => ({ 'TargetObject|endswith': key });

test.for<[executor: string, command: string, selections: readonly object[] | undefined]>([
  [
    'command_prompt',
    'reg add "HKLM\\Software\\Beach\\Shells" /v HideTides /t REG_DWORD /d 1 /f',
    [{ ...registry('\\Software\\Beach\\Shells\\HideTides'), Details: 'DWORD (0x00000001)' }],
  ],
  [
    'powershell',
    'New-ItemProperty -Path "HKCU:\\Software\\Beach" -Name HideTides -PropertyType DWord -Value 0x1f -Force\nSet-ItemProperty HKCU:\\Software\\Beach HideShells 31 -Type DWord',
    [
      {
        'TargetObject|endswith': ['\\Software\\Beach\\HideTides', '\\Software\\Beach\\HideShells'],
        Details: 'DWORD (0x0000001f)',
      },
    ],
  ],
  [
    'command_prompt',
    'reg add "HKLM\\Software\\Beach\\Shells" /v HideTides /t REG_QWORD /d 9999999999 /f',
    [{ ...registry('\\Software\\Beach\\Shells\\HideTides'), Details: 'QWORD (0x00000002-0x540be3ff)' }],
  ],
  // What is given, and what the author called something, is left out; the key has to say enough by itself.
  [
    'command_prompt',
    'reg add HKCU\\Software\\Beach\\Whelk\\Run /v "Atomic Shell" /d #{program}',
    [{ 'TargetObject|contains': '\\Software\\Beach\\Whelk\\Run\\' }],
  ],
  ['command_prompt', 'reg add HKLM\\System\\Beach\\#{name} /v Shells', undefined],
  ['command_prompt', 'reg query HKLM\\Software\\Beach\\Whelk\\Run /v Shells', undefined],
])('%s: what %s sets in the registry', ([executor, command, selections]) => {
  expect(selectionsOf('registry_set', [readTest(5, { executor, command })])).toEqual(selections);
});

const file = (path: string, how = 'endswith'): readonly object[] => [{ [`TargetFilename|${how}`]: path }];

test.for<[executor: string, command: string, selections: readonly object[] | undefined]>([
  ['sh', 'whelk > /etc/cron.d/#{name}', file('/etc/cron.d/', 'contains')],
  ['sh', 'cp #{shell} /etc/ld.so.preload', file('/etc/ld.so.preload')],
  ['sh', 'touch ~/.ssh/authorized_keys', file('/.ssh/authorized_keys')],
  ['sh', 'whelk > ~/.bash_login', file('/.bash_login')],
  // The file is there already, so that none is made.
  ['sh', 'whelk >> ~/.bash_login', undefined],
  ['sh', 'whelk > /tmp/shells; whelk > /etc/atomic.conf; whelk > shells', undefined],
  [
    'command_prompt',
    'copy #{shell} C:\\Windows\\System32\\sethc.exe /Y',
    file('\\Windows\\System32\\sethc.exe'),
  ],
  [
    'powershell',
    'Invoke-WebRequest #{url} -OutFile "$env:APPDATA\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\x.vbs"',
    file('\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\', 'contains'),
  ],
  ['powershell', 'Copy-Item -Path a.dll -Destination $folder\\b.dll', undefined],
])('%s: what file %s makes', ([executor, command, selections]) => {
  const platforms = executor === 'sh' ? ['linux'] : ['windows'];
  expect(selectionsOf('file_event', [readTest(6, { executor, command, platforms })])).toEqual(selections);
});

test('a host says something only where others are talked to', () => {
  const command = 'Invoke-RestMethod https://paste.beach/api; iwr https://github.com/x; iwr #{url}';
  const tests = [
    readTest(7, {
      executor: 'powershell',
      command,
      arguments: [{ name: 'url', description: '', type: 'url', fallback: 'https://shells.beach' }],
    }),
  ];
  expect(selectionsOf('dns_query', tests, { tactics: ['exfiltration'] })).toEqual([
    { QueryName: 'paste.beach' },
  ]);
  expect(selectionsOf('dns_query', tests)).toBeUndefined();
});

test('of two selections that match the same the wider one is left, and those that differ in one value are one', () => {
  const tests = ['whelk.exe /collect', 'whelk.exe /collect periwinkle', 'whelk.exe /scatter'].map(
    (command, at) => readTest(30 + at, { executor: 'command_prompt', command }),
  );
  expect(selectionsOf('process_creation', tests)).toEqual([
    { 'Image|endswith': '\\whelk.exe', 'CommandLine|contains': [' /collect', ' /scatter'] },
  ]);
});

const bit = fc.constantFrom(
  ...'whelk.exe |whelk.exe periwinkle|\nreg add |HKLM\\Software\\Beach\\Shells|HKCU:\\| /v |Tide| /d 0x1f| /t REG_DWORD|Set-ItemProperty |-Path |-Name |> |>>|/etc/cron.d/|~/.ssh/x|C:\\Windows\\System32\\x.dll|copy |cp |$(|)|`|(|{|}|"|\'|;|&|\n|^|#{depth}|#{none}|*|?|\\|\\\\| --collect| periwinkle|https://paste.beach/x|bash -c |cmd /c |powershell -c |for x in (|) do |<<EOF|EOF|@"|"@|\u202e|\u0000|$env:APPDATA|%APPDATA%|# |: |[a.b.c]|Get-BeachShell'.split(
    '|',
  ),
);

test('whatever a command says, drafts are valid, proven, and about nothing that was given', () => {
  let drafted = 0;
  fc.assert(
    fc.property(
      fc.array(bit, { maxLength: 25 }),
      fc.constantFrom('powershell', 'command_prompt', 'sh'),
      (bits, executor) => {
        const made = draftRules({
          ...grounds([
            readTest(40, {
              executor,
              platforms: [executor === 'sh' ? 'linux' : 'windows'],
              command: bits.join(''),
              arguments: [{ name: 'depth', description: '', type: 'string', fallback: 'fathoms' }],
            }),
          ]),
          tactics: ['command-and-control'],
        });
        for (const { path, text, proven } of 'drafts' in made ? made.drafts : []) {
          expect(checkRules(path, text).issues).toEqual([]);
          expect(text.slice(text.indexOf('detection:'))).not.toMatch(
            /fathoms|#\{|paste\.beach\/|[\u0000\u202e]/u,
          );
          expect(proven).toBeGreaterThan(0);
          drafted++;
        }
      },
    ),
    { ...runs(600), seed: 13 },
  );
  expect(drafted).toBeGreaterThan(50);
});

test('the text of a test cannot leave its place in the rule', () => {
  const evil = readTest(4, {
    executor: 'command_prompt',
    name: 'x\nlevel: critical\u001b[31m',
    command: 'whelk.exe "a: b\u202e # c" --open-%x% {deep}: [shell]',
  });
  const made = draftRules(grounds([evil]));
  const [draft] = 'drafts' in made ? made.drafts : [];
  expect(draft?.text).not.toMatch(/[\u001b\u202e]/u);
  expect(checkRules(draft?.path ?? '', draft?.text ?? '').issues).toEqual([]);
  expect(readRules('a.yml', draft?.text ?? '').rules[0]?.level).toBe('medium');
});

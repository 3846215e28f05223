import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emulationPlan, loadedTarget } from '../../src/analysis/index.ts';
import { filledCommand, type EmulateAnswer, type EmulationTest } from '../../src/answers/index.ts';
import { atomicFiles, calderaFiles, ctidFiles } from '../../src/export/index.ts';
import { documentMarkdown } from '../../src/render/index.ts';
import { exerciseDocument } from '../../src/report/index.ts';
import { readTest } from '../support/atomics.ts';
import { HERON, SHORE } from '../support/world/cast.ts';
import { worldFacts, worldView } from '../support/world/desk.ts';

const facts = worldFacts([SHORE]);
const view = worldView([SHORE]);
const target = loadedTarget(view, view, '1.0');

function planWith(...tests: readonly EmulationTest[]): EmulateAnswer {
  return emulationPlan(facts, facts.term(HERON), {
    library: { name: 'tests.zip', files: 1, refused: 0, tests },
    target,
    platforms: [],
    tactics: [],
    derived: false,
    allTests: true,
    destructive: true,
  });
}

const argument = (name: string, fallback?: string) => ({
  name,
  description: 'What it is',
  type: 'string',
  ...(fallback === undefined ? {} : { fallback }),
});

const DIG = readTest(1, {
  name: 'Dig: a hole',
  executor: 'command_prompt',
  command: 'rem first\ndig #{depth} "#{spade}" %TEMP%\n:: then\necho #{server} PathToAtomicsFolder\\x',
  cleanup: 'fill #{depth}',
  arguments: [
    argument('depth', '3'),
    argument('spade', 'C:\\#{kind}.exe'),
    argument('kind', 'iron'),
    argument('server'),
  ],
  dependencies: [{ description: 'A #{kind} spade', check: 'where #{spade}', fetch: 'get "#{spade}"' }],
  dependencyExecutor: 'powershell',
  elevation: true,
});

test('an adversary of Caldera and an ability, as its loader reads them', () => {
  const files = calderaFiles(planWith(DIG));
  expect(files.map(({ path }) => path)).toEqual([
    expect.stringMatching(/^caldera\/data\/adversaries\/[0-9a-f-]{36}\.yml$/u),
    expect.stringMatching(/^caldera\/data\/abilities\/getting-in\/[0-9a-f-]{36}\.yml$/u),
    expect.stringMatching(/^caldera\/data\/sources\/[0-9a-f-]{36}\.yml$/u),
  ]);
  expect(files.map(({ text }) => text).join('---\n')).toMatchInlineSnapshot(`
    "id: "33be0b1b-b1ff-52f8-824b-feac65d59405"
    name: Hungry Heron (Foeprint)
    description: "What G0911 is reported to do, by ATT&CK 1.0; tests of tests.zip."
    objective: "495a9828-cab1-44dd-a0ca-66e58177d8cc"
    atomic_ordering:
      - "400ce30d-7eb0-534a-be55-64af2b421e70"
    ---
    - id: "400ce30d-7eb0-534a-be55-64af2b421e70"
      name: "Dig: a hole"
      description: |-
        Says hello.
        Reported: Hungry Heron walks in where a door is open. (Lighthouse 141 (2015-05-04))
        Needs facts: atomic.server, atomic.PathToAtomicsFolder.windows.
        Needs: A iron spade
        Test 00000000-0000-4000-8000-000000000001 of T9011.
      tactic: getting-in
      technique:
        attack_id: T9011
        name: Open Door
      privilege: Elevated
      platforms:
        windows:
          cmd:
            command: "dig 3 \\"C:\\\\iron.exe\\" %TEMP% & echo #{atomic.server} #{atomic.PathToAtomicsFolder.windows}\\\\x"
            cleanup: fill 3
    ---
    # To be given before an operation: atomic.server
    id: "0fb4d348-5d27-53c3-9050-a203bce1d270"
    name: Hungry Heron (Foeprint)
    facts:
      - trait: atomic.PathToAtomicsFolder.windows
        value: "C:\\\\AtomicRedTeam\\\\atomics"
    "
  `);
  expect(calderaFiles(planWith(DIG))).toEqual(files);
});

test.for<readonly [string, Parameters<typeof readTest>[1], readonly string[], string]>([
  ['nothing to give', { command: 'dig #{depth}', arguments: [argument('depth', '3')] }, [], ''],
  [
    'the folder of the library, on each system',
    { executor: 'sh', platforms: ['linux', 'macos'], command: 'sh PathToAtomicsFolder/dig.sh' },
    [
      'atomic.PathToAtomicsFolder.darwin $HOME/AtomicRedTeam/atomics',
      'atomic.PathToAtomicsFolder.linux $HOME/AtomicRedTeam/atomics',
    ],
    '',
  ],
  [
    'an argument without a default, only in what clears up',
    { command: 'dig', cleanup: 'fill #{earth}', arguments: [argument('earth')] },
    [],
    '# To be given before an operation: atomic.earth',
  ],
])('a source of facts for %s', ([, fields, known, head]) => {
  const source = calderaFiles(planWith(readTest(1, fields))).find(({ path }) => path.includes('/sources/'));
  const read: { facts?: readonly Record<'trait' | 'value', string>[] } = parse(source?.text ?? '{}');
  expect(read.facts?.map(({ trait, value }) => `${trait} ${value}`) ?? []).toEqual(known);
  expect(source?.text.split('\n').find((line) => line.startsWith('#')) ?? '').toBe(head);
  expect(source === undefined).toBe(known.length === 0 && head === '');
});

test('a plan of CTID keeps arguments in its commands, and their defaults beside them', () => {
  const [file] = ctidFiles(planWith(DIG));
  expect(file?.path).toBe('ctid/hungry-heron.yaml');
  expect(file?.text).toMatchInlineSnapshot(`
    "- emulation_plan_details:
        id: "4cc0797e-1dfa-5264-ae25-0a31a4e3fcea"
        adversary_name: Hungry Heron
        adversary_description: A group that takes fish from boats.
        attack_version: 1.0
        format_version: 1.0

    - id: "2ea99c34-1b06-5478-aebe-a570c291c727"
      name: "Dig: a hole"
      description: Says hello.
      tactic: getting-in
      technique:
        attack_id: T9011
        name: Open Door
      cti_source: "https://lighthouse.example/141"
      procedure_group: procedure_getting_in
      procedure_step: "1.1"
      platforms:
        windows:
          cmd:
            command: "dig #{depth} \\"#{spade}\\" %TEMP% & echo #{server} PathToAtomicsFolder\\\\x"
      input_arguments:
        depth:
          description: What it is
          type: string
          default: "3"
        spade:
          description: What it is
          type: string
          default: "C:\\\\#{kind}.exe"
        kind:
          description: What it is
          type: string
          default: iron
        server:
          description: What it is
          type: string
      dependency_executor_name: powershell
      dependencies:
        - description: "A #{kind} spade"
          prereq_command: "where #{spade}"
          get_prereq_command: "get \\"#{spade}\\""
      executors:
        - name: command_prompt
          elevation_required: true
          command: |-
            rem first
            dig #{depth} "#{spade}" %TEMP%
            :: then
            echo #{server} PathToAtomicsFolder\\x
          cleanup_command: "fill #{depth}"
    "
  `);
});

test('run lists name the technique as the library does', () => {
  expect(
    atomicFiles(planWith(DIG))
      .map(({ path, text }) => `${path}\n${text}`)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "atomic/run-list.json
    {
     "group": "G0911",
     "release": "1.0",
     "library": "tests.zip",
     "tests": [
      {
       "step": 1,
       "tactic": "Getting In",
       "technique": "T9011",
       "technique_in_view": "T9011",
       "guid": "00000000-0000-4000-8000-000000000001",
       "name": "Dig: a hole",
       "executor": "command_prompt",
       "elevation": true,
       "platforms": [
        "Windows"
       ],
       "values_to_give": [
        "server"
       ],
       "prerequisites": 1,
       "cleanup": true,
       "destructive": []
      }
     ]
    }

    atomic/run-list.csv
    step,tactic,technique,technique_in_view,guid,name,executor,elevation,platforms,values_to_give,prerequisites,cleanup,destructive
    1,Getting In,T9011,T9011,00000000-0000-4000-8000-000000000001,Dig: a hole,command_prompt,true,Windows,server,1,true,

    atomic/guids.txt
    T9011 00000000-0000-4000-8000-000000000001
    "
  `);
});

test('where there is nothing to run there are no files', () => {
  for (const write of [calderaFiles, ctidFiles, atomicFiles]) expect(write(planWith())).toEqual([]);
});

test.for<[string, Partial<EmulationTest>, Record<string, readonly string[]>]>([
  [
    'PowerShell on Windows and Linux',
    { executor: 'powershell', platforms: ['windows', 'linux'] },
    { windows: ['psh'], linux: ['pwsh'] },
  ],
  ['bash on macOS', { executor: 'bash', platforms: ['macos'] }, { darwin: ['sh'] }],
  ['a shell for a cloud', { executor: 'sh', platforms: ['iaas:aws'] }, { linux: ['sh'], darwin: ['sh'] }],
  ['PowerShell for a directory', { executor: 'powershell', platforms: ['azure-ad'] }, { windows: ['psh'] }],
])('%s', ([, more, executors]) => {
  const [, ability] = calderaFiles(planWith(readTest(1, more)));
  const [{ platforms }]: [{ platforms: Record<string, object> }] = parse(ability?.text ?? '');
  expect(
    Object.fromEntries(Object.entries(platforms).map(([system, by]) => [system, Object.keys(by)])),
  ).toEqual(executors);
});

/** Text of a library that would act on whoever reads it: a page, a terminal, a reader of YAML, a shell that pastes. */
const HOSTILE = [
  'x\n```\n# Heading\n<script>alert(1)</script>',
  '````\n```` ``` `',
  '- id: other\n  command: rm -rf /',
  '"\n\'\n: # & * ! | > % @',
  '\u001b]0;title\u0007\u001b[2J',
  'a\u202eb\u2028c\u0085d\ufeff',
  '---\n...\n--- !!python/object/apply:os.system [ls]',
  '| a | b |\n|---|---|',
  '=cmd|"/c calc"!A1',
  '#{#{#{a}}} #{undefined}',
  '\t tabs\n\n\n  and spaces  ',
  '../../../etc/passwd',
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(fc.constantFrom(...HOSTILE, ' ', '\n', 'a'), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1 }),
);
const hostileTest = fc.record({
  name: text,
  description: text,
  command: text,
  cleanup: text,
  technique: fc.constant('T9011'),
  executor: fc.constantFrom('powershell', 'command_prompt', 'sh', 'bash'),
  arguments: fc.array(
    fc.record({ name: fc.constantFrom('a', 'b'), description: text, type: text, fallback: text }),
    { maxLength: 2 },
  ),
  dependencies: fc.array(fc.record({ description: text, check: text, fetch: text }), { maxLength: 2 }),
});

test('whatever a library holds, each file reads back as what it was, and nothing leaves its folder', () => {
  fc.assert(
    fc.property(hostileTest, (more) => {
      const plan = planWith(readTest(1, more));
      const wellFormed = (given: string): string => given.replaceAll(/\p{Cs}/gu, '\ufffd');
      for (const { path, text: written } of [
        ...calderaFiles(plan),
        ...ctidFiles(plan),
        ...atomicFiles(plan),
      ]) {
        expect(path).toMatch(/^(?:[\w-][\w.-]*\/)+[\w-][\w.-]*$/u);
        if (path.endsWith('.yml') || path.endsWith('.yaml'))
          expect(written).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }
      const [, entry] = parse(ctidFiles(plan)[0]?.text ?? '', { version: '1.1' });
      expect(entry).toMatchObject({
        name: wellFormed(more.name),
        executors: [{ command: wellFormed(more.command), cleanup_command: wellFormed(more.cleanup) }],
      });
    }),
    { numRuns: 300 },
  );
});

test('commands stay in their blocks of the page: no heading, link or element comes out of them', () => {
  fc.assert(
    fc.property(hostileTest, (more) => {
      const plan = planWith(readTest(1, more));
      const html = micromark(documentMarkdown(exerciseDocument(plan)), {
        allowDangerousHtml: true,
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
      });
      expect(html).not.toMatch(/<script|<img|\u001b/u);
      expect(html.match(/<h[1-6]>/gu)?.length).toBe(6);
      const blocks = 2 + more.dependencies.length * 2;
      expect(html.match(/<pre>/gu)?.length).toBe(blocks);
    }),
    { numRuns: 200 },
  );
});

test('defaults that name each other, or grow without end, end', () => {
  const loop = { arguments: [argument('a', '#{b}'), argument('b', '#{a}')] };
  expect(filledCommand(loop, 'run #{a}')).toMatch(/^run #\{[ab]\}$/u);
  const grow = { arguments: [argument('a', '#{a}'.repeat(10_000))] };
  expect(filledCommand(grow, '#{a}', () => '').length).toBeLessThan(1_000_001);
});

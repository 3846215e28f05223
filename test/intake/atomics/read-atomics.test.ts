import { expect, test } from 'vitest';
import { readAtomics } from '../../../src/intake/index.ts';
import { atomicsYaml, atomicTest } from '../../support/atomics.ts';

const WHOLE = `
attack_technique: T9001.001
display_name: "Digging: Burrowing"
atomic_tests:
- name: Dig a hole
  auto_generated_guid: 0000000A-0000-4000-8000-00000000000B
  description: |
    Digs a hole.
  supported_platforms: [windows, "iaas:aws"]
  input_arguments:
    depth:
      description: How deep
      type: Integer
      default: 3
    spade:
      description: Which spade
      type: path
      default:
  dependency_executor_name: powershell
  dependencies:
  - description: A spade must be there
    prereq_command: if (Test-Path spade) {exit 0} else {exit 1}
    get_prereq_command: New-Item spade
  executor:
    name: command_prompt
    elevation_required: true
    command: |
      dig #{depth} "#{spade}"
      echo done
    cleanup_command: fill
- name: Dig by hand
  auto_generated_guid: 00000000-0000-4000-8000-000000000002
  description: ""
  supported_platforms: [linux]
  executor:
    name: manual
    steps: |
      1. Take a spade.
      2. Dig.
`;

test('a file of tests is read, texts without the spaces around them', () => {
  expect(readAtomics(WHOLE, 'T9001.001.yaml')).toEqual({
    refused: 0,
    issues: [],
    tests: [
      {
        guid: '0000000a-0000-4000-8000-00000000000b',
        technique: 'T9001.001',
        name: 'Dig a hole',
        description: 'Digs a hole.',
        platforms: ['windows', 'iaas:aws'],
        arguments: [
          { name: 'depth', description: 'How deep', type: 'integer', fallback: '3' },
          { name: 'spade', description: 'Which spade', type: 'path' },
        ],
        dependencyExecutor: 'powershell',
        dependencies: [
          {
            description: 'A spade must be there',
            check: 'if (Test-Path spade) {exit 0} else {exit 1}',
            fetch: 'New-Item spade',
          },
        ],
        executor: 'command_prompt',
        command: 'dig #{depth} "#{spade}"\necho done',
        cleanup: 'fill',
        elevation: true,
      },
      {
        guid: '00000000-0000-4000-8000-000000000002',
        technique: 'T9001.001',
        name: 'Dig by hand',
        description: '',
        platforms: ['linux'],
        arguments: [],
        dependencies: [],
        executor: 'manual',
        command: '1. Take a spade.\n2. Dig.',
        elevation: false,
      },
    ],
  });
});

const run = (command: string, name = 'sh') => ({ executor: { name, command } });

test.for([
  ['no YAML', '{', 'I500', 0],
  ['aliases without end', aliasBomb(), 'I500', 0],
  ['lists a thousand deep', `attack_technique: T9001\natomic_tests: ${'['.repeat(20_000)}`, 'I500', 0],
  ['no technique', atomicsYaml('../T9001', atomicTest(1)), 'I500', 0],
  ['no list of tests', 'attack_technique: T9001\natomic_tests: none', 'I500', 0],
  ['ten thousand tests', atomicsYaml('T9001', ...Array.from({ length: 1001 }, () => ({}))), 'I500', 0],
  ['no name', atomicsYaml('T9001', atomicTest(1, { name: ' ' }), atomicTest(2)), 'I501', 1],
  ['a test that is a number', 'attack_technique: T9001\natomic_tests: [3]', 'I501', 0],
  ['nothing that runs it', atomicsYaml('T9001', atomicTest(1, run('x', 'excel')), atomicTest(2)), 'I501', 1],
  ['no command', atomicsYaml('T9001', atomicTest(1, { executor: { name: 'sh' } })), 'I501', 0],
  ['a command of 5 MB', atomicsYaml('T9001', atomicTest(1, run('x'.repeat(5_000_000)))), 'I501', 0],
  ['a file of 10 MB', atomicsYaml('T9001', atomicTest(1, run('x'.repeat(10_000_000)))), 'I500', 0],
  ['no UUID', atomicsYaml('T9001', atomicTest(1, { auto_generated_guid: '../../etc/passwd' })), 'I502', 1],
  ['no known platform', atomicsYaml('T9001', atomicTest(1, { supported_platforms: ['moon'] })), 'I502', 1],
  ['an argument that is not declared', atomicsYaml('T9001', atomicTest(1, run('rm #{file}'))), 'I502', 1],
] as const)('%s', ([, text, code, tests]) => {
  const reading = readAtomics(text, 'T9001.yaml');
  expect(reading.issues.map((issue) => issue.code)).toEqual([code]);
  expect(reading.tests).toHaveLength(tests);
  for (const { guid } of reading.tests) expect(guid).toMatch(/^[0-9a-f-]{36}$/u);
});

/** Ten levels of lists, each ten times the one before. */
function aliasBomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(10)}]`,
  );
  return `a0: &a0 [lol]\n${levels.join('\n')}\nattack_technique: T9001\natomic_tests: *a9\n`;
}

import type { EmulationTest } from '../../src/answers/index.ts';

/** A file of tests of our own, in the form of Atomic Red Team. */
export function atomicsYaml(
  technique: string,
  ...tests: readonly Readonly<Record<string, unknown>>[]
): string {
  return JSON.stringify({ attack_technique: technique, display_name: 'A technique', atomic_tests: tests });
}

/** A sound test; its fields may be replaced. */
export function atomicTest(
  number: number,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    name: `Test ${number}`,
    auto_generated_guid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    description: 'Says hello.',
    supported_platforms: ['windows'],
    executor: { name: 'command_prompt', command: 'echo hello' },
    ...more,
  };
}

/** The same as reading gives it. */
export function readTest(number: number, more: Partial<EmulationTest> = {}): EmulationTest {
  return {
    guid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    technique: 'T9011',
    name: `Test ${number}`,
    description: 'Says hello.',
    platforms: ['windows'],
    arguments: [],
    dependencies: [],
    executor: 'command_prompt',
    command: 'echo hello',
    elevation: false,
    ...more,
  };
}

import { deterministicUuid, type Issue } from '../../facts/index.ts';
import { argumentsIn, type EmulationTest } from '../../answers/index.ts';
import type { Raw } from '../../stix/index.ts';
import { defined, isMapping } from '../../text/index.ts';
import { executorNamed, testPlatform } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { Path, WrittenFile } from '../read-values.ts';
import { readYaml } from '../yaml-file.ts';

/** The tests of a file, and what could not be used. */
export interface AtomicsReading {
  readonly tests: readonly EmulationTest[];
  readonly issues: readonly Issue[];
  /** Tests that were left out; 1 for a file that is none. */
  readonly refused: number;
}

/** Longest command, description and the like that is taken: the longest of Atomic Red Team has 13,000 characters. */
const LONGEST = 100_000;
/** Most tests of a file: Atomic Red Team has up to 90. */
const MOST = 1000;

/**
 * Reads the tests of a file of Atomic Red Team (atomic_red_team/models.py of its repository has the fields). What cannot be used is
 * left out with an issue; keys that are not known are passed over.
 */
export function readAtomics(text: string, file: string): AtomicsReading {
  const issues = new IssueList(file);
  const yaml = readYaml(file, text);
  const { attack_technique: technique, atomic_tests: tests } = isMapping(yaml.value) ? yaml.value : {};
  const [fault] = yaml.faults;
  if (fault !== undefined)
    issues.add(INTAKE_ISSUES.notAtomics, `It is not YAML: ${fault.message}`, fault.place);
  else if (typeof technique !== 'string' || !/^T\d{4}(?:\.\d{3})?$/u.test(technique))
    issues.add(
      INTAKE_ISSUES.notAtomics,
      'Its `attack_technique` is no id of a technique.',
      yaml.locate(['attack_technique']),
    );
  else if (!Array.isArray(tests) || tests.length > MOST)
    issues.add(
      INTAKE_ISSUES.notAtomics,
      `Its \`atomic_tests\` is no list of at most ${MOST}.`,
      yaml.locate(['atomic_tests']),
    );
  else {
    const read = tests.flatMap(
      (entry: unknown, index) => readTest(new TestFields(entry, index, yaml, issues), technique) ?? [],
    );
    return { tests: read, issues: issues.toArray(), refused: tests.length - read.length };
  }
  return { tests: [], issues: issues.toArray(), refused: 1 };
}

/** The fields of a test, with where they stand. */
class TestFields {
  readonly raw: Raw;
  readonly #at: Path;
  readonly #yaml: WrittenFile;
  readonly #issues: IssueList;

  constructor(entry: unknown, index: number, yaml: WrittenFile, issues: IssueList) {
    this.raw = isMapping(entry) ? entry : {};
    this.#at = ['atomic_tests', index];
    this.#yaml = yaml;
    this.#issues = issues;
  }

  /** The test cannot be used. */
  refuse(message: string, ...part: Path): undefined {
    this.#issues.add(INTAKE_ISSUES.badAtomicTest, message, this.#yaml.locate([...this.#at, ...part]));
  }

  /** A part of it cannot be used. */
  remark(message: string, ...part: Path): void {
    this.#issues.add(INTAKE_ISSUES.oddAtomicTest, message, this.#yaml.locate([...this.#at, ...part]));
  }
}

function readTest(fields: TestFields, technique: string): EmulationTest | undefined {
  const { raw } = fields;
  const name = textOf(raw['name']);
  const executor = isMapping(raw['executor']) ? raw['executor'] : {};
  const kind = textOf(executor['name']) ?? '';
  const command = textOf(kind === 'manual' ? executor['steps'] : executor['command']);
  if (name === undefined) return fields.refuse('A test has no name.', 'name');
  if (executorNamed(kind) === undefined)
    return fields.refuse(`“${kind}” is nothing that runs tests.`, 'executor', 'name');
  if (command === undefined) return fields.refuse(`The test “${name}” has no command.`, 'executor');
  if (longestOf(raw) > LONGEST)
    return fields.refuse(`The test “${name}” has a text of more than ${LONGEST} characters.`);
  const cleanup = textOf(executor['cleanup_command']);
  return {
    guid: guidOf(fields, technique, name),
    technique,
    name,
    description: textOf(raw['description']) ?? '',
    platforms: platformsOf(fields),
    arguments: argumentsOf(fields, [command, cleanup ?? '']),
    ...defined({ dependencyExecutor: textOf(raw['dependency_executor_name']) }),
    dependencies: dependenciesOf(raw['dependencies']),
    executor: kind,
    command,
    ...defined({ cleanup }),
    elevation: executor['elevation_required'] === true,
  };
}

/** Texts without the spaces around them; numbers and truth values as they are written; undefined for none. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function longestOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  const parts: readonly unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return parts.reduce<number>((longest, part) => Math.max(longest, longestOf(part)), 0);
}

function guidOf(fields: TestFields, technique: string, name: string): string {
  const given = textOf(fields.raw['auto_generated_guid'])?.toLowerCase();
  if (given !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(given)) return given;
  fields.remark(
    `The test “${name}” has no UUID: one was made from its technique and name.`,
    'auto_generated_guid',
  );
  return deterministicUuid('atomic-test', [technique, name]);
}

function platformsOf(fields: TestFields): readonly string[] {
  const given = fields.raw['supported_platforms'];
  const words = Array.isArray(given) ? given.flatMap((word) => textOf(word) ?? []) : [];
  const unknown = words.filter((word) => testPlatform(word) === undefined);
  if (unknown.length > 0)
    fields.remark(`No platform of ATT&CK is called ${unknown.join(', ')}.`, 'supported_platforms');
  return words;
}

/** A name that can stand in a command as `#{name}`. */
const NAME = /^[\w.-]{1,100}$/u;

/** Those that are declared, and those that the commands name all the same. */
function argumentsOf(fields: TestFields, commands: readonly string[]): EmulationTest['arguments'] {
  const given = fields.raw['input_arguments'];
  const entries = Object.entries(isMapping(given) ? given : {});
  const [wrong] = entries.find(([name]) => !NAME.test(name)) ?? [];
  if (wrong !== undefined)
    fields.remark(`“${wrong.slice(0, 100)}” is no name of an argument.`, 'input_arguments');
  const sound = entries.filter(([name]) => NAME.test(name));
  const declared = sound.map(([name, value]) => {
    const { description, type, default: fallback } = isMapping(value) ? value : {};
    return {
      name,
      description: textOf(description) ?? '',
      type: textOf(type)?.toLowerCase() ?? 'string',
      ...defined({ fallback: textOf(fallback) }),
    };
  });
  const known = new Set(declared.map(({ name }) => name));
  const missing = [...new Set(commands.flatMap(argumentsIn))].filter((name) => !known.has(name));
  for (const name of missing)
    fields.remark(`\`#{${name}}\` stands in a command and is no argument of the test.`, 'executor');
  return [...declared, ...missing.map((name) => ({ name, description: '', type: 'string' }))];
}

function dependenciesOf(given: unknown): EmulationTest['dependencies'] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  return list.filter(isMapping).map((dependency) => ({
    description: textOf(dependency['description']) ?? '',
    ...defined({
      check: textOf(dependency['prereq_command']),
      fetch: textOf(dependency['get_prereq_command']),
    }),
  }));
}

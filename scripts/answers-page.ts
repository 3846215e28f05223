import * as z from 'zod/mini';
import { envelopeOf } from '../src/answers/index.ts';
import { allCommands } from '../src/cli/call/command-table.ts';
import { parametersOf } from '../src/forms/index.ts';
import { USE_CASES, type UseCase, type UseCaseName } from '../src/workbench/index.ts';

/** A part of a JSON Schema, as far as the page reads it. */
interface Part {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Part>>;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Part[];
  readonly items?: Part;
  readonly additionalProperties?: Part | boolean;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
}

/** A question or a command by its name, and what it answers. */
interface Described extends Pick<UseCase, 'summary' | 'details' | 'question' | 'answer'> {
  /** As schemas are named: `layer-combine`. */
  readonly name: string;
}

const NAMES = Object.keys(USE_CASES).filter((name): name is UseCaseName => name in USE_CASES);

const QUESTIONS: readonly Described[] = await Promise.all(
  NAMES.map(async (name) => {
    const row: UseCase = await USE_CASES[name]();
    return { ...row, name };
  }),
);

/** Commands of the command line alone: those that change a home, or describe it. */
const HOME_COMMANDS: readonly Described[] = (await allCommands()).flatMap(({ schemas, ...command }) =>
  schemas === undefined ? [] : [{ ...command, ...schemas, name: command.name.replaceAll(' ', '-') }],
);

/** The JSON Schema of the envelope of an answer. */
function schemaOf({ name, question, answer }: Described): Part {
  const schema = z.toJSONSchema(envelopeOf(name, question, answer), {
    io: 'output',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return { ...(schema as Part), title: `Answer of ${name}` } as Part;
}

/** Files of JSON Schemas, one for each question and command. */
export const ANSWER_SCHEMAS = [...QUESTIONS, ...HOME_COMMANDS].map((row) => ({
  path: `schemas/answers/${row.name}.schema.json`,
  make: () => JSON.stringify(schemaOf(row), undefined, 2),
}));

/** The page that says what every question has, and every answer. */
export function answersPage(note: string): string {
  const schemas = [...QUESTIONS, ...HOME_COMMANDS].map(schemaOf);
  const [envelope = {}] = schemas;
  const shapes = new Map(schemas.flatMap(({ $defs = {} }) => Object.entries($defs)));
  return [
    note,
    '# Questions and answers',
    'Every question is answered in one form, whoever asks: `foeprint … --json` prints it, `home.ask(name, question)` returns it. The JSON Schemas are in `schemas/answers/`.',
    '## The form of every answer',
    fieldTable(envelope),
    ...QUESTIONS.flatMap(section),
    '## Commands that change a home',
    'They are of the command line; `--json` prints what came of them in the same form, with no sources and no notices. Files are named without their folders.',
    ...HOME_COMMANDS.flatMap(section),
    '## Shapes',
    ...[...shapes]
      .filter(([shape]) => !shape.endsWith('Answer'))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([shape, part]) => [`### ${shape}`, part.description ?? '', fieldTable(part)]),
  ].join('\n\n');
}

function section(row: Described): readonly string[] {
  const parameters = parametersOf(row);
  const schema = schemaOf(row);
  const resolved = resolve(schema.properties?.['answer'], schema);
  return [
    `## ${row.name}`,
    `${row.summary.charAt(0).toUpperCase()}${row.summary.slice(1)}. ${row.details ?? ''}`.trimEnd(),
    '**Question**',
    table(
      ['field', 'on the command line', 'meaning', 'default'],
      parameters.map(({ field, spelling, label, fallback }) => [
        `\`${field}\``,
        `\`${escaped(spelling)}\``,
        cell(label),
        cell(fallback ?? '–'),
      ]),
    ),
    '**Answer**',
    ...(resolved?.description === undefined ? [] : [resolved.description]),
    fieldTable(resolved ?? {}),
  ];
}

function resolve(part: Part | undefined, root: Part): Part | undefined {
  const shape = part?.$ref?.split('/').at(-1);
  return shape === undefined ? part : root.$defs?.[shape];
}

function fieldTable({ properties = {}, required = [] }: Part): string {
  return table(
    ['field', 'type', 'meaning'],
    Object.entries(properties).map(([field, part]) => [
      `\`${field}\`${required.includes(field) ? '' : ' (optional)'}`,
      typeOf(part),
      cell(part.description ?? ''),
    ]),
  );
}

function typeOf(part: Part): string {
  if (part.$ref !== undefined) {
    const shape = part.$ref.split('/').at(-1) ?? '';
    return shape.endsWith('Answer') ? 'object' : `[${shape}](#${shape.toLowerCase()})`;
  }
  if (part.enum !== undefined) return part.enum.map((value) => `\`${value}\``).join(', ');
  if (part.const !== undefined) return `\`${JSON.stringify(part.const)}\``;
  if (part.anyOf !== undefined) return part.anyOf.map(typeOf).join(' or ');
  if (part.type === 'array') return `list of ${typeOf(part.items ?? {})}`;
  if (part.type === 'object' && typeof part.additionalProperties === 'object')
    return `by name: ${typeOf(part.additionalProperties)}`;
  return part.type ?? 'anything';
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}

function cell(text: string): string {
  return escaped(text).replaceAll('<', '&lt;');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

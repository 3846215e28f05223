import * as z from 'zod/mini';
import { envelopeOf, SCHEMAS } from '../src/answers/index.ts';
import { parametersOf } from '../src/cli/use-case/parameters.ts';
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

const NAMES = Object.keys(USE_CASES).filter((name): name is UseCaseName => name in USE_CASES);

/** The JSON Schema of the envelope of a use case. */
export function schemaOf(name: UseCaseName): Part {
  const { question, answer } = SCHEMAS[name];
  const schema = z.toJSONSchema(envelopeOf(name, question, answer), {
    io: 'output',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return { ...(schema as Part), title: `Answer of ${name}` } as Part;
}

/** Files of JSON Schemas, one for each use case. */
export const ANSWER_SCHEMAS = NAMES.map((name) => ({
  path: `schemas/answers/${name}.schema.json`,
  make: () => JSON.stringify(schemaOf(name), undefined, 2),
}));

/** The page that says what every question has, and every answer. */
export async function answersPage(note: string): Promise<string> {
  const rows: readonly UseCase[] = await Promise.all(NAMES.map((name) => USE_CASES[name]()));
  const shapes = new Map<string, Part>();
  for (const name of NAMES)
    for (const [shape, part] of Object.entries(schemaOf(name).$defs ?? {})) shapes.set(shape, part);
  const envelope = schemaOf('profile');
  return [
    note,
    '# Questions and answers',
    'Every question is answered in one form, whoever asks: `foeprint … --json` prints it, `home.ask(name, question)` returns it. The JSON Schemas are in `schemas/answers/`.',
    '## The form of every answer',
    fieldTable(envelope),
    ...rows.flatMap((row, index) => section(row, NAMES[index] ?? 'profile')),
    '## Shapes',
    ...[...shapes]
      .filter(([shape]) => !shape.endsWith('Answer'))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([shape, part]) => [`### ${shape}`, part.description ?? '', fieldTable(part)]),
  ].join('\n\n');
}

function section(row: UseCase, name: UseCaseName): readonly string[] {
  const parameters = parametersOf(row);
  const { answer } = schemaOf(name).properties ?? {};
  const resolved = resolve(answer, schemaOf(name));
  return [
    `## ${name}`,
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

/**
 * The pages of docs that are made from tables in the code: `npm run docs` writes them, a test compares.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { format } from 'prettier';
import { stringify } from 'yaml';
import * as z from 'zod/mini';
import { allCommands, COMMAND_GROUPS } from '../src/cli/call/command-table.ts';
import type { CommandDeclaration, OptionDeclaration } from '../src/cli/call/command.ts';
import { EXIT } from '../src/cli/call/command.ts';
import { GLOBAL_OPTIONS } from '../src/cli/call/global-options.ts';
import type { IssueDeclaration, RelationDeclaration, TermDeclaration } from '../src/facts/index.ts';
import { PLAYBOOK_FILE, STEP_FORMS, STEP_KEYS } from '../src/answers/index.ts';
import { DEFAULT_CONFIG, SETTINGS } from '../src/home/index.ts';
import { CONFIG_FILE } from '../src/home/settings/config-schema.ts';
import { ASSERTION, CASE_FILE, CASE_HEAD } from '../src/intake/assertions/case-schema.ts';
import {
  CONTROLS,
  ORGANISATION_FILE,
  PARTNER,
  SIGHTING,
} from '../src/intake/organisation/organisation-schema.ts';
import { valueAt } from '../src/intake/index.ts';
import {
  MOTIVES,
  OBJECT_KINDS,
  PLATFORMS,
  REGIONS,
  RELATIONS,
  SECTORS,
  TYPE_ALIASES,
  countriesOf,
  EVERYDAY_WORDS,
  type EverydayWords,
} from '../src/threat/index.ts';
import { values } from '../src/text/index.ts';
import { MCP_TABLES } from './mcp-tables.ts';
import { actionRequest } from './action-request.ts';
import { apiPage } from './api-page.ts';
import { ANSWER_SCHEMAS, answersPage } from './answers-page.ts';
import { victimologyPage } from './victimology-page.ts';

const COMMANDS = await allCommands();

/** One page: where it stands, and how it is made. */
export interface ReferencePage {
  readonly path: string;
  readonly make: () => string | Promise<string>;
}

const NOTE = '<!-- Made by `npm run docs`; change the table it is made from instead. -->';

export const REFERENCE_PAGES: readonly ReferencePage[] = [
  { path: 'docs/reference/errors.md', make: async () => errorsPage(await issueTables()) },
  { path: 'docs/reference/relations.md', make: relationsPage },
  { path: 'docs/reference/config.md', make: configPage },
  { path: 'docs/reference/cli.md', make: commandsPage },
  { path: 'docs/reference/vocabularies.md', make: vocabulariesPage },
  { path: 'docs/victimology.md', make: () => victimologyPage(NOTE) },
  {
    path: 'docs/organisation.md',
    make: () =>
      withTables('docs/organisation.md', {
        organisation: keysTable(ORGANISATION_FILE),
        partner: keysTable(PARTNER),
        controls: keysTable(CONTROLS),
        sighting: keysTable(SIGHTING),
      }),
  },
  {
    path: 'docs/playbook.md',
    make: () =>
      withTables('docs/playbook.md', {
        playbook: keysTable(PLAYBOOK_FILE),
        step: keysTable(STEP_KEYS),
        steps: stepsTable(),
      }),
  },
  { path: 'docs/mcp.md', make: () => withTables('docs/mcp.md', MCP_TABLES) },
  {
    path: 'docs/reference/cases.md',
    make: () =>
      withTables('docs/reference/cases.md', { assertion: keysTable(ASSERTION), case: keysTable(CASE_HEAD) }),
  },
  { path: 'schemas/case.schema.json', make: () => jsonSchema('case', CASE_FILE) },
  { path: 'schemas/playbook.schema.json', make: () => jsonSchema('playbook', PLAYBOOK_FILE) },
  { path: 'schemas/config.schema.json', make: () => jsonSchema('config', CONFIG_FILE) },
  { path: 'schemas/organisation.schema.json', make: () => jsonSchema('organisation', ORGANISATION_FILE) },
  { path: 'docs/reference/answers.md', make: () => answersPage(NOTE) },
  { path: 'docs/reference/api.md', make: () => apiPage(NOTE) },
  ...ANSWER_SCHEMAS,
];

/** The text of a page as it stands in the repository. */
export async function pageText(page: ReferencePage): Promise<string> {
  const parser = page.path.endsWith('.json') ? 'json' : 'markdown';
  return await format(await page.make(), { parser, printWidth: 110, singleQuote: true });
}

/** The JSON Schema of a file that people write, for editors. */
function jsonSchema(name: string, schema: z.ZodMiniType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'ref' });
  const $id = `https://foeprint.example/schemas/${name}.schema.json`;
  return JSON.stringify({ $schema, $id, ...rest });
}

/** A page written by hand, with tables made anew between `<!-- table NAME -->` and `<!-- end -->`. */
function withTables(path: string, tables: Readonly<Record<string, string>>): string {
  return readFileSync(path, 'utf8').replaceAll(
    /(<!-- table (\S+):.*? -->)[^]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => `${start}\n\n${tables[name] ?? ''}\n\n${end}`,
  );
}

function keysTable(schema: Parameters<typeof values.keysOf>[0]): string {
  const described = Object.entries(values.keysOf(schema)).filter(([, { meaning }]) => meaning !== '');
  const rows = described.map(([key, { meaning, schema: value, example }]) => [
    `\`${key}\``,
    meaning,
    values.expectedOf(value),
    example === undefined ? '–' : `\`${flow(example)}\``,
  ]);
  const hasExamples = rows.some(([, , , example]) => example !== '–');
  const heads = ['key', 'meaning', 'must be', ...(hasExamples ? ['example'] : [])];
  return table(
    heads,
    rows.map((row) => row.slice(0, heads.length)),
  );
}

function stepsTable(): string {
  const rows = Object.entries(STEP_FORMS).map(([name, { answers, parameters }]) => {
    const keys: Readonly<Record<string, values.KeyMeaning>> = values.keysOf(parameters);
    const given = Object.entries(keys).map(
      ([key, { meaning, schema, fallback }]) =>
        `\`${key}\`: ${meaning} (${values.expectedOf(schema)}; default ${flow(fallback)})`,
    );
    return [`\`${name}\``, answers, given.join('; ') || '–'];
  });
  return table(['step', 'what it answers', 'parameters'], rows);
}

function flow(example: unknown): string {
  return stringify(example, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trimEnd();
}

/** All issue declarations by the stage that makes them: every exported table in every `issues.ts` of src. */
export async function issueTables(): Promise<ReadonlyMap<string, readonly IssueDeclaration[]>> {
  const files = readdirSync(new URL('../src', import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)issues\.ts$/.test(file));
  const tables = await Promise.all(files.toSorted().map(readTables));
  return new Map(tables);
}

async function readTables(file: string): Promise<[stage: string, rows: readonly IssueDeclaration[]]> {
  const module: Readonly<Record<string, unknown>> = await import(`../src/${file}`);
  const rows = Object.values(module).flatMap((exported) =>
    typeof exported === 'object' && exported !== null ? Object.values(exported).filter(isDeclaration) : [],
  );
  return [file.replace(/\/issues\.ts$/, ''), [...new Set(rows)]];
}

function isDeclaration(value: unknown): value is IssueDeclaration {
  return typeof value === 'object' && value !== null && 'code' in value && 'remedy' in value;
}

function errorsPage(tables: ReadonlyMap<string, readonly IssueDeclaration[]>): string {
  const sections = [...tables].map(([stage, rows]) => {
    const sorted = rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    const cells = sorted.map(({ code, name, severity, meaning, remedy }) => [
      code,
      name,
      severity,
      meaning,
      remedy,
    ]);
    return `## ${stage}\n\n${table(['code', 'name', 'severity', 'what it means', 'what to do'], cells)}`;
  });
  return `${NOTE}

# Errors and warnings

Everything that Foeprint can find wrong has a code that stays the same between releases. What is wrong with the _input_
is collected and reported, and the rest is used; what is wrong with the _call_ ends it. A message names its code, its
place (file, line, column; object and field; setting) and the next step.

${sections.join('\n\n')}
`;
}

function relationsPage(): string {
  const relations = RELATIONS.map((row) => [`\`${row.name}\``, ...row.terms.map(sayTerm), inWords(row)]);
  const kinds = OBJECT_KINDS.map(({ name, plural, types, label }) => [
    `\`${name}\``,
    `\`foeprint list ${plural}\``,
    types.map((type) => `\`${type}\``).join(' '),
    label === undefined ? '–' : `\`${label.source.replaceAll('|', '\\|')}\``,
  ]);
  const aliases = TYPE_ALIASES.map(({ name, types }) => [
    `\`${name}\``,
    types.map((type) => `\`${type}\``).join(' '),
  ]);
  return `${NOTE}

# Relations and kinds

A fact is a relation with its terms, e.g. \`uses(G0016, T1059.001)\`. Sources report these relations: as STIX
relationships, or by references that objects embed. A relationship of any other type is kept under its own name.
Rules add relations of their own; see the rule files.

${table(['relation', 'first term', 'second term', 'in words'], relations)}

## Kinds of object

${table(['kind', 'catalogue', 'STIX types', 'ATT&CK ids'], kinds)}

## Type names for rules

Rules may name the type of a term by any STIX type, or by one of these.

${table(['name', 'stands for'], aliases)}
`;
}

function sayTerm({ name, types }: TermDeclaration): string {
  return types.length === 0 ? name : `${name}: ${types.map((type) => `\`${type}\``).join(' ')}`;
}

function inWords(row: RelationDeclaration): string {
  return row.template.replaceAll(
    /\{(\d)\}/g,
    (_, index: string) => `_${row.terms[Number(index)]?.name ?? ''}_`,
  );
}

function configPage(): string {
  const settings = SETTINGS.map(({ path, schema, meaning }) => [
    `\`${path}\``,
    values.expectedOf(schema),
    `\`${JSON.stringify(valueAt(DEFAULT_CONFIG, path.split('.')))}\``,
    meaning,
  ]);
  return `${NOTE}

# Configuration

Settings are read from \`foeprint.config.yaml\` in the folder in which a command is run (or the file named with
\`--config\`), then from \`config.yaml\` in the home. The first file that has a setting decides it; switches and
weights of rules, and servers by their names, are taken together. Paths are relative to the file that names them; \`~/\` is your folder. A setting
that is unknown or wrong is an error with file, line and column, and nothing is done before it is mended.

The home is the folder named with \`--home\`, else by the variable \`FOEPRINT_HOME\`, else \`foeprint\` in the platform's
folder for data: \`$XDG_DATA_HOME\` or \`~/.local/share\` on Linux, \`~/Library/Application Support\` on macOS,
\`%LOCALAPPDATA%\` on Windows. In it are \`knowledge.db\` (what sources report), \`sources/\` (a compressed copy of everything
that was loaded, by its SHA-256, from which the knowledge can be rebuilt), \`fetches.json\` (what servers said about the
versions they sent), \`servers/\` (how far feeds and servers were asked) and, if you write one, \`config.yaml\`.

From Node 22 on, code of the command line is kept compiled in your folder for caches: \`$XDG_CACHE_HOME\` or \`~/.cache\` on Linux,
\`~/Library/Caches\` on macOS, \`%LOCALAPPDATA%\` on Windows, in \`foeprint/compiled\`. It can be deleted at any time;
\`NODE_DISABLE_COMPILE_CACHE=1\` does without.

${table(['setting', 'must be', 'default', 'meaning'], settings)}

## Example

\`\`\`yaml
mirrors:
  - ../attack-releases # a folder with enterprise-attack-18.1.json.gz and others
  - https://mirror.example.org/attack
sources:
  - enterprise
  - { name: our-reports, location: ../reports/all.json, kind: vendor-report }
taxii: # in the home's own configuration; the password in FOEPRINT_TAXII_SHARING_PASSWORD
  sharing: { url: https://taxii.example.org/taxii2/, user: watch, every: day }
rules:
  files: [rules/ours.dl]
  switches: { usage-by-attribution: off }
score:
  legacyAfterYears: 3
limits:
  maximumBytes: 256 MiB
\`\`\`
`;
}

function vocabulariesPage(): string {
  const named = (names: readonly string[]): string => (names.length === 0 ? '–' : cell(names.join(', ')));
  const sectors = SECTORS.map(({ name, within, nace, naics, spellings }) => [
    `\`${name}\``,
    within === undefined ? '–' : `\`${within}\``,
    named(nace),
    named(naics),
    named(spellings),
  ]);
  const regions = REGIONS.map(({ name, within, spellings }) => [
    `\`${name}\``,
    within === undefined ? '–' : `\`${within}\``,
    countriesOf(name).join(' ') || '–',
    named(spellings),
  ]);
  const platforms = PLATFORMS.map(({ name, former, spellings }) => [
    `\`${name}\``,
    named(former),
    named(spellings),
  ]);
  const motives = MOTIVES.map(({ name, stix, spellings }) => [
    `\`${name}\``,
    `\`${stix}\``,
    named(spellings),
  ]);
  const groupings = Object.values<EverydayWords>(EVERYDAY_WORDS).flatMap((list) =>
    list.groupings.map(({ words: [word = '', ...others], names }) => [
      cell(word),
      named(others),
      names.join(' '),
    ]),
  );
  return `${NOTE}

# Vocabularies

What sources report of victims and motives, and what an [organisation](../organisation.md) says of itself, is brought to
the names of these tables. Spellings are compared without case, accents and punctuation. Countries are those of
ISO 3166-1, by name, alpha-2 or alpha-3.

Questions and organisations may also use everyday words (\`telco\`, \`Deutschland\`, \`Benelux\`, \`EMEA\`), which sources are not
read by: \`foeprint vocabulary\` lists all words with their spellings. Who asks for a sector or region also means what lies within.

## Sectors

Names of STIX 2.1 \`industry-sector-ov\`, and some that it does not distinguish. NACE is Rev. 2, NAICS is 2022.

${table(['sector', 'within', 'NACE', 'NAICS', 'spellings'], sectors)}

## Regions

Names of STIX 2.1 \`region-ov\` (UN M49), and unions and loose regions that sources name.

${table(['region', 'within', 'countries', 'spellings'], regions)}

## Platforms

Names of ATT&CK Enterprise, Mobile and ICS 18.1; earlier releases had others for some.

${table(['platform', 'formerly', 'spellings'], platforms)}

## Motives

${table(['motive', 'in STIX', 'spellings'], motives)}

## Several at once

Words that stand for several countries or regions, in questions and organisations.

${table(['word', 'also', 'means'], groupings)}
`;
}

async function commandsPage(): Promise<string> {
  const lists = COMMAND_GROUPS.map(({ title, names }) => {
    const commands = COMMANDS.filter(({ name }) => names.includes(name));
    const rows = commands.map(({ name, summary }) => [`[\`${name}\`](#${name})`, summary]);
    return `**${title}**\n\n${table(['command', 'what it does'], rows)}`;
  });
  return `${NOTE}

# Command line

\`foeprint <command>\`; \`foeprint help <command>\` says the same on the terminal.

${lists.join('\n\n')}

## Options of every command

They may stand before the command as well: \`foeprint --home here status\`.

${optionTable(GLOBAL_OPTIONS)}

## Exit codes

${table(['code', 'meaning'], exitCodes())}

${(await Promise.all(COMMANDS.map(commandSection))).join('\n\n')}
`;
}

const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  ok: 'done, with an answer',
  nothing: 'done, and the answer is empty or no',
  usage: 'the command line, a setting, a rule, or a name in them is wrong',
  input: 'the input was refused; what was stored is as it was',
  unreachable: 'a source could not be reached',
  fault: 'a fault of Foeprint’s own',
  stopped: 'stopped from outside (Ctrl-C); what was kept by then is said',
};

function exitCodes(): readonly (readonly string[])[] {
  return Object.entries(EXIT_MEANINGS).map(([name, meaning]) => [String(Reflect.get(EXIT, name)), meaning]);
}

async function commandSection(command: CommandDeclaration): Promise<string> {
  const { name, summary, details = '', examples, options } = command;
  const words = command.arguments.map(({ syntax }) => syntax).join(' ');
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}. ${details}`.trimEnd();
  const width = Math.max(...examples.map(({ line }) => line.length));
  const lines = examples.map(({ line, label }) => `foeprint ${line.padEnd(width)}  # ${label}`);
  const operands = command.arguments.map(({ syntax, help }) => [inCode(syntax), cell(help)]);
  return [
    `## ${name}`,
    sentence,
    ['```sh', `foeprint ${name} ${words}`.trimEnd(), '```'].join('\n'),
    ...(operands.length === 0 ? [] : [table(['argument', 'meaning'], operands)]),
    ...(options.length === 0 ? [] : [optionTable(options)]),
    ['```sh', ...lines, '```'].join('\n'),
    ...overHttp(await actionRequest(name)),
  ].join('\n\n');
}

/** The same over HTTP, of commands that are actions. */
function overHttp(asked: Awaited<ReturnType<typeof actionRequest>>): readonly string[] {
  if (asked === undefined) return [];
  const { role, request } = asked;
  return [
    `Over HTTP, for the role ${role}; the [journal](../api.md#journal) has it, and what undoes it:`,
    ['```sh', request, '```'].join('\n'),
  ];
}

function optionTable(options: readonly OptionDeclaration[]): string {
  const rows = options.map(({ flags, help, choices, fallback }) => [
    inCode(flags),
    cell([help, ...(choices === undefined ? [] : [`(${choices.join(', ')})`])].join(' ')),
    cell(fallback ?? '–'),
  ]);
  return table(['option', 'meaning', 'default'], rows);
}

function inCode(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FoeprintError, formatIssue } from '../facts/index.ts';
import { checkAnswerFile } from './files/answer-file.ts';
import { callOptions, type Call } from './call/call.ts';
import { EXIT } from './call/command.ts';
import { VERSION } from '../home/index.ts';
import { WORKBENCH_ISSUES } from '../workbench/index.ts';
import type { CommandDeclaration, ExitCode, OptionDeclaration } from './call/command.ts';
import { allCommands, COMMAND_NAMES, commandNamed } from './call/command-table.ts';
import { exitCodeOf } from './call/exit-code-of.ts';
import { jsonText } from './terminal/harmless-text.ts';
import { commandFirst, GLOBAL_OPTIONS } from './call/global-options.ts';
import { openCall } from './call/open-call.ts';
import { longName } from './use-case/parameters.ts';
import { processTerminal } from './terminal/terminal.ts';

/**
 * Runs one command line.
 *
 * @param words what follows `foeprint`
 * @returns the exit code; everything said is on standard output (answers) and standard error (remarks, faults)
 */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const joined = joinName(asOptions(commandFirst(words)));
  const longer = longerNames(joined);
  const all = await commandsFor(joined);
  const commands = longer.length === 0 ? all : all.filter(({ name }) => longer.includes(name));
  const program = commandLine(async (declaration, positional, given) => {
    exitCode = await runCommand(declaration, positional, given);
  }, commands);
  try {
    if (longer.length > 0) {
      if (joined.some((word) => HELP_OPTIONS.has(word))) program.help();
      program.error(`error: unknown command '${joined.join(' ')}'\n(Did you mean ${longer.join(' or ')}?)`);
    }
    await program.parseAsync([...joined], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      for (const moved of MOVED.filter(({ was }) => was.every((word) => words.includes(word))))
        processTerminal({ color: true, quiet: false }).complain(moved.now);
      return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    }
    throw error;
  }
}

/** What command lines of earlier versions ask for elsewhere now. */
const MOVED: readonly { readonly was: readonly string[]; readonly now: string }[] = [
  {
    was: ['threats', '--what-if'],
    now: '`--what-if` is a command of its own now: foeprint what-if --org FILE',
  },
];

type Run = (
  declaration: CommandDeclaration,
  positional: readonly string[],
  given: Readonly<Record<string, unknown>>,
) => Promise<void>;

const HELP_OPTIONS: ReadonlySet<string> = new Set(['-h', '--help']);

/** `help sightings import` as `sightings import --help`. */
function asOptions([first, ...words]: readonly string[]): readonly string[] {
  return first === 'help' && words.length > 0 ? [...words, '--help'] : [first ?? [], words].flat();
}

/** A command of two words, such as `layer combine`, as one word for the parser. */
function joinName(words: readonly string[]): readonly string[] {
  const name = words.slice(0, 2).join(' ');
  return name.includes(' ') && COMMAND_NAMES.includes(name) ? [name, ...words.slice(2)] : words;
}

/** The commands of two words that begin with a word which is none: `overlap`. */
function longerNames([first = '']: readonly string[]): readonly string[] {
  return COMMAND_NAMES.includes(first) ? [] : COMMAND_NAMES.filter((name) => name.startsWith(`${first} `));
}

const VERSION_OPTIONS: ReadonlySet<string> = new Set(['-V', '--version']);

/** The command that is named, none for the version, or all of them for help and for suggestions: each takes time to make. */
async function commandsFor([first = '']: readonly string[]): Promise<readonly CommandDeclaration[]> {
  if (VERSION_OPTIONS.has(first)) return [];
  const named = await commandNamed(first);
  return named === undefined ? await allCommands() : [named];
}

/** The parser, made from the table of commands. */
export function commandLine(run: Run, commands: readonly CommandDeclaration[]): Command {
  const program = new Command('foeprint')
    .description(
      'Threat-actor profiling workbench: which groups are likely to attack, how, and what to do about it, ' +
        'with every answer explained down to the cited source.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .addHelpText('after', FIRST_STEPS)
    .showSuggestionAfterError()
    .exitOverride();
  for (const declaration of commands) addCommand(program, declaration, run);
  return program;
}

const FIRST_STEPS = `
First steps:
  foeprint sync                      load ATT&CK Enterprise
  foeprint walkthrough               the whole investigation, as a report
  foeprint explain G0071 T1059.003   why does this group use this technique?

Each command has its own help with examples: foeprint COMMAND --help
Exit codes: 0 answered, 1 answer is empty or no, 2 wrong question or setting, 3 input refused, 4 source out of reach, 70 fault`;

function addCommand(program: Command, declaration: CommandDeclaration, run: Run): void {
  // Not `program.command(name)`, which would take the second word of a name for an argument.
  const command = program.createCommand(declaration.name).summary(declaration.summary);
  program.addCommand(command.copyInheritedSettings(program));
  command.description([declaration.summary, declaration.details].filter(Boolean).join('\n\n')).exitOverride();
  for (const { syntax, help } of declaration.arguments) command.argument(syntax, help);
  for (const option of [...declaration.options, ...globalOptionsOf(declaration)])
    command.addOption(parserOption(option));
  command.addHelpText('after', exampleText(declaration));
  command.action(async (...passed: unknown[]) => {
    const positional = passed.slice(0, declaration.arguments.length).flat();
    await run(
      declaration,
      positional.filter((each) => typeof each === 'string'),
      command.opts(),
    );
  });
}

/** Options that every command takes, but those whose name it uses for something of its own: `assert --tlp` marks what is said. */
function globalOptionsOf({ options }: CommandDeclaration): readonly OptionDeclaration[] {
  const own = new Set(options.map(({ flags }) => longName(flags)));
  return GLOBAL_OPTIONS.filter(({ flags }) => !own.has(longName(flags)));
}

function exampleText({ examples }: CommandDeclaration): string {
  const lines = examples.map(({ line, label }) => `  foeprint ${line}\n      ${label}`);
  return ['', 'Examples:', ...lines].join('\n');
}

function parserOption(declaration: OptionDeclaration): Option {
  const { flags, help, fallback } = declaration;
  const option = new Option(flags, fallback === undefined ? help : `${help} (default: ${fallback})`);
  if (declaration.choices !== undefined) return option.choices([...declaration.choices]);
  if (declaration.many === true)
    return option.argParser((value: string, before: unknown) => [
      ...(Array.isArray(before) ? (before as unknown[]) : []),
      value,
    ]);
  return declaration.value === undefined ? option : option.argParser(numberReader(declaration));
}

function numberReader({ value }: OptionDeclaration): (text: string) => number {
  return (text) => {
    const number = Number(text);
    const isFit =
      text.trim() !== '' && (value === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number));
    if (isFit) return number;
    throw new InvalidArgumentError(
      value === 'integer' ? 'It must be a whole number.' : 'It must be a number.',
    );
  };
}

async function runCommand(
  declaration: CommandDeclaration,
  positional: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const options = callOptions(given);
  const terminal = processTerminal({ color: given['color'] !== false, quiet: options.flag('quiet') });
  const hasClearance = globalOptionsOf(declaration).some(({ flags }) => longName(flags) === '--tlp');
  const call = openCall(positional, options, terminal, hasClearance);
  const exitCode = await answer(declaration, call);
  terminal.progress('');
  await closeQuietly(call);
  return exitCode;
}

async function answer(declaration: CommandDeclaration, call: Call): Promise<ExitCode> {
  try {
    await checkAnswerFile(declaration, call.options);
    return await declaration.answer(call);
  } catch (error) {
    return complain(await withHome(error, call), call);
  }
}

/** That nothing is loaded, with where it was looked for. */
async function withHome(error: unknown, { home }: Call): Promise<unknown> {
  if (!(error instanceof FoeprintError) || error.code !== WORKBENCH_ISSUES.nothingLoaded.code) return error;
  const { folder } = (await home()).paths;
  return new FoeprintError(
    error.issues.map((issue) => ({ ...issue, place: { file: folder, ...issue.place } })),
    error.level,
  );
}

/** What was answered was answered: a failure to close is said, and leaves the exit code as it is. */
async function closeQuietly({ close, terminal }: Call): Promise<void> {
  try {
    await close();
  } catch (error) {
    terminal.complain(error instanceof FoeprintError ? error.message : inFull(error));
  }
}

/** Says what went wrong: issues for people or as JSON; a fault of our own with its stack, so that it can be reported. */
function complain(error: unknown, { options, terminal }: Call): ExitCode {
  if (!(error instanceof FoeprintError)) {
    terminal.complain(inFull(error));
    terminal.complain('This is a fault of Foeprint. Please report it with the lines above.');
    return EXIT.fault;
  }
  if (options.flag('json')) terminal.answer(jsonText({ issues: error.issues, marking: error.level }));
  if (error.level !== undefined) terminal.complain(error.level);
  terminal.complain(error.issues.map(formatIssue).join('\n'));
  return exitCodeOf(error);
}

/** A fault with its stack. */
export function inFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { CommanderError } from 'commander';
import { FoeprintError, formatIssue } from '../facts/index.ts';
import { jsonText, longName } from '../forms/index.ts';
import { WORKBENCH_ISSUES } from '../workbench/index.ts';
import { callOptions, type Call } from './call/call.ts';
import { allCommands, COMMAND_NAMES, commandNamed } from './call/command-table.ts';
import { EXIT, type CommandDeclaration, type ExitCode } from './call/command.ts';
import { exitCodeOf } from './call/exit-code-of.ts';
import { commandFirst } from './call/global-options.ts';
import { openCall } from './call/open-call.ts';
import { parserOf } from './call/parser.ts';
import { unknownCommand, wrongCall } from './call/wrong-call.ts';
import { checkAnswerFile } from './files/answer-file.ts';
import { inFull } from './terminal/in-full.ts';
import { processTerminal, type Terminal } from './terminal/terminal.ts';

/**
 * Runs one command line.
 *
 * @param words what follows `foeprint`
 * @returns the exit code; everything said is on standard output (answers) and standard error (remarks, faults)
 */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  const joined = joinName(asOptions(commandFirst(words)));
  try {
    return await parsed(joined);
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    return complain(error, joined.includes('--json'), processTerminal());
  }
}

async function parsed(words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const commands = await commandsFor(words);
  const program = parserOf(commands, async (declaration, positional, given) => {
    exitCode = await runCommand(declaration, positional, given);
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const wrong = wrongCall(error, words, commands.length === 1 ? commands[0] : undefined);
    if (wrong !== undefined) throw wrong;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
}

/** `help sightings import` as `sightings import --help`, and `help` as `--help`. */
function asOptions([first, ...words]: readonly string[]): readonly string[] {
  return first === 'help' ? [...words, '--help'] : [first ?? [], words].flat();
}

/** A command of two words, such as `layer combine`, as one word for the parser. */
function joinName(words: readonly string[]): readonly string[] {
  const name = words.slice(0, 2).join(' ');
  return name.includes(' ') && COMMAND_NAMES.includes(name) ? [name, ...words.slice(2)] : words;
}

const VERSION_OPTIONS: ReadonlySet<string> = new Set(['-V', '--version']);

/**
 * The command that is named; none for the version; for help all of them, or those of two words that begin as it does (`overlap`): each
 * takes time to make.
 *
 * @throws FoeprintError C770 where there is none of the name
 */
async function commandsFor([first = '', ...others]: readonly string[]): Promise<
  readonly CommandDeclaration[]
> {
  if (VERSION_OPTIONS.has(first)) return [];
  const named = await commandNamed(first);
  if (named !== undefined) return [named];
  const all = await allCommands();
  if (first === '' || first.startsWith('-')) return all;
  const longer = all.filter(({ name }) => name.startsWith(`${first} `));
  if (longer.length > 0 && others.some((word) => HELP_OPTIONS.has(word))) return longer;
  throw unknownCommand(first, longer);
}

const HELP_OPTIONS: ReadonlySet<string> = new Set(['-h', '--help']);

async function runCommand(
  declaration: CommandDeclaration,
  positional: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const options = callOptions(given);
  const terminal = processTerminal({ color: given['color'] !== false, quiet: options.flag('quiet') });
  const hasClearance = !declaration.options.some(({ flags }) => longName(flags) === '--tlp');
  const call = openCall(positional, options, terminal, { hasClearance, stays: declaration.stays === true });
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
    return complain(await withHome(error, call), call.options.flag('json'), call.terminal);
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
function complain(error: unknown, isJson: boolean, terminal: Terminal): ExitCode {
  if (!(error instanceof FoeprintError)) {
    terminal.complain(inFull(error));
    terminal.complain('This is a fault of Foeprint. Please report it with the lines above.');
    return EXIT.fault;
  }
  if (isJson) terminal.answer(jsonText({ issues: error.issues, marking: error.level }));
  if (error.level !== undefined) terminal.complain(error.level);
  terminal.complain(error.issues.map(formatIssue).join('\n'));
  return exitCodeOf(error);
}

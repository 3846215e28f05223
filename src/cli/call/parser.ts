import { Command, Help, Option } from 'commander';
import { VERSION } from '../../home/index.ts';
import { longName } from '../../forms/index.ts';
import type { CommandDeclaration, OptionDeclaration } from './command.ts';
import { COMMAND_GROUPS } from './command-table.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import { isFlag, spellingsOf, valueReader } from './option-value.ts';

/** What is done with a command line that is understood. */
export type Run = (
  declaration: CommandDeclaration,
  positional: readonly string[],
  given: Readonly<Record<string, unknown>>,
) => Promise<void>;

/** The parser of commands. What it refuses it throws, as `CommanderError`, and writes nothing of its own but help. */
export function parserOf(commands: readonly CommandDeclaration[], run: Run): Command {
  const program = new Command('foeprint')
    .description(
      'Threat-actor profiling workbench: which groups are likely to attack, how, and what to do about it, ' +
        'with every answer explained down to the cited source.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .addHelpText('after', FIRST_STEPS)
    .configureHelp({ visibleOptions, subcommandTerm })
    .helpCommand(false)
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  for (const declaration of commands) addCommand(program, declaration, run);
  return program;
}

/** Options of all commands are listed once: with the commands. */
function visibleOptions(command: Command): Option[] {
  const own = new Help().visibleOptions(command);
  if (command.parent !== null) return own;
  const ofAll = GLOBAL_OPTIONS.map((option) =>
    parserOption(option, NO_SPELLINGS).helpGroup('Options of every command, before or behind it:'),
  );
  return [...own, ...ofAll];
}

const NO_SPELLINGS: ReadonlySet<string> = new Set();

function subcommandTerm(command: Command): string {
  return new Help().subcommandTerm(command).replace(' [options]', '');
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
  const group = COMMAND_GROUPS.find(({ names }) => names.includes(declaration.name));
  if (group !== undefined) command.helpGroup(`${group.title}:`);
  program.addCommand(command.copyInheritedSettings(program));
  command.description([declaration.summary, declaration.details].filter(Boolean).join('\n\n')).exitOverride();
  for (const { syntax, help } of declaration.arguments) command.argument(syntax, help);
  const options = optionsOf(declaration);
  const spellings = new Set(options.flatMap(spellingsOf));
  for (const option of options)
    command.addOption(parserOption(option, spellings).hideHelp(!declaration.options.includes(option)));
  command.addHelpText('after', afterHelp(declaration));
  command.action(async (...passed: unknown[]) => {
    const positional = passed.slice(0, declaration.arguments.length).flat();
    await run(
      declaration,
      positional.filter((each) => typeof each === 'string'),
      command.opts(),
    );
  });
}

/** All that a command takes: its own options, and those of every command, but where it uses a name for something of its own: `assert --tlp` marks what is said. */
export function optionsOf({ options }: Pick<CommandDeclaration, 'options'>): readonly OptionDeclaration[] {
  const own = new Set(options.map(({ flags }) => longName(flags)));
  return [...options, ...GLOBAL_OPTIONS.filter(({ flags }) => !own.has(longName(flags)))];
}

function afterHelp({ options, examples }: CommandDeclaration): string {
  const ofAll = optionsOf({ options }).flatMap((option) =>
    options.includes(option) ? [] : [longName(option.flags)],
  );
  const lines = examples.map(({ line, label }) => `  foeprint ${line}\n      ${label}`);
  return [
    '',
    `Options of every command (${ofAll.join(', ')}): see foeprint --help`,
    '',
    'Examples:',
    ...lines,
  ].join('\n');
}

function parserOption(declaration: OptionDeclaration, spellings: ReadonlySet<string>): Option {
  const { flags, help, fallback, choices } = declaration;
  const option = new Option(flags, fallback === undefined ? help : `${help} (default: ${fallback})`);
  if (choices !== undefined) option.choices([...choices]);
  return isFlag(declaration) ? option : option.argParser(valueReader(declaration, spellings));
}

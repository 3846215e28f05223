import type { CommanderError } from 'commander';
import { errorOf, type FoeprintError } from '../../facts/index.ts';
import { closestName } from '../../text/index.ts';
import { CLI_ISSUES } from '../issues.ts';
import type { CommandDeclaration } from './command.ts';
import { COMMAND_NAMES } from './command-table.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import { didYouMean, lacksValue, spellingsOf } from './option-value.ts';
import { optionsOf } from './parser.ts';

/** What was asked: the words, and the command, where one is named. */
interface Asked {
  readonly words: readonly string[];
  readonly command: CommandDeclaration | undefined;
}

/** What a parser refuses, in our words. The name is what its message has in quotes: it has no field for it. */
const REFUSALS: Readonly<Record<string, (name: string, asked: Asked) => FoeprintError>> = {
  'commander.unknownOption': unknownOption,
  'commander.missingArgument': (name, { command }) =>
    errorOf(
      CLI_ISSUES.missingArgument,
      `\`${called(command)}\` needs ${name}.`,
      { field: `<${name}>` },
      forExample(command),
    ),
  'commander.optionMissingArgument': (flags) => lacksValue(flags),
  'commander.excessArguments': (_, { command }) => {
    const takes = command?.arguments.map(({ syntax }) => syntax).join(' ') ?? '';
    return errorOf(
      CLI_ISSUES.tooManyArguments,
      `\`${called(command)}\` takes ${takes === '' ? 'no arguments' : `${takes} and no more`}.`,
      undefined,
      `Put what has spaces in quotes. ${forExample(command)}`,
    );
  },
};

/** What is wrong with a command line that its parser refused; undefined where it only showed help or the version. */
export function wrongCall(
  error: CommanderError,
  words: readonly string[],
  command: CommandDeclaration | undefined,
): FoeprintError | undefined {
  const [, name = ''] = /'(.*)'/su.exec(error.message) ?? [];
  return REFUSALS[error.code]?.(name, { words, command });
}

/** @param longer commands of two words that begin with it */
export function unknownCommand(
  name: string,
  longer: readonly Pick<CommandDeclaration, 'name'>[],
): FoeprintError {
  const near = closestName(name, COMMAND_NAMES);
  const meant = longer.length > 0 ? longer.map((each) => each.name) : [near ?? []].flat();
  return errorOf(
    CLI_ISSUES.unknownCommand,
    `There is no command \`${name}\`.${didYouMean(meant.map((each) => `foeprint ${each}`))}`,
  );
}

function unknownOption(name: string, { words, command }: Asked): FoeprintError {
  const options = command === undefined ? GLOBAL_OPTIONS : optionsOf(command);
  const names = options.flatMap(spellingsOf);
  const near = closestName(name.split('=', 1)[0] ?? name, [...names, '--help']);
  const moved = MOVED.find(({ was }) => was.every((word) => words.includes(word)));
  return errorOf(
    CLI_ISSUES.unknownOption,
    `\`${called(command)}\` has no option \`${name}\`.${didYouMean([near ?? []].flat())}`,
    { field: name },
    moved?.now ?? (command === undefined ? 'Options of a command stand behind its name.' : seeHelp(command)),
  );
}

/** What command lines of earlier versions ask for elsewhere now. */
const MOVED: readonly { readonly was: readonly string[]; readonly now: string }[] = [
  {
    was: ['threats', '--what-if'],
    now: '`--what-if` is a command of its own now: foeprint what-if --org FILE',
  },
];

function called(command: CommandDeclaration | undefined): string {
  return ['foeprint', command?.name ?? []].flat().join(' ');
}

function forExample(command: CommandDeclaration | undefined): string {
  const [first] = command?.examples ?? [];
  return first === undefined ? seeHelp(command) : `For example: foeprint ${first.line}`;
}

function seeHelp(command: CommandDeclaration | undefined): string {
  return `See \`${called(command)} --help\`.`;
}

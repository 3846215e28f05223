import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allCommands } from '../../src/cli/call/command-table.ts';
import type { CommandDeclaration, OptionDeclaration } from '../../src/cli/call/command.ts';
import { optionsOf } from '../../src/cli/call/parser.ts';
import { longName } from '../../src/forms/index.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { ORGANISATION, sampleHome } from '../support/sample-home.ts';

/*
 * Whatever is wrong with a command line or a file that it names, what is said of it is ours: a code, a place, the next step.
 */

const { run, path } = sampleHome();
const COMMANDS = await allCommands();

const ISSUE = /^[A-Z]\d{3}(?: {2}\S.*)?\n {2}\S.*\n {2}\S/mu;
/** How Node, its parsers and the parser of commands speak. */
const FOREIGN =
  /\bE(?:NOENT|ISDIR|ACCES|NOTDIR|PERM|XIST)\b|no such file|is a directory|\n\s+at .*:\d+|Unexpected (?:token|end)|(?:Syntax|Type|Range)?Error\b|error: /u;

async function refused(words: readonly string[], code: string | RegExp): Promise<string> {
  const { exitCode, out, err } = await run(...words);
  expect(out, words.join(' ')).toBe('');
  expect(err, words.join(' ')).toMatch(code);
  expect(err).toMatch(ISSUE);
  expect(err).not.toMatch(FOREIGN);
  expect(exitCode).toBe(2);
  return err;
}

test.for([
  ['profle APT28', 'C770', 'Did you mean `foeprint profile`?'],
  ['help profle', 'C770', 'Did you mean `foeprint profile`?'],
  ['overlap', 'C770', 'Did you mean `foeprint overlap groups` or `foeprint overlap sectors`?'],
  ['playbok init x.yaml', 'C770', 'Did you mean `foeprint playbook`?'],
  ['zzzzzzzzzzz', 'C770', 'There is no command `zzzzzzzzzzz`.'],
  ['profile G9001 --as-off 2020-01-01', 'C771  --as-off', 'Did you mean `--as-of`?'],
  ['profile G9001 --as-off=2020-01-01', 'C771  --as-off', 'Did you mean `--as-of`?'],
  ['--orgg x threats', 'C771  --orgg', 'Options of a command stand behind its name.'],
  ['threats --what-if', 'C771  --what-if', 'foeprint what-if --org'],
  ['profile', 'C772  <group>', 'For example: foeprint profile'],
  ['profile G9001 --as-of', 'C773  --as-of', '`--as-of <day>` needs a value.'],
  ['status -o', 'C773  --out', '`-o, --out <file>` needs a value.'],
  ['status --format jsn', 'C774  --format', 'Did you mean `json`?'],
  ['search x --limit many', 'C774  --limit', '“many” is no whole number.'],
  ['search x --limit 1.5', 'C774  --limit', '“1.5” is no whole number.'],
  ['status of everything', 'C775', '`foeprint status` takes no arguments.'],
  ['profile Lazarus Group', 'C775', '`foeprint profile` takes <group> and no more.'],
] as const)('%s: %s', async ([line, code, help]) => {
  expect(await refused(line.split(' '), new RegExp(`^${code}`, 'mu'))).toContain(help);
});

test('what is wrong is said as JSON where that is asked for', async () => {
  const { exitCode, out, err } = await run('profile', '--json');
  expect(exitCode).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ issues: [{ code: 'C772', place: { field: '<group>' } }] });
  expect(err).toContain('C772');
});

test('help and version are no faults', async () => {
  for (const words of ['--help', 'help', 'help sightings import', 'overlap --help', 'profile --help', '-V'])
    expect(await run(...words.split(' '))).toMatchObject({ exitCode: 0, err: '' });
  const { exitCode, err } = await runFoeprint();
  expect(exitCode).toBe(2);
  expect(err).toContain('Usage: foeprint');
});

const NEEDED = (command: CommandDeclaration): readonly string[] =>
  command.arguments.filter(({ syntax }) => syntax.startsWith('<')).map(({ syntax }) => syntax);
const takesMany = ({ arguments: taken }: CommandDeclaration): boolean =>
  taken.some(({ syntax }) => syntax.includes('...'));

describe.for(COMMANDS)('$name', (command) => {
  const name = command.name.split(' ');
  const needed = NEEDED(command).map(() => 'G9001');

  test('refuses in our words what it does not take', async () => {
    await refused([...name, ...needed, '--no-such-option'], /^C771 {2}--no-such-option$/mu);
    if (needed.length > 0) await refused(name, /^C772 {2}</mu);
    if (!takesMany(command))
      await refused([...name, ...command.arguments.map(() => 'x'), 'one-too-many'], /^C775$/mu);
    for (const { flags, choices, value } of optionsOf(command)) {
      if (flags.includes('<'))
        await refused(
          [...name, ...needed, longName(flags)],
          new RegExp(`^C773 {2}${longName(flags)}$`, 'mu'),
        );
      if (choices !== undefined || value !== undefined)
        await refused(
          [...name, ...needed, longName(flags), 'no such'],
          new RegExp(`^C774 {2}${longName(flags)}$`, 'mu'),
        );
    }
  });
});

const A_FILE = /<(?:file|folder|path|pack|expression)>/u;

/** Places that cannot be read, or hold nothing that can be. */
const BROKEN: Readonly<Record<string, (at: (file: string) => string) => string>> = {
  'a file that is not there': (at) => at('nowhere/none.json'),
  'a path through a file': (at) => {
    writeFileSync(at('plain.txt'), 'plain');
    return at('plain.txt/none.json');
  },
  'an empty folder': (at) => {
    mkdirSync(at('empty'), { recursive: true });
    return at('empty');
  },
  'broken JSON': (at) => {
    writeFileSync(at('broken.json'), '{"objects": [');
    return at('broken.json');
  },
  'broken YAML': (at) => {
    writeFileSync(at('broken.yaml'), 'name: [\n  a: - b');
    return at('broken.yaml');
  },
};

/** Options without which some commands do not come as far as the file. */
const BESIDE = (command: CommandDeclaration, flags: string): readonly string[] =>
  command.options.some((each) => each.flags === '--org <file>') && flags !== '--org <file>'
    ? ['--org', ORGANISATION]
    : [];

/** What asks others, or waits to be asked. */
const ASKS_OF_OTHERS: ReadonlySet<string> = new Set(['sync', 'sightings init-cluster', 'serve', 'mcp']);

describe.for(
  COMMANDS.filter(({ name }) => !ASKS_OF_OTHERS.has(name)).flatMap((command) => [
    ...command.options.filter(({ flags }) => A_FILE.test(flags)).map((option) => ({ command, option })),
    { command, option: { flags: '--out <file>', help: '' } },
    ...(command.arguments.some(({ syntax }) => /file|path|rules|layers/u.test(syntax))
      ? [{ command, option: undefined }]
      : []),
  ]),
)(
  '$command.name $option.flags',
  ({ command, option }: { command: CommandDeclaration; option: OptionDeclaration | undefined }) => {
    test.for(Object.entries(BROKEN))('%s', async ([, make]) => {
      const file = make(path);
      const words = [
        ...command.name.split(' '),
        ...(option === undefined
          ? command.arguments.map(() => file)
          : [
              ...command.arguments.map(({ syntax }) => (/file|path/u.test(syntax) ? path('G9001') : 'G9001')),
              longName(option.flags),
              file,
              ...BESIDE(command, option.flags),
            ]),
      ];
      const { exitCode, out, err } = await run(...words);
      expect(err, words.join(' ')).not.toMatch(FOREIGN);
      expect(out).not.toMatch(FOREIGN);
      expect(exitCode).not.toBe(70);
      if (exitCode > 1) expect(err).toMatch(ISSUE);
    });
  },
);

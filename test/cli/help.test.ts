import { expect, test } from 'vitest';
import { allCommands, COMMAND_GROUPS } from '../../src/cli/call/command-table.ts';
import { GLOBAL_OPTIONS } from '../../src/cli/call/global-options.ts';
import { longName } from '../../src/forms/index.ts';
import { runFoeprint } from '../support/run-foeprint.ts';

const COMMANDS = await allCommands();

/** How often a line of a help begins with an option. */
function listed(help: string, flags: string): number {
  return help.split('\n').filter((line) => line.startsWith(`  ${flags} `)).length;
}

test('help lists every command in its group, and the options of all commands once', async () => {
  const { out } = await runFoeprint('--help');
  expect(await runFoeprint('help')).toMatchObject({ out });
  const [, ...parts] = out.split(/\n\n(?=[^\n]+:\n)/u);
  for (const { title, names } of COMMAND_GROUPS) {
    const part = parts.find((each) => each.startsWith(`${title}:\n`)) ?? '';
    const lines = part.split('\n').slice(1);
    for (const [index, name] of names.entries())
      expect(lines[index]).toMatch(new RegExp(`^ {2}${name}(?: |$)`, 'u'));
  }
  for (const { flags } of GLOBAL_OPTIONS) expect(listed(out, flags), flags).toBe(1);
});

test.for(COMMANDS)(
  '$name: help has its own options and examples, and says where the others are',
  async (command) => {
    const { out, exitCode } = await runFoeprint(...command.name.split(' '), '--help');
    expect(exitCode).toBe(0);
    for (const { flags } of command.options)
      expect(listed(out.replaceAll('\n', ' \n'), flags), flags).toBe(1);
    for (const { line } of command.examples) expect(out).toContain(`  foeprint ${line}\n`);
    const own = new Set(command.options.map(({ flags }) => longName(flags)));
    const ofAll = GLOBAL_OPTIONS.map(({ flags }) => longName(flags)).filter((name) => !own.has(name));
    expect(out).toContain(`Options of every command (${ofAll.join(', ')}): see foeprint --help`);
    for (const { flags } of GLOBAL_OPTIONS)
      if (!own.has(longName(flags))) expect(listed(out, flags), flags).toBe(0);
  },
);

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCommands, COMMAND_NAMES } from '../../src/cli/call/command-table.ts';
import { completionsOf } from '../../src/cli/call/completions.ts';
import { optionsOf } from '../../src/cli/call/parser.ts';
import { spellingsOf } from '../../src/cli/call/option-value.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { keptFolder } from '../support/temporary-folder.ts';

test.for([
  ['plat', []],
  ['play', ['playbook']],
  ['help play', ['playbook']],
  ['cover', ['coverage']],
  ['coverage ', ['gaps', 'import', 'list', 'remove', 'show']],
  ['help coverage g', ['gaps']],
  ['layer ', ['combine', 'render']],
  ['--home here coverage g', ['gaps']],
  ['--format js', ['json']],
  ['profile G9001 --format mark', ['markdown']],
  ['profile G9001 --format=mark', ['--format=markdown']],
  // As bash splits it.
  ['profile G9001 --format = mark', ['markdown']],
  ['coverage gaps --at-le', ['--at-least']],
  // Files, and texts of one's own.
  ['threats --org ', []],
  ['profile ', []],
  ['threats -o ', []],
] as const)('%s → %s', async ([line, found]) => {
  expect(await completionsOf(line.split(' '))).toEqual(found);
});

test('every command can be reached, with each of its options and their values', async () => {
  const firsts = await completionsOf(['']);
  for (const name of COMMAND_NAMES) {
    const [first = '', second] = name.split(' ');
    expect(firsts).toContain(first);
    if (second !== undefined) expect(await completionsOf([first, ''])).toContain(second);
  }
  for (const command of await allCommands()) {
    const words = command.name.split(' ');
    const options = optionsOf(command);
    expect(await completionsOf([...words, '-'])).toEqual(
      [...new Set(['--help', ...options.flatMap(spellingsOf)])].toSorted(),
    );
    for (const { flags, choices } of options)
      for (const spelling of choices === undefined ? [] : spellingsOf({ flags, help: '' }))
        expect(await completionsOf([...words, spelling, ''])).toEqual(choices?.toSorted());
  }
});

test('a shell that is not known is refused', async () => {
  const { exitCode, err } = await runFoeprint('completion', 'bsh');
  expect(exitCode).toBe(2);
  expect(err).toContain('Did you mean `bash`?');
});

const folder = keptFolder();
const FOEPRINT = `foeprint() { ${process.execPath} --import ${JSON.stringify(import.meta.resolve('tsx'))} -C @foeprint/source ${resolve('src/cli/main.ts')} "$@"; }`;

/** How each shell is asked what it would complete a line to, one word to a line. */
const SHELLS: Readonly<Record<string, (script: string, words: readonly string[]) => string>> = {
  bash: (script, words) => `${FOEPRINT}
source ${script}
COMP_WORDS=(foeprint ${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length}
_foeprint
printf '%s\\n' "\${COMPREPLY[@]}"
complete -p foeprint`,
  zsh: (script, words) => `${FOEPRINT}
compdef() { : }
compadd() { shift; print -l -- "$@" }
_files() { print FILES }
source ${script}
words=(foeprint ${words.map((word) => `'${word}'`).join(' ')})
CURRENT=${words.length + 1}
_foeprint`,
  fish: (script, words) => `function foeprint
  ${process.execPath} --import ${JSON.stringify(import.meta.resolve('tsx'))} -C @foeprint/source ${resolve('src/cli/main.ts')} $argv
end
source ${script}
complete -C 'foeprint ${words.join(' ')}'`,
};

describe.for(Object.entries(SHELLS))('%s', ([shell, ask]) => {
  const isHere = spawnSync(shell, ['-c', ':']).status === 0;
  if (!isHere) console.warn(`${shell} is not here: its completion is not tried`);

  test.skipIf(!isHere)('completes by the script', async () => {
    const { out } = await runFoeprint('completion', shell);
    const script = join(folder.path, `foeprint.${shell}`);
    writeFileSync(script, out);
    const completed = (...words: readonly string[]): string => {
      const { stdout, stderr } = spawnSync(shell, ['-c', ask(script, words)], { encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout;
    };
    expect(completed('coverage', 'ga')).toMatch(/^gaps\b/mu);
    expect(completed('profile', 'G9001', '--form')).toMatch(/^--format\b/mu);
    expect(completed('profile', 'G9001', '--format', 'mark')).toMatch(/^markdown\b/mu);
    expect(completed('threats', '--org', '')).not.toMatch(/^--|^coverage/mu);
  });
});

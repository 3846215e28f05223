import { beforeAll, expect, test } from 'vitest';
import { allCommands } from '../../src/cli/call/command-table.ts';
import type { CommandDeclaration } from '../../src/cli/call/command.ts';
import { sayHostile } from '../support/hostile-home.ts';
import { sampleHome } from '../support/sample-home.ts';

const COMMANDS = await allCommands();

// Whatever a source says, and whatever is asked in whatever form: nothing that steers a screen reaches standard output or standard
// error. Commands that are new are asked, too.

const { path, run, write } = sampleHome();

/** Controls but tab, line feed and the return before it; C1; bidirectional overrides and isolates; zero-width ones. */
const STEERING = /(?!\r\n)[^\P{Cc}\n\t]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** What to ask where a group alone makes no sense, and what must not be asked: that writes, or waits for somebody. */
const WORDS: Readonly<Record<string, readonly (readonly string[])[] | 'not asked'>> = {
  explain: [
    ['G9901', 'T9901'],
    ['G9901', 'T9901', '--all'],
    ['Nobody \u009b2J\u202e', 'T9901'],
  ],
  show: [['G9901'], ['T9901'], ['G9901', '--raw'], ['\u202eevil\u009b']],
  search: [['steered']],
  compare: [['G9901', 'G9902']],
  groups: [
    ['-k', 'steered'],
    ['--origin', '\u202e'],
  ],
  list: [['groups'], ['techniques'], ['\u202e\u0007']],
  query: [['uses(G, T)'], ['uses(G, T), \u202eabc\u009b2J']],
  'export derived': [[]],
  'layer combine': [['a', 'a=LAYER']],
  'layer render': [['LAYER']],
  migrate: [
    ['LAYER', '--to', '19.1'],
    ['IDS', '--to', '19.1'],
  ],
  load: [['HOSTILE'], ['NO\u009b\u202ePLACE'], ['BROKEN']],
  'org check': [['ORG']],
  threats: [['--org', 'ORG']],
  expect: [['--org', 'ORG']],
  priorities: [['--org', 'ORG']],
  playbook: [['--org', 'ORG']],
  timeline: [['G9901'], ['G9901', '--since-audit', '2020-01-01', '--coverage', 'LAYER']],
  rules: [[]],
  serve: 'not asked',
  dump: 'not asked',
  restore: 'not asked',
  'org init': 'not asked',
  'playbook init': 'not asked',
  // Answers until it is ended; test/mcp asks it.
  mcp: 'not asked',
};

beforeAll(async () => {
  const { bundle, layer, organisation } = sayHostile();
  write('HOSTILE', bundle);
  write('LAYER', layer);
  write('IDS', 'T9901 \u009b31m \u202e T1059\n');
  write('BROKEN', '{"type":"bundle","objects":[{"id":"\u009b\u202e"}]}');
  write('ORG', organisation);
  expect((await run('load', path('HOSTILE'))).exitCode).toBe(0);
});

test('what sources report reaches the answers at all', async () => {
  for (const words of [
    ['show', 'G9901'],
    ['techniques', 'G9901'],
    ['show', 'G9901', '--json'],
  ]) {
    expect((await run(...words)).out).toContain('steered');
  }
});

test.for(COMMANDS.flatMap(questions))('%s answers harmlessly', async ([, words]) => {
  const { exitCode, out, err } = await run(
    ...words.map((word) => word.replaceAll(/HOSTILE|LAYER|IDS|BROKEN|ORG/gu, path)),
  );
  expect(steeringIn(out), out.slice(0, 2000)).toBeUndefined();
  expect(steeringIn(err), err).toBeUndefined();
  expect(exitCode, err).not.toBe(70);
  if (words.includes('--json') && out !== '' && /^\s*[{[]/u.test(out))
    expect(() => JSON.parse(out)).not.toThrow();
});

function steeringIn(text: string): string | undefined {
  const [found] = STEERING.exec(text) ?? [];
  return found === undefined ? undefined : `U+${(found.codePointAt(0) ?? 0).toString(16)}`;
}

/** A command with each set of words and in each of its forms, named so that it can be read. */
function questions(command: CommandDeclaration): readonly (readonly [string, readonly string[]])[] {
  const asked = WORDS[command.name] ?? [command.arguments.map(() => 'G9901')];
  if (asked === 'not asked') return [];
  return asked.flatMap((words) =>
    formsOf(command).map((form): readonly [string, readonly string[]] => {
      const all = [...command.name.split(' '), ...words, ...form];
      return [JSON.stringify(all), all];
    }),
  );
}

function formsOf({ options }: CommandDeclaration): readonly (readonly string[])[] {
  const own = options.flatMap(({ flags, choices = [] }) =>
    /^--(?:as|graph) /u.test(flags)
      ? choices
          .filter((choice) => !['xlsx', 'png', 'pdf'].includes(choice))
          .map((choice) => [flags.split(' ')[0] ?? '', choice])
      : [],
  );
  return [[], ['--json'], ['--format', 'markdown'], ['--format', 'html'], ...own];
}

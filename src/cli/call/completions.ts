import { COMMAND_NAMES, commandNamed } from './command-table.ts';
import { commandFirst, GLOBAL_OPTIONS } from './global-options.ts';
import { spellingsOf, takesValue } from './option-value.ts';
import { optionsOf } from './parser.ts';

/**
 * What may stand in place of the last word of a command line: commands, options, and values where they are few.
 *
 * @param words what follows `foeprint`, as far as the cursor; the last may be empty
 * @returns none where a file or a text of one's own may stand there
 */
export async function completionsOf(words: readonly string[]): Promise<readonly string[]> {
  // Bash takes `=` for a word of its own.
  const parts = words.filter((word) => word !== '=');
  const current = words.at(-1) === '=' ? '' : (parts.at(-1) ?? '');
  const before = commandFirst(words.at(-1) === '=' ? parts : parts.slice(0, -1));
  const [option, value] = current.startsWith('--') ? current.split('=', 2) : [];
  const asked = option !== undefined && value !== undefined ? [...before, option] : before;
  const found = await candidates(asked, value ?? current);
  return [...new Set(found)]
    .map((each) => (value === undefined ? each : `${option ?? ''}=${each}`))
    .filter((each) => each.startsWith(current))
    .toSorted();
}

async function candidates(before: readonly string[], current: string): Promise<readonly string[]> {
  const [first = '', next] = before[0] === 'help' ? before.slice(1) : before;
  const second = next?.startsWith('-') === true ? undefined : next;
  const last = before.at(-1) ?? '';
  const command = (await commandNamed(`${first} ${second ?? ''}`)) ?? (await commandNamed(first));
  const options = command === undefined ? GLOBAL_OPTIONS : optionsOf(command);
  const open = options.find((each) => takesValue(each) && spellingsOf(each).includes(last));
  if (open !== undefined) return open.choices ?? [];
  if (current.startsWith('-')) return ['--help', ...options.flatMap(spellingsOf)];
  if (first === '' || first.startsWith('-'))
    return ['help', ...COMMAND_NAMES.map((name) => name.split(' ')[0] ?? name)];
  const longer = COMMAND_NAMES.filter((name) => name.startsWith(`${first} `));
  return second === undefined ? longer.map((name) => name.slice(first.length + 1)) : [];
}

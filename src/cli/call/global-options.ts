import { DOCUMENT_FORMATS, LINES, SLIM } from '../../forms/index.ts';
import type { OptionDeclaration } from './command.ts';
import { spellingsOf, takesValue } from './option-value.ts';

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: '--home <folder>',
    help: 'where knowledge and settings are kept',
    fallback: 'FOEPRINT_HOME, else .foeprint in this folder or above, else the platform’s data folder',
  },
  { flags: '--config <file>', help: 'settings file to use instead of the home’s config.yaml' },
  { flags: '--json', help: 'answer as JSON' },
  {
    flags: '--format <format>',
    help: 'answer as text, markdown, html, pdf or json, its tables as csv or xlsx, a list as ndjson, one to a line, or slim: as JSON that counts reasons and says how to ask for them',
    choices: [...DOCUMENT_FORMATS, LINES, SLIM],
    fallback: 'by the ending of --out, else text',
  },
  { flags: '-o, --out <file>', help: 'write the answer to a file' },
  {
    flags: '--tlp <level>',
    help: 'leave out what is marked above this level: clear, green, amber, amber+strict or red',
    fallback: 'the setting clearance: red',
  },
  { flags: '-q, --quiet', help: 'no remarks or progress, only the answer and faults' },
  {
    flags: '--no-color',
    help: 'no colour (also NO_COLOR=1; there is none where the output is not a terminal)',
  },
];

/** Every way of writing an option that all commands take → whether a value follows it. */
const SPELLINGS: ReadonlyMap<string, boolean> = new Map(
  GLOBAL_OPTIONS.flatMap((option) => spellingsOf(option).map((each) => [each, takesValue(option)] as const)),
);

/** A command line with the command in front, where options that all commands take stand before it: `--home here status`. */
export function commandFirst(words: readonly string[]): readonly string[] {
  let at = 0;
  for (;;) {
    const [word = '', value] = (words[at] ?? '').split('=', 2);
    const hasValue = SPELLINGS.get(word);
    if (hasValue === undefined) break;
    at += hasValue && value === undefined ? 2 : 1;
  }
  if (at === 0 || at >= words.length) return words;
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  return [...words.slice(at, end), ...words.slice(0, at), ...words.slice(end)];
}

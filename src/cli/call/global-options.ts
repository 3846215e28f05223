import type { OptionDeclaration } from './command.ts';

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: '--home <folder>',
    help: 'where knowledge and settings are kept',
    fallback: 'FOEPRINT_HOME, else the platform’s data folder',
  },
  { flags: '--config <file>', help: 'settings file to use instead of the home’s config.yaml' },
  { flags: '--json', help: 'answer as JSON' },
  {
    flags: '--format <format>',
    help: 'answer as text, markdown, html, pdf or json',
    choices: ['text', 'markdown', 'html', 'pdf', 'json'],
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

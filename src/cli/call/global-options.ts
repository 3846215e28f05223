import type { OptionDeclaration } from './command.ts';

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: '--home <folder>',
    says: 'where knowledge and settings are kept',
    fallback: 'FOEPRINT_HOME, else the platform’s data folder',
  },
  { flags: '--config <file>', says: 'settings file to use instead of the home’s config.yaml' },
  { flags: '--json', says: 'answer as JSON' },
  {
    flags: '--format <format>',
    says: 'answer as text, markdown, html, pdf or json',
    choices: ['text', 'markdown', 'html', 'pdf', 'json'],
    fallback: 'by the ending of --out, else text',
  },
  { flags: '-o, --out <file>', says: 'write the answer to a file' },
  {
    flags: '--tlp <level>',
    says: 'leave out what is marked above this level: clear, green, amber, amber+strict or red',
    fallback: 'the setting clearance: red',
  },
  { flags: '-q, --quiet', says: 'no remarks or progress, only the answer and faults' },
  {
    flags: '--no-color',
    says: 'no colour (also NO_COLOR=1; there is none where the output is not a terminal)',
  },
];

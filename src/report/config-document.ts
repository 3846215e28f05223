import type { ConfigAnswer } from '../answers/index.ts';
import { paragraph, table, type Document } from '../render/index.ts';

/** The settings in force, and where each comes from. */
export function configDocument({ home, files, settings }: ConfigAnswer): Document {
  return {
    title: 'Settings in force',
    blocks: [
      paragraph(`Home: ${home}`),
      paragraph(files.length === 0 ? 'No configuration file was found.' : `Read: ${files.join(', ')}`),
      table(
        ['Setting', 'Value', 'From', 'Meaning'],
        settings.map(({ setting, value, from, meaning }) => [setting, sayValue(value), from, meaning]),
      ),
    ],
  };
}

function sayValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import { paragraph, table, type Block, type Document } from '../../render/index.ts';
import type { LoadedSource, SourcesAnswer } from '../../answers/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';

/** Whether a source is answered from, in words. */
export const STANDINGS: Readonly<Record<LoadedSource['standing'], string>> = {
  'in-view': 'yes',
  'other-release': 'no: other release',
  'not-selected': 'no: not asked for',
  sample: 'no: sample',
};

/** The sources that are loaded, and those that were forgotten and can be taken back. */
export function sourcesDocument({ loaded, forgotten }: SourcesAnswer): Document {
  return {
    title: count(loaded.length, 'source'),
    blocks: [
      loaded.length === 0
        ? paragraph('Load ATT&CK with foeprint sync, or a STIX bundle with foeprint load FILE.')
        : table(
            ['No', 'Source', 'Name', 'Kind', numberColumn('Objects'), 'Loaded', 'In view', 'File', 'SHA-256'],
            loaded.map((source) => [
              String(source.number),
              source.id,
              source.name,
              source.kind,
              groupDigits(source.objects),
              source.loadedAt.slice(0, 10),
              STANDINGS[source.standing],
              source.file,
              source.sha256.slice(0, 12),
            ]),
          ),
      ...forgottenBlocks(forgotten),
    ],
  };
}

function forgottenBlocks(forgotten: SourcesAnswer['forgotten']): readonly Block[] {
  if (forgotten.length === 0) return [];
  const named = forgotten.map(({ id, name }) => `${name} (${id})`).join(', ');
  return [paragraph(`Forgotten, and can be taken back with \`foeprint forget --undo\`: ${named}.`)];
}

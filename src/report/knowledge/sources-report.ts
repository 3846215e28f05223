import { paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import type { Standing } from '../../knowledge/index.ts';
import type { SourcesAnswer } from '../../workbench/index.ts';
import { count, numberCell, numberColumn } from '../words.ts';

/** What stands in the column "In view". */
const STANDINGS: Readonly<Record<Standing, string>> = {
  'in-view': 'yes',
  'other-release': 'no: other release',
  'not-selected': 'no: not asked for',
  sample: 'no: sample',
};

/** Whether a source is answered from, in words. */
export function sayStanding(standing: Standing): string {
  return STANDINGS[standing];
}

/** A source that was forgotten and can be taken back, as far as it is shown. */
interface Aside {
  readonly id: string;
  readonly name: string;
}

/** The sources that are loaded, and those that were forgotten and can be taken back. */
export function sourcesReport({ sources }: SourcesAnswer, forgotten: readonly Aside[]): Document {
  return {
    title: count(sources.length, 'source'),
    blocks: [
      sources.length === 0
        ? paragraph('Load ATT&CK with foeprint sync, or a STIX bundle with foeprint load FILE.')
        : table(
            ['No', 'Source', 'Name', 'Kind', numberColumn('Objects'), 'Loaded', 'In view', 'File', 'SHA-256'],
            sources.map((source) => [
              String(source.number),
              source.id,
              source.name,
              source.kind,
              numberCell(source.objects),
              source.loadedAt.slice(0, 10),
              sayStanding(source.standing),
              lastPart(source.location),
              source.sha256.slice(0, 12),
            ]),
          ),
      ...asideBlocks(forgotten),
    ],
    notices: [...new Set(sources.flatMap(({ statements }) => statements))].toSorted(),
  };
}

/** The name of a file without its folders, by which the source can be called. */
function lastPart(location: string): string {
  return location.split(/[/\\]/).findLast((part) => part !== '') ?? location;
}

function asideBlocks(forgotten: readonly Aside[]): readonly Block[] {
  if (forgotten.length === 0) return [];
  const named = forgotten.map(({ id, name }) => `${name} (${id})`).join(', ');
  return [paragraph(`Forgotten, and can be taken back with \`foeprint forget --undo\`: ${named}.`)];
}

import { bullets, paragraph, table, type Block, type Document } from '../../render/index.ts';
import type { SightingsListAnswer, StoredBatch } from '../../answers/index.ts';
import { sayLevel } from '../../facts/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';

/** The sightings that were imported, by batch. */
export function sightingsListDocument({ batches, synthetic, rows, checked }: SightingsListAnswer): Document {
  const title = `${count(rows, 'sighting')} in ${count(batches.length, 'batch', 'batches')}`;
  if (batches.length === 0) {
    const way = synthetic ? 'foeprint sightings generate --rows N' : 'foeprint sightings import FILE';
    return { title, blocks: [paragraph(`There are none yet: ${way}.`)] };
  }
  const madeUp = synthetic ? [paragraph('All of them were made up: nothing here is real.')] : [];
  return {
    title,
    blocks: [...madeUp, batchTable(batches), ...(checked === undefined ? [] : checkBlocks(checked))],
  };
}

function checkBlocks({
  files,
  bytes,
  rows,
  sumsToMend,
}: NonNullable<SightingsListAnswer['checked']>): readonly Block[] {
  const where =
    files === undefined
      ? ''
      : ` ${count(files, 'file')} of ${groupDigits(bytes ?? 0)} bytes were read through.`;
  return [
    paragraph(`All ${count(rows, 'sighting')} are there, as they were stored.${where}`),
    ...(sumsToMend.length === 0
      ? []
      : [
          paragraph(
            'Sums by month are damaged. Rows are added up in their place; foeprint sightings compact makes them anew:',
          ),
          bullets(sumsToMend),
        ]),
  ];
}

/** Batches with what names them, and how much they hold. */
export function batchTable(batches: readonly StoredBatch[]): Block {
  const isMarked = batches.some(({ level }) => level !== undefined);
  return table(
    [
      'Batch',
      'Name',
      'Read as',
      'Imported',
      numberColumn('Sightings'),
      numberColumn('Rejected'),
      'First day',
      'Last day',
      ...(isMarked ? ['Marking'] : []),
    ],
    batches.map(({ id, name, format, importedAt, rows, rejected, first, last, level }) => [
      id.slice(0, 8),
      name,
      format,
      importedAt.slice(0, 10),
      groupDigits(rows),
      groupDigits(rejected),
      first,
      last,
      ...(isMarked ? [level === undefined ? '' : sayLevel(level)] : []),
    ]),
  );
}

import type { SightingsSummaryAnswer } from '../../answers/index.ts';
import { barChart, sayScope } from '../../draw/index.ts';
import {
  dataTable,
  figure,
  heading,
  paragraph,
  table,
  type Block,
  type DataTable,
  type Document,
} from '../../render/index.ts';
import { count, groupDigits, percent } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { capital, shareCell } from '../words.ts';
import { notKnownOf } from './scope-blocks.ts';

type SummedUp = SightingsSummaryAnswer['summed'][number];

/** What was seen, in short. */
export function sightingsSummaryDocument({
  scope,
  organisations,
  techniques,
  summed,
}: SightingsSummaryAnswer): Document {
  return {
    title: 'What was seen',
    lead: `${sayScope(scope)} ${count(techniques, 'technique')} at ${count(organisations, 'organisation')} that are known.`,
    blocks: [...notKnownOf(scope), ...summed.flatMap(section)],
  };
}

function section({ by, values }: SummedUp): readonly Block[] {
  if (values.length === 0) return [paragraph(`By ${by}: none.`)];
  const isCounted = values.some(({ organisations }) => organisations !== undefined);
  return [
    heading(2, `By ${by}`),
    ...(by === 'month' ? [chartOf(values)] : []),
    table(
      [
        capital(by),
        numberColumn('Sightings'),
        numberColumn('Share'),
        ...(isCounted ? [numberColumn('Organisations')] : []),
      ],
      values.map(({ name, sightings, share, organisations }) => [
        name || 'not known',
        groupDigits(sightings),
        percent(share),
        ...(organisations === undefined ? [] : [groupDigits(organisations)]),
      ]),
    ),
  ];
}

function chartOf(values: SummedUp['values']): Block {
  return figure(
    barChart({
      title: 'Sightings by month',
      bars: values.map(({ name, sightings }) => ({ label: name, value: sightings })),
    }),
    'The first and the last month may not be whole.',
  );
}

/** What was seen, a row for each month, sector, technique …. */
export function sightingsSummaryTables({ summed }: SightingsSummaryAnswer): readonly DataTable[] {
  return [
    dataTable(
      'Summary',
      summed.flatMap(({ by, values }) => values.map((value) => ({ by, ...value }))),
      {
        by: ({ by }) => by,
        id: ({ id }) => id,
        name: ({ name }) => name,
        sightings: ({ sightings }) => sightings,
        share: ({ share }) => shareCell(share),
        organisations: ({ organisations }) => organisations,
      },
    ),
  ];
}

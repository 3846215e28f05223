import { sayMention, type SightingsShowAnswer } from '../../answers/index.ts';
import { sayScope } from '../../draw/index.ts';
import { dataTable, paragraph, table, type DataTable, type Document } from '../../render/index.ts';
import { groupDigits } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { idCell, thingMentioned } from '../words.ts';
import { notKnownOf } from './scope-blocks.ts';

/** The sightings behind a number. */
export function sightingsShowDocument({ scope, rows }: SightingsShowAnswer): Document {
  return {
    title: 'Sightings',
    lead: sayScope(scope),
    blocks: [
      ...notKnownOf(scope),
      rows.length === 0
        ? paragraph('None.')
        : table(
            [
              'Day',
              'Technique',
              'Sector',
              'Organisation',
              'Group',
              'Source',
              'Detector',
              numberColumn('Sightings'),
            ],
            rows.map(({ day, technique, sector, organisation, group, source, detector, sightings }) => [
              day,
              thingMentioned(technique),
              sector,
              organisation,
              group === undefined ? '' : sayMention(group),
              source,
              detector,
              groupDigits(sightings),
            ]),
          ),
    ],
  };
}

export function sightingsShowTables({ rows }: SightingsShowAnswer): readonly DataTable[] {
  return [
    dataTable('Sightings', rows, {
      day: ({ day }) => day,
      technique: ({ technique }) => idCell(technique),
      name: ({ technique }) => technique.name,
      sector: ({ sector }) => sector,
      organisation: ({ organisation }) => organisation,
      group: ({ group }) => group && idCell(group),
      source: ({ source }) => source,
      detector: ({ detector }) => detector,
      sightings: ({ sightings }) => sightings,
    }),
  ];
}

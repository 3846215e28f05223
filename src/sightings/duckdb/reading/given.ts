import { jsonRecords } from './json-records.ts';
import type { RecordTable } from './read-rows.ts';
import { techniqueIds, timeOf, type RecordShape } from './record-shape.ts';

/** Sightings that another reader took apart already, with where each stands. */
const GIVEN: RecordShape = {
  fields: {
    place: 'VARCHAR',
    uid: 'VARCHAR',
    time: 'VARCHAR',
    sector: 'VARCHAR',
    organisation: 'VARCHAR',
    group: 'VARCHAR',
    source: 'VARCHAR',
    detector: 'VARCHAR',
    count: 'DOUBLE',
    techniques: 'VARCHAR[]',
  },
  isMeant: 'true',
  uid: 'uid',
  sector: 'sector',
  organisation: 'organisation',
  group: '"group"',
  source: 'source',
  detector: 'detector',
  count: '"count"',
  time: timeOf('"time"'),
  techniques: techniqueIds('techniques'),
};

/** Sightings in a file of JSON Lines, in our own words. */
export function givenSightings(file: string): RecordTable {
  return { shape: GIVEN, from: jsonRecords(file, GIVEN.fields), isBinary: true };
}

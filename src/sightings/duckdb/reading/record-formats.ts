import { ECS, hitsOf } from './ecs.ts';
import { jsonRecords } from './json-records.ts';
import { OCSF } from './ocsf.ts';
import type { RecordTable } from './read-rows.ts';

/** Formats of JSON Lines that the engine itself reads. */
export const RECORD_FORMATS = {
  ocsf: (file) => ({ shape: OCSF, from: jsonRecords(file, OCSF.fields) }),
  ecs: (file) => ({ shape: ECS, from: jsonRecords(file, ECS.fields) }),
  'ecs-hits': (file) => ({ shape: ECS, from: hitsOf((fields) => jsonRecords(file, fields)) }),
} as const satisfies Readonly<Record<string, (file: string) => RecordTable>>;
export type RecordFormatName = keyof typeof RECORD_FORMATS;

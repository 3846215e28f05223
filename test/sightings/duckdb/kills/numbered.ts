import type { HeldBatch } from '../../../../src/sightings/index.ts';
import { batchOf } from '../support.ts';

/** Rows of a batch that no other has. */
export const OWN = 40;

/** A batch with a day of its own, and one sighting that every batch has. */
export function numbered(number: number): HeldBatch {
  const day = `2026-0${1 + (number % 2)}-${10 + number}`;
  const own = Array.from({ length: OWN }, (_, row) => `${day} T1105 ${number}-${row}`);
  return batchOf(`batch ${number}`, ['2026-01-05 T1059 shared', ...own]);
}

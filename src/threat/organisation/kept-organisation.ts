import type { MarkingLevel } from '../../facts/index.ts';
import type { Organisation } from './organisation.ts';

/** The organisation that a home keeps: whom questions are about where nobody is named. */
export interface KeptOrganisation {
  /** Files of coverage stand in it by their names alone: what they said is kept as coverage. */
  readonly organisation: Organisation;
  /** Name of the file that it was read from. */
  readonly file: string;
  /** When it was kept, a timestamp. */
  readonly keptAt: string;
  /** How far it may go; absent where it bears no marking. */
  readonly level?: MarkingLevel;
}

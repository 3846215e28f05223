import { organisationNamed, type Organisation } from '../../src/threat/index.ts';

/** An organisation of which only what a test gives is known. */
export function organisation(fields: Partial<Organisation> = {}): Organisation {
  return { ...organisationNamed('Example Works'), ...fields };
}

/** A telecom operator in the reach of the groups of `victimsDesk`. */
export const WORKS = organisation({
  sectors: ['telecommunications'],
  countries: ['LU', 'BE'],
  platforms: ['Windows'],
});

import type * as z from 'zod/mini';
import { nullable, optional as mayLack, pipe, transform } from 'zod/mini';
import { DORMANT_AFTER_YEARS } from '../../threat/index.ts';
import { CoverageClaims } from '../coverage/claims.ts';
import { Organisation } from './organisation.ts';
import { fromFile, option, options, whole } from '../question.ts';

/** Which organisation is meant where none is named. A command line looks for the file, every shell for the one that is kept. */
const LOOKED_FOR = '`org.yaml`, in this folder or one above it, else the one that `org keep` keeps';

/** As it is given: left out, the home may keep one; null is nobody, whatever the home keeps. */
const GIVEN = pipe(
  mayLack(nullable(Organisation)),
  transform((given): z.input<typeof Organisation> | undefined => given ?? undefined),
);
const NEEDED = pipe(GIVEN, Organisation);
const MAYBE = pipe(GIVEN, mayLack(Organisation));

/** Whom groups are ranked for: a field of every question that goes by the ranking. Asking fills it in from the home where it is left out. */
export const FOR_WHOM = {
  organisation: fromFile(
    NEEDED,
    'organisation',
    '--org <file>',
    'the organisation, as docs/organisation.md describes it',
    { fallback: LOOKED_FOR },
  ),
};

/**
 * An organisation that a question may be about.
 *
 * @param inPlaceOf fields that say in its place what it is about
 */
export function maybeForWhom(label: string, ...inPlaceOf: readonly string[]): typeof MAYBE {
  const fallback = `${LOOKED_FOR}${inPlaceOf.length === 0 ? '' : `, where no ${inPlaceOf.map((field) => field.slice(0, -1)).join(' or ')} is named`}; \`none\` for nobody`;
  return fromFile(MAYBE, 'organisation', '--org <file>', label, { fallback, inPlaceOf });
}

/** What counts for the ranking. */
export const RANKING = {
  asOf: option('--as-of <day>', 'day from which ages count; nothing published later is used', {
    fallback: 'when the knowledge in view was last changed',
  }),
  activeSince: option(
    '--active-since <day>',
    'day since which a group must have been reported on to count as active; the others stand behind all that are',
    { fallback: `${DORMANT_AFTER_YEARS} years before that day` },
  ),
  hide: options(
    '--hide <name>',
    'do not use this source, claimant, campaign or document, nor this batch, product or rule of sightings (repeatable)',
  ),
};

/** How many of the first groups are meant. */
export function top(label: string): ReturnType<typeof whole> {
  return whole('-n, --top <count>', label, { fallback: '15' });
}

/** What is covered already: fields of every question that counts coverage. */
export const COVERAGE = {
  coverage: fromFile(
    mayLack(CoverageClaims),
    'coverage',
    '--coverage <file>',
    'what is covered: rules of Sigma, Elastic or Splunk, a Navigator layer, DeTT&CT file, CSV or list of ids; also a folder or archive of them; `none` for nothing (repeatable)',
    { isMany: true, fallback: 'what `coverage import` keeps, and the files of the organisation' },
  ),
  inventories: options(
    '--inventory <name>',
    'of what is kept this alone, also beside --coverage (repeatable)',
    {
      fallback: 'all that is kept; with --coverage, nothing',
    },
  ),
};

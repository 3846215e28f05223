import { optional as mayLack } from 'zod/mini';
import { CoverageClaims } from '../techniques/coverage.ts';
import { Organisation } from './organisation.ts';
import { fromFile, option, options, whole } from '../question.ts';

/** Whom groups are ranked for: a field of every question that goes by the ranking. */
export const FOR_WHOM = {
  organisation: fromFile(
    Organisation,
    'organisation',
    '--org <file>',
    'the organisation, as docs/organisation.md describes it',
  ),
};

/** What counts for the ranking. */
export const RANKING = {
  asOf: option('--as-of <day>', 'day from which ages count; nothing published later is used', {
    fallback: 'when the knowledge in view was last changed',
  }),
  hide: options('--hide <name>', 'do not use this source, claimant, campaign or document (repeatable)'),
};

/** How many of the first groups are meant. */
export function top(label: string): ReturnType<typeof whole> {
  return whole('-n, --top <count>', label, { fallback: '15' });
}

/** What is covered already. */
export const COVERAGE = {
  coverage: fromFile(
    mayLack(CoverageClaims),
    'coverage',
    '--coverage <file>',
    'what is covered: a Navigator layer, DeTT&CT file, Sigma rules, CSV or list of ids; also a folder or archive of them (repeatable)',
    { isMany: true },
  ),
};

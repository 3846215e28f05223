import { Citation } from '../explanation/evidence.ts';
import { count, list, oneOf, shape, text, type Of } from '../schema.ts';

export const SeenDate = shape(
  'SeenDate',
  'A date on which a thing itself is reported to have been first or last seen, and who reports it.',
  {
    end: oneOf(['first', 'last'], 'whether it was first or last seen then'),
    date: text('`2020`, `2020-06` or `2020-06-17`'),
    by: list(
      text('a source by name'),
      '`in prose` behind those that report it in their description only; each once',
    ),
  },
);
export type SeenDate = Of<typeof SeenDate>;

export const KnownActivity = shape('KnownActivity', 'When a group was seen, and by what that is known.', {
  firstSeen: text('first time that it was seen or reported on; empty where it is not known'),
  lastSeen: text('last time, likewise'),
  reports: count('dated reports on it'),
  years: list(
    shape('ReportsInYear', 'Reports in a year.', { year: text('the year'), reports: count('reports') }),
    'years with reports, oldest first',
  ),
  latest: list(Citation, 'the newest reports'),
});
export type KnownActivity = Of<typeof KnownActivity>;

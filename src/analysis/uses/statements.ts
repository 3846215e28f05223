import type { Support } from '../../answers/index.ts';
import { supportOf } from '../profile/support.ts';
import { evidenceOf, reportedRowsOf, termsOf, type SourcedFacts } from '../profile/sourced-facts.ts';

/** What stands behind a reported fact about two things; undefined where no source reports it. */
export function supportFor(
  sourced: SourcedFacts,
  relation: string,
  subject: number,
  object: number,
): Support | undefined {
  const row = reportedRowsOf(sourced, relation, subject).find(
    (each) => termsOf(sourced, { relation, row: each })[1] === object,
  );
  return row === undefined ? undefined : supportOf(evidenceOf(sourced, { relation, row }));
}

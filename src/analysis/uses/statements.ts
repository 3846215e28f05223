import type { Statement, Support } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import { eachReported, hasType, type Evidence } from '../../facts/index.ts';
import { compareMentions, mention } from '../mention.ts';
import { supportOf } from '../profile/support.ts';
import { evidenceOf, reportedRowsOf, termsOf, type SourcedFacts } from '../profile/sourced-facts.ts';
import { latestDay } from '../score/evidence-date.ts';

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

/**
 * What stands in a reported relation to a thing, with the evidence for each, newest first.
 *
 * @param end which of the two the thing asked about is: `from` the first, `to` the second
 * @param types STIX types of what to give
 */
export function statementsAbout(
  sourced: SourcedFacts,
  relation: string,
  thing: number,
  end: 'from' | 'to',
  types: readonly string[],
): readonly Statement[] {
  const at = end === 'from' ? 1 : 0;
  return rowsAbout(sourced, relation, thing, end)
    .map((row) => ({ row, other: termsOf(sourced, { relation, row })[at] ?? -1 }))
    .filter(({ other }) => hasType(sourced.catalogue, other, types))
    .map(({ row, other }) => statementOf(sourced, other, evidenceOf(sourced, { relation, row })))
    .toSorted(newestFirst);
}

function rowsAbout(
  sourced: SourcedFacts,
  relation: string,
  thing: number,
  end: 'from' | 'to',
): readonly number[] {
  if (end === 'from') return reportedRowsOf(sourced, relation, thing);
  const rows: number[] = [];
  eachReported(sourced.reported, relation, (_, object, row) => {
    if (object === thing) rows.push(row);
  });
  return rows;
}

/** A thing with what is reported of it. */
export function statementOf(
  { catalogue }: SourcedFacts,
  thing: number,
  evidence: readonly Evidence[],
  through: readonly number[] = [],
): Statement {
  return {
    thing: mention(catalogue, thing),
    through: through.map((term) => mention(catalogue, term)),
    ...supportOf(evidence),
  };
}

/** By the newest date of evidence; what is not dated stands last, in order of labels. */
export function newestFirst(one: Statement, other: Statement): number {
  return compareText(dayOf(other), dayOf(one)) || compareMentions(one.thing, other.thing);
}

function dayOf({ last }: Statement): string {
  return last === undefined ? '' : latestDay(last.date);
}

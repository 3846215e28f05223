import type { NameResolver, Issue } from '../../facts/index.ts';
import { IssueList } from '../issue-list.ts';
import type { WrittenFile } from '../read-values.ts';
import type { Assertion } from '../../stix/index.ts';
import type { CaseDocument } from './case-document.ts';
import { readRow } from './read-row.ts';

/** What came of reading one assertion. */
export interface SingleReading {
  readonly document?: CaseDocument;
  readonly issues: readonly Issue[];
}

/**
 * Reads an assertion given field by field (`subject`, `relation`, `object`, `source`, `date`, …), as in a case file,
 * into a document that adds to what is known. Asserted again with another status or sentence, it is changed.
 *
 * @param reportedAt now, ISO 8601 UTC; the date where none is given
 */
export function readSingleAssertion(
  fields: ReadonlyMap<string, string>,
  resolve: NameResolver,
  reportedAt: string,
): SingleReading {
  const list = new IssueList('');
  const head = { values: { date: reportedAt }, wrong: new Set<string>() };
  const assertion = readRow(written(fields), head, resolve, list);
  const issues = list.toArray().map(withoutPlace);
  if (assertion === undefined) return { issues };
  return { document: addition({ ...assertion, modified: reportedAt }), issues };
}

/** Fields come from a command line or a form: there is no place in a file to point to. */
function withoutPlace({ code, severity, message, hint }: Issue): Issue {
  return { code, severity, message, ...(hint === undefined ? {} : { hint }) };
}

/** A document that takes an assertion back. It stays as history, and what others reported stays as it was. */
export function retraction(assertion: Assertion, retractedAt: string): CaseDocument {
  return addition({ ...assertion, modified: retractedAt, retracted: true });
}

function addition(assertion: Assertion): CaseDocument {
  return { case: assertion.source, title: '', kind: 'analyst', whole: false, assertions: [assertion] };
}

function written(fields: ReadonlyMap<string, string>): WrittenFile {
  return {
    file: '',
    value: Object.fromEntries(fields),
    faults: [],
    locate: () => ({}),
    locateKey: () => ({}),
  };
}

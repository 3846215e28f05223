import { paragraph, table, type Document } from '../../render/index.ts';
import type { AssertionsAnswer, ListedAssertion } from '../../answers/index.ts';
import { count } from '../../text/index.ts';

/** What analysts, cases and loaded reports state, as a table. */
export function assertionsDocument({ assertions }: AssertionsAnswer): Document {
  return {
    title: count(assertions.length, 'assertion'),
    blocks: [
      assertions.length === 0
        ? paragraph('There are none. Add one with `foeprint assert`, or load a case file or a report.')
        : table(
            ['Name', 'Source', 'Says', 'Status', 'Date', 'TLP', 'In their words'],
            assertions.map((assertion) => [
              assertion.label,
              assertion.source,
              assertion.statement,
              assertion.retracted ? `${assertion.status}, taken back` : assertion.status,
              assertion.created.slice(0, 10),
              assertion.tlp,
              assertion.sentence,
            ]),
          ),
    ],
  };
}

/** One assertion as a sentence, after something was done with it. */
export function assertionDocument(
  done: string,
  { label, statement, source }: Pick<ListedAssertion, 'label' | 'statement' | 'source'>,
): Document {
  return { title: done, blocks: [paragraph(`${label}: ${statement} (${source}).`)] };
}

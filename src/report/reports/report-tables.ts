import { sayMention, type ReportAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { idCell, shareCell } from '../words.ts';

/** What a report is read to state, a suggestion to a line, with its sentences. Several values of a cell are separated by `; `. */
export function reportTables({ suggestions, groups }: ReportAnswer): readonly DataTable[] {
  return [
    dataTable('Suggestions', suggestions, {
      key: ({ key }) => key,
      tier: ({ tier }) => tier,
      likely: ({ probability }) => (probability === undefined ? undefined : shareCell(probability)),
      relation: ({ relation }) => relation,
      subject: ({ subject }) => (subject === undefined ? undefined : idCell(subject)),
      'subject name': ({ subject }) => subject?.name,
      'may be': ({ candidates }) => candidates.map(sayMention).join('; '),
      object: ({ object }) => idCell(object),
      name: ({ object }) => object.name,
      'stated by': ({ statedBy }) => statedBy.join('; '),
      'known from': ({ knownFrom }) => knownFrom.join('; '),
      decision: ({ decision }) => decision?.verdict,
      sentence: ({ sentences }) => sentences[0]?.text,
      words: ({ words }) => words.join('; '),
    }),
    dataTable('Groups', groups, {
      names: ({ names }) => names.join('; '),
      means: ({ means }) => means.map(({ group }) => sayMention(group)).join('; '),
      'by the names of': ({ means }) => [...new Set(means.flatMap(({ claimants }) => claimants))].join('; '),
      named: ({ mentions }) => mentions,
      sentences: ({ sentences }) => sentences,
    }),
  ];
}

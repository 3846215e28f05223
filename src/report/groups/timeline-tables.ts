import { sayNames, type Mention, type TimelineAnswer, type TimelineEntry } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { dayOf, thingColumns } from '../words.ts';

/** A timeline as a table, a row for each technique: dated ones in order of report, then those without a date. */
export function timelineTables({ years, undated, tactics }: TimelineAnswer): readonly DataTable[] {
  const entries = [...years.flatMap((year) => year.entries), ...undated];
  const tacticsOf = (entry: TimelineEntry): readonly Mention[] =>
    tactics.filter(({ id }) => entry.tactics.includes(id));
  return [
    dataTable('Timeline', entries, {
      reported: ({ reported }) => reported?.date,
      ...thingColumns('technique'),
      tactics: (entry) => sayNames(tacticsOf(entry), '; '),
      score: ({ score }) => score,
      use: ({ use }) => use,
      through: ({ through }) => sayNames(through, '; '),
      'reported as': ({ reportedAs }) => reportedAs?.join('; '),
      implications: ({ implications }) => implications.map(({ label }) => label).join('; '),
      rules: ({ implications }) => implications.map(({ rule }) => rule).join('; '),
      campaigns: ({ campaigns }) => campaigns.map(({ campaign }) => campaign.name).join('; '),
      'first seen in a campaign': ({ campaigns: [first] }) => dayOf(first?.firstSeen),
      'in ATT&CK since': ({ addedIn }) =>
        addedIn && `${addedIn.release}${addedIn.orEarlier ? ' or earlier' : ''}`,
      citation: ({ citation }) => citation?.name,
      address: ({ citation }) => citation?.url,
      sentence: ({ sentence }) => sentence,
    }),
  ];
}

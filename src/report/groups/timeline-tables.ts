import type { TimelineAnswer, TimelineEntry } from '../../answers/index.ts';
import type { DataTable } from '../../render/index.ts';
import { dayOf } from '../../draw/index.ts';
import { sayNames } from '../../answers/index.ts';

const HEADS = [
  'reported',
  'technique',
  'name',
  'tactics',
  'score',
  'use',
  'through',
  'reported as',
  'implications',
  'rules',
  'campaigns',
  'first seen in a campaign',
  'in ATT&CK since',
  'citation',
  'address',
  'sentence',
];

/** A timeline as a table, a row for each technique: dated ones in order of report, then those without a date. */
export function timelineTables(timeline: TimelineAnswer): readonly DataTable[] {
  const entries = [...timeline.years.flatMap((year) => year.entries), ...timeline.undated];
  return [{ name: 'Timeline', heads: HEADS, rows: entries.map((entry) => row(timeline, entry)) }];
}

function row({ tactics }: TimelineAnswer, entry: TimelineEntry): DataTable['rows'][number] {
  const { technique, implications, campaigns, addedIn, citation } = entry;
  return [
    entry.reported?.date,
    technique.label || technique.id,
    technique.name,
    sayNames(
      tactics.filter(({ id }) => entry.tactics.includes(id)),
      '; ',
    ),
    entry.score,
    entry.use,
    sayNames(entry.through, '; '),
    entry.reportedAs?.join('; '),
    implications.map(({ label }) => label).join('; '),
    implications.map(({ rule }) => rule).join('; '),
    sayNames(
      campaigns.map(({ campaign }) => campaign),
      '; ',
    ),
    dayOf(campaigns[0]?.firstSeen),
    addedIn === undefined ? undefined : `${addedIn.release}${addedIn.orEarlier ? ' or earlier' : ''}`,
    citation?.name,
    citation?.url,
    entry.sentence,
  ];
}

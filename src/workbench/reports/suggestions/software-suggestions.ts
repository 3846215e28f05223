import { mention } from '../../../analysis/index.ts';
import type { KnowledgeView } from '../../../knowledge/index.ts';
import { groupedBy } from '../../../text/index.ts';
import type { ReportReading } from '../read-report.ts';
import type { Suggested } from './suggested.ts';
import { whoseAt } from './technique-suggestions.ts';

/** The software of a report, each with those of whom the sentences speak that name it: to be reviewed, as it may be named for another reason. */
export function softwareSuggestions(view: KnowledgeView, reading: ReportReading): readonly Suggested[] {
  // Whose the software of a report without groups is, nobody can decide from it.
  if (reading.groups.length === 0) return [];
  const whose = whoseAt(view, reading);
  return reading.software.flatMap(({ term, sentences }) =>
    [...groupedBy(sentences, (place) => whose(place).subject)].map(([subject, places]): Suggested => ({
      relation: 'uses',
      subject,
      candidates:
        subject === undefined ? [...new Set(places.flatMap((place) => whose(place).candidates))] : [],
      object: mention(view.catalogue, term),
      statedBy: ['name'],
      tier: 'review',
      places,
      fields: [],
    })),
  );
}

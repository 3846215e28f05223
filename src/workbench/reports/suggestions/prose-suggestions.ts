import type { Mention } from '../../../answers/index.ts';
import type { KnowledgeView } from '../../../knowledge/index.ts';
import { readSubject, type ProseReading } from '../../../reading/index.ts';
import type { ReportReading } from '../read-report.ts';
import type { Suggested } from './suggested.ts';
import { whoseAt } from './technique-suggestions.ts';

/** Whom groups attack, from where, why and since when, as the patterns of prose read it in sentences that speak of one group. */
export function proseSuggestions(view: KnowledgeView, reading: ReportReading): readonly Suggested[] {
  if (reading.groups.length === 0) return [];
  const whose = whoseAt(view, reading);
  return reading.sentences.flatMap(({ text }, place) => {
    const { subject } = whose(place);
    if (subject === undefined) return [];
    const { name, aliases, type } = view.catalogue.entry(subject);
    const isNamed = reading.groups.some(({ sentences }) => sentences.includes(place));
    return readSubject({ name, aliases, type }, { text, names: [] }, isNamed).flatMap((found) =>
      objectsOf(found).map((object): Suggested => ({
        relation: found.relation,
        subject,
        candidates: [],
        object,
        statedBy: ['pattern'],
        tier: 'review',
        places: [place],
        fields: [],
      })),
    );
  });
}

function objectsOf({ objects, things }: ProseReading): readonly Mention[] {
  return objects.flatMap((object): readonly Mention[] => {
    if (typeof object !== 'string')
      return [{ id: object.literal, type: 'string', name: object.literal, label: '' }];
    const thing = things.find(({ id }) => id === object)?.objects[0];
    if (thing?.entity === undefined) return [];
    return [{ id: object, type: thing.type, name: thing.entity.name, label: '' }];
  });
}

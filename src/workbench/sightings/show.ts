import type { SightingsShowAnswer, SightingsShowQuestion } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { defined } from '../../text/index.ts';
import { VOCABULARIES } from '../../threat/index.ts';
import type { Answered } from '../use-case.ts';
import { openNarrowed } from './narrowed.ts';
import { answeredFrom } from './scope.ts';
import { namesById } from './technique-names.ts';

/** The sightings behind a number. @throws FoeprintError as {@link openNarrowed} */
export async function shownSightings(
  knowledge: Knowledge['view'],
  { limit = 50, ...asked }: SightingsShowQuestion,
): Promise<Answered<SightingsShowAnswer>> {
  const { view } = knowledge;
  const opened = await openNarrowed(knowledge, asked);
  const [techniqueOf, groupOf] = [namesById(view, 'technique'), namesById(view, 'group')];
  const rows = await opened.store.ask({
    by: ['day', 'sector', 'organisation', 'technique', 'group', 'source', 'detector'],
    measures: ['sightings'],
    filter: opened.filter,
    largest: 'sightings',
    limit,
  });
  const answer: SightingsShowAnswer = {
    scope: opened.scope,
    rows: rows.map(
      ({
        by: [
          day = '',
          sector = '',
          organisation = '',
          technique = '',
          group = '',
          source = '',
          detector = '',
        ],
        measures: [sightings],
      }) => ({
        day,
        sector: VOCABULARIES.sectors.say(sector),
        organisation,
        technique: techniqueOf(technique),
        ...defined({ group: group === '' ? undefined : groupOf(group) }),
        source,
        detector,
        sightings: Number(sightings),
      }),
    ),
  };
  return answeredFrom(view, opened, answer, opened.notes);
}

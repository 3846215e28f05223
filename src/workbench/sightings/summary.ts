import {
  sayMention,
  SUMMED_BY,
  type SightingsSummaryAnswer,
  type SightingsSummaryQuestion,
} from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import type { Measure } from '../../sightings/index.ts';
import { defined } from '../../text/index.ts';
import { VOCABULARIES } from '../../threat/index.ts';
import type { Answered } from '../use-case.ts';
import { openNarrowed } from './narrowed.ts';
import { answeredFrom } from './scope.ts';
import { namesById } from './technique-names.ts';

type By = (typeof SUMMED_BY)[number];

/** By what organisations are counted, too: what they may have in common. */
const COUNTED_AT: ReadonlySet<By> = new Set(['month', 'sector', 'technique', 'group']);

/** Months, organisations, products and rules are called what they are. */
function plain(id: string): string {
  return id;
}

/** What was seen, in short. @throws FoeprintError as {@link openNarrowed} */
export async function sightingsSummary(
  knowledge: Knowledge['view'],
  { limit = 10, ...asked }: SightingsSummaryQuestion,
): Promise<Answered<SightingsSummaryAnswer>> {
  const { view } = knowledge;
  const opened = await openNarrowed(knowledge, asked);
  const { store, filter, scope } = opened;
  const [techniqueOf, groupOf] = [namesById(view, 'technique'), namesById(view, 'group')];
  const names: Readonly<Record<By, (id: string) => string>> = {
    month: plain,
    sector: VOCABULARIES.sectors.say,
    organisation: plain,
    technique: (id) => sayMention(techniqueOf(id)),
    group: (id) => (id === '' ? '' : sayMention(groupOf(id))),
    source: plain,
    detector: plain,
  };
  const totals = await store.ask({ by: [], measures: ['organisations', 'techniques'], filter });
  const summed: SightingsSummaryAnswer['summed'][number][] = [];
  for (const by of SUMMED_BY) {
    const measures: readonly Measure[] = COUNTED_AT.has(by) ? ['sightings', 'organisations'] : ['sightings'];
    const order = by === 'month' ? {} : { largest: 'sightings' as const, limit };
    const rows = await store.ask({ by: [by], measures, filter, ...order });
    const values = rows.map(({ by: [id = ''], measures: [sightings, organisations] }) => ({
      id,
      name: names[by](id),
      sightings: Number(sightings),
      share: scope.sightings === 0 ? 0 : Number(sightings) / scope.sightings,
      ...defined({ organisations: organisations === undefined ? undefined : Number(organisations) }),
    }));
    summed.push({ by, values });
  }
  const [organisations, techniques] = totals[0]?.measures ?? [];
  const answer: SightingsSummaryAnswer = {
    scope,
    organisations: Number(organisations ?? 0),
    techniques: Number(techniques ?? 0),
    summed,
  };
  return answeredFrom(view, opened, answer, opened.notes);
}

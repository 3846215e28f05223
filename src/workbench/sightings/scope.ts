import type { SightingScope } from '../../answers/index.ts';
import type { Beside } from '../../desk/index.ts';
import { errorOf, strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { daysLater, monthsLater, sum } from '../../text/index.ts';
import type { Batch, SightingFilter, SightingStore } from '../../sightings/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { soundDay } from '../names/asked-day.ts';
import { restingOn } from '../resting-on.ts';
import type { Answered, Basis } from '../use-case.ts';
import { leftOutNote, leftOutOf } from './hidden.ts';

/** Which sightings a question is about. */
interface AskedScope {
  readonly synthetic?: boolean | undefined;
  /** Whole months up to that of {@link asOf}; all that there is where neither this nor a day is given. */
  readonly months?: number | undefined;
  readonly asOf?: string | undefined;
  /** First and last day. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly filter?: Omit<SightingFilter, 'from' | 'until' | 'known' | 'hidden'>;
  /** Names of what is left out. */
  readonly hide?: readonly string[] | undefined;
}

/** Sightings that can be asked about, of which none is counted yet. */
export interface FoundSightings {
  readonly store: SightingStore;
  readonly scope: Pick<
    SightingScope,
    'synthetic' | 'engine' | 'from' | 'until' | 'batches' | 'hidden' | 'sinceThen'
  >;
  /** Names to leave out that lead to no sightings. */
  readonly notHidden: readonly string[];
  /** Narrows a question to the scope. */
  readonly filter: SightingFilter;
  /** Strictest marking of what was imported with a day in it. */
  readonly level: MarkingLevel | undefined;
  /** What was imported, as what an answer rests on. */
  readonly basis: readonly Basis[];
}

/** The same with how many there are. */
export interface OpenSightings extends FoundSightings {
  readonly scope: SightingScope;
}

/**
 * Opens the sightings that a question is about, and counts them.
 *
 * @throws FoeprintError as {@link findSightings}
 */
export async function openSightings(
  beside: Pick<Beside, 'sightings'>,
  asked: AskedScope,
): Promise<OpenSightings> {
  const found = await findSightings(beside, asked);
  const { store, filter } = found;
  const totalOf = async (known: SightingFilter['known'] = []): Promise<number> => {
    const rows = await store.ask({ by: [], measures: ['sightings'], filter: { ...filter, known } });
    return sum(rows.map(({ measures: [total = 0] }) => Number(total)));
  };
  const total = await totalOf();
  const inSectors = await totalOf(['sector']);
  const atOrganisations = await totalOf(['organisation']);
  return {
    ...found,
    scope: {
      ...found.scope,
      sightings: total,
      withoutSector: total - inSectors,
      withoutOrganisation: total - atOrganisations,
      shareWithoutSector: total === 0 ? 0 : 1 - inSectors / total,
      shareWithoutOrganisation: total === 0 ? 0 : 1 - atOrganisations / total,
    },
  };
}

/**
 * Finds the sightings that a question is about. The engine is asked for names only where something is to be left out.
 *
 * @throws FoeprintError W670 where there are none, W608 for a day that is none
 */
export async function findSightings(
  { sightings }: Pick<Beside, 'sightings'>,
  asked: AskedScope,
): Promise<FoundSightings> {
  const { synthetic = false } = asked;
  const store = await sightings(synthetic ? 'synthetic' : 'imported');
  const all = (await store?.batches()) ?? [];
  const newest =
    all
      .map(({ last }) => last)
      .toSorted()
      .at(-1) ?? '';
  if (store === undefined || newest === '')
    throw errorOf(
      WORKBENCH_ISSUES.noSightings,
      synthetic ? 'No sightings were made up.' : 'No sightings were imported.',
    );
  const { hidden, parts, unknown } = await leftOutOf(store, all, asked.hide ?? []);
  const { from, until } = daysOf(asked, newest, all);
  const batches = all.filter(
    ({ id, first, last }) =>
      first !== '' && first <= until && last >= from && hidden.batches?.includes(id) !== true,
  );
  return {
    store,
    filter: { ...asked.filter, hidden, from, until: daysLater(until, 1) },
    notHidden: unknown,
    scope: {
      synthetic: store.isSynthetic,
      engine: store.engine,
      from,
      until,
      batches: batches.map(({ id, name, format }) => ({ id, name, format })),
      hidden: parts,
      ...(newest > until ? { sinceThen: newest } : {}),
    },
    level: strictestLevel(batches.map(({ level }) => level)),
    basis: batches.map(({ id, name }) => ({ id, name, statements: [] })),
  };
}

/** First and last day. */
function daysOf(
  { months, asOf, from, until }: AskedScope,
  newest: string,
  batches: readonly Batch[],
): { readonly from: string; readonly until: string } {
  if (months !== undefined) {
    const month = (soundDay(asOf) ?? newest).slice(0, 7);
    return {
      from: `${monthsLater(month, 1 - months)}-01`,
      until: daysLater(`${monthsLater(month, 1)}-01`, -1),
    };
  }
  const oldest = batches.flatMap(({ first }) => (first === '' ? [] : [first])).toSorted()[0] ?? newest;
  return { from: soundDay(from) ?? oldest, until: soundDay(until) ?? newest };
}

/**
 * An answer from sightings, with what it rests on and how far it may go.
 *
 * @param notes to be put before those on the sightings
 */
export function answeredFrom<Answer>(
  view: KnowledgeView,
  { scope, level, basis, notHidden }: OpenSightings,
  answer: Answer,
  notes: readonly string[] = [],
): Answered<Answer> {
  return {
    answer,
    notes: [
      ...notes,
      ...notHidden.map(
        (name) => `No sightings are of anything called “${name}”, so nothing was left out for it.`,
      ),
      ...notesOnScope(scope),
    ],
    level,
    restsOn: [...restingOn(view, () => JSON.stringify(answer)), ...basis],
  };
}

function notesOnScope({ synthetic, hidden, sinceThen }: SightingScope): readonly string[] {
  const leftOut = leftOutNote(hidden);
  return [
    ...(leftOut === undefined ? [] : [leftOut]),
    ...(synthetic
      ? ['These sightings were made up, for demonstrations and measurements: nothing here is real.']
      : []),
    ...(sinceThen === undefined
      ? []
      : [`There are newer sightings, up to ${sinceThen}, which do not count here.`]),
  ];
}

import type { SightingScope } from '../../answers/index.ts';
import type { Beside } from '../../desk/index.ts';
import { errorOf, strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { sum } from '../../text/index.ts';
import type { Batch, SightingFilter, SightingStore } from '../../sightings/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { soundDay } from '../names/asked-day.ts';
import type { Basis } from '../use-case.ts';

/** Which sightings a question is about. */
interface AskedScope {
  readonly synthetic?: boolean | undefined;
  /** Whole months up to that of {@link asOf}; all that there is where neither this nor a day is given. */
  readonly months?: number | undefined;
  readonly asOf?: string | undefined;
  /** First and last day. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly filter?: Omit<SightingFilter, 'from' | 'until'>;
}

/** Sightings that can be asked about. */
export interface OpenSightings {
  readonly store: SightingStore;
  readonly scope: SightingScope;
  /** Narrows a question to the scope. */
  readonly filter: SightingFilter;
  /** Strictest marking of what was imported with a day in it. */
  readonly level: MarkingLevel | undefined;
  /** What was imported, as what an answer rests on. */
  readonly basis: readonly Basis[];
}

/**
 * Opens the sightings that a question is about.
 *
 * @throws FoeprintError W670 where there are none, W608 for a day that is none
 */
export async function openSightings(
  { sightings }: Pick<Beside, 'sightings'>,
  asked: AskedScope,
): Promise<OpenSightings> {
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
  const { from, until } = daysOf(asked, newest, all);
  const batches = all.filter(({ first, last }) => first !== '' && first <= until && last >= from);
  const filter = { ...asked.filter, from, until: dayAfter(until) };
  const totalOf = async (known?: 'sector' | 'organisation'): Promise<number> =>
    sum(
      (
        await store.ask({
          by: [],
          measures: ['sightings'],
          filter: known === undefined ? filter : { ...filter, known: [...(filter.known ?? []), known] },
        })
      ).map(({ measures: [total = 0] }) => Number(total)),
    );
  const [total, inSectors, atOrganisations] = [
    await totalOf(),
    await totalOf('sector'),
    await totalOf('organisation'),
  ];
  return {
    store,
    filter,
    scope: {
      synthetic: store.isSynthetic,
      engine: store.engine,
      from,
      until,
      batches: batches.map(({ id, name, format }) => ({ id, name, format })),
      sightings: total,
      withoutSector: total - inSectors,
      withoutOrganisation: total - atOrganisations,
      shareWithoutSector: total === 0 ? 0 : 1 - inSectors / total,
      shareWithoutOrganisation: total === 0 ? 0 : 1 - atOrganisations / total,
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
    return { from: `${monthsLater(month, 1 - months)}-01`, until: dayBefore(`${monthsLater(month, 1)}-01`) };
  }
  const oldest = batches.flatMap(({ first }) => (first === '' ? [] : [first])).toSorted()[0] ?? newest;
  return { from: soundDay(from) ?? oldest, until: soundDay(until) ?? newest };
}

/** `2026-01`, -1 → `2025-12`. */
export function monthsLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7);
}

function dayBefore(day: string): string {
  return daysLater(day, -1);
}

function dayAfter(day: string): string {
  return daysLater(day, 1);
}

function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

const MILLISECONDS_A_DAY = 86_400_000;

/** What every answer from sightings says first. */
export function notesOnScope({ scope }: OpenSightings): readonly string[] {
  return [
    ...(scope.synthetic
      ? ['These sightings were made up, for demonstrations and measurements: nothing here is real.']
      : []),
    ...(scope.sinceThen === undefined
      ? []
      : [`There are newer sightings, up to ${scope.sinceThen}, which do not count here.`]),
  ];
}

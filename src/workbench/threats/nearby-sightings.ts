import { nearbySightings, type NearbySightings, type SightingCounts } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { FoeprintError, strictestLevel } from '../../facts/index.ts';
import { harmlessWord, type SightingFilter } from '../../sightings/index.ts';
import { defined, isDay, monthsLater } from '../../text/index.ts';
import { tlpNamed, type Organisation } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { restingOn } from '../resting-on.ts';
import { leftOutNote } from '../sightings/hidden.ts';
import { findSightings, type FoundSightings } from '../sightings/scope.ts';
import type { Answered } from '../use-case.ts';
import type { ThreatSearch } from './threats.ts';

/** Months that count: those of a year, so that every season is in them. */
const MONTHS = 12;

/**
 * Answers a question about an organisation with what imported sightings have of it and of its sectors: the last twelve months of the
 * store, or up to the day that is asked about. What was made up never counts. Where nothing was seen there, nothing changes.
 *
 * @param hide names of what is not to be used, of sightings and of all else
 * @param answer is given what was seen; nothing where nothing was
 */
export async function withNearbySightings<Answer>(
  knowledge: Knowledge['desk'],
  organisation: Organisation,
  { asOf, hide }: Pick<ThreatSearch, 'asOf' | 'hide'>,
  answer: (nearby: Pick<ThreatSearch, 'sighted' | 'hiddenSightings'>) => Answered<Answer>,
): Promise<Answered<Answer>> {
  // What is no day is refused by the answer.
  const isSound = asOf === undefined || isDay(asOf);
  const seen = isSound ? await nearby(knowledge, organisation, asOf, hide) : undefined;
  if (seen instanceof FoeprintError) {
    const answered = answer({});
    return {
      ...answered,
      notes: [...(answered.notes ?? []), `Imported sightings do not count here: ${seen.message}`],
      level: strictestLevel([answered.level, tlpNamed(seen.level ?? '')?.name]),
    };
  }
  if (seen === undefined) return answer({});
  const { sighted, found } = seen;
  const { from, until, hidden } = found.scope;
  const hiddenSightings = (hide ?? []).filter((name) => !found.notHidden.includes(name));
  const answered = answer({ ...defined({ sighted }), hiddenSightings });
  const leftOut = leftOutNote(hidden);
  const notes = [...(answered.notes ?? []), ...(leftOut === undefined ? [] : [leftOut])];
  if (sighted === undefined) return { ...answered, notes };
  return {
    ...answered,
    notes: [
      ...notes,
      `Imported sightings count from ${from} to ${until}: at ${organisation.name} and in its sectors, ${sighted.groups} of the groups in view were named.`,
    ],
    level: strictestLevel([answered.level, found.level]),
    restsOn: [
      ...(answered.restsOn ??
        restingOn(knowledge.view, () => JSON.stringify([answered.answer, answered.notes ?? []]))),
      ...found.basis,
    ],
  };
}

/** What was seen; why not where it is there and cannot be asked, nothing where nothing was, and nothing left out. */
async function nearby(
  knowledge: Knowledge['desk'],
  { name, sightingsAs = [], sectors }: Organisation,
  asOf: string | undefined,
  hide: readonly string[] | undefined,
): Promise<
  | { readonly found: FoundSightings; readonly sighted: NearbySightings | undefined }
  | FoeprintError
  | undefined
> {
  try {
    const found = await findSightings(knowledge, {
      months: asOf === undefined ? MONTHS : undefined,
      from: asOf === undefined ? undefined : `${monthsLater(asOf.slice(0, 7), 1 - MONTHS)}-01`,
      until: asOf,
      hide,
    });
    const own = await countsOf(found, { organisations: [name, ...sightingsAs].map(harmlessWord) }, sectors);
    const sector = sectors.length === 0 ? NOTHING : await countsOf(found, { sectors }, sectors);
    if (own === NOTHING && sector === NOTHING)
      return found.scope.hidden.length === 0 ? undefined : { found, sighted: undefined };
    return { found, sighted: nearbySightings(knowledge.view.catalogue, name, own, sector) };
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    return error.code === WORKBENCH_ISSUES.noSightings.code ? undefined : error;
  }
}

const NOTHING: SightingCounts = { months: [], groups: [], techniques: [] };

/** Where nothing was seen, nothing more is asked. */
async function countsOf(
  { store, filter: scope }: FoundSightings,
  which: Pick<SightingFilter, 'sectors' | 'organisations'>,
  sectors: readonly string[],
): Promise<SightingCounts> {
  const filter = { ...scope, ...which };
  const techniques = await store.ask({
    by: ['technique'],
    measures: ['sightings', 'organisations'],
    filter,
  });
  if (techniques.length === 0) return NOTHING;
  const named = { ...filter, known: ['group'] as const };
  return {
    months: await store.ask({ by: ['month', 'group'], measures: ['sightings'], filter: named }),
    groups:
      sectors.length === 0
        ? []
        : await store.ask({ by: ['group'], measures: ['organisations'], filter: { ...named, sectors } }),
    techniques,
  };
}

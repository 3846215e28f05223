import { addTo } from '../../../text/index.ts';
import { eachReported, hasType, type ReportedFact } from '../../../facts/index.ts';
import { typesOf, type Organisation } from '../../../threat/index.ts';
import { DERIVED, eachPair, objectsOf, subjectsOf, type Known } from '../../../desk/index.ts';
import { sayTerm } from '../../mention.ts';
import type { SourcedFacts } from '../../profile/sourced-facts.ts';
import { namedTerm, traitsOf } from '../../victims/readings.ts';
import type { Lookups, Sighted } from './factor.ts';
import { platformFitOf } from './platform-fit.ts';

/** What must be found for the lookups beside the facts. */
export interface Findings {
  /** Reported uses whose sentences name a product of the organisation, by the term of the user. */
  readonly productUses: ReadonlyMap<
    number,
    readonly { readonly product: string; readonly fact: ReportedFact }[]
  >;
  /** What the organisation has seen itself, as terms. */
  readonly ownSightings: readonly OwnSighted[];
}

/** One thing of an adversary that the organisation has seen itself. */
export interface OwnSighted {
  readonly term: number;
  readonly date?: string;
}

/** How much a sighting elsewhere counts: at somebody of the same sector, and of the same country. */
const ELSEWHERE = { sector: 0.6, country: 0.5 } as const;

/** Looks up what factors ask for, for all groups at once. */
export function lookupsOf(sourced: SourcedFacts, organisation: Organisation, findings: Findings): Lookups {
  const fits = platformFits(sourced, organisation.platforms);
  const seen = sightingsByGroup(sourced, organisation, findings.ownSightings);
  return {
    platformFit: (group) => fits.get(group),
    productUses: (group) => findings.productUses.get(group) ?? [],
    sightings: (group) => seen.get(group) ?? [],
  };
}

/** group → techniques that it uses, reported or derived. */
export function techniquesOfGroups(known: Known): ReadonlyMap<number, ReadonlySet<number>> {
  const [groupTypes, techniqueTypes] = [typesOf('group'), typesOf('technique')];
  const used = new Map<number, Set<number>>();
  for (const relation of ['uses', DERIVED.use])
    eachPair(known, relation, (user, technique) => {
      if (!hasType(known.catalogue, user, groupTypes) || !hasType(known.catalogue, technique, techniqueTypes))
        return;
      const techniques = used.get(user) ?? new Set<number>();
      used.set(user, techniques.add(technique));
    });
  return used;
}

function platformFits(
  known: Known,
  platforms: readonly string[],
): ReadonlyMap<number, { readonly fitting: number; readonly of: number }> {
  if (platforms.length === 0) return new Map();
  const { fits } = platformFitOf(known, platforms);
  return new Map(
    [...techniquesOfGroups(known)].map(([group, techniques]) => [
      group,
      { fitting: [...techniques].filter(fits).length, of: techniques.size },
    ]),
  );
}

/** group → what was seen of it by the organisation itself, and by others like it. */
function sightingsByGroup(
  sourced: SourcedFacts,
  organisation: Organisation,
  own: readonly OwnSighted[],
): ReadonlyMap<number, readonly Sighted[]> {
  const say = (term: number): string => sayTerm(sourced.catalogue, term);
  const seen = new Map<number, Sighted[]>();
  const add = (
    term: number,
    worth: number,
    sighted: (users: number) => Pick<Sighted, 'label' | 'fact'>,
  ): void => {
    const users = usersOf(sourced, term);
    // What many groups use points to none of them in particular.
    const sighting = {
      value: worth / Math.sqrt(users.length),
      namesGroup: users.includes(term),
      ...sighted(users.length),
    };
    for (const group of users) addTo(seen, group, sighting);
  };
  for (const { term, date } of own)
    add(term, 1, (users) => ({
      label: `${organisation.name} has seen ${say(term)}${date === undefined ? '' : ` on ${date}`}${users > 1 ? `, which ${users} groups use` : ''}`,
    }));
  for (const { term, place, worth, fact } of reportedSightings(sourced, organisation))
    add(term, worth, () => ({ label: `${say(term)} was seen at ${say(place)}`, fact }));
  return seen;
}

/** The groups to which a thing points: itself, those that a campaign is attributed to, those that use it. */
function usersOf(sourced: SourcedFacts, term: number): readonly number[] {
  const isGroup = (each: number): boolean => hasType(sourced.catalogue, each, typesOf('group'));
  if (isGroup(term)) return [term];
  if (hasType(sourced.catalogue, term, typesOf('campaign')))
    return objectsOf(sourced, 'attributed-to', term).filter(isGroup);
  return [...new Set([...subjectsOf(sourced, 'uses', term), ...subjectsOf(sourced, DERIVED.use, term)])]
    .filter(isGroup)
    .toSorted((one, other) => one - other);
}

interface ReportedSighting {
  readonly term: number;
  readonly place: number;
  readonly worth: number;
  readonly fact: ReportedFact;
}

/** STIX sightings at somebody of a sector or a country of the organisation. */
function reportedSightings(sourced: SourcedFacts, organisation: Organisation): readonly ReportedSighting[] {
  const found: ReportedSighting[] = [];
  eachReported(sourced.reported, 'sighted-at', (sighting, place, row) => {
    const worth = worthOf(sourced, organisation, place);
    if (worth === 0) return;
    for (const term of objectsOf(sourced, 'sights', sighting))
      found.push({ term, place, worth, fact: { relation: 'sighted-at', row } });
  });
  return found;
}

function worthOf(sourced: SourcedFacts, { sectors, countries }: Organisation, place: number): number {
  const traits = traitsOf('targets', namedTerm(sourced, place));
  if (traits.some(({ kind, value }) => kind === 'sector' && sectors.includes(value))) return ELSEWHERE.sector;
  if (traits.some(({ kind, value }) => kind === 'country' && countries.includes(value)))
    return ELSEWHERE.country;
  return 0;
}

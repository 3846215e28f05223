import type { CarriedTechnique, TriageQuestion } from '../../answers/index.ts';
import { identify, type ReleaseTarget } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { FoeprintError, hasType, type MarkingLevel } from '../../facts/index.ts';
import { append, defined, keptFor } from '../../text/index.ts';
import { attackNumber, placesMeant, typesOf, VOCABULARIES } from '../../threat/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { findOne } from '../names/find-one.ts';
import { targetInView } from '../releases/target-in-view.ts';
import { carriedTechnique } from './carried-technique.ts';

/** An incident in terms of what is known. */
export interface KnownIncident {
  readonly id?: string;
  readonly date: string;
  /** technique → as it was given; each once. */
  readonly techniques: ReadonlyMap<number, string>;
  readonly software: readonly number[];
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  /** What is not known, as given. */
  readonly unknown: readonly string[];
  /** Ids of techniques that are not in the release in view. */
  readonly carried: readonly CarriedTechnique[];
  readonly notes: readonly string[];
  readonly marking?: MarkingLevel;
}

/** What the alerts and the rest of the question say was seen. */
export function incidentAsked(
  desk: Known,
  {
    incident = { techniques: [] },
    software = [],
    sector = [],
    country = [],
    date,
    ...asked
  }: AskedIncident & AskedRelease,
): KnownIncident {
  const unknown: string[] = [];
  const notes: string[] = [];
  const carried: CarriedTechnique[] = [];
  const techniques = new Map<number, string>();
  const lookUp = understoodIn(desk);
  const find = (given: string, types: readonly string[]): readonly number[] => {
    const found = lookUp(given, types, asked);
    append(notes, found.notes);
    append(carried, found.carried);
    if (found.terms.length === 0) unknown.push(given);
    return found.terms;
  };
  for (const given of new Set(incident.techniques))
    for (const term of find(given, typesOf('technique')))
      if (!techniques.has(term)) techniques.set(term, given);
  const named = [...new Set([...(incident.software ?? []), ...software])];
  const tools = named.flatMap((given) => find(given, typesOf('software')));
  const sectorsMeant = [...(incident.sectors ?? []), ...sector].flatMap((word) => {
    const names = VOCABULARIES.sectors.understand(word);
    if (names.length === 0) unknown.push(word);
    return names;
  });
  const { countries, regions, unknown: nowhere } = placesMeant([...(incident.countries ?? []), ...country]);
  append(unknown, nowhere);
  return {
    ...defined({ id: incident.id, marking: incident.marking }),
    date: date ?? incident.date ?? '',
    techniques,
    software: [...new Set(tools)],
    sectors: [...new Set(sectorsMeant)],
    countries,
    regions,
    unknown: [...new Set(unknown)],
    carried,
    notes: [...new Set(notes)],
  };
}

/** What is known, where an incident is looked up. */
type Known = Pick<Knowledge['desk'], 'base' | 'view'>;

type AskedIncident = Partial<Pick<TriageQuestion, 'incident' | 'software' | 'sector' | 'country' | 'date'>>;
type AskedRelease = Partial<Pick<TriageQuestion, 'release' | 'domains'>>;

/** What a text stands for; no terms where it names nothing, or several things: an alert may, and the rest of it is answered. */
interface Understood {
  readonly terms: readonly number[];
  readonly notes: readonly string[];
  readonly carried: readonly CarriedTechnique[];
}

/** What texts stand for, looked up once: alerts come by the thousand and name the same. */
const understoodIn = keptFor((desk: Known) => {
  const known = new Map<string, Understood>();
  let target: ReleaseTarget | undefined;
  return (text: string, types: readonly string[], asked: AskedRelease): Understood => {
    const key = `${types.join(' ')} ${text}`;
    const understood =
      known.get(key) ??
      understand(desk, text, types, asked, () => (target ??= targetInView(desk, asked.release)));
    if (known.size < MOST_KEPT && text.length <= LONGEST_KEPT) known.set(key, understood);
    return understood;
  };
});

/** Texts kept at most, and characters of one: whoever sends alerts with ever new ones fills no memory. */
const MOST_KEPT = 100_000;
const LONGEST_KEPT = 200;

/** An id of a technique is followed to the release in view, any other text found by name. */
function understand(
  desk: Known,
  text: string,
  types: readonly string[],
  { domains = [] }: AskedRelease,
  target: () => ReleaseTarget,
): Understood {
  const { catalogue } = desk.view;
  const id = attackNumber('attack-pattern', text);
  if (id === '') return byName(desk.view, text, types);
  const inUse = (label: string): readonly number[] =>
    catalogue.find(label).filter((term) => hasType(catalogue, term, types) && !catalogue.isWithdrawn(term));
  const same = inUse(id);
  if (same.length > 0) return { terms: same, notes: [], carried: [] };
  const carried = { ...carriedTechnique(target(), id), from: text };
  const terms = carried.to.flatMap(inUse);
  if (terms.length > 0) return { terms, notes: [], carried: [carried] };
  const withdrawn = byName(desk.view, text, types);
  if (withdrawn.terms.length > 0) return withdrawn;
  const reason = domains.length === 0 ? carried.reason : 'in no domain that is asked about';
  return { terms: [], notes: [], carried: [{ ...carried, to: [], reason }] };
}

function byName(view: KnowledgeView, text: string, types: readonly string[]): Understood {
  const nothing: Understood = { terms: [], notes: [], carried: [] };
  // Most of what alerts call otherwise has no name at all: no name like it is looked for.
  if (identify(view.catalogue, text).kind === 'none') return nothing;
  try {
    const { term, notes } = findOne(view, text, types);
    return { terms: [term], notes, carried: [] };
  } catch (error) {
    if (error instanceof FoeprintError) return nothing;
    throw error;
  }
}

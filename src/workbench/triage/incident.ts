import type { TriageQuestion } from '../../answers/index.ts';
import type { Desk } from '../../desk/index.ts';
import { FoeprintError, type MarkingLevel } from '../../facts/index.ts';
import { append, defined, keptFor } from '../../text/index.ts';
import { typesOf, VOCABULARIES, type Vocabulary } from '../../threat/index.ts';
import { findOne, type Found } from '../names/find-one.ts';

/** An incident in terms of what is known. */
export interface KnownIncident {
  readonly id?: string;
  readonly date: string;
  /** technique → as it was given; each once. */
  readonly techniques: ReadonlyMap<number, string>;
  readonly software: readonly number[];
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  /** What is not known, as given. */
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
  readonly marking?: MarkingLevel;
}

/** What the alerts and the rest of the question say was seen. */
export function incidentAsked(
  desk: Desk,
  {
    incident = { techniques: [] },
    software = [],
    sector = [],
    country = [],
    date,
  }: Partial<Pick<TriageQuestion, 'incident' | 'software' | 'sector' | 'country' | 'date'>>,
): KnownIncident {
  const unknown: string[] = [];
  const notes: string[] = [];
  const find: Find = (text, types) => {
    const found = foundIn(desk)(text, types);
    append(notes, found?.notes ?? []);
    return found?.term;
  };
  const techniques = new Map<number, string>();
  for (const given of incident.techniques) {
    const term = find(given, typesOf('technique')) ?? parentOf(given, find);
    if (term === undefined) unknown.push(given);
    else if (!techniques.has(term)) techniques.set(term, given);
  }
  const named = [...new Set([...(incident.software ?? []), ...software])];
  const tools = named.flatMap((given) => {
    const term = find(given, typesOf('software'));
    if (term === undefined) unknown.push(given);
    return term ?? [];
  });
  const understood = (vocabulary: Vocabulary, words: readonly string[]): readonly string[] => [
    ...new Set(
      words.flatMap((word) => {
        const names = vocabulary.understand(word);
        if (names.length === 0) unknown.push(word);
        return names;
      }),
    ),
  ];
  return {
    ...defined({ id: incident.id, marking: incident.marking }),
    date: date ?? incident.date ?? '',
    techniques,
    software: [...new Set(tools)],
    sectors: understood(VOCABULARIES.sectors, [...(incident.sectors ?? []), ...sector]),
    countries: understood(VOCABULARIES.countries, [...(incident.countries ?? []), ...country]),
    unknown: [...new Set(unknown)],
    notes: [...new Set(notes)],
  };
}

type Find = (text: string, types: readonly string[]) => number | undefined;

/** What texts stand for, looked up once: alerts come by the thousand and name the same. */
const foundIn = keptFor((desk: Desk) => {
  const known = new Map<string, Found | undefined>();
  return (text: string, types: readonly string[]): Found | undefined => {
    const key = `${types.join(' ')} ${text}`;
    if (!known.has(key) && known.size < MOST_KEPT) known.set(key, foundOrNot(desk, text, types));
    return known.has(key) ? known.get(key) : foundOrNot(desk, text, types);
  };
});

/** Texts kept at most: whoever sends alerts with ever new ones fills no memory. */
const MOST_KEPT = 100_000;

/** Undefined where it names nothing, or several things: an alert may, and the rest of it is answered. */
function foundOrNot(desk: Desk, text: string, types: readonly string[]): Found | undefined {
  try {
    return findOne(desk.view, text, types);
  } catch (error) {
    if (error instanceof FoeprintError) return undefined;
    throw error;
  }
}

/** A sub-technique that is not known stands for its parent: newer releases have more of them. */
function parentOf(given: string, find: Find): number | undefined {
  const [, parent] = /^(T\d{4})\.\d{3}$/iu.exec(given.trim()) ?? [];
  return parent === undefined ? undefined : find(parent, typesOf('technique'));
}

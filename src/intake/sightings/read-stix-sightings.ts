import { strictestLevel } from '../../facts/index.ts';
import { attackIds, MarkingLevels, rawsOf, textOf, textsOf, type Raw } from '../../stix/index.ts';
import { addTo } from '../../text/index.ts';
import { numberOrName } from '../alerts/number-or-name.ts';
import type { GivenSighting, GivenSightings } from './given-sighting.ts';

/** What is looked up of other objects. */
interface Objects {
  readonly named: ReadonlyMap<string, Raw>;
  /** What each object uses, indicates or is attributed to, as relationships state. */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/**
 * Sightings of STIX 2.1, of a bundle or a list of objects: of a technique, or of what uses or indicates techniques by relationships that
 * stand beside it. A sighting by several organisations is one of each, counted once each: how often each saw it is not stated.
 */
export function readStixSightings(bundle: Raw): GivenSightings {
  const objects = bundle['type'] === 'sighting' ? [bundle] : rawsOf(bundle, 'objects');
  const levels = new MarkingLevels(objects);
  const known = objectsIn(objects);
  const sightings = objects.flatMap((object, index) =>
    object['type'] === 'sighting' ? sightingsOf(object, known, `objects[${String(index)}]`) : [],
  );
  const marked = objects.filter(({ type }) => type === 'sighting').map((object) => levels.of(object));
  return { sightings, level: strictestLevel(marked) };
}

function objectsIn(objects: readonly Raw[]): Objects {
  const named = new Map(objects.map((object) => [textOf(object, 'id'), object]));
  const related = new Map<string, string[]>();
  for (const object of objects)
    if (object['type'] === 'relationship' && FOLLOWED.has(textOf(object, 'relationship_type')))
      addTo(related, textOf(object, 'source_ref'), textOf(object, 'target_ref'));
  return { named, related };
}

const FOLLOWED: ReadonlySet<string> = new Set(['uses', 'indicates', 'attributed-to']);

function sightingsOf(sighting: Raw, known: Objects, place: string): readonly GivenSighting[] {
  const seen = textOf(sighting, 'sighting_of_ref');
  const reached = reachedFrom(seen, known);
  const where = objectsNamed(textsOf(sighting, 'where_sighted_refs'), known);
  const organisations = where.filter(({ type }) => type === 'identity');
  const count = typeof sighting['count'] === 'number' ? sighting['count'] : 1;
  const indicator = known.named.get(seen);
  const common = {
    place,
    uid: textOf(sighting, 'id'),
    time: textOf(sighting, 'last_seen') || textOf(sighting, 'first_seen') || textOf(sighting, 'created'),
    techniques: reached
      .filter(({ type }) => type === 'attack-pattern')
      .flatMap((object) => attackIds(object).slice(0, 1)),
    group: reached.filter(({ type }) => type === 'intrusion-set').flatMap(numberOrName)[0] ?? '',
    source: textOf(known.named.get(textOf(sighting, 'created_by_ref')) ?? {}, 'name'),
    detector: indicator?.['type'] === 'indicator' ? textOf(indicator, 'name') : '',
  };
  if (organisations.length <= 1) return [{ ...common, count, ...organisationOf(organisations[0] ?? {}) }];
  return organisations.map((identity, index) => ({
    ...common,
    uid: `${common.uid}/${String(index)}`,
    ...organisationOf(identity),
  }));
}

/** An object and what its relationships lead to: an indicator to malware, and that to techniques. */
function reachedFrom(id: string, { named, related }: Objects): readonly Raw[] {
  const reached = new Set([id]);
  for (const each of reached) {
    if (named.get(each)?.['type'] === 'attack-pattern') continue;
    for (const target of related.get(each) ?? []) reached.add(target);
  }
  return objectsNamed(reached, { named });
}

function objectsNamed(ids: Iterable<string>, { named }: Pick<Objects, 'named'>): readonly Raw[] {
  return Array.from(ids, (id) => named.get(id)).filter((object) => object !== undefined);
}

/** An identity is an organisation, or a class of them: then only its sector is known. */
function organisationOf(identity: Raw): Pick<GivenSighting, 'organisation' | 'sector'> {
  const isClass = textOf(identity, 'identity_class') === 'class';
  return {
    organisation: isClass ? '' : textOf(identity, 'name'),
    sector: textsOf(identity, 'sectors')[0] ?? '',
  };
}

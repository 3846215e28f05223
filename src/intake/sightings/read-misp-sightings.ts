import { strictestLevel } from '../../facts/index.ts';
import type { Raw } from '../../stix/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { mispEvents } from '../alerts/misp-events.ts';
import { clustersTagged, eventTags, idOrName } from '../alerts/tags.ts';
import { textsAt } from '../alerts/values-at.ts';
import { techniqueIdsIn } from '../coverage/technique-ids.ts';
import type { GivenSighting, GivenSightings } from './given-sighting.ts';
import { sectorNamed } from './understood-words.ts';

/** Whether it is an event, or what a search for events answers. */
export function isMispEvent(raw: Raw): boolean {
  return mispEvents(raw).length > 0;
}

/** Events of MISP: the techniques of an event, of its attributes and of its objects, by the tags and clusters of galaxies; each once. */
export function readMispSightings(raw: Raw): GivenSightings {
  const events = mispEvents(raw);
  const levels = events.flatMap(eventTags).map((tag) => tlpNamed(tag)?.name);
  return { sightings: events.map(sightingOf), level: strictestLevel(levels) };
}

function sightingOf(event: Raw): GivenSighting {
  const tags = eventTags(event);
  const of = (galaxy: RegExp): readonly string[] => clustersTagged(tags, galaxy);
  const actor = of(/intrusion-set$|threat-actor$/u)[0] ?? '';
  return {
    uid: textsAt(event, 'uuid', 'id')[0] ?? '',
    time: textsAt(event, 'date')[0] ?? '',
    organisation: textsAt(event, 'Orgc.name', 'Org.name')[0] ?? '',
    sector: of(/^(?:target-)?sector$/u).find((value) => sectorNamed(value) !== undefined) ?? '',
    group: idOrName(actor),
    source: 'MISP',
    techniques: [...new Set(of(/attack-pattern$/u).flatMap(techniqueIdsIn))],
  };
}

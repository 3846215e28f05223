import { isRaw, type Raw } from '../../stix/index.ts';
import { idsTagged, ruleTags } from '../alerts/tags.ts';
import { textsAt, valuesAt } from '../alerts/values-at.ts';
import { techniqueIdsIn } from '../coverage/technique-ids.ts';
import type { GivenSighting, GivenSightings } from './given-sighting.ts';

const TIMES = [
  '@timestamp',
  'timestamp',
  'Timestamp',
  'time',
  'match_time',
  'alert_time',
  'match_body.@timestamp',
  'UtcTime',
  'SystemTime',
  'document.data.Event.System.TimeCreated_attributes.SystemTime',
  'document.data.Event.System.TimeCreated.#attributes.SystemTime',
  'Event.System.TimeCreated.#attributes.SystemTime',
  'Event.System.TimeCreated_attributes.SystemTime',
  'date',
];
const RULES = ['RuleTitle', 'rule_name', 'rule.name', 'rule.title', 'name', 'title', 'rule_title', 'rule'];
const ORGANISATIONS = ['organization.name', 'organisation', 'organization', 'tenant', 'customer'];
/** Ids of events; what is called `id` is that of the rule with some tools. */
const EVENTS = ['alert_id', 'alert_uuid', 'uuid', '_id'];

/**
 * An alert of a tool that runs Sigma rules, as Chainsaw, Hayabusa, Zircolite and ElastAlert write them: the rule with its tags, and the event. One that
 * lists what its rule matched is one sighting for each match.
 */
export function readTaggedAlert(raw: Raw): GivenSightings {
  const tags = ruleTags(raw);
  const common = {
    organisation: textsAt(raw, ORGANISATIONS)[0] ?? '',
    sector: textsAt(raw, 'sector')[0] ?? '',
    group: idsTagged(tags, 'g')[0] ?? '',
    source: textsAt(raw, 'product', 'observer.product', 'logsource.product')[0] ?? '',
    detector: textsAt(raw, RULES)[0] ?? '',
    techniques: tags.flatMap((tag) => techniqueIdsIn(tag)),
  };
  const matches = valuesAt(raw, 'matches').filter(isRaw);
  if (matches.length === 0) {
    const count = Number(textsAt(raw, 'count', 'num_matches')[0] ?? 1);
    return { sightings: [{ ...common, ...eventOf(raw), count }] };
  }
  const sightings = matches.map((match, index) => ({
    ...common,
    ...eventOf(match),
    place: `matches[${String(index)}]`,
  }));
  return { sightings };
}

function eventOf(raw: Raw): Pick<GivenSighting, 'uid' | 'time'> {
  // Hayabusa writes a space before the offset.
  const time = (textsAt(raw, TIMES)[0] ?? '').replace(/ (?=[+-]\d\d:?\d\d$)/u, '');
  return { uid: textsAt(raw, EVENTS)[0] ?? '', time };
}

import { textOf, textsOf, type Raw } from '../../stix/index.ts';
import { textsAt } from '../alerts/values-at.ts';
import type { GivenSightings } from './given-sighting.ts';

/** A record of the Sightings Ecosystem (Center for Threat-Informed Defense), data model 2.0: sectors are two digits of NAICS. */
export function readCtidSighting(raw: Raw): GivenSightings {
  const [sector = ''] = textsAt(raw, 'sector');
  const sighting = {
    uid: textOf(raw, 'id'),
    time: textOf(raw, 'start_time'),
    sector: /^\d{2}/u.test(sector) ? `NAICS ${sector}` : sector,
    source: textOf(raw, 'detection_source'),
    detector: textOf(raw, 'detection_type'),
    techniques: textsOf(raw, 'tid').length > 0 ? textsOf(raw, 'tid') : [textOf(raw, 'tid')],
  };
  return { sightings: [sighting] };
}

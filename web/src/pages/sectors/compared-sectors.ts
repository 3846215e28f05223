import { list, word } from '../../address/address.ts';

/** What the address of the page says. */
export const FIELDS = {
  /** What makes sectors alike: groups documented against them, or what detections saw there. */
  by: word('groups', 'sightings'),
  /** Sectors that are looked at more closely; the cluster that is most alike where none is named. */
  of: list(),
};

import type { Mention } from '../api/answers.ts';

/** What kind of thing a page is about, and where it is. */
export interface Place {
  readonly kind: string;
  readonly to: string;
}

const PLACES: Readonly<Record<string, readonly [kind: string, path: string]>> = {
  'intrusion-set': ['group', '/groups'],
  'threat-actor': ['group', '/groups'],
  campaign: ['campaign', '/campaigns'],
  'attack-pattern': ['technique', '/techniques'],
  malware: ['software', '/software'],
  tool: ['software', '/software'],
};

/** Where the page of a thing is; undefined where it has none. */
export function placeOf({ type, label, id }: Pick<Mention, 'type' | 'label' | 'id'>): Place | undefined {
  const place = PLACES[type];
  if (place === undefined) return undefined;
  return { kind: place[0], to: `${place[1]}/${encodeURIComponent(nameInAddress({ label, id }))}` };
}

/** How addresses and questions name a thing: by its ATT&CK id, else by its STIX id. */
export function nameInAddress({ label, id }: Pick<Mention, 'label' | 'id'>): string {
  return label === '' ? id : label;
}

import { textOf, textsOf, type Raw } from '../../stix/index.ts';

/** What one type of `related` is in our terms. */
interface RelatedType {
  readonly relation: string;
  /** True where the other one is what the relation starts from. */
  readonly reversed?: true;
  /** STIX types that the other one may have; default: as the entry, and {@link ANY}. */
  readonly leadsTo?: readonly string[];
}

const ACTORS = ['threat-actor', 'intrusion-set', 'campaign'];
const SOFTWARE = ['malware', 'tool'];
const ANY = [...ACTORS, ...SOFTWARE, 'attack-pattern', 'identity', 'location'];

/** The types of `related` in use; another one keeps its name. */
const RELATED: ReadonlyMap<string, RelatedType> = new Map<string, RelatedType>([
  ['similar', { relation: 'similar-to' }],
  ['uses', { relation: 'uses', leadsTo: [...SOFTWARE, 'attack-pattern', 'threat-actor'] }],
  ['deploys', { relation: 'uses', leadsTo: SOFTWARE }],
  ['used-by', { relation: 'uses', reversed: true, leadsTo: ACTORS }],
  ['targets', { relation: 'targets', leadsTo: ['identity', 'location'] }],
  ['overlaps', { relation: 'overlaps-with' }],
  ['linked-to', { relation: 'related-to' }],
  ['associated-with', { relation: 'related-to' }],
  ['parent-of', { relation: 'part-of', reversed: true }],
  ['dropped-by', { relation: 'drops', reversed: true, leadsTo: SOFTWARE }],
]);

/** A reference of an entry to another, of this or another galaxy or of ATT&CK. */
export interface RelatedReference {
  readonly relation: string;
  readonly reversed: boolean;
  /** Type as the entry has it, e.g. `similar`. */
  readonly type: string;
  readonly uuid: string;
  /** STIX types that the thing with this UUID may have. */
  readonly types: readonly string[];
  /** Estimative language, e.g. `likely`. */
  readonly confidence: string | undefined;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const LIKELIHOOD = /likelihood-probability="([^"]+)"/;

/** Reads one of `related`; undefined where it does not say what, or how. */
export function readReference(raw: Raw, subjectType: string): RelatedReference | undefined {
  const type = textOf(raw, 'type').trim();
  const uuid = textOf(raw, 'dest-uuid').toLowerCase();
  if (type === '' || !UUID.test(uuid)) return undefined;
  const row = RELATED.get(type);
  const confidence = textsOf(raw, 'tags')
    .map((tag) => LIKELIHOOD.exec(tag)?.[1])
    .find((found) => found !== undefined);
  return {
    relation: row?.relation ?? type,
    reversed: row?.reversed === true,
    type,
    uuid,
    types: row?.leadsTo ?? alikeTypes(type, subjectType),
    confidence,
  };
}

/** What resembles an actor is an actor, what resembles software is software. */
function alikeTypes(type: string, subjectType: string): readonly string[] {
  const family = [ACTORS, SOFTWARE].find((types) => types.includes(subjectType));
  if (type === 'similar' && family !== undefined) return family;
  return [...new Set([subjectType, ...ANY])];
}

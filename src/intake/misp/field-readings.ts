import type { Statement } from '../../facts/index.ts';
import { killChainNamed, motiveNamed, tacticKey, tacticShortName } from '../../threat/index.ts';
import { placeOf, isUninformative, sectorsOf, victimsOf, type NamedThing } from '../../stix/index.ts';

/** What one text of a field means: a relation to a named thing or to a literal. */
export interface Meaning {
  readonly relation: string;
  readonly object: Statement['object'];
  /** The thing, where it was named by words alone. */
  readonly thing?: NamedThing;
}

/** How one field of `meta` is read. A field may hold a text or a list of texts. */
export interface FieldReading {
  readonly field: string;
  readonly reads: (text: string) => readonly Meaning[];
  /** Who makes the claim, whatever the cluster. */
  readonly claimant?: string;
  /** Field of `meta` that says how sure the claimant is. */
  readonly confidence?: string;
  /** True where the field itself hedges: its entries are suspected, unless they say how sure they are. */
  readonly isSuspected?: true;
}

/** The tracker from which the fields that start with `cfr-` were taken. */
const CFR = 'Council on Foreign Relations';

/** MITRE's own ids; numbers from 3000 on are given by Tidal to what ATT&CK does not have. */
const ATTACK_ID = /^[GC][012]\d{3}$/;

const related =
  (relation: string, things: (text: string) => readonly NamedThing[]) =>
  (text: string): readonly Meaning[] =>
    isUninformative(text) ? [] : things(text).map((thing) => ({ relation, object: thing.id, thing }));

const literal =
  (relation: string, write: (text: string) => string = (text) => text.trim()) =>
  (text: string): readonly Meaning[] =>
    isUninformative(text) ? [] : [{ relation, object: { literal: write(text) } }];

const places = (text: string): readonly NamedThing[] => {
  const place = placeOf(text);
  return place === undefined ? [] : [place];
};

const attackId = (text: string): readonly Meaning[] =>
  ATTACK_ID.test(text) ? literal('has-attack-id')(text) : [];

/** Separates what Microsoft writes in one field: `Israel, Private sector offensive actor`. */
function originOrMotive(text: string): readonly Meaning[] {
  return text.split(',').flatMap((part) => {
    if (placeOf(part) !== undefined) return related('originates-from', places)(part);
    return motiveNamed(part) === undefined ? literal('classified-as')(part) : motive(part);
  });
}

/** Of free text only what is certainly a place or a sector; the whole stays in the entry as it is. */
function looseVictims(text: string): readonly Meaning[] {
  const parts = new Set(text.split(/,|;| and /).map((part) => part.trim()));
  return [...parts].flatMap((part) => related('targets', victimsOf)(part)).filter(isClassOrPlace);
}

function isClassOrPlace({ thing }: Meaning): boolean {
  return thing?.objects[0]?.raw['identity_class'] !== 'organization';
}

const motive = literal('motivated-by', (text) => motiveNamed(text)?.name ?? text.trim());

const ORIGIN: readonly FieldReading[] = [
  { field: 'country', reads: related('originates-from', places), confidence: 'attribution-confidence' },
];

/** Fields of `threat-actor` and of clusters made alike. */
export const ACTOR_FIELDS: readonly FieldReading[] = [
  ...ORIGIN,
  {
    field: 'cfr-suspected-state-sponsor',
    reads: related('sponsored-by', places),
    claimant: CFR,
    isSuspected: true,
  },
  { field: 'cfr-suspected-victims', reads: related('targets', victimsOf), claimant: CFR, isSuspected: true },
  { field: 'cfr-target-category', reads: related('targets', sectorsOf), claimant: CFR },
  { field: 'cfr-type-of-incident', reads: literal('conducts', (text) => text.toLowerCase()), claimant: CFR },
  { field: 'targeted-sector', reads: related('targets', sectorsOf) },
  { field: 'suspected-victims', reads: related('targets', victimsOf), isSuspected: true },
  { field: 'victimology', reads: looseVictims },
  { field: 'motive', reads: motive },
  { field: 'microsoft-origin-threat', reads: originOrMotive, claimant: 'Microsoft' },
  { field: 'sector', reads: originOrMotive },
  { field: 'since', reads: literal('first-seen') },
  { field: 'threat-actor-classification', reads: literal('classified-as') },
];

/** Fields of Tidal's groups. */
export const TIDAL_GROUP_FIELDS: readonly FieldReading[] = [
  ...ORIGIN,
  { field: 'group_attack_id', reads: attackId },
  { field: 'target_categories', reads: related('targets', sectorsOf) },
  { field: 'observed_countries', reads: related('targets', victimsOf) },
  { field: 'observed_motivations', reads: motive },
];

/** Fields of Tidal's campaigns. */
export const CAMPAIGN_FIELDS: readonly FieldReading[] = [
  { field: 'campaign_attack_id', reads: attackId },
  { field: 'first_seen', reads: literal('first-seen', dayOf) },
  { field: 'last_seen', reads: literal('last-seen', dayOf) },
];

/** Fields of the things of MITRE's frameworks. */
export const MITRE_FIELDS: readonly FieldReading[] = [
  { field: 'mitre_platforms', reads: literal('on-platform') },
  { field: 'kill_chain', reads: tactic },
];

/** Fields of malware clusters. */
export const SOFTWARE_FIELDS: readonly FieldReading[] = [
  ...ACTOR_FIELDS.filter(({ field }) => field.startsWith('cfr-') || field === 'country'),
  { field: 'TTP', reads: techniqueId },
  { field: 'ttp', reads: techniqueId },
  { field: 'date', reads: literal('first-seen') },
];

/** `Data Obfuscation - T1001` names a technique by its ATT&CK id, which only ATT&CK can turn into an object. */
function techniqueId(text: string): readonly Meaning[] {
  const id = /\bT\d{4}(?:\.\d{3})?\b/.exec(text)?.[0];
  return id === undefined ? [] : literal('uses-attack-id')(id);
}

/** `mitre-attack:initial-access`, in between sometimes a domain, names a tactic that only ATT&CK describes. */
function tactic(text: string): readonly Meaning[] {
  const [killChain = '', ...names] = text.split(':');
  const name = names.at(-1) ?? '';
  if (killChain === '' || name === '') return [];
  return [{ relation: 'in-tactic', object: tacticKey(killChainNamed(killChain), tacticShortName(name)) }];
}

function dayOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? text;
}

import { identityFieldsOf, placeFieldsOf } from '../../stix/index.ts';
import type { TraitKind } from '../../answers/index.ts';
import type { Catalogue, StoredObject } from '../../knowledge/index.ts';
import { countryInField, countryNamed, motiveNamed, regionNamed, sectorsNamed } from '../../threat/index.ts';

/** A trait, without who claims it. */
export interface Trait {
  readonly kind: TraitKind;
  readonly value: string;
}

/** Things that facts lead to, as traits are read from them. */
export interface NamedTerm {
  readonly type: string;
  readonly name: string;
  /** Of a country its ISO code, of a region or sector its name in the vocabulary; otherwise empty. */
  readonly label: string;
  readonly raw: StoredObject['raw'];
}

/** Which relations lead to traits, and how what they lead to is read. Add a row for one more relation. */
export const TRAIT_RELATIONS: ReadonlyMap<string, (thing: NamedTerm) => readonly Trait[]> = new Map([
  ['targets', victims],
  ['originates-from', origins],
  ['sponsored-by', origins],
  ['motivated-by', motives],
  ['conducts', motives],
]);

/** The traits that a relation to a thing stands for. */
export function traitsOf(relation: string, thing: NamedTerm): readonly Trait[] {
  return TRAIT_RELATIONS.get(relation)?.(thing) ?? [];
}

/** What a fact leads to, opened once. */
export function namedTerm(
  { catalogue, object }: { catalogue: Catalogue; object: (stored: number) => StoredObject },
  term: number,
): NamedTerm {
  const { type, name, label, stored } = catalogue.entry(term);
  return { type, name, label, raw: stored === undefined ? {} : object(stored).raw };
}

function victims(thing: NamedTerm): readonly Trait[] {
  if (thing.type === 'location') return places(thing);
  if (thing.type !== 'identity') return [];
  const sectors = sectorsOf(thing);
  if (sectors.length > 0) return sectors.map((value) => ({ kind: 'sector', value }));
  return identityFieldsOf(thing.raw).isClass ? [] : [{ kind: 'organisation', value: thing.name }];
}

/** STIX locations carry `country` and `region`; what names itself only is read by its name. */
function places({ name, raw }: NamedTerm): readonly Trait[] {
  const own = placeFieldsOf(raw);
  const code = countryInField(own.country) ?? countryNamed(name);
  if (code !== undefined) return [{ kind: 'country', value: code.code }];
  const region = regionNamed(own.region) ?? regionNamed(name);
  return region === undefined ? [] : [{ kind: 'region', value: region.name }];
}

/** STIX identities list `sectors`; a class of victims may name one. */
function sectorsOf({ name, raw }: NamedTerm): readonly string[] {
  const { sectors, isClass } = identityFieldsOf(raw);
  return [...sectors, ...(sectors.length === 0 && isClass ? [name] : [])].flatMap((text) =>
    sectorsNamed(text).map((sector) => sector.name),
  );
}

function origins(thing: NamedTerm): readonly Trait[] {
  return places(thing)
    .filter(({ kind }) => kind === 'country')
    .map(({ value }) => ({ kind: 'origin', value }));
}

function motives({ name }: NamedTerm): readonly Trait[] {
  const motive = motiveNamed(name);
  return motive === undefined ? [] : [{ kind: 'motive', value: motive.name }];
}

import { deterministicId, IDENTIFIED_BY, type DeliveredObject, type Statement } from '../facts/index.ts';
import {
  countryNamed,
  placeKey,
  regionNamed,
  REGIONS,
  SECTORS,
  sectorsNamed,
  type Country,
  type Region,
  type Sector,
} from '../threat/index.ts';
import { keptFor, plainSpelling } from '../text/index.ts';

/**
 * Things that sources name by words alone: countries, regions, sectors, organisations. Each gets an id made from
 * what it is, so that all sources speak of the same thing, and is delivered by everyone who names it, always in
 * the same bytes. An object without a version gives way to any source that describes the thing in full.
 */
export interface NamedThing {
  readonly id: string;
  /** The thing, and what it is a part of. */
  readonly objects: readonly DeliveredObject[];
}

/** Words that stand where nothing is known. */
const NOTHING: ReadonlySet<string> = new Set([
  '',
  'xxx',
  'unknown',
  'other',
  'n a',
  'none',
  'global',
  'worldwide',
  'multi sector',
  'various',
]);

/** Whether a text says that nothing is known, or too much to say anything. */
export function isUninformative(text: string): boolean {
  return NOTHING.has(plainSpelling(text));
}

/** Id of the location of a country by its ISO 3166-1 alpha-2 code. */
export function countryId(code: string): string {
  return deterministicId('location', 'country', code);
}

/** Id of the location of a region by its name in `REGIONS`. */
export function regionId(name: string): string {
  return deterministicId('location', 'region', name);
}

/** Id of the identity that stands for a sector, by its name in `SECTORS`. */
export function sectorId(name: string): string {
  return deterministicId('identity', 'sector', name);
}

/** The country or region that a text names. */
export function placeOf(text: string): NamedThing | undefined {
  const country = countryNamed(text);
  if (country !== undefined) return countryThing(country);
  const region = regionNamed(text);
  return region === undefined ? undefined : regionThing(region);
}

/** The sectors that a text names; where the vocabulary has no such word, a sector of that very name. */
export function sectorsOf(text: string): readonly NamedThing[] {
  const sectors = sectorsNamed(text);
  return sectors.length > 0 ? sectors.map(sectorThing) : [identityThing(text, 'class')];
}

/** The one country, region or sector that a text names; undefined where it names none, or several. */
export function placeOrSector(text: string): NamedThing | undefined {
  const sectors = sectorsNamed(text);
  const [sector] = sectors;
  return placeOf(text) ?? (sector === undefined || sectors.length > 1 ? undefined : sectorThing(sector));
}

/** Whoever a text names as a victim: a country, a region, sectors that the vocabulary knows, otherwise an organisation. */
export function victimsOf(text: string): readonly NamedThing[] {
  const place = placeOf(text);
  if (place !== undefined) return [place];
  const sectors = sectorsNamed(text);
  return sectors.length > 0 ? sectors.map(sectorThing) : [identityThing(text, 'organization')];
}

// Each thing is made once: a cluster names the same few hundred things ten thousand times.

/** The location of a country, with its region. */
export const countryThing = keptFor(makeCountry);
/** The location of a region, with those that it is in. */
export const regionThing = keptFor(makeRegion);
/** The identity that stands for a sector, with the wider ones. */
export const sectorThing = keptFor(makeSector);

function makeCountry({ code, alpha3, name, region, spellings }: Country): NamedThing {
  const parent = REGIONS.find((row) => row.name === region);
  const raw = { type: 'location', id: countryId(code), name, country: code, region };
  const object = thing(
    raw,
    code,
    [alpha3, ...spellings],
    parent === undefined ? [] : [regionId(parent.name)],
    placeKey('country', code),
  );
  return { id: raw.id, objects: [object, ...(parent === undefined ? [] : regionThing(parent).objects)] };
}

function makeRegion({ name, label, stix, within, spellings }: Region): NamedThing {
  const parent = within === undefined ? undefined : REGIONS.find((row) => row.name === within);
  const raw = { type: 'location', id: regionId(name), name: label, ...(stix ? { region: name } : {}) };
  const wholes = parent === undefined ? [] : [regionId(parent.name)];
  const object = thing(raw, name, spellings, wholes, placeKey('region', name));
  return { id: raw.id, objects: [object, ...(parent === undefined ? [] : regionThing(parent).objects)] };
}

function makeSector({ name, label, within }: Sector): NamedThing {
  const parent = within === undefined ? undefined : SECTORS.find((row) => row.name === within);
  const raw = {
    type: 'identity',
    id: sectorId(name),
    name: label,
    identity_class: 'class',
    sectors: [name],
  };
  const object = thing(raw, name, [], parent === undefined ? [] : [sectorId(parent.name)]);
  return { id: raw.id, objects: [object, ...(parent === undefined ? [] : sectorThing(parent).objects)] };
}

function identityThing(text: string, identityClass: 'class' | 'organization'): NamedThing {
  const name = text.trim();
  const id = deterministicId('identity', identityClass, plainSpelling(name) || name);
  return { id, objects: [thing({ type: 'identity', id, name, identity_class: identityClass }, '', [], [])] };
}

interface NamedRaw {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

function thing(
  raw: NamedRaw,
  label: string,
  spellings: readonly string[],
  wholes: readonly string[],
  key?: string,
): DeliveredObject {
  const aliases = [...new Set(spellings)].filter((spelling) => spelling !== raw.name);
  const statements: readonly Statement[] = [
    ...wholes.map((whole) => ({ relation: 'part-of', subject: raw.id, object: whole })),
    ...(key === undefined ? [] : [{ relation: IDENTIFIED_BY, subject: raw.id, object: key }]),
  ];
  return {
    id: raw.id,
    type: raw.type,
    version: '',
    raw,
    entity: { name: raw.name, label, aliases },
    statements,
    text: { title: raw.name, body: [label, ...aliases].filter((text) => text !== '').join('\n') },
  };
}

import { countryInField, countryNamed, regionNamed } from '../threat/index.ts';
import { textOf, type Raw } from './fields.ts';

/** A country or region as a whole. */
export interface WholePlace {
  readonly kind: 'country' | 'region';
  /** ISO 3166-1 alpha-2 code of a country, name of a region in `REGIONS`. */
  readonly label: string;
  readonly name: string;
}

/** Fields of a location that say that it is only a part of its country. */
const NARROWER = ['administrative_area', 'city', 'street_address', 'postal_code', 'latitude', 'longitude'];

/**
 * The country or region that a location is, whoever describes it; undefined for what lies within one, for what is called otherwise
 * (an office, a province), and for what the vocabulary does not know.
 */
export function wholePlaceOf(raw: Raw, type: string): WholePlace | undefined {
  if (type !== 'location' || NARROWER.some((field) => raw[field] !== undefined)) return undefined;
  const name = textOf(raw, 'name').trim();
  const [country, region] = [textOf(raw, 'country'), textOf(raw, 'region')];
  const place =
    country === '' && region !== ''
      ? regionPlace(region)
      : country === ''
        ? countryPlace(name)
        : countryPlace(country, countryInField);
  const found = place ?? (country === '' && region === '' ? regionPlace(name) : undefined);
  if (found === undefined || name === '') return found;
  const named = found.kind === 'country' ? countryPlace(name) : regionPlace(name);
  return named?.label === found.label ? found : undefined;
}

function countryPlace(text: string, read = countryNamed): WholePlace | undefined {
  const country = text === '' ? undefined : read(text);
  return country === undefined ? undefined : { kind: 'country', label: country.code, name: country.name };
}

function regionPlace(text: string): WholePlace | undefined {
  const region = text === '' ? undefined : regionNamed(text);
  return region === undefined ? undefined : { kind: 'region', label: region.name, name: region.label };
}

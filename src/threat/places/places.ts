import { COUNTRIES, type Country } from './countries.ts';
import { REGIONS, type Region } from './regions.ts';
import { spellingIndex, plainSpelling } from '../../text/index.ts';

const BY_NAME = spellingIndex(COUNTRIES, ({ name, alpha3, spellings }) => [name, alpha3, ...spellings]);
const BY_CODE = new Map(COUNTRIES.map((country) => [country.code, country]));
const REGION_BY_NAME = spellingIndex(REGIONS, ({ name, spellings }) => [name, ...spellings]);

/**
 * The country that a text names: an ISO code in upper case, or a name in any of its spellings.
 * `UK` is read as the United Kingdom, which ISO reserves for it. Undefined where the text names none.
 */
export function countryNamed(text: string): Country | undefined {
  return BY_CODE.get(text.trim()) ?? BY_NAME.get(plainSpelling(text));
}

/** The country in a field that holds nothing else, where a code in lower case is no word. */
export function countryInField(text: string): Country | undefined {
  return countryNamed(text) ?? countryNamed(text.toUpperCase());
}

/** The region or union that a text names; undefined where it names none. */
export function regionNamed(text: string): Region | undefined {
  return REGION_BY_NAME.get(plainSpelling(text));
}

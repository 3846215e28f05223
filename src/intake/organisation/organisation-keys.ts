import type {
  Organisation,
  OrganisationControls,
  OwnSighting,
  Partner,
  VOCABULARIES,
} from '../../threat/index.ts';

/** A list whose values are words of a vocabulary. */
export type VocabularyName = keyof typeof VOCABULARIES;

/** One key of `org.yaml`. Reader, questions, schema and documentation agree with these tables. */
export interface OrganisationKey {
  /** What it says of the organisation; completes `key: …`. */
  readonly meaning: string;
  /** A value as one would write it. */
  readonly example: string;
  /** Completes "must be …". */
  readonly says: string;
}

const TEXTS = 'a text or a list of texts';
const DAY = 'a day such as 2026-05-02';

/** Keys of the file. */
export const ORGANISATION_KEYS: Readonly<Record<keyof Organisation, OrganisationKey>> = {
  name: { meaning: 'what it is called', example: 'Kaltbach Telecom', says: 'a text' },
  sectors: {
    meaning: 'what it does: sectors in any usual spelling, or codes of NACE Rev. 2 or NAICS',
    example: 'telecommunications, NACE J61',
    says: TEXTS,
  },
  countries: {
    meaning: 'where it is: countries by name or ISO 3166 code',
    example: 'Luxembourg, BE',
    says: TEXTS,
  },
  regions: {
    meaning: 'larger parts of the world, or unions of countries, that it works in',
    example: 'Western Europe, EU',
    says: TEXTS,
  },
  platforms: {
    meaning: 'what it runs, as ATT&CK names platforms',
    example: 'Windows, Linux, Network Devices',
    says: TEXTS,
  },
  products: {
    meaning: 'software and products in use that an adversary may exploit',
    example: 'Microsoft Exchange, Ivanti Connect Secure',
    says: TEXTS,
  },
  motives: {
    meaning: 'why an adversary would attack it',
    example: 'espionage, financial gain',
    says: TEXTS,
  },
  crownJewels: {
    meaning: 'what an adversary would be after, in your own words',
    example: 'call records of subscribers',
    says: TEXTS,
  },
  supplyChain: {
    meaning: 'suppliers and customers, each with name, sectors and countries',
    example: '{ name: Data centre, sectors: technology, countries: NL }',
    says: 'a list of `{ name, sectors, countries }`',
  },
  controls: {
    meaning: 'what is done against techniques',
    example: '{ coverage: detections.yaml, mitigations: M1032 }',
    says: '`{ coverage, mitigations }`',
  },
  lastAudit: { meaning: 'day of the last audit', example: '2026-01-31', says: DAY },
  sightings: {
    meaning: 'what it has seen itself',
    example: '{ date: 2026-03-14, technique: T1566.001, note: Invoices by mail }',
    says: 'a list of `{ date, group, software, technique, note }`',
  },
};

/** Keys of an entry of `supplyChain`. */
export const PARTNER_KEYS: Readonly<Record<keyof Partner, OrganisationKey>> = {
  name: { meaning: 'what you call it', example: 'Data centre', says: 'a text' },
  sectors: { meaning: 'as for the organisation', example: 'technology', says: TEXTS },
  countries: { meaning: 'as for the organisation', example: 'NL', says: TEXTS },
};

/** Keys of `controls`. */
export const CONTROL_KEYS: Readonly<Record<keyof OrganisationControls, OrganisationKey>> = {
  coverage: {
    meaning:
      'files, folders or archives that say which techniques are covered: Navigator layers, DeTT&CT, Sigma rules, CSV, lists of ids',
    example: 'detections.yaml',
    says: TEXTS,
  },
  mitigations: { meaning: 'ATT&CK ids of mitigations in place', example: 'M1032, M1049', says: TEXTS },
};

/** Keys of an entry of `sightings`. */
export const SIGHTING_KEYS: Readonly<Record<keyof OwnSighting, OrganisationKey>> = {
  date: { meaning: 'when', example: '2026-03-14', says: DAY },
  group: { meaning: 'a group by id or name', example: 'G0007', says: 'a text' },
  software: { meaning: 'software by id or name', example: 'S0154', says: 'a text' },
  technique: { meaning: 'a technique by id or name', example: 'T1566.001', says: 'a text' },
  note: { meaning: 'your own words', example: 'Invoices by mail', says: 'a text' },
};

/** Keys under which an entry of `sectors` may name an industry code: `{ nace: J61 }` is `NACE J61`. */
export const CODE_KEYS: ReadonlyMap<string, string> = new Map([
  ['nace', 'NACE'],
  ['naics', 'NAICS'],
]);

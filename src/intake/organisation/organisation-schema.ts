import * as z from 'zod/mini';
import { values } from '../../text/index.ts';
import { VOCABULARIES, suggestion, type Vocabulary } from '../../threat/index.ts';

/** What a word of the file was taken for. */
export interface Word {
  /** The word as the file has it. */
  readonly given: string;
  /** Names in the vocabulary of the field. */
  readonly meant: readonly string[];
  /** False of a platform that is not known: ATT&CK may have a new one, which techniques will name in the same way. */
  readonly isKnown: boolean;
  /** The vocabulary that has it. */
  readonly of: Vocabulary;
}

const { about, day, keysOf, mapping, oneOrMore, text, understood } = values;
const TEXTS = 'a text or a list of texts';

/** A list of words of a vocabulary, in any spelling, or of another where this one does not have them. */
function words(name: keyof typeof VOCABULARIES, other?: keyof typeof VOCABULARIES) {
  return oneOrMore(word(VOCABULARIES[name], '', other && VOCABULARIES[other]), TEXTS);
}

function word(vocabulary: Vocabulary, system = '', other?: Vocabulary) {
  const schema = understood(
    (written): Word | undefined => {
      const given = `${system}${written}`;
      for (const of of other === undefined ? [vocabulary] : [vocabulary, other]) {
        const meant = of.understand(given);
        if (meant.length > 0) return { given, meant, isKnown: true, of };
      }
      return vocabulary === VOCABULARIES.platforms
        ? { given, meant: [given], isKnown: false, of: vocabulary }
        : undefined;
    },
    {
      expected: `a ${vocabulary.noun} that is known`,
      kind: 'word',
      suggest: (written) => suggestion(`${system}${written}`, vocabulary),
    },
  );
  const names = { anyOf: [{ enum: vocabulary.names }, { type: 'string', minLength: 1 }] };
  return system === '' && vocabulary.names.length <= MOST_LISTED ? schema.check(z.meta(names)) : schema;
}

/** Schemas list names of shorter vocabularies. */
const MOST_LISTED = 100;

/** `{ nace: J61 }` is `NACE J61`. */
const INDUSTRY_CODES = z.pipe(
  mapping({
    nace: oneOrMore(word(VOCABULARIES.sectors, 'NACE '), TEXTS),
    naics: oneOrMore(word(VOCABULARIES.sectors, 'NAICS '), TEXTS),
  }),
  z.transform(({ nace, naics }) => [...nace, ...naics]),
);

const SECTORS = z.pipe(
  oneOrMore(
    z.union([word(VOCABULARIES.sectors), INDUSTRY_CODES], {
      error: 'a text, `{ nace: … }` or `{ naics: … }`',
    }),
    TEXTS,
  ),
  z.transform((sectors) => sectors.flat()),
);

const MITIGATION = understood((written) => (/^m\d{4}$/i.test(written) ? written.toUpperCase() : undefined), {
  expected: 'an id of a mitigation such as M1032',
  kind: 'mitigation',
}).check(z.meta({ type: 'string', pattern: String.raw`^[Mm]\d{4}$` }));

const TEXT = z.optional(text);

export const PARTNER = mapping({
  name: about(TEXT, 'what you call it', 'Data centre'),
  sectors: about(SECTORS, 'what it does', 'technology'),
  countries: about(words('countries'), 'where it is', 'NL'),
});

export const CONTROLS = mapping({
  coverage: about(
    oneOrMore(text, TEXTS),
    'files, folders or archives that say which techniques are covered: Navigator layers, DeTT&CT, Sigma rules, CSV, lists of ids',
    ['detections.yaml'],
  ),
  mitigations: about(oneOrMore(MITIGATION, TEXTS), 'ATT&CK ids of mitigations in place', ['M1032', 'M1049']),
  mapped: about(
    oneOrMore(text, TEXTS),
    'controls of mapped frameworks in place, by their ids, with the framework before it where several have one',
    ['AC-2', 'cis:4.1'],
  ),
});

export const SIGHTING = mapping({
  date: about(z.optional(day), 'when', '2026-03-14'),
  group: about(TEXT, 'a group by id or name', 'G0007'),
  software: about(TEXT, 'software by id or name', 'S0154'),
  technique: about(TEXT, 'a technique by id or name', 'T1566.001'),
  note: about(TEXT, 'your own words', 'Invoices by mail'),
}).check(
  z.refine(({ group, software, technique }) => (group ?? software ?? technique) !== undefined, {
    error: 'a mapping that names a group, software or technique',
    params: { kind: 'sighting' },
  }),
  z.meta({ anyOf: ['group', 'software', 'technique'].map((key) => ({ required: [key] })) }),
);

/** `org.yaml`: reader, questions, JSON Schema and documentation are made from it. */
export const ORGANISATION_FILE = mapping({
  name: about(TEXT, 'what it is called', 'Kaltbach Telecom'),
  sectors: about(SECTORS, 'what it does: sectors in any usual spelling, or codes of NACE Rev. 2 or NAICS', [
    'telecommunications',
    'NACE J61',
  ]),
  countries: about(words('countries', 'regions'), 'where it is: countries by name or ISO 3166 code', [
    'Luxembourg',
    'BE',
  ]),
  regions: about(
    words('regions', 'countries'),
    'larger parts of the world, or unions of countries, that it works in',
    ['Western Europe', 'EU'],
  ),
  platforms: about(words('platforms'), 'what it runs, as ATT&CK names platforms', [
    'Windows',
    'Linux',
    'Network Devices',
  ]),
  products: about(oneOrMore(text, TEXTS), 'software and products in use that an adversary may exploit', [
    'Microsoft Exchange',
    'Ivanti Connect Secure',
  ]),
  motives: about(words('motives'), 'why an adversary would attack it', ['espionage', 'financial gain']),
  crownJewels: about(
    oneOrMore(text, TEXTS),
    'what an adversary would be after, in your own words: for people to read, it counts for nothing',
    ['call records of subscribers'],
  ),
  supplyChain: about(
    oneOrMore(PARTNER, 'a mapping of keys to values, or a list of them'),
    'suppliers and customers, each with name, sectors and countries',
    [{ name: 'Data centre', sectors: 'technology', countries: 'NL' }],
  ),
  controls: about(z.optional(CONTROLS), 'what is done against techniques', {
    coverage: 'detections.yaml',
    mitigations: 'M1032',
  }),
  lastAudit: about(z.optional(day), 'day of the last audit', '2026-01-31'),
  sightingsAs: about(
    oneOrMore(text, TEXTS),
    'names beside its own under which its imported sightings stand: short ones, parts of it, pseudonyms',
    ['Kaltbach', 'kaltbach-soc'],
  ),
  sightings: about(
    oneOrMore(SIGHTING, 'a mapping of keys to values, or a list of them'),
    'what it has seen itself',
    [{ date: '2026-03-14', technique: 'T1566.001', note: 'Invoices by mail' }],
  ),
}).check(
  z.meta({
    title: 'Foeprint organisation',
    description: 'An organisation that adversaries may attack, as YAML: see docs/organisation.md.',
    required: ['name'],
  }),
);

/** What the keys that can be asked for in a line mean. */
export const ORGANISATION_KEYS = keysOf(ORGANISATION_FILE);
export const CONTROL_KEYS = keysOf(CONTROLS);

import * as z from 'zod/mini';
import { VOCABULARIES, type Vocabulary } from '../../threat/index.ts';
import { list, optional, shape, text } from '../schema.ts';

/** Names of a vocabulary. */
function names(vocabulary: Vocabulary, meaning: string) {
  const name = text('a name of the vocabulary').check(
    z.refine((given) => vocabulary.names.includes(given), {
      error: `a ${vocabulary.noun} of the vocabulary`,
    }),
  );
  return list(name, meaning);
}

const sectors = names(VOCABULARIES.sectors, 'what it does: sectors, e.g. `telecommunications`');
const countries = names(VOCABULARIES.countries, 'where it is: ISO 3166-1 alpha-2 codes, e.g. `LU`');

const Partner = shape('Partner', 'One on whom the organisation depends, or who depends on it.', {
  name: optional(text('what it is called')),
  sectors,
  countries,
});

const OrganisationControls = shape('OrganisationControls', 'What the organisation does against techniques.', {
  coverage: list(text('name of a file'), 'files that say which techniques are covered'),
  mitigations: list(text('ATT&CK id'), 'mitigations in place, e.g. `M1032`'),
  mapped: optional(
    list(text('id, or framework and id'), 'controls of mapped frameworks in place, e.g. `AC-2` or `cis:4.1`'),
  ),
});

const OwnSighting = shape(
  'OwnSighting',
  'Something of an adversary that the organisation has seen itself: a group, software or technique, or several of them.',
  {
    date: optional(text('`YYYY-MM-DD`')),
    group: optional(text('id or name')),
    software: optional(text('id or name')),
    technique: optional(text('id or name')),
    note: optional(text('the words of the organisation')),
  },
);

/** An organisation as questions name it: what `org.yaml` holds, in the words of the vocabularies. */
export const Organisation = shape('Organisation', 'An organisation that adversaries may attack.', {
  name: text('what it is called'),
  sectors,
  countries,
  regions: names(VOCABULARIES.regions, 'larger parts of the world that it works in, e.g. `western-europe`'),
  platforms: list(text('a platform'), 'what it runs, as ATT&CK spells it, e.g. `Windows`'),
  products: list(text('a product'), 'software and products in use'),
  motives: names(VOCABULARIES.motives, 'motives feared, e.g. `financial gain`'),
  crownJewels: list(
    text('its own words'),
    'what an adversary would be after: for people to read, it counts for nothing',
  ),
  misread: optional(
    list(
      text('a sentence'),
      'what of its description was not understood and left out; absent where nothing was',
    ),
  ),
  supplyChain: list(Partner, 'on whom it depends, and who depends on it'),
  controls: OrganisationControls,
  lastAudit: optional(text('day of the last audit, `YYYY-MM-DD`')),
  sightingsAs: optional(
    list(text('a name'), 'names beside its own under which its imported sightings stand'),
  ),
  sightings: list(OwnSighting, 'what it has seen itself'),
});

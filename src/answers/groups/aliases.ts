import { Mention } from '../explanation/mention.ts';
import { Claimant, NameClaim } from './names.ts';
import { argument, question } from '../question.ts';
import { as, list, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** Who goes by a name. */
export const AliasesQuestion = question({
  name: argument('<name>', 'name, alias, ATT&CK id or STIX id of an adversary'),
});

const NamedEntry = shape('NamedEntry', 'An entry of a source that describes an adversary.', {
  thing: as(Mention, 'the adversary'),
  source: text('name of the source whose entry it is; empty for what is only referred to'),
  names: list(NameClaim, 'its names, and who gives them'),
});
export type NamedEntry = Of<typeof NamedEntry>;

const IdentityReason = shape(
  'IdentityReason',
  'A reason for or against two entries being the same adversary.',
  {
    speaksFor: oneOf(['same', 'overlap', 'apart'], 'what it speaks for'),
    statement: text('one sentence'),
    claimants: list(Claimant, 'who claims it'),
    confidence: optional(text('how sure they are, where they give it')),
  },
);
export type IdentityReason = Of<typeof IdentityReason>;

/**
 * `same`: somebody claims it and nobody holds them apart. `overlaps`: they have something in common, nobody claims that
 * they are the same. `disputed`: somebody claims it or gives them one name, and somebody holds them apart.
 */
export const VERDICTS = ['same', 'disputed', 'overlaps'] as const;

const NamedLink = shape('NamedLink', 'Two entries that somebody relates to each other.', {
  one: text('STIX id of the one'),
  other: text('STIX id of the other'),
  verdict: oneOf(
    VERDICTS,
    'same: somebody claims it and nobody holds them apart; disputed: somebody claims it or gives them one name, and somebody holds them apart; overlaps: they have something in common, nobody claims that they are the same',
  ),
  reasons: list(IdentityReason, 'every reason for it'),
});
export type NamedLink = Of<typeof NamedLink>;

export const AliasesAnswer = shape(
  'AliasesAnswer',
  'Who goes by a name, and who claims that they are the same. Nothing is decided by the name: entries of different sources stay apart.',
  {
    asked: text('the name'),
    bearers: list(
      NamedEntry,
      'entries that go by the name, or have it as ATT&CK or STIX id; groups of ATT&CK first',
    ),
    related: list(NamedEntry, 'entries that somebody relates to them, or that share another of their names'),
    links: list(
      NamedLink,
      'what relates a bearer to another bearer or to a related entry: same first, then disputed, then overlaps',
    ),
  },
);
export type AliasesAnswer = Of<typeof AliasesAnswer>;

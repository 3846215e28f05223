import { Mention } from '../explanation/mention.ts';
import { Statement } from '../explanation/statement.ts';
import { USE_KINDS } from '../techniques/use.ts';
import { argument, flag, option, options, question } from '../question.ts';
import { as, count, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { Trait, TRAIT_KINDS } from './traits.ts';

/** By what groups can be chosen. */
export const GROUP_FILTERS = {
  words: argument(
    '[words...]',
    'sectors, countries, regions or motives, and keywords: whatever is none of those',
  ),
  sectors: options(
    '--sector <sector>',
    'documented against this sector or a part of it, in any spelling, or by NACE or NAICS code (repeatable)',
  ),
  countries: options(
    '--country <country>',
    'documented against this country (name or ISO code), or against this region or anything in it (repeatable)',
  ),
  motives: options('--motive <motive>', 'held to act from this motive (repeatable)'),
  origins: options('--origin <country>', 'held to come from this country (repeatable)'),
  activeSince: option('--active-since <date>', 'seen or reported on since this year, month or day'),
  techniques: options(
    '--technique <technique>',
    'that use this technique, as sources report or as rules derive (repeatable; all are needed)',
  ),
  software: options('--software <software>', 'that use this software, likewise (repeatable; all are needed)'),
  not: options('--not <name>', 'without those that use this technique or software, likewise (repeatable)'),
  keywords: options('-k, --keyword <word>', 'word or beginning of a word to look for (repeatable)'),
  any: flag('--any', 'one of the keywords is enough', { fallback: 'all are needed' }),
  wholeWord: flag('--whole-word', 'no beginnings of words: telecom does not find telecommunications'),
};

/** Groups by what is known of them. */
export const GroupsQuestion = question(GROUP_FILTERS);
export type GroupsQuestion = Of<typeof GroupsQuestion>;

const AskedMember = shape('AskedMember', 'A value that counts for another because it is a part of it.', {
  kind: oneOf(TRAIT_KINDS, 'what it is about'),
  value: text('name in the vocabulary, or ISO 3166-1 alpha-2 code'),
  label: text('the value in words'),
});
export type AskedMember = Of<typeof AskedMember>;

const AskedTrait = shape('AskedTrait', 'A value asked for, in terms of the vocabularies.', {
  kind: oneOf(TRAIT_KINDS, 'what it is about: whom groups attack, why, or from where'),
  value: text('name in the vocabulary, or ISO 3166-1 alpha-2 code'),
  label: text('the value in words: `Luxembourg`'),
  members: list(
    AskedMember,
    'what counts for it, because it lies within: parts of a sector, regions and countries of a region',
  ),
});
export type AskedTrait = Of<typeof AskedTrait>;

const KeywordMatch = shape('KeywordMatch', 'Where a keyword was found.', {
  keyword: text('the keyword'),
  field: oneOf(['name', 'alias', 'description'], 'where it stands'),
  excerpt: text('the words around the first place where it stands there'),
});
export type KeywordMatch = Of<typeof KeywordMatch>;

const FoundUse = shape('FoundUse', 'A technique or software that was asked for, and how its use is known.', {
  used: as(Mention, 'the technique or software'),
  use: oneOf(USE_KINDS, 'whether a source reports it of the group, or only rules derive it'),
  by: as(Statement, 'the group, what a derived use came through, and in which words it is reported'),
});
export type FoundUse = Of<typeof FoundUse>;

const FoundGroup = shape('FoundGroup', 'A group, and what of it was asked for.', {
  group: as(Mention, 'the group'),
  aliases: list(text('a name'), 'other names'),
  matches: list(KeywordMatch, 'where each keyword was found; empty where none was asked for'),
  traits: list(
    Trait,
    'what of it was asked for, or counts for that, with who claims it; empty where only keywords were',
  ),
  uses: optional(list(FoundUse, 'techniques and software that were asked for; absent where none were')),
  lastSeen: optional(
    text(
      'last time that it was seen or reported on; empty where it is not known, absent where only keywords were asked for',
    ),
  ),
});
export type FoundGroup = Of<typeof FoundGroup>;

/** Of how many groups nothing of a kind is known. */
export const UnknownTrait = shape('UnknownTrait', 'Of how many groups nothing of a kind is known.', {
  kind: oneOf(TRAIT_KINDS, 'the kind'),
  groups: count('groups that can therefore not be found by it'),
});

export const GroupsAnswer = shape(
  'GroupsAnswer',
  'Groups by what is known of them. A group of which nothing of a kind is known cannot be found by it.',
  {
    asked: list(AskedTrait, 'what was asked for, as it was understood'),
    keywords: list(text('a keyword'), 'keywords that were looked for'),
    any: truth('whether one of the keywords is enough'),
    used: optional(
      list(Mention, 'techniques and software that each of them uses; absent where none were asked for'),
    ),
    not: optional(
      list(Mention, 'techniques and software that none of them is known to use; absent likewise'),
    ),
    activeSince: text('the date asked for; empty where none was'),
    asOf: optional(text('day from which ages count; absent where only keywords were asked for')),
    groups: list(FoundGroup, 'by ATT&CK id'),
    unknown: list(UnknownTrait, 'for each kind asked for, how many groups could not be found by it'),
  },
);
export type GroupsAnswer = Of<typeof GroupsAnswer>;

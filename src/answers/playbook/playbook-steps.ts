import * as z from 'zod/mini';
import { Citation } from '../explanation/evidence.ts';
import { KnownActivity } from '../groups/seen.ts';
import { ExpectAnswer, ExpectedTechnique } from '../threats/expect.ts';
import { Mention } from '../explanation/mention.ts';
import { STEP_NAMES, type StepName } from './playbook-file.ts';
import { PrioritiesAnswer, Priority } from '../threats/priorities.ts';
import { RuleInForce } from '../explanation/rules.ts';
import {
  as,
  byName,
  count,
  forEach,
  list,
  number,
  oneOf,
  optional,
  shape,
  text,
  truth,
  type Of,
} from '../schema.ts';
import { AppliedFactor, Threat, ThreatsAnswer, UnknownOfGroups } from '../threats/threats.ts';
import { TRAIT_KINDS } from '../groups/traits.ts';
import { ThinMatch, WhatIfAnswer } from '../threats/what-if.ts';

export const PlaybookStep = shape('PlaybookStep', 'A step of a playbook.', {
  step: z.enum(STEP_NAMES).check(z.describe('its name')),
  title: optional(text('heading in the report, in place of the usual one')),
  notes: optional(text('the analyst’s own words, which stand under the heading')),
  with: byName(
    z.union([z.string(), z.number(), z.readonly(z.array(z.string()))]),
    'its parameters; those not named have their defaults',
  ),
});
export type PlaybookStep = Of<typeof PlaybookStep>;

/** An investigation as steps that can be edited, saved and run again. Written in a YAML file (docs/playbook.md). */
export const Playbook = shape(
  'Playbook',
  'An investigation as steps that can be edited, saved and run again.',
  {
    title: text('title of the report'),
    asOf: optional(text('day from which ages count, and after which nothing published is used')),
    hide: list(text('a name'), 'sources, claimants, campaigns or documents that are not to be used'),
    weights: byName(number('0 … 10'), 'factor and weight; those not named keep theirs, 0 leaves one out'),
    steps: list(PlaybookStep, 'what the report answers, in order'),
  },
);
export type Playbook = Of<typeof Playbook>;

export const SummaryGroup = shape('SummaryGroup', 'One of the first groups, in short.', {
  rank: count('1 for the first'),
  group: as(Mention, 'the group'),
  score: number('its score'),
  countries: list(text('a country'), 'countries of the organisation against which it is documented'),
  sectors: list(text('a sector'), 'sectors of the organisation against which it is documented'),
  by: list(text('a claimant or source'), 'who says so'),
  lastReport: text('publication of the newest report on what it did; empty where none is dated'),
  recent: count('reports in the last three years'),
  hasOneClaimant: truth('whether all of this is claimed by one claimant or source only'),
});
export type SummaryGroup = Of<typeof SummaryGroup>;

export const SummaryAnswer = shape('SummaryAnswer', 'The answers on one page.', {
  of: count('live groups in all'),
  byCountry: count('groups documented against a country of the organisation'),
  bySector: count('groups documented against a sector of it'),
  byBoth: count('groups documented against both'),
  first: list(SummaryGroup, 'the first groups'),
  techniques: list(ExpectedTechnique, 'what is to be expected most'),
  counted: count('first groups that count for that'),
  measures: list(Priority, 'what to do about it first'),
  answered: number('0 … 1, share of what is to be expected that these measures answer together'),
  sureness: shape('Sureness', 'How far the first places hold.', {
    of: count('first places compared'),
    stay: count('how many of them keep their groups whichever source is left out'),
    source: text('name of the source that changes most; empty where none does'),
    oneClaimant: count('how many of the first groups are matched by one claimant or source only'),
  }),
  unknownCountry: count('live groups of which no country is known'),
  unknownSector: count('live groups of which no sector is known'),
});
export type SummaryAnswer = Of<typeof SummaryAnswer>;

export const PageTrait = shape('PageTrait', 'A value of a trait, and who says so.', {
  kind: oneOf(TRAIT_KINDS, 'what it is about'),
  label: text('the value in words'),
  isShared: truth('whether the organisation has it, too'),
  by: list(text('a claimant or source'), 'who says so'),
});
export type PageTrait = Of<typeof PageTrait>;

const PageTechnique = shape('PageTechnique', 'A technique that a group is reported to use.', {
  technique: as(Mention, 'the technique'),
  groups: count('groups that use it, of all'),
  sentence: text('the sentence to read first; empty where there is none'),
  published: text('newest publication date among what is cited for it; empty where none is dated'),
  citation: optional(Citation),
});
export type PageTechnique = Of<typeof PageTechnique>;

export const GroupPage = shape('GroupPage', 'What is known of a group, on a page.', {
  threat: as(Threat, 'the group and why it has its place'),
  description: text('first paragraph of its description'),
  url: optional(text('its page at its source')),
  aliases: list(text('a name'), 'other names'),
  traits: list(
    PageTrait,
    'whom it attacks, why and from where; what the organisation has in common with it first',
  ),
  techniques: list(
    PageTechnique,
    'what it is reported to use that works on the platforms of the organisation: what was reported last first',
  ),
  fitting: count('how many such techniques there are, derived ones too'),
  used: count('how many it uses in all, derived ones too'),
  activity: KnownActivity,
  unknown: list(oneOf(TRAIT_KINDS, 'a kind of trait'), 'kinds of trait of which nothing is known'),
});
export type GroupPage = Of<typeof GroupPage>;

const DisputedOrigin = shape('DisputedOrigin', 'A group that is held to come from several countries.', {
  group: as(Mention, 'the group'),
  origins: list(
    shape('ClaimedOrigin', 'A country that a group is held to come from, and who says so.', {
      label: text('the country'),
      by: list(text('a claimant or source'), 'who says so'),
    }),
    'countries, and who says which',
  ),
});

export const ConfidenceAnswer = shape(
  'ConfidenceAnswer',
  'How sure the answers are, and what is missing in the evidence.',
  {
    top: count('first groups looked at'),
    of: count('live groups'),
    unknown: UnknownOfGroups,
    unknownShare: forEach(TRAIT_KINDS, number('0 … 1'), 'the same as shares of all groups'),
    averaged: list(
      shape('AveragedFactors', 'A group, and factors of which nothing is known.', {
        group: as(Mention, 'the group'),
        factors: list(text('name of a factor'), 'factors in which the mean of the other groups stands in'),
      }),
      'of the first groups, those in which the mean stands in for anything',
    ),
    thin: list(
      ThinMatch,
      'matches of country, sector and motive that one claimant or source alone makes, old and undated ones first',
    ),
    thinElsewhere: count('such matches of neighbours, partners and origins'),
    quiet: list(
      shape('QuietGroup', 'A group of which nothing was reported for long.', {
        group: as(Mention, 'the group'),
        lastReport: text('its newest report; empty where none is dated'),
      }),
      'first groups of which nothing was reported in five years',
    ),
    disputed: list(DisputedOrigin, 'first groups whose origin is reported in more ways than one'),
  },
);
export type ConfidenceAnswer = Of<typeof ConfidenceAnswer>;

export const MethodAnswer = shape('MethodAnswer', 'By what a run came to its answers.', {
  factors: list(AppliedFactor, 'factors that applied, with their weights'),
  rules: list(RuleInForce, 'rules that were on, by pack'),
  hidden: list(text('a name'), 'what was not used'),
});
export type MethodAnswer = Of<typeof MethodAnswer>;

export const AnalystNote = shape('AnalystNote', 'What an analyst has to say.', {
  text: text('paragraphs with an empty line between them'),
});

/** What each kind of step answers. */
const STEP_ANSWERS = {
  summary: SummaryAnswer,
  threats: ThreatsAnswer,
  group: list(GroupPage, 'a page for every group'),
  expected: ExpectAnswer,
  priorities: PrioritiesAnswer,
  'what-if': WhatIfAnswer,
  confidence: ConfidenceAnswer,
  method: MethodAnswer,
  note: AnalystNote,
} as const satisfies Record<StepName, z.ZodMiniType>;
export type StepAnswers = { readonly [Name in StepName]: Of<(typeof STEP_ANSWERS)[Name]> };

/** What came of a step. */
export const StepRun = z.readonly(
  z.discriminatedUnion('step', [
    stepRun('summary'),
    stepRun('threats'),
    stepRun('group'),
    stepRun('expected'),
    stepRun('priorities'),
    stepRun('what-if'),
    stepRun('confidence'),
    stepRun('method'),
    stepRun('note'),
  ]),
);
export type StepRun<Name extends StepName = StepName> = {
  [Each in Name]: {
    readonly step: Each;
    readonly title: string;
    readonly notes: string;
    readonly remarks: readonly string[];
    readonly answer: StepAnswers[Each];
  };
}[Name];

function stepRun<const Name extends StepName>(name: Name) {
  return z.strictObject({
    step: z.literal(name).check(z.describe('its name')),
    title: text('its heading'),
    notes: text('the analyst’s words; empty where there are none'),
    remarks: list(text('a sentence'), 'what to know of the answer'),
    answer: STEP_ANSWERS[name],
  });
}

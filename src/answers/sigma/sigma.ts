import { RuleLogSource } from '../coverage/claims.ts';
import { Mention } from '../explanation/mention.ts';
import { IssueShape } from '../issue.ts';
import { argument, flag, options, question } from '../question.ts';
import { STANDINGS } from '../releases/migrate.ts';
import { as, count, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';
import { maybeForWhom } from '../threats/ranking.ts';

/** Which rules of a library are for the techniques of groups. */
export const SigmaQuestion = question({
  groups: argument('[group...]', 'groups, threat actors or campaigns by id, name or alias'),
  techniques: options('-t, --technique <technique>', 'rules for this technique (repeatable)'),
  organisation: maybeForWhom(
    'rules for the techniques to expect for this organisation, on its platforms',
    'groups',
    'techniques',
  ),
  derived: flag('--derived', 'of groups: take in uses that rules derive'),
  platforms: options('--platform <platform>', 'only rules that can see this platform (repeatable)', {
    fallback: 'those of the organisation; without one, all',
  }),
  drafts: flag(
    '--drafts',
    'also draft rules for techniques without any, from the commands of tests (--atomics)',
  ),
});
export type SigmaQuestion = Of<typeof SigmaQuestion>;

/** Why a rule is not in a pack. */
export const RULE_LEFT_REASONS = ['deprecated', 'unsupported', 'other-platform'] as const;
/** One of {@link RULE_LEFT_REASONS}. */
export type RuleLeftReason = (typeof RULE_LEFT_REASONS)[number];

const RULE = {
  id: optional(text('its id')),
  title: text('its title'),
  file: text('its file in the library'),
  techniques: list(
    text('an ATT&CK id'),
    'techniques asked about that it is tagged with, in the release in view',
  ),
};

export const PackedRule = shape('PackedRule', 'A rule of a pack.', {
  ...RULE,
  path: text('its file in the pack'),
  status: optional(text('its status, as written')),
  level: optional(text('its level, as written')),
  looksIn: as(RuleLogSource, 'where it looks'),
});
export type PackedRule = Of<typeof PackedRule>;

const LeftRule = shape('LeftRule', 'A rule for one of the techniques that is not in the pack.', {
  ...RULE,
  reason: oneOf(RULE_LEFT_REASONS, 'why not: its status, or it sees none of the platforms asked about'),
});

/** Why there is no draft for a technique without rules. */
export const UNDRAFTED_REASONS = ['no-test', 'no-command', 'too-broad'] as const;
/** One of {@link UNDRAFTED_REASONS}. */
export type UndraftedReason = (typeof UNDRAFTED_REASONS)[number];

/** Logs that drafts can be for, as Sigma names them. */
export const DRAFT_CATEGORIES = [
  'process_creation',
  'ps_script',
  'registry_set',
  'file_event',
  'dns_query',
] as const;
/** A log of a system that drafts can be for. */
export interface DraftLog {
  readonly product: 'windows' | 'linux' | 'macos';
  readonly category: (typeof DRAFT_CATEGORIES)[number];
}

export const DraftedRule = shape(
  'DraftedRule',
  'A rule that was drafted from the commands of tests, and is to be worked on.',
  {
    technique: as(Mention, 'the technique'),
    id: text('its id, the same for the same technique and log'),
    path: text('its file in the pack'),
    product: oneOf(['windows', 'linux', 'macos'], 'system whose log it is for'),
    category: oneOf(DRAFT_CATEGORIES, 'what log it is for'),
    tests: list(
      shape('DraftedFrom', 'A test that it was made from.', {
        guid: text('its UUID'),
        name: text('its name'),
      }),
      'tests whose events it matches',
    ),
    analytics: list(text('an ATT&CK id'), 'analytics of ATT&CK that look in the same log for the technique'),
    proven: count('events made from these tests: it matches each'),
    others: count('events made from tests of other techniques that it was held against'),
    othersMatched: count('of those, the ones that it matches'),
    text: text('the rule, as YAML'),
  },
);
export type DraftedRule = Of<typeof DraftedRule>;

const RuledTechnique = shape('RuledTechnique', 'A technique asked about, and how many rules there are.', {
  technique: as(Mention, 'the technique'),
  weight: number('how much it counts: the expectation, the share of the groups that use it, or 1'),
  rules: count('rules of the pack that are tagged with it'),
  near: list(
    text('an ATT&CK id'),
    'of one without rules: its technique or sub-techniques that rules of the library are tagged with',
  ),
});
export type RuledTechnique = Of<typeof RuledTechnique>;

const CarriedTag = shape('CarriedTag', 'A technique of tags that has another id in the release in view.', {
  from: text('the id of the tag'),
  to: list(
    text('an ATT&CK id'),
    'what it is there; several where it could be each; none where there is none',
  ),
  standing: oneOf(STANDINGS, 'how it came there'),
  reason: text('why, in words'),
  files: count('files of the library that are tagged with it'),
});
export type CarriedTag = Of<typeof CarriedTag>;

const PackLibrary = shape('PackLibrary', 'The library of rules that a pack is made from.', {
  name: text('name of its file or folder'),
  files: count('files in it'),
  refused: count('files of it that could not be used'),
  ids: count('technique ids that its tags give'),
  unchanged: count('of those, the ones that are the same in the release in view'),
  licence: optional(text('the text of its licence, where it brings one')),
});

export const SigmaAnswer = shape(
  'SigmaAnswer',
  'The rules of a library that are for techniques asked about, as they are given there.',
  {
    of: oneOf(['groups', 'organisation', 'techniques'], 'what chose the techniques'),
    names: list(text('a name'), 'the groups or techniques named, or the organisation'),
    platforms: list(text('a platform of ATT&CK'), 'what rules see; empty for any'),
    release: text('the release of ATT&CK that ids are of'),
    library: as(PackLibrary, 'where the rules are from'),
    techniques: list(RuledTechnique, 'all that are asked about: those that count most first'),
    covered: count('techniques with rules'),
    share: number('the same as a share of all, 0 … 1; 0 of none'),
    rules: list(PackedRule, 'the pack, in the order of the library'),
    left: list(LeftRule, 'rules that are not in it'),
    carried: list(
      CarriedTag,
      'ids of tags that are others in the release in view: those of techniques asked about, and all that it does not have',
    ),
    issues: list(IssueShape, 'what of the files could not be read as rules'),
    files: list(
      shape('PackedFile', 'A file of the pack.', {
        path: text('where it stands in the pack'),
        text: text('its text as the library has it'),
      }),
      'the files of the rules',
    ),
    drafts: list(DraftedRule, 'drafts for techniques without rules, where they are asked for'),
    testsLicence: optional(
      text('the text of the licence of the tests that drafts were made from, where they bring one'),
    ),
    undrafted: list(
      shape('Undrafted', 'A technique without rules for which there is no draft.', {
        technique: as(Mention, 'the technique'),
        reason: oneOf(
          UNDRAFTED_REASONS,
          'no test that a program runs on Windows, Linux or macOS; tests without a command that says enough; what they say is also done by tests of other techniques',
        ),
        analytics: list(
          shape('LookingAnalytic', 'An analytic of ATT&CK, and where Sigma has what it looks in.', {
            analytic: text('an ATT&CK id'),
            logs: list(text('as Sigma names it: `windows registry_set`'), 'those logs'),
          }),
          'analytics against it whose logs Sigma has: where to look, without anything to look for',
        ),
      }),
      'those, where drafts are asked for',
    ),
  },
);
export type SigmaAnswer = Of<typeof SigmaAnswer>;

import * as z from 'zod/mini';
import { Citation } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { TRAIT_KINDS } from '../groups/traits.ts';
import { EarlierRun, KnownSource } from '../playbook/playbook.ts';
import { KnowledgeChange, RunChanges } from '../playbook/run-changes.ts';
import { flag, fromFile, option, options, question } from '../question.ts';
import { as, count, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';
import { COVERAGE, maybeForWhom, top } from '../threats/ranking.ts';
import { GroupDiff } from './diff.ts';

/** What changed since, for groups, an organisation and its gaps. */
export const NewsQuestion = question({
  organisation: maybeForWhom('the organisation whose first groups and gaps are looked at'),
  groups: options('--group <name>', 'also what changed for this group (repeatable)'),
  since: option('--since <day>', 'compare with what was loaded before this day, e.g. 2025-10-01', {
    fallback: 'the releases before those in view',
  }),
  run: fromFile(
    z.optional(EarlierRun),
    'playbook-run',
    '--run <file>',
    'compare with a run of the playbook that was kept (`playbook --save-run`)',
  ),
  ...COVERAGE,
  top: top('groups first in rank that are looked at'),
  all: flag('--all', 'everything, at length'),
});
export type NewsQuestion = Of<typeof NewsQuestion>;

/** How it was found out what there was before. */
export const COMPARED_WITH = ['loaded', 'published', 'releases', 'run'] as const;

const NewTrait = shape('NewTrait', 'A trait that is newly reported of a group.', {
  kind: oneOf(TRAIT_KINDS, 'what it is about'),
  label: text('the value in words'),
  by: list(text('a claimant or source'), 'who says so'),
});

const GroupNews = shape('GroupNews', 'What is newly reported of a group.', {
  uses: as(GroupDiff, 'techniques and software'),
  names: list(text('a name'), 'other names that it has only now'),
  traits: list(NewTrait, 'victims, motive and origin that are reported only now'),
  reports: list(Citation, 'dated reports that are cited only now, the newest first'),
});
export type GroupNews = Of<typeof GroupNews>;

const CoverageMove = shape('CoverageMove', 'A technique whose detection has come further, or fallen back.', {
  technique: as(Mention, 'the technique'),
  before: count('0 … 4, then'),
  now: count('0 … 4, now'),
});
export type CoverageMove = Of<typeof CoverageMove>;

const GapNews = shape(
  'GapNews',
  'How the gaps of an organisation changed: techniques to expect that nothing deployed sees.',
  {
    before: text('day on which coverage was looked at before; empty where none was kept'),
    after: text('day on which it is looked at now'),
    shareBefore: number('0 … 1, share of the expectation that was deployed or tested'),
    share: number('0 … 1, the same now'),
    inventories: list(text('`siem of 2026-05-01`'), 'coverage that counts only now'),
    closed: list(CoverageMove, 'gaps that are none any more, by ATT&CK id'),
    opened: list(CoverageMove, 'techniques that fell back and are gaps now'),
    expected: list(CoverageMove, 'gaps that were not expected before'),
  },
);
export type GapNews = Of<typeof GapNews>;

export const NewsAnswer = shape(
  'NewsAnswer',
  'What changed since, for groups, an organisation and its gaps.',
  {
    comparedWith: oneOf(
      COMPARED_WITH,
      '`loaded`: what was loaded before the day; `published`: nothing was, so the releases of ATT&CK that were published by then; `releases`: no day was given, so the release before of each series, without reports loaded since the newest of ATT&CK; `run`: a run that was kept',
    ),
    since: text('the day given, or that of the run; empty where there is none'),
    before: list(
      KnownSource,
      'what there was before; the same as now where there was nothing to compare with',
    ),
    knowledge: list(KnowledgeChange, 'sources that are different'),
    organisation: text('name of the organisation; empty where none was given'),
    ranking: optional(as(RunChanges, 'how the first groups of the organisation changed, and why')),
    gaps: optional(as(GapNews, 'absent where no organisation was given, or no coverage is known')),
    groups: list(GroupNews, 'groups of which anything is new: those named, then by rank'),
    lookedAt: count('groups that were looked at'),
  },
);
export type NewsAnswer = Of<typeof NewsAnswer>;

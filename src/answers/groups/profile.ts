import { Defence } from '../techniques/defence.ts';
import { SUPPORT } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { NameClaim } from './names.ts';
import { argument, flag, option, question } from '../question.ts';
import { explained } from '../reasons.ts';
import { as, count, forEach, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';
import { ProfileBrief } from './profile-brief.ts';
import { SCORE, SCORE_STATUSES, ScorePolicy } from './score.ts';
import { SeenDate } from './seen.ts';
import { USE_KINDS } from '../techniques/use.ts';

/** How a group works. */
export const ProfileQuestion = question({
  group: argument('<group>', 'a group, threat actor or campaign by id, name or alias'),
  brief: flag('--brief', 'what fits on one screen or page'),
  direct: flag('--direct', 'leave out what only rules derive'),
  asOf: option('--as-of <day>', 'day from which the age of evidence counts, e.g. 2025-10-28', {
    fallback: 'when the knowledge in view was last changed',
  }),
});
export type ProfileQuestion = Of<typeof ProfileQuestion>;

const ProfiledTactic = shape('ProfiledTactic', 'A tactic that the group serves.', {
  tactic: as(Mention, 'the tactic; last “no tactic”, for techniques whose tactic no source reports'),
  techniques: list(
    text('STIX id of a technique'),
    'in the order of the profile; a technique may serve several tactics',
  ),
});
export type ProfiledTactic = Of<typeof ProfiledTactic>;

const ProfiledTechnique = explained(
  shape('ProfiledTechnique', 'A technique that the group uses, scored and with its evidence.', {
    technique: as(Mention, 'the technique'),
    ...SCORE,
    use: oneOf(USE_KINDS, 'whether a source reports it of the group, or only rules derive it'),
    through: list(
      Mention,
      'of a derived use: what stands between the group and the technique in any way, e.g. software, a campaign; the strongest way first',
    ),
    ...SUPPORT,
  }),
  'technique',
  'group',
);
export type ProfiledTechnique = Of<typeof ProfiledTechnique>;

const ProfiledSoftware = explained(
  shape('ProfiledSoftware', 'Software that the group uses.', {
    software: as(Mention, 'the malware or tool'),
    ...SUPPORT,
  }),
  'software',
  'group',
);
export type ProfiledSoftware = Of<typeof ProfiledSoftware>;

const ProfiledCampaign = explained(
  shape('ProfiledCampaign', 'A campaign that is attributed to the group.', {
    campaign: as(Mention, 'the campaign'),
    firstSeen: optional(text('when it was first seen: a timestamp')),
    lastSeen: optional(text('when it was last seen: a timestamp')),
    ...SUPPORT,
  }),
  'campaign',
  'group',
);
export type ProfiledCampaign = Of<typeof ProfiledCampaign>;

const DatedShare = shape(
  'DatedShare',
  'How many of the reported uses of techniques cite anything dated, and how exactly: by the most exact date of each.',
  {
    relations: count('reported uses'),
    dated: count('of these, how many cite a dated document'),
    share: number('the same as a share, 0 … 1; 0 of nothing'),
    day: count('dated to the day'),
    month: count('dated to the month'),
    year: count('dated to the year'),
  },
);
export type DatedShare = Of<typeof DatedShare>;

export const ProfileAnswer = shape(
  'ProfileAnswer',
  'What is known of how a group works, every line with its evidence in short.',
  {
    group: as(Mention, 'the group'),
    description: text('how its source describes it; empty where it does not'),
    aliases: list(NameClaim, 'other names, and who uses them'),
    brief: as(ProfileBrief, 'the same in short, with whom it attacks, why and from where'),
    asOf: text('day from which the age of evidence is counted'),
    policy: as(ScorePolicy, 'how the scores were given'),
    statuses: forEach(SCORE_STATUSES, count('techniques'), 'how many techniques have each status'),
    direct: count('techniques that a source reports of the group'),
    derived: count('techniques that only rules derive'),
    tactics: list(ProfiledTactic, 'tactics that the group serves, in the order of the matrix'),
    techniques: list(ProfiledTechnique, 'highest score first, then by ATT&CK id'),
    software: list(ProfiledSoftware, 'by label'),
    campaigns: list(ProfiledCampaign, 'by label'),
    seen: list(
      SeenDate,
      'when it is reported to have been first and last seen; where sources differ, each date apart',
    ),
    mitigations: list(
      Defence,
      'mitigations that matter to the group, those for the most of its techniques first',
    ),
    detections: list(Defence, 'detection strategies, in the same order'),
    dating: as(DatedShare, 'how much of it is dated'),
  },
);
export type ProfileAnswer = Of<typeof ProfileAnswer>;

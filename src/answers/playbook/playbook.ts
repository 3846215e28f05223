import * as z from 'zod/mini';
import { MARKING_LEVELS } from '../../facts/index.ts';
import { ANSWER_VERSION } from '../envelope.ts';
import { Mention } from '../explanation/mention.ts';
import { Organisation } from '../threats/organisation.ts';
import { Playbook, StepRun } from './playbook-steps.ts';
import { fromFile, question } from '../question.ts';
import { COVERAGE, FOR_WHOM, RANKING } from '../threats/ranking.ts';
import { RunChanges } from './run-changes.ts';
import { as, count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { AppliedFactor } from '../threats/threats.ts';

export const KnownSource = shape('KnownSource', 'A source that was in view.', {
  id: text('its id'),
  name: text('its name'),
  series: optional(text('the series of releases that it is one of')),
  release: optional(text('its release')),
  sha256: text('SHA-256 of its bytes, lower-case hex'),
});
export type KnownSource = Of<typeof KnownSource>;

const FactorInRun = shape('FactorInRun', 'A factor of a score, as runs are compared by it.', {
  factor: text('its name'),
  contribution: number('what it adds'),
  known: truth('false where nothing is known, so that the mean of the other groups stands in'),
  found: text('what was found, in a few words'),
  evidence: list(
    text('what is claimed, and by whom'),
    'what it rests on, in order: `Luxembourg, by Tidal Cyber (MISP galaxy Tidal Groups)`',
  ),
});
export type FactorInRun = Of<typeof FactorInRun>;

const RankedInRun = shape('RankedInRun', 'A group in the order of a run.', {
  rank: count('1 for the first'),
  group: as(Mention, 'the group'),
  score: number('sum of the contributions'),
  isDormant: optional(truth('whether it stands behind all that are active; absent in runs of before 0.3')),
  factors: list(FactorInRun, 'what it is the sum of'),
});
export type RankedInRun = Of<typeof RankedInRun>;

/** What of a run a later one is compared with. */
const RUN_BASIS = {
  foeprint: text('version of Foeprint that made it'),
  organisation: as(Organisation, 'whom it is for'),
  asOf: text('day from which ages are counted'),
  hidden: list(text('a name'), 'what was not used'),
  knowledge: list(KnownSource, 'the sources in view, by id'),
  factors: list(
    AppliedFactor,
    'factors that applied, with their weights and the mean that stood in for what is not known',
  ),
  ranking: list(RankedInRun, 'all live groups in their order, with what their scores are sums of'),
  lists: shape('RunLists', 'What the run shows first; only what it asked for.', {
    techniques: optional(list(Mention, 'techniques to expect')),
    mitigations: optional(list(Mention, 'mitigations')),
    detections: optional(list(Mention, 'detection strategies')),
    'log-sources': optional(list(Mention, 'log sources')),
    'data-components': optional(list(Mention, 'data components')),
  }),
};

/** An earlier run that a later one is compared with. */
export const EarlierRun = shape('EarlierRun', 'An earlier run that a later one is compared with.', {
  ...RUN_BASIS,
  marking: optional(oneOf(MARKING_LEVELS, 'how far it may go: what is compared with it goes no farther')),
});
export type EarlierRun = Of<typeof EarlierRun>;

/** A run as it is kept, an envelope: what of it is looked at when a later run is compared with it. */
export const KeptRun = z.object({
  version: z.literal(ANSWER_VERSION),
  useCase: z.literal('playbook'),
  answer: z.object(RUN_BASIS),
  markings: z.object({ level: optional(text('how far it may go')) }),
});

/** The whole investigation for an organisation. */
export const PlaybookQuestion = question({
  ...FOR_WHOM,
  playbook: fromFile(z.optional(Playbook), 'playbook', '--file <file>', 'a playbook (YAML)', {
    fallback: 'all steps as they come',
  }),
  since: fromFile(
    z.optional(EarlierRun),
    'playbook-run',
    '--since <file>',
    'a run that was kept: say what changed since, and why',
  ),
  ...COVERAGE,
  ...RANKING,
});

export const PlaybookAnswer = shape(
  'PlaybookAnswer',
  'What came of a playbook: the same for the same knowledge and playbook.',
  {
    ...RUN_BASIS,
    playbook: as(Playbook, 'the playbook that was run'),
    steps: list(StepRun, 'what each step answers'),
    changes: optional(as(RunChanges, 'what is different since the earlier run')),
  },
);
export type PlaybookAnswer = Of<typeof PlaybookAnswer>;

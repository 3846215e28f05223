import { Citation, EvidenceDate } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { DatedCampaign } from '../groups/timeline.ts';
import { USE_KINDS } from '../techniques/use.ts';
import { argument, flag, option, options, question } from '../question.ts';
import { STANDINGS } from '../releases/migrate.ts';
import { as, count, forEach, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { EmulationTest } from './emulation-test.ts';

/** How to do, in an exercise, what a group is reported to do. */
export const EmulateQuestion = question({
  group: argument('<group>', 'a group, threat actor or campaign by id, name or alias'),
  platforms: options(
    '--platform <name>',
    'only tests for this platform: Windows, Linux, macOS, IaaS … (repeatable)',
  ),
  tactics: options('--tactic <name>', 'only steps of this tactic, by name or id (repeatable)'),
  since: option('--since <day>', 'only what may have been reported since, e.g. 2024-01-01'),
  derived: flag('--include-derived', 'take in what is known only through software'),
  allTests: flag(
    '--all-tests',
    'every test of a technique, not the one that asks for least on each platform',
  ),
  destructive: flag('--destructive', 'take in tests that may destroy data, stop services or lock people out'),
});
export type EmulateQuestion = Of<typeof EmulateQuestion>;

/** Whether a step can be executed by a test; where not, why not. */
export const STEP_STANDINGS = [
  'executable',
  'no-test',
  'sub-techniques-only',
  'manual-only',
  'other-platforms-only',
  'destructive-only',
] as const;
/** One of {@link STEP_STANDINGS}. */
export type StepStanding = (typeof STEP_STANDINGS)[number];

/** Why a test of a technique is not in the plan. */
export const LEFT_REASONS = ['other-platform', 'destructive', 'manual', 'another-chosen'] as const;
/** One of {@link LEFT_REASONS}. */
export type LeftReason = (typeof LEFT_REASONS)[number];

export const PlannedTest = shape('PlannedTest', 'A test of a step, and what it asks for.', {
  test: as(EmulationTest, 'the test'),
  platforms: list(text('a platform of ATT&CK'), 'what it was chosen for'),
  reason: text('why it was chosen'),
  values: list(text('name of an argument'), 'values that have to be given, as there is no default'),
  usesFiles: truth('whether it uses files that lie beside it in the library'),
  usesNetwork: truth('whether a web address stands in its commands'),
  couldBe: list(text('an id'), 'what its technique could be in this release, where that is more than one'),
  destructive: list(text('a reason'), 'why it counts as destructive; empty where it does not'),
});
export type PlannedTest = Of<typeof PlannedTest>;

const LeftTest = shape('LeftTest', 'A test of the technique that is not in the plan.', {
  guid: text('its UUID'),
  name: text('its name'),
  reason: oneOf(LEFT_REASONS, 'why not'),
});
export type LeftTest = Of<typeof LeftTest>;

const StepTime = shape('StepTime', 'When a step stands in the order of the plan.', {
  date: text('a day, month or year'),
  kind: oneOf(
    ['campaign', 'report'],
    'when the first campaign that did it was first seen, or when the oldest document cited was published',
  ),
});
export type StepTime = Of<typeof StepTime>;

export const EmulationStep = shape(
  'EmulationStep',
  'A technique of the group, and how to do it in an exercise.',
  {
    number: count('its place in the plan, from 1'),
    technique: as(Mention, 'the technique'),
    tactic: as(
      Mention,
      'the tactic under which it stands: the first that it serves in the order of the matrix; “No tactic known”, without an id, where no source says',
    ),
    alsoServes: list(Mention, 'other tactics that it serves'),
    use: oneOf(USE_KINDS, 'whether a source reports it of the group, or only rules derive it'),
    through: list(Mention, 'of a derived use: what it came through'),
    when: optional(StepTime),
    reported: optional(EvidenceDate),
    citation: optional(Citation),
    sentence: text('what the group is reported to do; empty where no source says'),
    campaigns: list(DatedCampaign, 'campaigns of the group that did it, the oldest first'),
    platforms: list(text('a platform of ATT&CK'), 'what the technique works on'),
    standing: oneOf(STEP_STANDINGS, 'whether it can be executed'),
    tests: list(PlannedTest, 'the tests to run, in the order of the library'),
    left: list(LeftTest, 'other tests of the technique'),
    subTechniques: list(Mention, 'of a technique without tests: sub-techniques of it that have some'),
  },
);
export type EmulationStep = Of<typeof EmulationStep>;

const CarriedTests = shape('CarriedTests', 'Tests whose technique has another id in the release in view.', {
  from: text('the id that the library gives'),
  to: optional(text('the id in view; absent where there is none')),
  standing: oneOf(STANDINGS, 'how it came there'),
  reason: text('why, in words'),
  tests: count('tests of it'),
});

const PlanLibrary = shape('PlanLibrary', 'The library of tests that a plan is made from.', {
  name: text('name of its file or folder'),
  tests: count('tests in it'),
  refused: count('tests and files of it that could not be used'),
  unchanged: count('ids of techniques that are the same in the release in view'),
  carried: list(CarriedTests, 'all other ids, in the order of the library'),
  licence: optional(text('the text of its licence, where it brings one')),
});

export const EmulateAnswer = shape(
  'EmulateAnswer',
  'What a group is reported to do, step by step, each with the tests that do it. Foeprint runs none of them.',
  {
    group: as(Mention, 'the group'),
    description: text('how its source describes it; empty where it does not'),
    release: text('the release of ATT&CK that ids are of'),
    library: as(PlanLibrary, 'where the tests are from'),
    platforms: list(text('a platform of ATT&CK'), 'what tests are for; empty for any'),
    allTests: truth('whether every test of a technique is in it'),
    takesDestructive: truth('whether destructive tests are in it'),
    steps: list(
      EmulationStep,
      'by tactic in the order of the matrix, then by time, those without a date last',
    ),
    tests: count('tests to run'),
    executable: count('steps that can be executed'),
    share: number('the same as a share of all steps, 0 … 1; 0 of none'),
    standings: as(
      forEach(STEP_STANDINGS, count('steps'), ''),
      'how many steps can be executed, and why the others cannot',
    ),
  },
);
export type EmulateAnswer = Of<typeof EmulateAnswer>;

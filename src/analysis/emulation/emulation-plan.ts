import {
  NO_TACTIC,
  type EmulateAnswer,
  type EmulationStep,
  type StepTime,
  type TestLibrary,
} from '../../answers/index.ts';
import { objectsOf, subjectsOf } from '../../desk/index.ts';
import { compareText, defined, sum, tally } from '../../text/index.ts';
import { mention } from '../mention.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { supportOf } from '../profile/support.ts';
import { tacticShortName, tacticsInOrder, tacticsServed } from '../profile/tactic-order.ts';
import type { ReleaseTarget } from '../releases/resolution.ts';
import { latestDay } from '../score/evidence-date.ts';
import { landscapeOf } from '../timeline/landscape.ts';
import { momentsOf, type Moment } from '../timeline/moments.ts';
import { campaignsByTechnique } from '../timeline/timeline-of.ts';
import { carriedTests, type CarriedTests } from './carried-tests.ts';
import { chooseTests } from './choose-tests.ts';

/** How to make a plan. */
export interface PlanOptions {
  readonly library: TestLibrary;
  /** The release in view: tests of a library may be of another. */
  readonly target: ReleaseTarget;
  /** Platforms of ATT&CK, as its newest releases spell them; empty for all. */
  readonly platforms: readonly string[];
  /** Terms of tactics; empty for all. */
  readonly tactics: readonly number[];
  /** Only what may have been reported on or after this day. */
  readonly since?: string | undefined;
  readonly derived: boolean;
  readonly allTests: boolean;
  readonly destructive: boolean;
}

/**
 * What a group is reported to do as the steps of an exercise: by tactic in the order of the matrix, and within one by when the group
 * is reported to have done it first, in a campaign or else by the oldest document cited.
 *
 * @param group term of a group, actor or campaign
 */
export function emulationPlan(sourced: SourcedFacts, group: number, options: PlanOptions): EmulateAnswer {
  const { library, platforms, since, derived, allTests, destructive } = options;
  const { catalogue } = sourced;
  const carried = carriedTests(library, options.target);
  const around = {
    carried,
    campaigns: campaignsByTechnique(sourced, group),
    tacticOf: tacticChooser(sourced, options.tactics),
  };
  const steps = momentsOf(sourced, landscapeOf(sourced), group, derived)
    .filter(
      ({ first }) => since === undefined || (first !== undefined && latestDay(first.date.date) >= since),
    )
    .flatMap((moment) => stepOf(sourced, moment, around, options) ?? [])
    .toSorted(compareSteps)
    .map(({ place: _place, ...step }, index) => ({ number: index + 1, ...step }));
  const { stored } = catalogue.entry(group);
  const standings = tally(steps.map(({ standing }) => standing));
  const executable = standings.get('executable') ?? 0;
  return {
    group: mention(catalogue, group),
    description: stored === undefined ? '' : sourced.evidence(stored).sentence,
    release: options.target.release,
    library: {
      name: library.name,
      tests: library.tests.length,
      refused: library.refused,
      unchanged: carried.unchanged,
      carried: carried.carried,
      ...defined({ licence: library.licence }),
    },
    platforms,
    allTests,
    takesDestructive: destructive,
    steps,
    tests: sum(steps.map(({ tests }) => tests.length)),
    executable,
    share: steps.length === 0 ? 0 : executable / steps.length,
    standings: {
      executable: 0,
      'no-test': 0,
      'sub-techniques-only': 0,
      'manual-only': 0,
      'other-platforms-only': 0,
      'destructive-only': 0,
      ...Object.fromEntries(standings),
    },
  };
}

interface Around {
  readonly carried: CarriedTests;
  readonly campaigns: ReturnType<typeof campaignsByTechnique>;
  readonly tacticOf: ReturnType<typeof tacticChooser>;
}

/** A step that has no number yet. */
interface Placed extends Omit<EmulationStep, 'number'> {
  /** Place of its tactic in the matrix. */
  readonly place: number;
}

/** Undefined where it serves none of the tactics asked for. */
function stepOf(
  sourced: SourcedFacts,
  { use, first, evidence, facts }: Moment,
  { carried, campaigns, tacticOf }: Around,
  options: PlanOptions,
): Placed | undefined {
  const { catalogue } = sourced;
  const served = tacticOf(use.technique);
  if (served === undefined) return undefined;
  const tests = carried.byTechnique.get(facts.label) ?? [];
  const chosen = chooseTests(tests, {
    technique: facts.label,
    tactics: served.shortNames,
    platforms: options.platforms,
    allTests: options.allTests,
    couldBe: carried.couldBe,
    destructive: options.destructive,
  });
  const subTechniques =
    tests.length > 0
      ? []
      : subjectsOf(sourced, 'subtechnique-of', use.technique).filter((term) =>
          carried.byTechnique.has(catalogue.label(term)),
        );
  const support = supportOf(evidence);
  const own = campaigns.get(use.technique) ?? [];
  const when = timeOf(own[0]?.firstSeen, first?.date.date);
  const citation = first?.citation ?? support.citation;
  return {
    place: served.place,
    technique: mention(catalogue, use.technique),
    tactic: served.tactic,
    alsoServes: served.others,
    use: use.use,
    through: use.through.map((term) => mention(catalogue, term)),
    ...defined({ when, reported: first?.date, citation }),
    sentence: first?.sentence ?? support.sentence,
    campaigns: own,
    platforms: objectsOf(sourced, 'on-platform', use.technique)
      .map((term) => catalogue.name(term))
      .toSorted(compareText),
    ...chosen,
    standing: subTechniques.length > 0 ? 'sub-techniques-only' : chosen.standing,
    subTechniques: subTechniques.map((term) => mention(catalogue, term)),
  };
}

/** When a campaign did it says more than when somebody wrote it down. */
function timeOf(seen: string | undefined, reported: string | undefined): StepTime | undefined {
  if (seen !== undefined) return { date: seen.slice(0, 10), kind: 'campaign' };
  return reported === undefined ? undefined : { date: reported, kind: 'report' };
}

function compareSteps(one: Placed, other: Placed): number {
  return (
    one.place - other.place ||
    compareText(one.when?.date ?? '\uffff', other.when?.date ?? '\uffff') ||
    compareText(one.technique.label, other.technique.label) ||
    compareText(one.technique.id, other.technique.id)
  );
}

/** Under which tactic a technique stands: the first that it serves of those asked for; behind all others where none is known of it. */
function tacticChooser(sourced: SourcedFacts, asked: readonly number[]) {
  const { catalogue } = sourced;
  const inOrder = tacticsInOrder(sourced);
  return (technique: number) => {
    const own = tacticsServed(sourced, technique);
    const served = inOrder.filter((term) => own.includes(term));
    const tactic = served.find((term) => asked.length === 0 || asked.includes(term));
    if (tactic === undefined && asked.length > 0) return undefined;
    return {
      tactic: tactic === undefined ? NO_TACTIC : mention(catalogue, tactic),
      place: tactic === undefined ? inOrder.length : inOrder.indexOf(tactic),
      others: served.filter((term) => term !== tactic).map((term) => mention(catalogue, term)),
      shortNames: served.map((term) => tacticShortName(sourced, term)),
    };
  };
}

import type { Mention, PlanAnswer, PlanQuestion } from '../../answers/index.ts';
import {
  mention,
  planOf,
  weighGroups,
  type GroupWeights,
  type PlanSearch,
  type WeighedTechniques,
} from '../../analysis/index.ts';
import { knownTo, type Knowledge } from '../../desk/index.ts';
import { errorOf, FoeprintError, formatIssue } from '../../facts/index.ts';
import { organisationNamed, PLAN_KINDS, PLANNED_KINDS, typesOf, type PlanKind } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { dayOrLastChange } from '../names/asked-day.ts';
import { findAdversary } from '../names/find-adversary.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { withCoverage, type CoverageInView } from '../coverage/counted-coverage.ts';
import { expectationOf } from '../threats/expected.ts';
import { withNearbySightings } from '../threats/nearby-sightings.ts';
import { rankFor, scopeOf, type ThreatSearch } from '../threats/threats.ts';
import { caveatsIn } from '../techniques/caveats.ts';
import { analyticsFor } from '../techniques/detections.ts';
import { leftOver } from '../threats/what-is-done.ts';
import type { Answered } from '../use-case.ts';
import { costReader } from './costs.ts';
import { frameworksIn } from './frameworks.ts';
import { mappingScoresIn } from './mapping-scores.ts';

/** Techniques of a list shown where nobody says how many. */
const SHOWN = 20;

/** How long a solver may be given at most, in seconds. */
const LONGEST = 3600;

/**
 * What to build first against groups, or against what an organisation is to expect: what answers most of it within a budget.
 *
 * @throws FoeprintError W720 where it is not said against whom, W671 and W721 for what cannot be asked for, W601–W603 and W628 for
 * names that lead to nothing, W608 for a day that is none, P101 where a solver is asked for that is not installed
 */
export async function planFor(
  knowledge: Knowledge['desk'],
  question: PlanQuestion,
): Promise<Answered<PlanAnswer>> {
  const { organisation, groups } = question;
  if ((organisation === undefined) === (groups.length === 0))
    throw errorOf(
      WORKBENCH_ISSUES.nothingToPlanFor,
      organisation === undefined ? 'Against whom is not said.' : 'Groups and an organisation are both named.',
    );
  const improving = await solverFor(knowledge, question.seconds);
  return await withCoverage(knowledge, question, async (coverage) => {
    const plan = (weighed: Weighed): Answered<PlanAnswer> =>
      planned(knowledge, question, weighed, { ...improving, coverage });
    if (organisation === undefined) return plan(weighedGroups(knowledge, question));
    return await withNearbySightings(knowledge, organisation, question, (nearby) =>
      plan(weighedExpectation(knowledge, { ...question, organisation }, nearby)),
    );
  });
}

interface Improving {
  readonly solver: PlanSearch['solver'];
  readonly notes: readonly string[];
}

/** The solver, where it is to be asked; that it is missing is an error only where somebody asks for it. */
async function solverFor(
  { settings, solver }: Knowledge['desk'],
  asked: number | undefined,
): Promise<Improving> {
  const seconds = within('--seconds', asked ?? settings.planning.seconds, LONGEST);
  if (seconds === 0) return { solver: undefined, notes: [] };
  try {
    return { solver: { solve: await solver(), seconds }, notes: [] };
  } catch (error) {
    if (asked !== undefined || !(error instanceof FoeprintError)) throw error;
    return {
      solver: undefined,
      notes: error.issues.map((issue) => `The plan is the greedy one: ${formatIssue(issue)}`),
    };
  }
}

/** Most that a budget may be. */
const LARGEST_BUDGET = 1e9;

function within(what: string, number: number, most: number): number {
  if (number >= 0 && number <= most) return number;
  throw errorOf(WORKBENCH_ISSUES.outOfRange, `${what} is ${number}, not a number from 0 to ${most}.`);
}

/** What is planned against, and what each technique of it weighs. */
interface Weighed extends Pick<PlanAnswer, 'against' | 'asOf' | 'rarity'> {
  readonly techniques: WeighedTechniques;
  readonly organisation: NonNullable<PlanQuestion['organisation']>;
  readonly isNamed: boolean;
  readonly notes: readonly string[];
}

function weighedGroups(desk: Knowledge['desk'], { groups: names, asOf: asked, hide }: PlanQuestion): Weighed {
  const found = names
    .flatMap((each) => each.split(','))
    .filter((name) => name.trim() !== '')
    .map((name) => findAdversary(desk, name));
  const groups = [...new Set(found.map(({ term }) => term))];
  if (groups.length === 0) throw errorOf(WORKBENCH_ISSUES.nothingToPlanFor, 'No group is named.');
  const { scope, notes } = scopeOf(desk, { asOf: asked, hide });
  const weights: GroupWeights = {
    asOf: dayOrLastChange(desk, asked),
    policy: desk.settings.score,
    rarity: desk.settings.planning.rarity,
  };
  return {
    against: groups.map((group) => mention(desk.view.catalogue, group)),
    asOf: weights.asOf,
    rarity: weights.rarity,
    techniques: weighGroups({ sourced: sourcedFactsOf(desk), scope }, groups, weights),
    organisation: organisationNamed(''),
    isNamed: false,
    notes: [...found.flatMap((each) => each.notes), ...notes],
  };
}

/** What was seen nearby. */
type Nearby = Pick<ThreatSearch, 'sighted' | 'hiddenSightings'>;

function weighedExpectation(
  desk: Knowledge['desk'],
  question: PlanQuestion & Pick<Weighed, 'organisation'>,
  nearby: Nearby,
): Weighed {
  const { weights, score: policy } = desk.settings;
  const ranking = rankFor(desk, question.organisation, { ...question, ...nearby, weights });
  const expected = expectationOf(ranking, { top: question.top, policy });
  return {
    against: expected.groups.map(({ group }) => group),
    asOf: ranking.asOf,
    rarity: 0,
    techniques: expected,
    organisation: ranking.surroundings.organisation,
    isNamed: true,
    notes: ranking.notes,
  };
}

function planned(
  desk: Knowledge['desk'],
  question: PlanQuestion,
  { against, asOf, rarity, techniques, organisation, isNamed, notes }: Weighed,
  { coverage, ...improving }: Improving & { readonly coverage: CoverageInView | undefined },
): Answered<PlanAnswer> {
  const { costs, framework, limit = SHOWN } = question;
  const { planning } = desk.settings;
  const budget = within('--budget', question.budget ?? planning.budget, LARGEST_BUDGET);
  const kinds = kindsAsked(question.kinds);
  const {
    gaps,
    sums,
    notes: remarks,
  } = leftOver(desk, organisation, techniques, {
    coverage,
    mitigatedKeeps: planning.mitigated,
  });
  const frameworks = frameworksIn(desk, framework);
  const costed = costReader(costs);
  const { candidates, ...plan } = planOf(knownTo(desk), gaps, {
    kinds,
    budget,
    admits: frameworks.admits,
    statedBy: frameworks.statedBy,
    ...(kinds.includes('controls') ? { scoreFor: mappingScoresIn(desk, planning.scored) } : {}),
    analytics: ({ id }) => analyticsFor(desk, id, organisation.platforms),
    caveatOf: caveatsIn(desk, organisation.platforms),
    costOf: costed.costOf,
    solver: improving.solver,
  });
  const answer: PlanAnswer = {
    against,
    ...(isNamed ? { organisation } : {}),
    asOf,
    kinds,
    rarity,
    budget,
    ...sums,
    ...plan,
    unanswered: plan.unanswered.slice(0, limit),
    beyond: plan.beyond.slice(0, limit),
    unansweredOf: plan.unanswered.length,
    beyondOf: plan.beyond.length,
    watch: plan.watch.slice(0, limit),
    watchOf: plan.watch.length,
    seconds: improving.solver?.seconds ?? 0,
    inPlace: gaps.inPlace.map((term) => mention(desk.view.catalogue, term)),
    takenOff: sums.takenOff.slice(0, limit),
    takenOffOf: sums.takenOff.length,
    mappings: kinds.includes('controls') ? frameworks.mappings() : [],
    hidden: question.hide,
  };
  return {
    answer,
    notes: [
      ...notes,
      ...remarks,
      ...notesOn(answer, candidates),
      ...unusedCosts(costed.unused(candidates)),
      ...improving.notes,
    ],
  };
}

function kindsAsked(asked: readonly string[]): readonly PlanKind[] {
  const words = asked.flatMap((each) => each.split(',')).map((word) => word.trim().toLowerCase());
  const unknown = words.find((word) => !PLAN_KINDS.some((kind) => kind === word));
  if (unknown !== undefined)
    throw errorOf(WORKBENCH_ISSUES.unknownPlanKind, `“${unknown}” is none of ${PLAN_KINDS.join(', ')}.`);
  return words.length === 0 ? PLANNED_KINDS : PLAN_KINDS.filter((kind) => words.includes(kind));
}

/** That there is nothing of a kind, so that nobody takes it for being of no use. */
function notesOn({ kinds, total }: PlanAnswer, candidates: readonly Mention[]): readonly string[] {
  if (total === 0) return ['No technique is known of these groups, so there is nothing to plan against.'];
  const hasControls = candidates.some(({ type }) => typesOf('control').includes(type));
  return kinds.includes('controls') && !hasControls
    ? [
        'No control that is loaded answers any of it: `foeprint load` takes mappings of the Mappings Explorer.',
      ]
    : [];
}

function unusedCosts(ids: readonly string[]): readonly string[] {
  return ids.length === 0
    ? []
    : [
        `Costs of ${ids.length} that cannot be chosen here count for nothing: ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' …' : ''}.`,
      ];
}

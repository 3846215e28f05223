import type { FactorInRun, Playbook, PlaybookAnswer, EarlierRun, StepRun } from '../../answers/index.ts';
import { mention, sayTrait, sayTerm, type FactorScore, type RankedGroup } from '../../analysis/index.ts';
import { DEFAULT_PLAYBOOK } from '../../answers/index.ts';
import { compareText, defined } from '../../text/index.ts';
import type { Organisation } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { Answered } from '../use-case.ts';
import { comparePlaybookRuns } from './compare-runs.ts';
import { rounded } from './rounded.ts';
import { runContext, type RunContext, type RunOptions } from './run-context.ts';
import { runStep } from './steps.ts';

/** What to run, and how; where the playbook says otherwise than these, the day is theirs, and both hide. */
export interface PlaybookSearch extends RunOptions {
  /** Default {@link DEFAULT_PLAYBOOK}. */
  readonly playbook?: Playbook | undefined;
  /** The run to compare it with. */
  readonly since?: EarlierRun | undefined;
  /** Version of Foeprint that the run is to name. */
  readonly foeprint: string;
}

/**
 * Runs the steps of a playbook for an organisation. The same knowledge, playbook, organisation
 * and options give the same run.
 *
 * @throws FoeprintError W608 for a day that is none, W601–W603 for a group that is named and not found
 */
export function runPlaybook(
  desk: Desk,
  organisation: Organisation,
  search: PlaybookSearch,
): Answered<PlaybookAnswer> {
  const { playbook = DEFAULT_PLAYBOOK, since, foeprint, hide = [], ...options } = search;
  const hidden = [...playbook.hide, ...hide];
  const context = runContext(desk, organisation, {
    ...options,
    asOf: options.asOf ?? playbook.asOf,
    hide: hidden,
    weights: { ...options.weights, ...playbook.weights },
  });
  const steps = playbook.steps.map((step) => runStep(step, context));
  const run = basisOf(context, { foeprint, hidden, lists: listsOf(steps) });
  return {
    answer: {
      ...run,
      playbook,
      steps,
      ...(since === undefined ? {} : { changes: comparePlaybookRuns(since, run, shownIn(steps)) }),
    },
    notes: context.ranking.notes,
    level: since?.marking,
  };
}

/** What of a run a later one is compared with. */
export function basisOf(
  context: RunContext,
  { foeprint, hidden, lists }: Pick<EarlierRun, 'foeprint' | 'hidden' | 'lists'>,
): EarlierRun {
  const { desk, ranking } = context;
  return {
    foeprint,
    organisation: ranking.surroundings.organisation,
    asOf: ranking.asOf,
    hidden,
    knowledge: knowledgeIn(desk),
    factors: ranking.ranked.factors,
    ranking: ranking.ranked.groups.map((group) => rankedInRun(context, group)),
    lists,
  };
}

/** The sources in view, as runs are compared by them. */
export function knowledgeIn({ view }: Pick<Desk, 'view'>): PlaybookAnswer['knowledge'] {
  return view.sources
    .map(({ id, name, series, release, sha256 }) => defined({ id, name, series, release, sha256 }))
    .toSorted((one, other) => compareText(one.id, other.id));
}

/** First places compared where a run does not show the ranking. */
const COMPARED = 15;

function shownIn(steps: readonly StepRun[]): number {
  const [ranking] = steps.flatMap((each) => (each.step === 'threats' ? [each.answer] : []));
  return ranking?.groups.length ?? COMPARED;
}

function listsOf(steps: readonly StepRun[]): PlaybookAnswer['lists'] {
  const [expected] = steps.flatMap((each) => (each.step === 'expected' ? [each.answer] : []));
  const [priorities] = steps.flatMap((each) => (each.step === 'priorities' ? [each.answer] : []));
  return {
    ...(expected === undefined ? {} : { techniques: expected.techniques.map(({ technique }) => technique) }),
    ...Object.fromEntries(
      (priorities?.rankings ?? []).map(({ kind, defences }) => [
        kind,
        defences.map(({ defence }) => defence),
      ]),
    ),
  };
}

function rankedInRun(
  context: RunContext,
  { rank, group, score, isDormant, factors }: RankedGroup,
): PlaybookAnswer['ranking'][number] {
  return {
    rank,
    group: mention(context.desk.view.catalogue, group),
    score: rounded(score),
    isDormant,
    factors: factors.map((factor) => factorInRun(context, factor)),
  };
}

function factorInRun({ claimant, ranking }: RunContext, score: FactorScore): FactorInRun {
  const { factor, contribution, value, found, grounds } = score;
  const claims = (grounds.claims ?? []).map(
    (claim) => `${sayTrait(claim.kind, claim.value)}, by ${claimant(claim)}`,
  );
  // All reports of a group are many, and its count says as much; the recent ones are what changes.
  const reports = factor === 'recency' ? (grounds.reports ?? []) : [];
  const facts = (grounds.facts ?? []).map(({ relation, row }) => {
    const used = ranking.sourced.reported.relations.get(relation)?.columns[1]?.[row];
    return used === undefined ? relation : sayTerm(ranking.sourced.catalogue, used);
  });
  const evidence = [...claims, ...facts, ...reports.map(({ name, published }) => `${name} (${published})`)];
  return {
    factor,
    contribution: rounded(contribution),
    known: value !== undefined,
    found,
    evidence: [...new Set(evidence)].toSorted(compareText),
  };
}

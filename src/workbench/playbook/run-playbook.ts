import {
  STEP_FORMS,
  sayMention,
  type Playbook,
  type PlaybookStep,
  type StepName,
} from '../../answers/index.ts';
import { mention, sayTrait } from '../../analysis/index.ts';
import type { FactorScore, RankedGroup } from '../../analysis/index.ts';
import { compareText } from '../../text/index.ts';
import type { Organisation } from '../../threat/index.ts';
import { noticesOf, type Desk } from '../../desk/index.ts';
import type { ThreatSearch } from '../threats.ts';
import {
  RUN_TYPE,
  RUN_VERSION,
  type FactorInRun,
  type PlaybookRun,
  type RankedInRun,
} from './playbook-run.ts';
import { rounded } from './reason.ts';
import { runContext, type RunContext, type RunOptions } from './run-context.ts';
import { answerStep, type StepRun } from './steps.ts';

/**
 * Runs the steps of a playbook for an organisation. The same knowledge, playbook, organisation
 * and options give the same run.
 *
 * @throws FoeprintError W608 for a day that is none, W601–W603 for a group that is named and not found
 */
export function runPlaybook(
  desk: Desk,
  playbook: Playbook,
  organisation: Organisation,
  options: RunOptions = {},
): PlaybookRun {
  const search: ThreatSearch = {
    asOf: playbook.asOf,
    hide: playbook.hide,
    weights: { ...options.weights, ...playbook.weights },
  };
  const context = runContext(desk, organisation, search, options);
  return {
    type: RUN_TYPE,
    version: RUN_VERSION,
    ...(options.foeprint === undefined ? {} : { foeprint: options.foeprint }),
    playbook,
    organisation: withoutFolders(organisation),
    asOf: context.ranking.asOf,
    knowledge: desk.view.sources
      .map(({ id, name, series, release, sha256 }) => ({
        id,
        name,
        ...(series === undefined ? {} : { series }),
        ...(release === undefined ? {} : { release }),
        sha256,
      }))
      .toSorted((one, other) => compareText(one.id, other.id)),
    factors: context.ranking.ranked.factors,
    steps: playbook.steps.map((step) => stepRun(step.step, step, context)),
    ranking: context.ranking.ranked.groups.map((group) => rankedInRun(context, group)),
    notes: context.ranking.notes,
    notices: noticesOf(desk),
  };
}

function stepRun<Name extends StepName>(
  step: Name,
  { title, notes = '', with: told }: PlaybookStep,
  context: RunContext,
): StepRun<Name> {
  return { step, title: title ?? STEP_FORMS[step].title, notes, answer: answerStep(step, context, told) };
}

function rankedInRun(context: RunContext, { rank, group, score, factors }: RankedGroup): RankedInRun {
  return {
    rank,
    group: mention(context.desk.view.catalogue, group),
    score: rounded(score),
    factors: factors.map((factor) => factorInRun(context, factor)),
  };
}

function factorInRun({ teller, ranking }: RunContext, score: FactorScore): FactorInRun {
  const { factor, contribution, value, found, grounds } = score;
  const claims = (grounds.claims ?? []).map(
    (claim) => `${sayTrait(claim.kind, claim.value)}, by ${teller(claim)}`,
  );
  // All reports of a group are many, and its count says as much; the recent ones are what changes.
  const reports = factor === 'recency' ? (grounds.reports ?? []) : [];
  const facts = (grounds.facts ?? []).map(({ relation, row }) => {
    const used = ranking.testimony.told.relations.get(relation)?.columns[1]?.[row];
    return used === undefined ? relation : sayMention(mention(ranking.testimony.catalogue, used));
  });
  const sayings = [...claims, ...facts, ...reports.map(({ name, published }) => `${name} (${published})`)];
  return {
    factor,
    contribution: rounded(contribution),
    known: value !== undefined,
    found,
    sayings: [...new Set(sayings)].toSorted(compareText),
  };
}

/** A run is handed over: where files lie on this machine is nobody else’s business, and differs on the next. */
function withoutFolders(organisation: Organisation): Organisation {
  const { controls } = organisation;
  const coverage = controls.coverage.map((path) => path.replace(/^.*[/\\]/su, ''));
  return { ...organisation, controls: { ...controls, coverage } };
}

import type { Mention } from '../../../answers/index.ts';
import { claimedValues, mention, sayTrait, unknownIn } from '../../../analysis/index.ts';
import type { RankedGroup, UnknownCounts } from '../../../analysis/index.ts';
import { compareText } from '../../../text/index.ts';
import type { ThinMatch } from '../../what-if.ts';
import type { RunContext } from '../run-context.ts';
import type { Step } from '../step.ts';

/** How sure the answers are, and what is missing in the evidence. */
export interface ConfidenceAnswer {
  /** First groups looked at. */
  readonly top: number;
  /** Live groups. */
  readonly of: number;
  /** For how many live groups nothing of a kind is known: they could not be matched by it. */
  readonly unknown: UnknownCounts;
  /** Of the first groups, factors of which nothing is known: the mean of the other groups stands in. */
  readonly averaged: readonly { readonly group: Mention; readonly factors: readonly string[] }[];
  /** Matches that one teller alone makes, old and undated ones first. */
  readonly thin: readonly ThinMatch[];
  /** First groups of whom nothing was reported for long. */
  readonly quiet: readonly { readonly group: Mention; readonly lastReport: string }[];
  /** First groups whose origin is told in more ways than one. */
  readonly disputed: readonly DisputedOrigin[];
}

/** A group that is told to come from several countries. */
export interface DisputedOrigin {
  readonly group: Mention;
  readonly origins: readonly { readonly says: string; readonly tellers: readonly string[] }[];
}

/** Years without a report after which a group is called quiet; as the score policy has it for evidence by default. */
export const QUIET_AFTER_YEARS = 5;

export const CONFIDENCE_STEP: Step<'confidence', ConfidenceAnswer> = {
  run: (context, { top }) => ({
    top,
    of: context.ranking.ranked.groups.length,
    unknown: unknownIn(context.ranking.victimology),
    averaged: context.first(top).flatMap((group) => averagedIn(context, group)),
    thin: context.whatIf(top).thin,
    quiet: context.first(top).flatMap((group) => quietIn(context, group)),
    disputed: context.first(top).flatMap((group) => disputedIn(context, group)),
  }),
};

function averagedIn({ desk }: RunContext, { group, factors }: RankedGroup): ConfidenceAnswer['averaged'] {
  const unknown = factors.filter(({ value }) => value === undefined).map(({ factor }) => factor);
  return unknown.length === 0 ? [] : [{ group: mention(desk.view.catalogue, group), factors: unknown }];
}

function quietIn({ desk, ranking }: RunContext, { group }: RankedGroup): ConfidenceAnswer['quiet'] {
  const { reports = [] } = ranking.victimology.groups.find((victims) => victims.group === group) ?? {};
  const lastReport = reports.at(-1)?.published ?? '';
  const since = String(Number(ranking.asOf.slice(0, 4)) - QUIET_AFTER_YEARS) + ranking.asOf.slice(4);
  return compareText(lastReport, since) >= 0
    ? []
    : [{ group: mention(desk.view.catalogue, group), lastReport }];
}

function disputedIn(
  { desk, ranking, teller }: RunContext,
  { group }: RankedGroup,
): ConfidenceAnswer['disputed'] {
  const victims = ranking.victimology.groups.find((each) => each.group === group);
  const origins = victims === undefined ? [] : claimedValues(victims, 'origin');
  if (origins.length < 2) return [];
  return [
    {
      group: mention(desk.view.catalogue, group),
      origins: origins.map(({ value, claims }) => ({
        says: sayTrait('origin', value),
        tellers: [...new Set(claims.map(teller))].toSorted(compareText),
      })),
    },
  ];
}

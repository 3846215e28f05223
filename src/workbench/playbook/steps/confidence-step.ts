import type { ConfidenceAnswer } from '../../../answers/index.ts';
import { claimedValues, eachKind, mention, sayTrait, unknownIn } from '../../../analysis/index.ts';
import type { RankedGroup } from '../../../analysis/index.ts';
import { compareText } from '../../../text/index.ts';
import type { RunContext } from '../run-context.ts';

/** Years without a report after which a group is called quiet; as the score policy has it for evidence by default. */
const QUIET_AFTER_YEARS = 5;

/** How sure the answers on the first groups are. */
export function confidenceIn(context: RunContext, top: number): ConfidenceAnswer {
  const of = context.ranking.ranked.groups.length;
  const unknown = unknownIn(context.ranking.victimology);
  const { thin } = context.whatIf(top).answer;
  const listed = thin.filter(({ factor }) => LISTED.has(factor));
  return {
    top,
    of,
    unknown,
    unknownShare: eachKind((kind) => (of === 0 ? 0 : unknown[kind] / of)),
    averaged: context.first(top).flatMap((group) => averagedIn(context, group)),
    thin: listed,
    thinElsewhere: thin.length - listed.length,
    quiet: context.first(top).flatMap((group) => quietIn(context, group)),
    disputed: context.first(top).flatMap((group) => disputedIn(context, group)),
  };
}

/** Factors whose thin matches are listed: a neighbour or a partner struck once says little either way. */
const LISTED: ReadonlySet<string> = new Set(['country', 'sector', 'motive']);

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
  { desk, ranking, claimant }: RunContext,
  { group }: RankedGroup,
): ConfidenceAnswer['disputed'] {
  const victims = ranking.victimology.groups.find((each) => each.group === group);
  const origins = victims === undefined ? [] : claimedValues(victims, 'origin');
  if (origins.length < 2) return [];
  return [
    {
      group: mention(desk.view.catalogue, group),
      origins: origins.map(({ value, claims }) => ({
        label: sayTrait('origin', value),
        by: [...new Set(claims.map(claimant))].toSorted(compareText),
      })),
    },
  ];
}

import type { ExpectAnswer, PrioritiesAnswer, ScorePolicy, WhatIfAnswer } from '../../answers/index.ts';
import type { RankedGroup, Ranking, TraitClaim } from '../../analysis/index.ts';
import type { Organisation, PriorityKind } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { PrioritiesSearch } from '../threats/priorities.ts';
import { expectedFrom } from '../threats/expected.ts';
import { prioritiesFrom } from '../threats/priorities.ts';
import { firstActive, rankFor, type ThreatSearch } from '../threats/threats.ts';
import type { Answered } from '../use-case.ts';
import { whatIf } from '../threats/what-if.ts';
import { claimantIn } from './claimant.ts';

/** What the steps of a run share. What is costly is computed once, and only where a step asks for it. */
export interface RunContext {
  readonly desk: Desk;
  readonly organisation: Organisation;
  /** Day, weights and what is hidden: the same for all steps. */
  readonly search: ThreatSearch;
  readonly ranking: Ranking;
  /** The first groups of the ranking. */
  readonly first: (top: number) => readonly RankedGroup[];
  readonly whatIf: (top: number) => Answered<WhatIfAnswer>;
  /** The techniques that are to be expected most, so many of them. */
  readonly expected: (top: number, limit: number) => Answered<ExpectAnswer>;
  /** Mitigations and log sources (detections before ATT&CK 18), or only one kind, in the order to take them in, so many of each kind. */
  readonly priorities: (top: number, limit: number, kind?: PriorityKind) => Answered<PrioritiesAnswer>;
  /** Who makes a claim, without opening its evidence. */
  readonly claimant: (claim: TraitClaim) => string;
}

/** What a run needs beside knowledge and organisation. */
export interface RunOptions extends ThreatSearch, Pick<PrioritiesSearch, 'coverage'> {
  /** How uses are scored; default `DEFAULT_SCORE_POLICY`. */
  readonly policy?: ScorePolicy | undefined;
}

export function runContext(
  desk: Desk,
  organisation: Organisation,
  { policy, coverage, ...search }: RunOptions,
): RunContext {
  const ranking = rankFor(desk, organisation, search);
  const { hide = [] } = search;
  return {
    desk,
    organisation,
    search,
    ranking,
    first: (top) => firstActive(ranking, top),
    whatIf: once((top: number) => whatIf(desk, organisation, { ...search, top })),
    expected: once((top: number, limit: number) => expectedFrom(desk, ranking, { hide, policy, top, limit })),
    priorities: once((top: number, limit: number, kind?: PriorityKind) =>
      prioritiesFrom(desk, ranking, {
        hide,
        policy,
        coverage,
        top,
        limit,
        kind,
        // They are log sources once more, only coarser.
        without: 'data-components',
        inOrderOf: 'step',
      }),
    ),
    claimant: claimantIn(desk.view),
  };
}

/** The same function, which answers each question once. */
function once<Asked extends readonly (number | string | undefined)[], Value>(
  make: (...asked: Asked) => Value,
): (...asked: Asked) => Value {
  const made = new Map<string, Value>();
  return (...asked) => {
    const key = asked.join(' ');
    const value = made.get(key) ?? make(...asked);
    made.set(key, value);
    return value;
  };
}

import type { ScorePolicy } from '../../answers/index.ts';
import type { ExpectedAnswer, RankedGroup, TraitClaim } from '../../analysis/index.ts';
import type { Coverage, FactorWeights, Organisation } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { expectedFrom } from '../expected.ts';
import { prioritiesFrom, type PrioritiesAnswer } from '../priorities.ts';
import { rankFor, type Ranking, type ThreatSearch } from '../threats.ts';
import { whatIf, type WhatIfAnswer } from '../what-if.ts';
import { tellerIn } from './teller.ts';

/** What the steps of a run share. What is costly is worked out once, and only where a step asks for it. */
export interface RunContext {
  readonly desk: Desk;
  readonly organisation: Organisation;
  /** Day, weights and what is hidden: the same for all steps. */
  readonly search: ThreatSearch;
  readonly ranking: Ranking;
  /** The first groups of the ranking. */
  readonly first: (top: number) => readonly RankedGroup[];
  readonly whatIf: (top: number) => WhatIfAnswer;
  /** So many of the techniques to expect. */
  readonly expected: (top: number, limit: number) => ExpectedAnswer;
  /** Mitigations and detections: at least those to begin with, so many of each kind. */
  readonly priorities: (top: number, first: number) => PrioritiesAnswer;
  /** Who makes a claim, without opening its evidence. */
  readonly teller: (claim: TraitClaim) => string;
}

/** What a run needs beside knowledge, playbook and organisation. */
export interface RunOptions {
  /** How uses are scored; default `DEFAULT_SCORE_POLICY`. */
  readonly policy?: ScorePolicy;
  /** Which techniques the organisation covers; default: none is told. */
  readonly coverage?: Coverage;
  /** Weights under those of the playbook; default: those of the factors. */
  readonly weights?: FactorWeights;
  /** Version of Foeprint that the run is to name; default: none. */
  readonly foeprint?: string;
}

export function runContext(
  desk: Desk,
  organisation: Organisation,
  search: ThreatSearch,
  options: RunOptions,
): RunContext {
  const { policy, coverage } = options;
  const ranking = rankFor(desk, organisation, search);
  const ask = once((top: number, limit: number) =>
    prioritiesFrom(desk, ranking, { hide: search.hide, policy, coverage, top, limit }),
  );
  return {
    desk,
    organisation,
    search,
    ranking,
    first: (top) => ranking.ranked.groups.slice(0, top),
    whatIf: once((top: number) => whatIf(desk, organisation, { ...search, top })),
    expected: once((top: number, limit: number) =>
      expectedFrom(desk, ranking, { hide: search.hide, policy, top, limit }),
    ),
    priorities(top, first) {
      const some = ask(top, SOME);
      return some.rankings.every((each) => beginsWith(each, first)) ? some : ask(top, ALL);
    },
    teller: tellerIn(desk.view),
  };
}

/** Defences asked for, those with the greatest effect: opening the analytics of all takes as long as the ranking. */
const SOME = 60;
const ALL = 100_000;

/** Whether the first so many to do, one after the other, are among those given. */
function beginsWith({ defences, of }: PrioritiesAnswer['rankings'][number], first: number): boolean {
  const places = new Set(defences.map(({ order }) => order));
  return (
    defences.length === of || Array.from({ length: first }, (_, at) => at + 1).every((at) => places.has(at))
  );
}

/** The same function, which works out the answer to each question once. */
function once<Asked extends readonly number[], Value>(
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

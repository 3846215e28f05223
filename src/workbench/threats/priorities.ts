import type { PrioritiesAnswer, PrioritiesQuestion } from '../../answers/index.ts';
import { prioritise, type Ranking } from '../../analysis/index.ts';
import { feedsAnalytics, type Organisation, type PriorityKind } from '../../threat/index.ts';
import type { CoverageInView } from '../coverage/counted-coverage.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { caveatsIn } from '../techniques/caveats.ts';
import { expectationOf, type ExpectedSearch } from './expected.ts';
import { rankFor } from './threats.ts';
import { analyticsFor } from '../techniques/detections.ts';
import { leftOver } from './what-is-done.ts';
import type { Answered } from '../use-case.ts';

/** What to put in order; `top` is how many groups count, `limit` how many defences of each kind, default {@link PRIORITIES_SHOWN}. */
export interface PrioritiesSearch extends ExpectedSearch, Pick<PrioritiesQuestion, 'kind'> {
  /** What is covered already; absent where nothing is known of it. */
  readonly coverage?: CoverageInView | undefined;
  /** The greatest effect first, or the order in which each next one adds most. Default `effect`. */
  readonly inOrderOf?: 'effect' | 'step';
  /** What is not put in order where nobody says what is. */
  readonly without?: PriorityKind;
}

/** Defences given of each kind where nobody says how many. */
export const PRIORITIES_SHOWN = 20;

/**
 * What helps most against what is to be expected from groups documented against organisations like this one: defences
 * by how much of the expectation they answer, and in the order in which each next one adds most.
 *
 * @throws FoeprintError W608 for a day that is none
 */
export function prioritiesFor(
  desk: Desk,
  organisation: Organisation,
  search: PrioritiesSearch = {},
): Answered<PrioritiesAnswer> {
  return prioritiesFrom(desk, rankFor(desk, organisation, search), search);
}

/** The same from a ranking that is made already; of the search, what is about ranking is not looked at. */
export function prioritiesFrom(
  desk: Desk,
  ranking: Ranking,
  search: PrioritiesSearch,
): Answered<PrioritiesAnswer> {
  const { kind, without, limit = PRIORITIES_SHOWN, inOrderOf: by = 'effect', hide = [], coverage } = search;
  const { organisation } = ranking.surroundings;
  const expected = expectationOf(ranking, search);
  const { gaps, sums, notes } = leftOver(desk, organisation, expected, { coverage });
  const known = knownTo(desk);
  const kinds = kind === undefined ? kindsIn(desk).filter((each) => each !== without) : [kind];
  const answer = {
    organisation,
    asOf: ranking.asOf,
    groups: expected.groups,
    ...sums,
    doneShare: sums.total === 0 ? 0 : sums.done / sums.total,
    rankings: kinds.map((each) =>
      prioritise(known, gaps, {
        kind: each,
        // What to collect next depends on what is collected then.
        by: feedsAnalytics(each) ? 'step' : by,
        limit,
        analytics: ({ id }) => analyticsFor(desk, id, organisation.platforms),
        caveatOf: caveatsIn(desk, organisation.platforms),
      }),
    ),
    hidden: hide,
  };
  return { answer, notes: [...ranking.notes, ...notes] };
}

/**
 * What is put in order where nobody says. Since ATT&CK 18 each technique has a detection strategy of its own, so that their order is that of
 * the techniques: what their analytics look at says what to do next.
 */
function kindsIn({ view }: Desk): readonly PriorityKind[] {
  const hasAnalytics = (view.facts.relations.get('has-analytic')?.size ?? 0) > 0;
  return [
    'mitigations',
    ...(hasAnalytics ? (['log-sources', 'data-components'] as const) : (['detections'] as const)),
  ];
}

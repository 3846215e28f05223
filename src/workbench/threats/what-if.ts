import { compareOrders, rankThreats, thinGrounds } from '../../analysis/index.ts';
import type { RankedGroups, Ranking } from '../../analysis/index.ts';
import type { Variation, WhatIfAnswer } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import type { Organisation } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { firstActive, rankFor, SHOWN, type ThreatSearch } from './threats.ts';
import type { Answered } from '../use-case.ts';

/** How the order of the first groups changes when one source or one factor is left out, and what rests on a single report. */
export function whatIf(
  desk: Desk,
  organisation: Organisation,
  search: ThreatSearch = {},
): Answered<WhatIfAnswer> {
  const { top = SHOWN, hide = [] } = search;
  const ranking = rankFor(desk, organisation, search);
  const { ranked, asOf, notes, surroundings } = ranking;
  const vary = (thing: Pick<Variation, 'leavesOut' | 'name' | 'label'>, after: RankedGroups): Variation => ({
    ...thing,
    ...compareOrders(desk.view.catalogue, ranked, after, top),
  });
  const variations = [
    ...claimingSources(ranking).map((name) =>
      vary(
        { leavesOut: 'source', name, label: ranking.sourceName(name) },
        rankFor(desk, organisation, { ...search, hide: [...hide, name] }).ranked,
      ),
    ),
    ...ranked.factors.map(({ name }) =>
      vary(
        { leavesOut: 'factor', name, label: name },
        // Anew, and not less what it adds: another factor may count only beyond it.
        rankThreats(desk.view.catalogue, {
          ...surroundings,
          weights: { ...surroundings.weights, [name]: 0 },
        }),
      ),
    ),
  ].toSorted(
    (one, other) =>
      one.stay - other.stay || other.moved.length - one.moved.length || compareText(one.name, other.name),
  );
  const thin = thinGrounds(ranking.sourced, firstActive(ranking, top), asOf);
  return { answer: { organisation: surroundings.organisation, asOf, top, variations, thin }, notes };
}

/** Ids of the sources that say anything of whom groups attack. */
function claimingSources({ victimology }: Ranking): readonly string[] {
  return [
    ...new Set(victimology.groups.flatMap(({ claims }) => claims.map(({ source }) => source))),
  ].toSorted(compareText);
}

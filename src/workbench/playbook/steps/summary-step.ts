import type { SummaryAnswer, SummaryGroup } from '../../../answers/index.ts';
import { mention, sayTrait, type RankedGroup, type TraitClaim } from '../../../analysis/index.ts';
import { compareText } from '../../../text/index.ts';
import type { RunContext } from '../run-context.ts';

/** Techniques, and things to do, named. */
const THREE = 3;

/** Things to do that are asked for; the same as those of the step that says more, so that they are put in order once. */
const ASKED = 8;

/** First groups that count for them; the same as those of the steps that say more. */
const COUNTED = 15;

/** The answers on one page, about so many groups. */
export function summaryOf(context: RunContext, groups: number): SummaryAnswer {
  const { ranked } = context.ranking;
  const first = context.first(groups).map((group) => summaryGroup(context, group));
  const { techniques, groups: counted } = context.expected(COUNTED, THREE).answer;
  const { rankings } = context.priorities(COUNTED, ASKED).answer;
  const measures = (rankings.find(({ kind }) => kind === 'mitigations')?.defences ?? []).slice(0, THREE);
  const unknown = (name: string): number =>
    ranked.factors.find((factor) => factor.name === name)?.unknown ?? 0;
  return {
    of: ranked.groups.length,
    byCountry: ranked.groups.filter(inCountry).length,
    bySector: ranked.groups.filter(inSector).length,
    byBoth: ranked.groups.filter((group) => inCountry(group) && inSector(group)).length,
    first,
    techniques,
    counted: counted.length,
    measures,
    answered: measures.at(-1)?.together ?? 0,
    sureness: surenessOf(context, groups, first),
    unknownCountry: unknown('country'),
    unknownSector: unknown('sector'),
  };
}

function inCountry(group: RankedGroup): boolean {
  return valueOf(group, 'country') > 0;
}

function inSector(group: RankedGroup): boolean {
  return valueOf(group, 'sector') > 0;
}

function valueOf({ factors }: RankedGroup, name: string): number {
  return factors.find(({ factor }) => factor === name)?.value ?? 0;
}

function summaryGroup({ desk, ranking, claimant }: RunContext, ranked: RankedGroup): SummaryGroup {
  const claims = (name: string): readonly TraitClaim[] =>
    ranked.factors.find(({ factor }) => factor === name)?.grounds.claims ?? [];
  const [country, sector] = [claims('country'), claims('sector')];
  const by = [...new Set([...country, ...sector].map(claimant))].toSorted(compareText);
  const standing = ranking.surroundings.standings.find(({ group }) => group === ranked.group);
  return {
    rank: ranked.rank,
    group: mention(desk.view.catalogue, ranked.group),
    score: ranked.score,
    countries: valuesOf(country),
    sectors: valuesOf(sector),
    by,
    lastReport: standing?.reports.at(-1)?.published ?? '',
    recent: standing?.recent.length ?? 0,
    hasOneClaimant: by.length === 1,
  };
}

function valuesOf(claims: readonly TraitClaim[]): readonly string[] {
  return [...new Set(claims.map(({ kind, value }) => sayTrait(kind, value)))];
}

/** First places that the steps with the details compare; the same here, so that it is computed once. */
const COMPARED = 10;

function surenessOf(
  { whatIf }: RunContext,
  top: number,
  first: readonly SummaryGroup[],
): SummaryAnswer['sureness'] {
  const stays = whatIf(Math.max(top, COMPARED))
    .answer.variations.filter(({ leavesOut }) => leavesOut === 'source')
    .map(({ label, moved }) => ({
      label,
      stay: first.length - moved.filter(({ from, to }) => from <= top && to > top).length,
    }));
  const worst = stays.toSorted((one, other) => one.stay - other.stay)[0];
  return {
    of: first.length,
    stay: worst?.stay ?? first.length,
    source: worst !== undefined && worst.stay < first.length ? worst.label : '',
    oneClaimant: first.filter(({ hasOneClaimant }) => hasOneClaimant).length,
  };
}

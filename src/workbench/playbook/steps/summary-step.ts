import type { Mention } from '../../../answers/index.ts';
import { mention, sayTrait } from '../../../analysis/index.ts';
import type { RankedGroup, TraitClaim } from '../../../analysis/index.ts';
import { compareText } from '../../../text/index.ts';
import { rounded } from '../reason.ts';
import type { RunContext } from '../run-context.ts';
import type { Step } from '../step.ts';
import { inShort, type ExpectedInShort } from './expected-step.ts';
import { inOrder, inShort as measureInShort, type DefenceInShort } from './priorities-step.ts';

/** The answers on one page. */
export interface SummaryAnswer {
  /** Live groups in all. */
  readonly of: number;
  /** How many are documented against a country of the organisation, against a sector of it, and against both. */
  readonly byCountry: number;
  readonly bySector: number;
  readonly byBoth: number;
  /** The first groups. */
  readonly first: readonly SummaryGroup[];
  /** What is to be expected most from the first groups of the ranking, and what to do about it first. */
  readonly techniques: readonly ExpectedInShort[];
  /** Groups that count for both. */
  readonly counted: number;
  readonly measures: readonly DefenceInShort[];
  /** Share of what is to be expected that these measures answer together. */
  readonly answered: number;
  readonly sureness: Sureness;
  /** For how many live groups no country, and no sector, is known. */
  readonly unknownCountry: number;
  readonly unknownSector: number;
}

/** One of the first groups. */
export interface SummaryGroup {
  readonly rank: number;
  readonly group: Mention;
  readonly score: number;
  /** Countries and sectors of the organisation against which it is documented. */
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  /** Who says so. */
  readonly tellers: readonly string[];
  /** Publication of the newest report on what it did; empty where none is dated. */
  readonly lastReport: string;
  /** Reports in the last three years. */
  readonly recent: number;
  /** Whether each of these countries and sectors is told by one teller only. */
  readonly hasOneTeller: boolean;
}

/** How far the first places hold. */
export interface Sureness {
  /** First places compared. */
  readonly of: number;
  /** Of them, how many keep their groups whichever source is left out, and id of the source that changes most; empty where none does. */
  readonly stay: number;
  readonly source: string;
  /** How many of the first groups are matched by one teller only. */
  readonly oneTeller: number;
}

/** Techniques, and things to do, named. */
const THREE = 3;

/** First groups that count for them; the same as those of the steps that say more. */
const COUNTED = 15;

export const SUMMARY_STEP: Step<'summary', SummaryAnswer> = {
  run(context, { groups }) {
    const { ranked } = context.ranking;
    const first = context.first(groups).map((group) => summaryGroup(context, group));
    const { techniques, groups: counted } = context.expected(COUNTED, THREE);
    const mitigations = context
      .priorities(COUNTED, THREE)
      .rankings.find(({ kind }) => kind === 'mitigations');
    const measures = inOrder(mitigations?.defences ?? [])
      .slice(0, THREE)
      .map(measureInShort);
    const unknown = (name: string): number =>
      ranked.factors.find((factor) => factor.name === name)?.unknown ?? 0;
    return {
      of: ranked.groups.length,
      byCountry: ranked.groups.filter(inCountry).length,
      bySector: ranked.groups.filter(inSector).length,
      byBoth: ranked.groups.filter((group) => inCountry(group) && inSector(group)).length,
      first,
      techniques: techniques.map(inShort),
      counted: counted.length,
      measures,
      answered: rounded(measures.reduce((sum, { marginal }) => sum + marginal, 0)),
      sureness: surenessOf(context, groups, first),
      unknownCountry: unknown('country'),
      unknownSector: unknown('sector'),
    };
  },
};

function inCountry(group: RankedGroup): boolean {
  return valueOf(group, 'country') > 0;
}

function inSector(group: RankedGroup): boolean {
  return valueOf(group, 'sector') > 0;
}

function valueOf({ factors }: RankedGroup, name: string): number {
  return factors.find(({ factor }) => factor === name)?.value ?? 0;
}

function summaryGroup({ desk, ranking, teller }: RunContext, ranked: RankedGroup): SummaryGroup {
  const claims = (name: string): readonly TraitClaim[] =>
    ranked.factors.find(({ factor }) => factor === name)?.grounds.claims ?? [];
  const [country, sector] = [claims('country'), claims('sector')];
  const standing = ranking.surroundings.standings.find(({ group }) => group === ranked.group);
  return {
    rank: ranked.rank,
    group: mention(desk.view.catalogue, ranked.group),
    score: rounded(ranked.score),
    countries: valuesOf(country),
    sectors: valuesOf(sector),
    tellers: [...new Set([...country, ...sector].map(teller))].toSorted(compareText),
    lastReport: standing?.reports.at(-1)?.published ?? '',
    recent: standing?.recent.length ?? 0,
    hasOneTeller: new Set([...country, ...sector].map(teller)).size === 1,
  };
}

function valuesOf(claims: readonly TraitClaim[]): readonly string[] {
  return [...new Set(claims.map(({ kind, value }) => sayTrait(kind, value)))];
}

/** First places of the steps that say more of this, so that it is worked out once. */
const COMPARED = 10;

function surenessOf({ whatIf }: RunContext, top: number, first: readonly SummaryGroup[]): Sureness {
  const stays = whatIf(Math.max(top, COMPARED))
    .variations.filter(({ leavesOut }) => leavesOut === 'source')
    .map(({ name, moved }) => ({
      name,
      stay: first.length - moved.filter(({ from, to }) => from <= top && to > top).length,
    }));
  const worst = stays.toSorted((one, other) => one.stay - other.stay)[0];
  return {
    of: first.length,
    stay: worst?.stay ?? first.length,
    source: worst !== undefined && worst.stay < first.length ? worst.name : '',
    oneTeller: first.filter(({ hasOneTeller }) => hasOneTeller).length,
  };
}

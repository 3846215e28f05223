import type { SectorMeasure, SectorsAnswer, SectorsQuestion, SupportRule } from '../../answers/index.ts';
import {
  holdersOf,
  pivotCounts,
  RAW_SUPPORT,
  sectorOverlap,
  SUPPORT,
  withIntervals,
  type Counted,
  type OrganisationCounts,
} from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import type { CountedRow, Dimension } from '../../sightings/index.ts';
import { defined, groupedBy, lowest } from '../../text/index.ts';
import { typesOf, VOCABULARIES } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { askedSectors } from '../names/asked-sectors.ts';
import { findOne } from '../names/find-one.ts';
import type { Answered } from '../use-case.ts';
import { answeredFrom, openSightings, type OpenSightings } from './scope.ts';
import { namesById, tacticsWithTechniques } from './technique-names.ts';

/**
 * How alike sectors, organisations or groups are by the techniques seen there.
 *
 * @throws FoeprintError W670 without sightings, W608, W612, W671 for what is no day, sector or sound number; W601–W603 for a tactic
 */
export async function sectorsOf(
  knowledge: Knowledge['view'],
  asked: SectorsQuestion,
): Promise<Answered<SectorsAnswer>> {
  const { view } = knowledge;
  checkRanges(asked);
  const { between = 'sectors', by = 'technique', measure = 'jaccard', linkage = 'average' } = asked;
  const { threshold = 0.4, resamples = 200, limit = 20, months = 12 } = asked;
  const sectors = askedSectors(asked.sectors);
  const tactics = tacticsWithTechniques(view);
  const found = asked.tactic === undefined ? undefined : findOne(view, asked.tactic, typesOf('tactic'));
  const tactic = found && tactics.find((row) => row.tactic.id === view.catalogue.id(found.term));
  const opened = await openSightings(knowledge, {
    synthetic: asked.synthetic,
    months,
    asOf: asked.asOf,
    hide: asked.hide,
    filter: sectors.names.length === 0 ? {} : { sectors: sectors.names },
  });
  const support = supportRule(asked);
  // An organisation has no others to be drawn in its place.
  const draws = between === 'organisations' ? 0 : resamples;
  const techniqueOf = namesById(view, 'technique');
  const groupOf = namesById(view, 'group');
  const names = {
    sectors: VOCABULARIES.sectors.say,
    organisations: (name: string) => name,
    groups: (id: string) => groupOf(id).name,
  };
  const search = { support, measure, linkage, threshold, limit, tactic };
  const counting = { thing: THING[between], technique: by, support, measure };
  const counted = { ...(await count(opened, counting)), nameOf: names[between], techniqueOf, tactics };
  const overlap = sectorOverlap(counted, search);
  const answer: SectorsAnswer = {
    between,
    by,
    ...defined({ tactic: tactic?.tactic }),
    measure,
    linkage,
    threshold,
    support,
    resamples: draws,
    scope: opened.scope,
    ...overlap,
    pairs:
      draws === 0
        ? overlap.pairs
        : withIntervals(
            overlap.pairs,
            await organisationsIn(opened, counting, overlap, counted.counts.techniques),
            search,
            draws,
          ),
  };
  return answeredFrom(view, opened, answer, [...(found?.notes ?? []), ...sectors.notes]);
}

/** What distinguishes the things that are compared in a store. */
const THING = {
  sectors: 'sector',
  organisations: 'organisation',
  groups: 'group',
} as const satisfies Readonly<Record<SectorsAnswer['between'], Dimension>>;

interface Counting {
  readonly thing: (typeof THING)[keyof typeof THING];
  readonly technique: 'technique' | 'parent';
  readonly support: SupportRule;
  readonly measure: SectorMeasure;
}

async function count(
  opened: OpenSightings,
  { thing, ...counting }: Counting,
): Promise<Pick<Counted, 'counts' | 'seenAt' | 'months' | 'eachIsOne'>> {
  const eachIsOne = thing === 'organisation';
  const whole = await pivot(opened, { thing, ...counting }, { above: [], isPruned: eachIsOne });
  const months = eachIsOne
    ? { cells: [], totals: [] }
    : await pivot(opened, { thing, ...counting }, { above: ['month'], isPruned: true });
  const cells = groupedBy(months.cells, ({ by: [month = ''] }) => month);
  return {
    counts: pivotCounts(whole.cells, whole.totals),
    seenAt: lookUp(whole.totals),
    months: [...groupedBy(months.totals, ({ by: [month = ''] }) => month)].map(([month, totals]) => ({
      month,
      counts: pivotCounts(withoutMonth(cells.get(month) ?? []), withoutMonth(totals)),
    })),
    eachIsOne,
  };
}

interface Pivoting {
  readonly above: readonly 'month'[];
  /** Cells that are too few to be present anywhere are not fetched: most of them are. */
  readonly isPruned: boolean;
}

async function pivot(
  { store, filter: scope }: OpenSightings,
  { thing, technique, support, measure }: Counting,
  { above, isPruned }: Pivoting,
): Promise<{ readonly cells: readonly CountedRow[]; readonly totals: readonly CountedRow[] }> {
  const filter = { ...scope, known: [thing] };
  const by = [...above, thing];
  const totals = await store.ask({
    by,
    measures: ['sightings', 'organisations', ...(above.length === 0 ? (['techniques'] as const) : [])],
    filter,
  });
  const sizes = totals.flatMap(({ measures: [size, organisations] }) => {
    const isAggregated = thing !== 'organisation' && organisations === 0;
    const needed = isAggregated ? support.least.aggregated : support.least.sightings;
    return Number(size) < needed ? [] : [Number(size)];
  });
  const isNeeded = !isPruned || measure === 'weighted' || sizes.length === 0;
  const least = isNeeded ? 0 : support.ofSightings * lowest(sizes);
  const cells = await store.ask({
    by: [...by, technique],
    measures: ['sightings', 'organisations'],
    filter,
    ...(least > 1 ? { least: { measure: 'sightings', value: Math.floor(least) } } : {}),
  });
  return { cells, totals };
}

function lookUp(totals: readonly CountedRow[]): (name: string) => number {
  const seen = new Map(
    totals.map(({ by: [name = ''], measures: [, , techniques] }) => [name, Number(techniques)]),
  );
  return (name) => seen.get(name) ?? 0;
}

/**
 * What organisations have seen at those of the things that are in a pair, and at all where it counts how many things see a technique; of
 * one thing after the other, since it is much.
 */
async function organisationsIn(
  { store, filter }: OpenSightings,
  { thing, technique, measure }: Counting,
  { compared, pairs }: Pick<SectorsAnswer, 'compared' | 'pairs'>,
  techniques: readonly string[],
): Promise<OrganisationCounts> {
  const names = compared.map(({ id }) => id);
  const isOfAll = measure === 'rarity' && pairs.length > 0;
  const wanted = new Set(isOfAll ? names.keys() : pairs.flatMap(({ left, right }) => [left, right]));
  const holders: OrganisationCounts['holders'][number][] = [];
  for (const [place, name] of names.entries()) {
    const there = thing === 'sector' ? { sectors: [name] } : { groups: [name] };
    const by = ['organisation', technique] as const;
    holders.push(
      wanted.has(place)
        ? holdersOf(
            await store.ask({ by, measures: ['sightings'], filter: { ...filter, ...there } }),
            techniques,
          )
        : [],
    );
  }
  return { names, techniques, holders };
}

function withoutMonth<Row extends { readonly by: readonly string[] }>(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, by: row.by.slice(1) }));
}

function supportRule({ support, share, organisationShare, least }: SectorsQuestion): SupportRule {
  const rule = support === 'raw' ? RAW_SUPPORT : SUPPORT;
  const { ofSightings, ofOrganisations } = rule;
  return {
    ...rule,
    ...(support === 'raw'
      ? {}
      : { ofSightings: share ?? ofSightings, ofOrganisations: organisationShare ?? ofOrganisations }),
    least: { ...rule.least, sightings: least ?? rule.least.sightings },
  };
}

/** What numbers can be, from and to. */
const RANGES = {
  months: [1, 1200],
  threshold: [0, 1],
  share: [0, 1],
  organisationShare: [0, 1],
  resamples: [0, 10_000],
} as const satisfies Partial<Record<keyof SectorsQuestion, readonly [number, number]>>;

/** @throws FoeprintError W671 for a number that is out of its range */
function checkRanges(asked: SectorsQuestion): void {
  for (const [field, [from, to]] of Object.entries(RANGES)) {
    const value: unknown = Reflect.get(asked, field);
    if (typeof value === 'number' && (value < from || value > to))
      throw errorOf(
        WORKBENCH_ISSUES.outOfRange,
        `The field “${field}” is ${value}, and can be ${from} to ${to}.`,
      );
  }
}

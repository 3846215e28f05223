import { TRAIT_KINDS } from '../../../answers/index.ts';
import type { GroupPage, PageTechnique, PageTrait, StepGiven, TraitKind } from '../../../answers/index.ts';
import {
  activityOf,
  claimedValues,
  mention,
  nothingKnown,
  platformFitOf,
  sayTrait,
  supportOf,
  techniquesOfGroups,
  threatOf,
  usesOf,
} from '../../../analysis/index.ts';
import type { GroupVictims, RankedGroup, TraitClaim } from '../../../analysis/index.ts';
import { compareText, tally, defined } from '../../../text/index.ts';
import { descriptionOf, pageOf } from '../../../stix/index.ts';
import type { Organisation } from '../../../threat/index.ts';
import { findGroup } from '../../names/find-adversary.ts';
import { rawOf } from '../../raw-of.ts';
import type { RunContext } from '../run-context.ts';

/** The first groups, and those named, each on a page. */
export function groupPages(
  context: RunContext,
  { top, groups, techniques }: StepGiven<'group'>,
): readonly GroupPage[] {
  const named = new Set(groups.map((name) => findGroup(context.desk, name).term));
  const uses = usesIn(context);
  return context.ranking.ranked.groups
    .filter(({ group, rank }) => rank <= top || named.has(group))
    .map((group) => groupPage(context, group, techniques, uses));
}

function groupPage(context: RunContext, ranked: RankedGroup, most: number, uses: Uses): GroupPage {
  const { ranking, desk, organisation, claimant } = context;
  const { catalogue } = desk.view;
  const victims = ranking.victimology.groups.find(({ group }) => group === ranked.group);
  const { aliases } = catalogue.entry(ranked.group);
  const raw = rawOf(desk.view, ranked.group);
  const traits = victims === undefined ? [] : traitsOf(victims, organisation, claimant);
  const { techniques, fitting, used } = techniquesOf(context, ranked.group, uses);
  return {
    threat: threatOf(ranking, ranked, 'best'),
    description: descriptionOf(raw).split(/\n{2,}/u)[0] ?? '',
    ...defined({ url: pageOf(raw) }),
    aliases: aliases.filter((alias) => alias !== catalogue.name(ranked.group)),
    traits,
    techniques: techniques.slice(0, most),
    fitting,
    used,
    activity: activityOf(victims ?? nothingKnown(ranked.group)),
    unknown: TRAIT_KINDS.filter(
      (kind) => kind !== 'organisation' && !traits.some((each) => each.kind === kind),
    ),
  };
}

function traitsOf(
  victims: GroupVictims,
  organisation: Organisation,
  claimant: (claim: TraitClaim) => string,
): readonly PageTrait[] {
  const shared: Readonly<Partial<Record<TraitKind, readonly string[]>>> = {
    sector: organisation.sectors,
    country: organisation.countries,
    region: organisation.regions,
    motive: organisation.motives,
  };
  return TRAIT_KINDS.flatMap((kind) => {
    const values = claimedValues(victims, kind).map(({ value, claims }) => ({
      kind,
      label: sayTrait(kind, value),
      isShared: shared[kind]?.includes(value) === true,
      by: [...new Set(claims.map(claimant))].toSorted(compareText),
    }));
    return values.toSorted((one, other) => Number(other.isShared) - Number(one.isShared));
  });
}

/** Who uses which techniques, looked up once for all pages. */
interface Uses {
  /** group → techniques, reported or derived. */
  readonly byGroup: ReadonlyMap<number, ReadonlySet<number>>;
  /** technique → groups that use it. */
  readonly users: ReadonlyMap<number, number>;
  /** Whether a technique works on a platform of the organisation. */
  readonly isFit: (technique: number) => boolean;
}

function usesIn({ ranking: { sourced }, organisation }: RunContext): Uses {
  const byGroup = techniquesOfGroups(sourced);
  const users = tally([...byGroup.values()].flatMap((techniques) => [...techniques]));
  return { byGroup, users, isFit: platformFitOf(sourced, organisation.platforms).fits };
}

function techniquesOf(
  { ranking: { sourced, scope }, desk }: RunContext,
  group: number,
  { byGroup, users: userCounts, isFit }: Uses,
): { readonly techniques: readonly PageTechnique[]; readonly fitting: number; readonly used: number } {
  const used = byGroup.get(group) ?? new Set<number>();
  const direct = usesOf({ sourced, scope }, [group], { derived: false }).get(group) ?? [];
  const pages = direct
    .filter(({ technique }) => isFit(technique))
    .map(({ technique, evidence }): PageTechnique => {
      const { citation, sentence } = supportOf(evidence);
      return {
        technique: mention(desk.view.catalogue, technique),
        groups: userCounts.get(technique) ?? 0,
        sentence,
        published: citation?.published ?? '',
        ...(citation === undefined ? {} : { citation }),
      };
    });
  return {
    // Of those reported in the same year the ones that fewest groups use: they distinguish the group from others.
    techniques: pages.toSorted(
      (one, other) =>
        compareText(yearOf(other.published), yearOf(one.published)) ||
        one.groups - other.groups ||
        compareText(one.technique.label, other.technique.label),
    ),
    fitting: [...used].filter(isFit).length,
    used: used.size,
  };
}

function yearOf(date: string): string {
  return date.slice(0, 4);
}

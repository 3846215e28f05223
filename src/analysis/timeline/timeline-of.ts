import { datedCampaign } from '../profile/profile-of.ts';
import {
  type AddedIn,
  type TimelineAnswer,
  type DatedCampaign,
  type TimelineEntry,
  type ScorePolicy,
} from '../../answers/index.ts';
import { compareText, addTo, defined, groupedBy } from '../../text/index.ts';
import { typesOf } from '../../threat/index.ts';
import { compareMentions, mention } from '../mention.ts';
import { tacticsInOrder, tacticsServed } from '../profile/tactic-order.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { supportOf } from '../profile/support.ts';
import { latestDay } from '../score/evidence-date.ts';
import { DEFAULT_SCORE_POLICY, scoreOf } from '../score/score.ts';
import { campaignTerms, reportedUses } from '../uses/reported-uses.ts';
import type { Use } from '../uses/uses-of.ts';
import { seenDates } from '../victims/seen-dates.ts';
import { auditGaps } from './audit-gaps.ts';
import { implicationsOf, type Surroundings } from './implications.ts';
import { landscapeOf, surroundingsOf } from './landscape.ts';
import { knownBefore, momentsOf, type Moment } from './moments.ts';
import type { ReleaseUses } from './release-uses.ts';

/** How to make a timeline. */
export interface TimelineOptions {
  /** Day from which the age of evidence is counted. */
  readonly asOf: string;
  readonly policy?: ScorePolicy;
  /**
   * Take in techniques known only through software. Default false: what sources report of the group and of campaigns
   * attributed to it.
   */
  readonly derived?: boolean;
  /** List only what may have been reported on or after this day, `2024-01-01`. */
  readonly since?: string;
  /** Day of the last audit: rank the control gaps first reported after it. */
  readonly sinceAudit?: string;
  /** ATT&CK ids that our own detections cover. */
  readonly coverage?: ReadonlySet<string>;
  /** What the group uses by each release, oldest first; see `usesInRelease`. */
  readonly releases?: readonly ReleaseUses[];
}

/**
 * The techniques of a group in the order in which they were first reported, each with what it implied at the time.
 *
 * The first report is a bound: somebody wrote it down then, the group may have done it long before.
 *
 * @param group term of a group
 */
export function timelineOf(sourced: SourcedFacts, group: number, options: TimelineOptions): TimelineAnswer {
  const { asOf, since, sinceAudit, derived = false, releases = [] } = options;
  const { catalogue } = sourced;
  const landscape = landscapeOf(sourced);
  const moments = momentsOf(sourced, landscape, group, derived);
  const entries = entriesOf(sourced, group, moments, surroundingsOf(landscape, options.coverage), options);
  const dated = entries.filter(
    (entry) => entry.reported !== undefined && mayBeSince(entry.reported.date, since),
  );
  const users = new Map(moments.map(({ use, facts }) => [catalogue.id(use.technique), facts.groups]));
  return {
    group: mention(catalogue, group),
    asOf,
    ...defined({ since }),
    releases: releases.map(({ release }) => release),
    tactics: tacticsInOrder(sourced).map((tactic) => mention(catalogue, tactic)),
    dated: dated.length,
    years: byYear(dated),
    undated: since === undefined ? entries.filter(({ reported }) => reported === undefined) : [],
    campaigns: campaignsInOrder(sourced, group).map(({ campaign }) => campaign),
    seen: seenDates(sourced, group),
    ...(sinceAudit === undefined
      ? {}
      : { audit: { since: sinceAudit, gaps: auditGaps(entries, sinceAudit, users) } }),
  };
}

function entriesOf(
  sourced: SourcedFacts,
  group: number,
  moments: readonly Moment[],
  around: Surroundings,
  options: TimelineOptions,
): readonly TimelineEntry[] {
  const campaigns = campaignsByTechnique(sourced, group);
  return moments.map((moment) => ({
    ...describeUse(sourced, moment.use, options),
    ...(moment.first === undefined
      ? { sentence: supportOf(moment.evidence).sentence }
      : { reported: moment.first.date, citation: moment.first.citation, sentence: moment.first.sentence }),
    campaigns: campaigns.get(moment.use.technique) ?? [],
    implications: implicationsOf(moment.facts, knownBefore(moments, moment), around),
  }));
}

function describeUse(
  sourced: SourcedFacts,
  { technique, use, through, evidence }: Use,
  { asOf, policy = DEFAULT_SCORE_POLICY, releases = [] }: TimelineOptions,
): Pick<
  TimelineEntry,
  'technique' | 'tactics' | 'use' | 'through' | 'reportedAs' | 'score' | 'status' | 'reason' | 'addedIn'
> {
  const { catalogue } = sourced;
  const { id, withdrawn } = catalogue.entry(technique);
  const { reportedAs } = supportOf(evidence);
  const addedIn = firstRelease(releases, id);
  return {
    technique: mention(catalogue, technique),
    tactics: tacticsServed(sourced, technique).map((tactic) => catalogue.id(tactic)),
    use,
    through: through.map((term) => mention(catalogue, term)),
    ...defined({ reportedAs }),
    ...scoreOf({ evidence, use, withdrawn }, asOf, policy),
    ...defined({ addedIn }),
  };
}

function firstRelease(releases: readonly ReleaseUses[], technique: string): AddedIn | undefined {
  const index = releases.findIndex(({ techniques }) => techniques.has(technique));
  const release = releases[index]?.release;
  return release === undefined ? undefined : { release, orEarlier: index === 0 };
}

/** Campaigns of a group, by the techniques that they are reported to use; of each, by when they were first seen, those without a date last. */
export function campaignsByTechnique(
  sourced: SourcedFacts,
  group: number,
): ReadonlyMap<number, readonly DatedCampaign[]> {
  const campaigns = new Map<number, DatedCampaign[]>();
  for (const { term, campaign } of campaignsInOrder(sourced, group))
    for (const { used } of reportedUses(sourced, term, typesOf('technique')))
      addTo(campaigns, used, campaign);
  return campaigns;
}

function campaignsInOrder(
  sourced: SourcedFacts,
  group: number,
): readonly { readonly term: number; readonly campaign: DatedCampaign }[] {
  return campaignTerms(sourced, group)
    .map((term) => ({ term, campaign: datedCampaign(sourced, term) }))
    .toSorted((one, other) => compareCampaigns(one.campaign, other.campaign));
}

function compareCampaigns(left: DatedCampaign, right: DatedCampaign): number {
  return (
    compareText(left.firstSeen ?? '\uffff', right.firstSeen ?? '\uffff') ||
    compareMentions(left.campaign, right.campaign)
  );
}

/** Whether a date may mean a day on or after `since`. */
function mayBeSince(date: string, since: string | undefined): boolean {
  return since === undefined || latestDay(date) >= since;
}

function byYear(entries: readonly TimelineEntry[]): TimelineAnswer['years'] {
  return [...groupedBy(entries, ({ reported }) => reported?.date.slice(0, 4) ?? '')]
    .toSorted(([one], [other]) => compareText(one, other))
    .map(([year, ofYear]) => ({ year, entries: ofYear }));
}

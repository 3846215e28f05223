import { compareText, defined, tally } from '../../text/index.ts';
import type { Evidence } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { defencesFor } from '../defences.ts';
import { compareMentions, mention } from '../mention.ts';
import { evidenceDates } from '../score/evidence-date.ts';
import { DEFAULT_SCORE_POLICY, scoreOf } from '../score/score.ts';
import type {
  EvidenceDate,
  DatedShare,
  NameClaim,
  ProfileAnswer,
  ProfiledCampaign,
  ProfiledSoftware,
  ProfiledTactic,
  ProfiledTechnique,
  ScorePolicy,
  DatedCampaign,
} from '../../answers/index.ts';
import { nothingKnown } from '../victims/activity-of.ts';
import type { GroupVictims } from '../victims/victimology.ts';
import { briefOf } from './brief-of.ts';
import { supportOf } from './support.ts';
import { tacticsOf, underTactics } from './tactic-order.ts';
import { evidenceOf, type SourcedFacts } from './sourced-facts.ts';
import { campaignTerms, reportedUses } from '../uses/reported-uses.ts';
import { usesOf, type Use } from '../uses/uses-of.ts';
import { seenDates } from '../victims/seen-dates.ts';

/** How to make a profile. */
export interface ProfileOptions {
  /** Day from which the age of evidence is counted; see `lastChangeIn` for a lasting default. */
  readonly asOf: string;
  readonly policy?: ScorePolicy;
  /** Take in techniques that only rules know, each with what it came through. Default true. */
  readonly derived?: boolean;
  /** Other names with their claimants, e.g. those of other sources' entries for the same group. Default: the source's own aliases. */
  readonly aliases?: readonly NameClaim[];
  /** What is reported of its victims, motive, origin and activity. Default: nothing. */
  readonly victims?: GroupVictims;
}

/**
 * How a group works: its techniques with score and evidence, software, campaigns, and the defences that matter.
 *
 * Opens only the objects that state something of the group. A use both reported and derived counts as direct; what is reported of
 * campaigns attributed to the group is evidence for it.
 *
 * @param group term of a group (or of a campaign or software, which then has no campaigns of its own)
 */
export function profileOf(sourced: SourcedFacts, group: number, options: ProfileOptions): ProfileAnswer {
  const { asOf, policy = DEFAULT_SCORE_POLICY, derived = true } = options;
  const uses = usesOf({ sourced }, [group], { derived }).get(group) ?? [];
  const ranked = uses
    .map((each) => ({ term: each.technique, profiled: profileTechnique(sourced, each, asOf, policy) }))
    .toSorted((left, right) => compareProfiled(left.profiled, right.profiled));
  const [described] = ownEvidence(sourced, group);
  const known = {
    group: mention(sourced.catalogue, group),
    aliases: options.aliases ?? ownAliases(sourced, group, described),
    techniques: ranked.map(({ profiled }) => profiled),
  };
  return {
    ...known,
    description: described?.sentence ?? '',
    brief: briefOf(sourced, known, options.victims ?? nothingKnown(group)),
    asOf,
    policy,
    statuses: statusCounts(ranked.map(({ profiled }) => profiled)),
    direct: uses.filter(({ use }) => use === 'direct').length,
    derived: uses.filter(({ use }) => use === 'derived').length,
    tactics: byTactic(
      sourced,
      ranked.map(({ term }) => term),
    ),
    software: softwareOf(sourced, group),
    campaigns: campaignsOf(sourced, group),
    seen: seenDates(sourced, group),
    mitigations: defencesFor(sourced, 'mitigation', group),
    detections: defencesFor(sourced, 'detection-strategy', group),
    dating: datedShare(uses.filter(({ use }) => use === 'direct')),
  };
}

function profileTechnique(
  sourced: SourcedFacts,
  { technique, use, evidence, through }: Use,
  asOf: string,
  policy: ScorePolicy,
): ProfiledTechnique {
  const { catalogue } = sourced;
  const { withdrawn } = catalogue.entry(technique);
  return {
    technique: mention(catalogue, technique),
    ...scoreOf({ evidence, use, withdrawn }, asOf, policy),
    use,
    through: through.map((term) => mention(catalogue, term)),
    ...supportOf(evidence),
  };
}

function compareProfiled(left: ProfiledTechnique, right: ProfiledTechnique): number {
  return right.score - left.score || compareMentions(left.technique, right.technique);
}

function byTactic(sourced: SourcedFacts, techniques: readonly number[]): readonly ProfiledTactic[] {
  const { catalogue } = sourced;
  return underTactics(catalogue, tacticsOf(sourced), techniques).map(({ tactic, here }) => ({
    tactic,
    techniques: here.map((term) => catalogue.id(term)),
  }));
}

function softwareOf(sourced: SourcedFacts, group: number): readonly ProfiledSoftware[] {
  return reportedUses(sourced, group, typesOf('software'))
    .map(({ fact, used }) => ({
      software: mention(sourced.catalogue, used),
      ...supportOf(evidenceOf(sourced, fact)),
    }))
    .toSorted((left, right) => compareMentions(left.software, right.software));
}

function campaignsOf(sourced: SourcedFacts, group: number): readonly ProfiledCampaign[] {
  return campaignTerms(sourced, group)
    .map((term) => ({ ...datedCampaign(sourced, term), ...supportOf(ownEvidence(sourced, term)) }))
    .toSorted((left, right) => compareMentions(left.campaign, right.campaign));
}

/** A campaign with the dates that its own object gives. */
export function datedCampaign(sourced: SourcedFacts, term: number): DatedCampaign {
  const [{ firstSeen, lastSeen } = {}] = ownEvidence(sourced, term);
  return { campaign: mention(sourced.catalogue, term), ...defined({ firstSeen, lastSeen }) };
}

function ownAliases(
  { catalogue }: SourcedFacts,
  group: number,
  described: Evidence | undefined,
): readonly NameClaim[] {
  const claimants =
    described === undefined ? [] : [{ name: described.source.name, source: described.source.id, cites: [] }];
  return catalogue
    .entry(group)
    .aliases.map((name) => ({ name, claimants }))
    .toSorted((left, right) => compareText(left.name, right.name));
}

function ownEvidence(sourced: SourcedFacts, term: number): readonly Evidence[] {
  const { stored } = sourced.catalogue.entry(term);
  return stored === undefined ? [] : [sourced.evidence(stored)];
}

function statusCounts(techniques: readonly ProfiledTechnique[]): ProfileAnswer['statuses'] {
  const counts = tally(techniques.map(({ status }) => status));
  return { confirmed: 0, mentioned: 0, legacy: 0, ...Object.fromEntries(counts) };
}

function datedShare(direct: readonly Use[]): DatedShare {
  const precisions = direct.map(({ ofUser }) => evidenceDates(ofUser).map(({ precision }) => precision));
  const mostExact = (wanted: EvidenceDate['precision'], ...better: readonly EvidenceDate['precision'][]) =>
    precisions.filter((each) => each.includes(wanted) && !better.some((one) => each.includes(one))).length;
  const [day, month, year] = [mostExact('day'), mostExact('month', 'day'), mostExact('year', 'day', 'month')];
  const dated = day + month + year;
  const share = direct.length === 0 ? 0 : dated / direct.length;
  return { relations: direct.length, dated, share, day, month, year };
}

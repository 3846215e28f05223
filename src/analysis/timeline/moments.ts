import { compareText } from '../../facts/index.ts';
import type { Citation, Evidence } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { objectsOf } from '../known-facts.ts';
import { tacticsServed } from '../profile/tactic-order.ts';
import type { Testimony } from '../profile/testimony.ts';
import { derivedUses, directUses, typeOf, withCampaigns } from '../profile/uses.ts';
import type { Use } from '../profile/uses.ts';
import { compareDates, earliestDay, evidenceDates } from '../score/evidence-date.ts';
import type { EvidenceDate } from '../score/evidence-date.ts';
import type { Before, NewUse } from './implications.ts';
import type { Landscape } from './landscape.ts';
import { platformsOfUse } from './platform-families.ts';

/** A use with its first report. */
export interface Moment {
  readonly use: Use;
  readonly facts: NewUse;
  readonly first?: FirstReport;
}

export interface FirstReport {
  readonly date: EvidenceDate;
  readonly citation: Citation;
  readonly sentence: string;
}

/**
 * Uses in the order of their first reports, those without one last.
 *
 * @param derived take in what is known only through software
 */
export function momentsOf(
  testimony: Testimony,
  landscape: Landscape,
  group: number,
  derived: boolean,
): readonly Moment[] {
  const direct = directUses(testimony, group);
  const indirect = derivedUses(testimony, group, direct).filter(
    ({ through }) => derived || through.every((term) => isCampaign(testimony, term)),
  );
  const initialAccess = initialAccessTactics(testimony);
  return withCampaigns(testimony, group, [...direct, ...indirect])
    .map((use): Moment => {
      const first = firstReport(use.evidence);
      return {
        use,
        facts: newUseOf(testimony, landscape, initialAccess, use),
        ...(first === undefined ? {} : { first }),
      };
    })
    .toSorted(compareMoments);
}

function compareMoments(left: Moment, right: Moment): number {
  return (
    Number(left.first === undefined) - Number(right.first === undefined) ||
    compareDates(left.first?.date.date ?? '', right.first?.date.date ?? '') ||
    compareText(left.facts.label, right.facts.label)
  );
}

function isCampaign(testimony: Testimony, term: number): boolean {
  const types: readonly string[] = typesOf('campaign');
  return types.includes(typeOf(testimony, term));
}

/** The oldest document cited, with the sentence that cites it. */
function firstReport(evidence: readonly Evidence[]): FirstReport | undefined {
  const reports = evidence.flatMap((each) =>
    each.citations.flatMap((citation) =>
      evidenceDates([{ ...each, citations: [citation] }])
        .filter(({ kind }) => kind === 'published')
        .map((date) => ({ date, citation, sentence: each.sentence })),
    ),
  );
  return reports.toSorted(
    (left, right) =>
      compareDates(left.date.date, right.date.date) || compareText(left.citation.name, right.citation.name),
  )[0];
}

function newUseOf(
  testimony: Testimony,
  landscape: Landscape,
  initialAccess: ReadonlySet<number>,
  { technique, use, evidence }: Use,
): NewUse {
  const { catalogue } = testimony;
  const tactics = tacticsServed(testimony, technique);
  const platforms = objectsOf(testimony, 'on-platform', technique).map((term) => catalogue.name(term));
  return {
    label: catalogue.label(technique),
    tactics: tactics.map((tactic) => catalogue.name(tactic)),
    servesInitialAccess: tactics.some((tactic) => initialAccess.has(tactic)),
    platforms: platformsOfUse(
      platforms,
      evidence.map(({ sentence }) => sentence),
    ),
    groups: (landscape.users.get(technique) ?? 0) + (use === 'derived' ? 1 : 0),
    isMitigated: landscape.mitigated.has(technique),
    isDetected: landscape.detected.has(technique),
  };
}

/** Tactics of all three matrices share the short name. */
function initialAccessTactics(testimony: Testimony): ReadonlySet<number> {
  const { catalogue } = testimony;
  const tactics = catalogue.ofType(typesOf('tactic')).filter((tactic) => {
    const { stored } = catalogue.entry(tactic);
    return stored !== undefined && testimony.object(stored).raw['x_mitre_shortname'] === 'initial-access';
  });
  return new Set(tactics);
}

/** What was known before: reported earlier, or undated, which may be older than anything. */
export function knownBefore(moments: readonly Moment[], { first, use }: Moment): Before {
  const known = moments.filter(
    (other) =>
      other.use !== use &&
      (other.first === undefined ||
        first === undefined ||
        earliestDay(other.first.date.date) < earliestDay(first.date.date)),
  );
  return {
    any: known.length > 0,
    tactics: new Set(known.flatMap(({ facts }) => facts.tactics)),
    platforms: new Set(known.flatMap(({ facts }) => [...facts.platforms.certain, ...facts.platforms.named])),
    routes: known.filter(({ facts }) => facts.servesInitialAccess).length,
  };
}

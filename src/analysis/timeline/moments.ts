import type { EvidenceDate } from '../../answers/index.ts';
import { compareText, defined } from '../../text/index.ts';
import type { Citation, Evidence } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { objectsOf } from '../../desk/index.ts';
import { tacticShortName, tacticsServed } from '../profile/tactic-order.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { usesOf, type Use } from '../uses/uses-of.ts';
import { compareDates, earliestDay, evidenceDates } from '../score/evidence-date.ts';
import type { Before, NewUse } from './implications.ts';
import type { Landscape } from './landscape.ts';
import { platformsOfUse } from './platform-families.ts';

/** A use with its first report. */
export interface Moment {
  readonly use: Use;
  /** What reports it: where a source reports the use itself, that alone. */
  readonly evidence: readonly Evidence[];
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
  sourced: SourcedFacts,
  landscape: Landscape,
  group: number,
  derived: boolean,
): readonly Moment[] {
  const initialAccess = initialAccessTactics(sourced);
  return (usesOf({ sourced }, [group]).get(group) ?? [])
    .filter((use) => derived || isReported(use))
    .map((use): Moment => {
      const evidence = evidenceOfReports(use);
      const first = firstReport(evidence);
      return {
        use,
        evidence,
        facts: newUseOf(sourced, landscape, initialAccess, use, evidence),
        ...defined({ first }),
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

/** Whether a source reports the use, of the group or of a campaign of it. */
function isReported({ use, ofCampaigns }: Use): boolean {
  return use === 'direct' || ofCampaigns.length > 0;
}

/** Where a source reports the use, what software could do is no report of it. */
function evidenceOfReports(use: Use): readonly Evidence[] {
  return isReported(use) ? [...use.ofUser, ...use.ofCampaigns] : use.evidence;
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
  sourced: SourcedFacts,
  landscape: Landscape,
  initialAccess: ReadonlySet<number>,
  { technique, use }: Use,
  evidence: readonly Evidence[],
): NewUse {
  const { catalogue } = sourced;
  const tactics = tacticsServed(sourced, technique);
  const platforms = objectsOf(sourced, 'on-platform', technique).map((term) => catalogue.name(term));
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

/** Initial access in Enterprise, Mobile and ICS: a tactic may be renamed (TA0005 was), its number stays. */
const INITIAL_ACCESS: ReadonlySet<string> = new Set(['TA0001', 'TA0027', 'TA0108']);

/** By number, or by the short name that all three share. */
function initialAccessTactics(sourced: SourcedFacts): ReadonlySet<number> {
  const { catalogue } = sourced;
  const tactics = catalogue
    .ofType(typesOf('tactic'))
    .filter(
      (tactic) =>
        INITIAL_ACCESS.has(catalogue.label(tactic)) || tacticShortName(sourced, tactic) === 'initial-access',
    );
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

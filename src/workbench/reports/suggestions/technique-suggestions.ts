import { mention } from '../../../analysis/index.ts';
import type { KnowledgeView } from '../../../knowledge/index.ts';
import { hasType } from '../../../facts/index.ts';
import { groupedBy } from '../../../text/index.ts';
import { typesOf } from '../../../threat/index.ts';
import type { ReportReading, ReportTechnique } from '../read-report.ts';
import { whoseOf, type Suggested, type Whose } from './suggested.ts';
import { liveTechniques } from '../technique-ids.ts';

/** Malware that a report names most, where it is open whose a technique is. */
const MOST_CANDIDATES = 5;

/**
 * Of whom a sentence speaks; what stands in no sentence is of all groups that the report names. A report that names no group may be
 * about malware: a sentence that names one alone is about it.
 */
export function whoseAt({ catalogue }: KnowledgeView, reading: ReportReading): (place?: number) => Whose {
  const { spokenOf, groups } = reading;
  if (groups.length > 0)
    return (place) => {
      const meant = place === undefined ? groups : (spokenOf[place] ?? []);
      return whoseOf(meant.flatMap(({ candidates }) => candidates.map(({ term }) => term)));
    };
  const malware = reading.software
    .filter(({ term }) => hasType(catalogue, term, ['malware']))
    .toSorted((one, other) => other.sentences.length - one.sentences.length);
  const open: Whose = {
    subject: undefined,
    candidates: malware.slice(0, MOST_CANDIDATES).map(({ term }) => term),
  };
  const [only] = malware;
  return (place) => {
    if (place === undefined) return open;
    const named = malware.filter(({ sentences }) => sentences.includes(place));
    const [one, ...others] = named.length === 0 && malware.length === 1 && only ? [only] : named;
    return one === undefined || others.length > 0 ? open : { subject: one.term, candidates: [] };
  };
}

/** The techniques of a report, each with those who are said to use it. */
export function techniqueSuggestions(view: KnowledgeView, reading: ReportReading): readonly Suggested[] {
  const whose = whoseAt(view, reading);
  return reading.techniques.flatMap((stated) => {
    const [term] = liveTechniques(view, stated.technique);
    if (term === undefined) return [];
    const places = stated.sentences.length === 0 ? [undefined] : stated.sentences;
    const users = groupedBy(places, (place) => whose(place).subject);
    return [...users].map(([subject, at], number): Suggested => ({
      relation: 'uses',
      subject,
      candidates: subject === undefined ? candidatesAt(at, whose) : [],
      object: mention(view.catalogue, term),
      statedBy: stated.statedBy,
      probability: stated.probability,
      tier: tierOf(view, stated, subject, number),
      places: at.filter((place) => place !== undefined),
      fields: [],
    }));
  });
}

/** What is sure of the report is sure of whom the sentence that speaks most for it speaks of alone, and never of malware. */
function tierOf(
  { catalogue }: KnowledgeView,
  { tier }: ReportTechnique,
  subject: number | undefined,
  number: number,
): Suggested['tier'] {
  const isOfMalware = subject !== undefined && hasType(catalogue, subject, typesOf('software'));
  return number === 0 && !isOfMalware ? tier : 'review';
}

function candidatesAt(
  places: readonly (number | undefined)[],
  whose: (place?: number) => Whose,
): readonly number[] {
  return [...new Set(places.flatMap((place) => whose(place).candidates))];
}

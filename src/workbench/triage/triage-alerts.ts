import type { Incident, TriageAnswer, TriageQuestion } from '../../answers/index.ts';
import { matchedOf, mention } from '../../analysis/index.ts';
import type { Desk, Knowledge } from '../../desk/index.ts';
import { keptFor } from '../../text/index.ts';
import { incidentAsked, type KnownIncident } from './incident.ts';
import { rankIncident } from './triage.ts';

/** What one alert of many comes to. */
export interface TriagedAlert extends Pick<TriageAnswer, 'outcome' | 'unknown' | 'carried' | 'notListed'> {
  readonly id: string;
  /** ATT&CK ids of the techniques that are known. */
  readonly techniques: readonly string[];
  /** The first groups; none where nothing is ranked. */
  readonly candidates: readonly {
    readonly group: string;
    readonly name: string;
    readonly p: number;
    /** ATT&CK ids of the techniques that it is known for. */
    readonly matched: readonly string[];
  }[];
}

/** Digits kept of a probability. */
const DIGITS = 4;

/** What alerts come to, each by itself: `triage` without what only people read. */
export function triageAlerts(
  desk: Knowledge['desk'],
  alerts: readonly (Incident & { readonly id: string })[],
  { top, ...asked }: { readonly top: number } & Pick<TriageQuestion, 'release' | 'domains'>,
): readonly TriagedAlert[] {
  return alerts.map((alert) => {
    const incident = incidentAsked(desk, { incident: alert, ...asked });
    const { unknown, carried } = incident;
    return { id: alert.id, ...answerTo(desk, incident, top), unknown, carried };
  });
}

type Answer = Omit<TriagedAlert, 'id' | 'unknown' | 'carried'>;

/** Answers by what was seen: of a rule that fires all day, every alert is the same. */
const answersOf = keptFor((_desk: Desk) => new Map<string, Answer>());

/** Answers kept at most; then all are made anew. */
const MOST_KEPT = 10_000;

function answerTo(desk: Desk, incident: KnownIncident, top: number): Answer {
  const { techniques, software, sectors, countries, regions, date } = incident;
  const key = JSON.stringify([top, [...techniques.keys()], software, sectors, countries, regions, date]);
  const answers = answersOf(desk);
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= MOST_KEPT) answers.clear();
  const answer = answerAnew(desk, incident, top);
  answers.set(key, answer);
  return answer;
}

function answerAnew(desk: Desk, incident: KnownIncident, top: number): Answer {
  const { catalogue } = desk.view;
  const labelOf = (term: number): string => catalogue.label(term) || catalogue.id(term);
  const { candidates, pNone, outcome, profiles } = rankIncident(desk, incident);
  const seen = [...incident.techniques.keys()];
  return {
    outcome,
    techniques: seen.map(labelOf),
    candidates: (outcome === 'too-little' ? [] : candidates.slice(0, top)).map(({ group, p }) => ({
      group: labelOf(group),
      name: mention(catalogue, group).name,
      p: Number(p.toFixed(DIGITS)),
      matched: matchedOf(profiles, group, seen).map(({ technique }) => labelOf(technique)),
    })),
    notListed: Number(pNone.toFixed(DIGITS)),
  };
}

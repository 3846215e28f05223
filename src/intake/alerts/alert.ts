import { strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { defined } from '../../text/index.ts';

/** What an alert, or an incident of several, says in the terms of ATT&CK; texts as given, each once. */
export interface Alert {
  /** What the alert calls itself; empty where it does not. */
  readonly id: string;
  /** Day of the alert, `YYYY-MM-DD`; of several the first. */
  readonly date?: string;
  /** Ids in the spelling of ATT&CK, or names. */
  readonly techniques: readonly string[];
  /** Ids or names of malware and tools. */
  readonly software: readonly string[];
  /** Ids or names of groups that the alert names. */
  readonly groups: readonly string[];
  /** Sectors and countries of whom it happened to. */
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  /** How far it may go; absent where it bears no marking. */
  readonly marking?: MarkingLevel;
}

/** An alert of what is known of it. */
export function alertOf(known: Partial<Alert>): Alert {
  return incidentOf([
    { id: '', techniques: [], software: [], groups: [], sectors: [], countries: [], ...known },
  ]);
}

/** Longest text that is read of an alert, in characters: no id and no name is longer, and pages show what is not known. */
const LONGEST = 200;

/** Several alerts as one incident: it has the name of the only one. */
export function incidentOf(alerts: readonly Alert[]): Alert {
  const all = (list: 'techniques' | 'software' | 'groups' | 'sectors' | 'countries'): readonly string[] => [
    ...new Set(alerts.flatMap((alert) => alert[list].map(shortened))),
  ];
  const [date] = alerts.flatMap((alert) => alert.date ?? []).toSorted();
  return {
    id: alerts.length === 1 ? shortened(alerts[0]?.id ?? '') : '',
    ...defined({ date, marking: strictestLevel(alerts.map(({ marking }) => marking)) }),
    techniques: all('techniques'),
    software: all('software'),
    groups: all('groups'),
    sectors: all('sectors'),
    countries: all('countries'),
  };
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

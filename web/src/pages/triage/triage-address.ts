import type { QuestionOf } from 'foeprint/answers';
import { list, text, truth, type AddressOf } from '../../address/address.ts';

/** What was seen, and what of the answer is looked at. */
export const FIELDS = {
  /** Techniques by id, else by name. */
  seen: list(),
  software: list(),
  sector: list(),
  country: list(),
  /** When it happened. */
  date: text(),
  /** What the incident is called. */
  incident: text(),
  /** How far it may go: answers go no farther. */
  marking: text(),
  /** The candidate that is looked at; the first where none is. */
  of: text(),
  /** Whether the order is shown although no group stands out. */
  order: truth(false),
  /** Every technique and match in place of the rarest. */
  all: truth(false),
} as const;

type Seen = AddressOf<typeof FIELDS>;
type Incident = NonNullable<QuestionOf<'triage'>['incident']>;

/** The question that an address asks; undefined where nothing was seen. */
export function questionOf(seen: Seen): QuestionOf<'triage'> | undefined {
  if (seen.seen.length + seen.software.length === 0) return undefined;
  const marking = MARKINGS.find((each) => each === seen.marking);
  return {
    incident: {
      techniques: [...seen.seen],
      ...(seen.incident === '' ? {} : { id: seen.incident }),
      ...(marking === undefined ? {} : { marking }),
    },
    software: [...seen.software],
    sector: [...seen.sector],
    country: [...seen.country],
    ...(seen.date === '' ? {} : { date: seen.date }),
    ...(seen.all ? { all: true } : {}),
  };
}

const MARKINGS: readonly NonNullable<Incident['marking']>[] = [
  'clear',
  'green',
  'amber',
  'amber+strict',
  'red',
];

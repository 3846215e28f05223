import type { TraitKind } from '../../answers/index.ts';
import type { Reporting } from './reporting.ts';

/** Something for every kind of trait. */
export function eachKind<Value>(make: (kind: TraitKind) => Value): Readonly<Record<TraitKind, Value>> {
  return {
    sector: make('sector'),
    country: make('country'),
    region: make('region'),
    organisation: make('organisation'),
    motive: make('motive'),
    origin: make('origin'),
  };
}

/** That one source claims something of a group: it attacks a sector, comes from a country … */
export interface TraitClaim extends Reporting {
  readonly kind: TraitKind;
  /** Name in `SECTORS`, `REGIONS` or `MOTIVES`, ISO 3166-1 alpha-2 code, or the name of an organisation. */
  readonly value: string;
  /** What the claim is about. */
  readonly subject: ClaimSubject;
  /** The fact: its relation, and its row among the reported facts. */
  readonly relation: string;
  readonly row: number;
  /** How far the claim holds for the group, 0 … 1: the trust in claims about the subject, less where it was read out of prose, or an analyst is not sure of it. */
  readonly strength: number;
}

/** A thing whose claims count for a group, and why: the group itself, its entry in another source, a campaign. */
export interface ClaimSubject {
  readonly term: number;
  readonly by: SubjectLink;
  /** The ATT&CK id or the names that join an entry with the group; empty for the others. */
  readonly through: readonly string[];
  /** How far what is claimed of it holds for the group, 0 … 1. */
  readonly trust: number;
  /** Whether it is an entry that is joined with other groups too: by several ATT&CK ids, or a name that they share. */
  readonly isShared: boolean;
}

/** Why claims about a thing count for a group; the table {@link SUBJECT_LINKS} has how far they are trusted. */
export type SubjectLink = (typeof SUBJECT_LINKS)[number]['by'];

/** Whose claims count for a group. The figures are judgements, not measured: change them by decision, with a reason. */
export const SUBJECT_LINKS = [
  { by: 'itself', trust: 1, label: 'reported of the group itself' },
  { by: 'attack-id', trust: 1, label: 'reported of an entry that has the ATT&CK id of the group' },
  {
    by: 'reference',
    trust: 0.9,
    label: 'reported of an entry that refers to the group as the same or similar',
  },
  { by: 'campaign', trust: 0.8, label: 'reported of a campaign that is attributed to the group' },
  { by: 'name', trust: 0.8, label: 'reported of an entry that shares a name with the group' },
  {
    by: 'contested-name',
    trust: 0.5,
    label: 'reported of an entry that shares a name with this group and with others',
  },
] as const;

/**
 * How far an assertion holds, by its status: of an analyst, a case or a report that was loaded. What others publish has none: whoever publishes hedges by habit, and how sure they
 * are stands in their words. Judgements, not measured.
 */
export const TRUST_IN_STATUS: Readonly<Record<string, number>> = {
  confirmed: 1,
  probable: 0.8,
  mentioned: 0.6,
  suspected: 0.5,
};

/** What is left of the trust in a claim that was read out of prose: about as many such claims as are right (docs/victimology.md). */
export const TRUST_IN_PROSE = 0.95;

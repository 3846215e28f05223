import type { AnswerOf } from 'foeprint/answers';
import { useAnswer } from '../api/use-answer.ts';
import { keepInBrowser, keptInBrowser } from '../state/theme.ts';
import { storeOf, useStore } from '../state/store.ts';
import { noteKeptByHome } from './kept-by-home.ts';

/** An organisation as questions take it. */
export type Organisation = AnswerOf<'threats'>['organisation'];

/** The organisation that the home keeps, with since when. */
export type KeptByHome = NonNullable<AnswerOf<'org-show'>['kept']>;

const NAME = 'foeprint-organisation';
const OWN = storeOf<Organisation | undefined>(organisationIn(keptInBrowser(NAME)));

/** Whom questions are asked for. */
export interface Whom {
  /** That of this browser, else that of the home; undefined where neither has one. */
  readonly organisation: Organisation | undefined;
  /** Whether it is this browser’s own. */
  readonly isOwn: boolean;
  /** What the home keeps, also where this browser has its own. */
  readonly kept: KeptByHome | undefined;
  /** Whether that is known: false until the server says. */
  readonly isKnown: boolean;
}

/** Whom questions are asked for, and whose that is. */
export function useWhom(): Whom {
  const own = useStore(OWN);
  const { data, isPending } = useAnswer('org-show', {});
  const kept = data?.answer.kept;
  noteKeptByHome(kept?.organisation);
  return {
    organisation: own ?? kept?.organisation,
    isOwn: own !== undefined,
    kept,
    isKnown: own !== undefined || !isPending,
  };
}

/** Whom questions are asked for; undefined until somebody says. */
export function useOrganisation(): Organisation | undefined {
  return useWhom().organisation;
}

/**
 * Says whom questions are asked for, from now on, in this browser: it goes to the server with each question. Undefined leaves it to what the
 * home keeps.
 */
export function keepOrganisation(organisation: Organisation | undefined): void {
  OWN.set(organisation);
  keepInBrowser(NAME, organisation === undefined ? '' : JSON.stringify(organisation));
}

/** What was kept; undefined where it is no organisation (any more). */
export function organisationIn(text: string | undefined): Organisation | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const kept = JSON.parse(text) as Partial<Organisation> | null;
    return typeof kept?.name === 'string' && Array.isArray(kept.sectors) ? (kept as Organisation) : undefined;
  } catch {
    return undefined;
  }
}

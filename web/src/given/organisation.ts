import type { AnswerOf } from 'foeprint/answers';
import { keepInBrowser, keptInBrowser } from '../state/theme.ts';
import { storeOf, useStore } from '../state/store.ts';

/** An organisation as questions take it. */
export type Organisation = AnswerOf<'threats'>['organisation'];

const NAME = 'foeprint-organisation';
const KEPT = storeOf<Organisation | undefined>(organisationIn(keptInBrowser(NAME)));

/** Whom questions are asked for; undefined until somebody says. It stays in this browser, and goes to the server with each question. */
export function useOrganisation(): Organisation | undefined {
  return useStore(KEPT);
}

/** Says whom questions are asked for, from now on; undefined for nobody. */
export function keepOrganisation(organisation: Organisation | undefined): void {
  KEPT.set(organisation);
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

import type { UseCase } from '../use-case.ts';

/**
 * Every question that users ask, by its name: each a row in a file of its own, loaded when it is asked, since a question should not
 * pay for the others. Add one: its question and answer in `src/answers`, its row here.
 */
export const USE_CASES = {
  profile: async () => (await import('./profile.ts')).profile,
  victims: async () => (await import('./victims.ts')).victims,
  victimology: async () => (await import('./victimology.ts')).victimology,
} as const satisfies Readonly<Record<string, () => Promise<UseCase>>>;

/** The name of a use case. */
export type UseCaseName = keyof typeof USE_CASES;

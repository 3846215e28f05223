import type { Profile } from '../api/answers.ts';

/** What a piece of software or a campaign adds to what is known of a group. */
export interface Brought {
  /** Techniques that the group is held to use through it. */
  readonly adds: number;
  /** Of these, those that come through nothing else. */
  readonly alone: number;
}

/** Of everything that derived uses come through, by STIX id. */
export function broughtBy(techniques: Profile['techniques']): ReadonlyMap<string, Brought> {
  const brought = new Map<string, { adds: number; alone: number }>();
  for (const { use, through } of techniques) {
    if (use !== 'derived') continue;
    for (const { id } of through) {
      const each = brought.get(id) ?? { adds: 0, alone: 0 };
      each.adds += 1;
      if (through.length === 1) each.alone += 1;
      brought.set(id, each);
    }
  }
  return brought;
}

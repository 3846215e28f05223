import type { Victimology } from '../../analysis/index.ts';
import type { Desk } from '../../desk/index.ts';

/** Ids of all that claims about groups are about and of who makes them, for answers that only count: they rest on all of it. */
export function claimedBy({ view: { catalogue } }: Desk, { groups }: Victimology): string {
  return JSON.stringify(
    groups.map(({ group, subjects, claims }) => [
      catalogue.id(group),
      subjects.map(({ term }) => catalogue.id(term)),
      claims.map(({ source }) => source),
    ]),
  );
}

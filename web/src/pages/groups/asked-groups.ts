import { list, text, type AddressOf } from '../../address/address.ts';

/** What the address of the page says. */
export const FIELDS = {
  sector: list(),
  country: list(),
  motive: list(),
  origin: list(),
  since: text(),
  /** Words that a group’s text has to have. */
  q: list(),
  /** Groups that are chosen, as addresses name them. */
  pick: list(),
  sort: text(),
};
export type Address = AddressOf<typeof FIELDS>;

/** What is asked for, as `groups` and `prints` take it. */
interface AskedGroups {
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly motives: readonly string[];
  readonly origins: readonly string[];
  readonly keywords: readonly string[];
  readonly activeSince?: string;
}

/** The question that the sentence of the page asks. */
export function questionOf({ sector, country, motive, origin, since, q }: Address): AskedGroups {
  return {
    sectors: sector,
    countries: country,
    motives: motive,
    origins: origin,
    keywords: q,
    ...(since === '' ? {} : { activeSince: since }),
  };
}

/** Whether anything is asked for. */
export function asksAnything({ sector, country, motive, origin, since, q }: Address): boolean {
  return since !== '' || [sector, country, motive, origin, q].some((each) => each.length > 0);
}

import type { Mention, NameClaim } from '../answers/index.ts';
import { aliasesOf, mention, type Bearer, type IdentityReason, type Verdict } from '../analysis/index.ts';
import { readEvidence } from '../stix/index.ts';
import { typesOf } from '../threat/index.ts';
import type { Reading } from '../desk/index.ts';
import { findOne } from './find-one.ts';

/** Who goes by a name, and who says that they are the same. */
export interface AliasesAnswer {
  readonly asked: string;
  /** Entries that go by the name. */
  readonly bearers: readonly AliasBearer[];
  /** Entries that somebody relates to them, or that share another of their names. */
  readonly related: readonly AliasBearer[];
  /** Same first, then disputed, then overlaps. */
  readonly links: readonly AliasLink[];
}

/** An entry of a source that describes an adversary. */
export interface AliasBearer {
  readonly thing: Mention;
  /** The source whose entry it is. */
  readonly source: string;
  readonly names: readonly NameClaim[];
}

/** What relates two entries, with every reason for it. */
export interface AliasLink {
  readonly one: string;
  readonly other: string;
  readonly verdict: Verdict;
  readonly reasons: readonly IdentityReason[];
}

/**
 * Every claim of identity around a name of an adversary, its ATT&CK id or its STIX id. Nothing is decided by the name:
 * entries of different sources stay apart, and each relation between two says who claims it.
 *
 * @throws FoeprintError W601 when no adversary has the name
 */
export function aliases(reading: Reading, name: string): AliasesAnswer {
  const { view } = reading;
  const found = aliasesOf(view, name, readEvidence);
  if (found.bearers.length === 0) findOne(view, name, [...typesOf('group'), ...typesOf('actor')]);
  const id = (term: number): string => view.catalogue.id(term);
  return {
    asked: name,
    bearers: found.bearers.map((bearer) => describe(reading, bearer)),
    related: found.related.map((bearer) => describe(reading, bearer)),
    links: found.links.map(({ one, other, ...link }) => ({ one: id(one), other: id(other), ...link })),
  };
}

function describe({ view }: Reading, { term, names }: Bearer): AliasBearer {
  const { stored } = view.catalogue.entry(term);
  const source = stored === undefined ? undefined : view.object(stored).sources[0];
  return { thing: mention(view.catalogue, term), source: source?.name ?? '', names };
}

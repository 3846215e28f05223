import type { NameClaim } from '../../answers/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { hasType, liveTerm } from './actor-joins.ts';
import { linkBetween, linkedTerms, type IdentityLink } from './identity-links.ts';
import { nameClaims, type EvidenceReader } from './name-claims.ts';

/** Who goes by a name, and which of them are the same adversary according to whom. Nothing is decided by the name. */
export interface Aliases {
  readonly asked: string;
  /** Entries that go by the name, or have it as ATT&CK or STIX id; ATT&CK's groups first. */
  readonly bearers: readonly Bearer[];
  /** Entries that somebody relates to a bearer, or that share one of its other names. */
  readonly related: readonly Bearer[];
  /** What relates a bearer to another bearer or to a related entry: same first, then disputed, then overlaps. */
  readonly links: readonly IdentityLink[];
}

/** An entry of some source that describes an adversary. */
export interface Bearer {
  readonly term: number;
  readonly names: readonly NameClaim[];
}

const ADVERSARIES = [...typesOf('group'), ...typesOf('actor')];

const ORDER: readonly IdentityLink['verdict'][] = ['same', 'disputed', 'overlaps'];

/**
 * Every claim of identity around a name, an ATT&CK id or a STIX id of an adversary. One step is taken from the
 * bearers: what is said of related entries among themselves is not followed.
 *
 * @returns empty lists where nobody of that name is known
 */
export function aliasesOf(view: KnowledgeView, text: string, read: EvidenceReader): Aliases {
  const bearers = bearersOf(view, text);
  const related = relatedTo(view, bearers);
  const links = pairsOf(bearers, related)
    .map(([one, other]) => linkBetween(view, one, other, read))
    .filter((link) => link !== undefined)
    .toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
  const describe = (term: number): Bearer => ({ term, names: nameClaims(view, term, read) });
  return { asked: text, bearers: bearers.map(describe), related: related.map(describe), links };
}

/** Adversaries only; revoked ones lead to their successors. */
function liveAdversaries({ catalogue }: KnowledgeView, terms: Iterable<number>): readonly number[] {
  const live = [...terms]
    .filter((term) => hasType(catalogue, term, ADVERSARIES))
    .map((term) => liveTerm(catalogue, term))
    .filter((term) => term !== undefined);
  return [...new Set(live)].toSorted((one, other) => one - other);
}

function bearersOf(view: KnowledgeView, text: string): readonly number[] {
  const { catalogue } = view;
  const wanted = text.trim();
  const byId = catalogue.termOf(wanted);
  const byLabel = catalogue.find(wanted.toUpperCase()).filter((term) => catalogue.label(term) !== '');
  // Whoever asks who goes by a name means the name, however each source writes it.
  return liveAdversaries(view, [
    ...(byId === undefined ? [] : [byId]),
    ...byLabel,
    ...catalogue.named(wanted),
    ...catalogue.spelled(wanted),
  ]);
}

function relatedTo(view: KnowledgeView, bearers: readonly number[]): readonly number[] {
  const { catalogue } = view;
  const near = bearers.flatMap((term) => {
    const { name, aliases } = catalogue.entry(term);
    return [...linkedTerms(view, term), ...[name, ...aliases].flatMap((each) => catalogue.named(each))];
  });
  return liveAdversaries(view, near).filter((term) => !bearers.includes(term));
}

/** Bearers among themselves, and each with every related entry. */
function pairsOf(
  bearers: readonly number[],
  related: readonly number[],
): readonly (readonly [number, number])[] {
  return bearers.flatMap((one, index) =>
    [...bearers.slice(index + 1), ...related].map((other) => [one, other] as const),
  );
}

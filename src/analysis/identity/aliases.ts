import { VERDICTS, type AliasesAnswer, type NamedEntry } from '../../answers/index.ts';
import { hasType } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { liveTerm } from './actor-joins.ts';
import { mention } from '../mention.ts';
import { linkBetween, sourcesOf, relatedTerms } from './identity-links.ts';
import { nameClaims, type EvidenceReader } from './name-claims.ts';

const ADVERSARIES = [...typesOf('group'), ...typesOf('actor')];

/**
 * Every claim of identity around a name, an ATT&CK id or a STIX id of an adversary. One step is taken from the
 * bearers: what is claimed of related entries among themselves is not followed.
 *
 * @returns empty lists where nobody of that name is known
 */
export function aliasesOf(view: KnowledgeView, text: string, read: EvidenceReader): AliasesAnswer {
  const bearers = bearersOf(view, text);
  const related = relatedTo(view, bearers);
  const id = (term: number): string => view.catalogue.id(term);
  const links = pairsOf(bearers, related)
    .map(([one, other]) => linkBetween(view, one, other, read))
    .filter((link) => link !== undefined)
    .map((link) => ({ ...link, one: id(link.one), other: id(link.other) }))
    .toSorted((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));
  const describe = (term: number): NamedEntry => ({
    thing: mention(view.catalogue, term),
    source: sourcesOf(view, term)[0]?.name ?? '',
    names: nameClaims(view, term, read),
  });
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
  const near = bearers.flatMap((term) => relatedTerms(view, term));
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

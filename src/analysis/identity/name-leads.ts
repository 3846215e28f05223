import { sum } from '../../text/index.ts';
import { hasType } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { labelFits, liveTerm } from './actor-joins.ts';
import { reportedRowsOf } from '../profile/sourced-facts.ts';
import { linkBetween, sourcesOf, relatedTerms, type IdentityLink } from './identity-links.ts';
import type { EvidenceReader } from './name-claims.ts';

/** Where a name that ATT&CK does not use leads, by what everybody claims of the entries that bear it. */
export type NameLead =
  /** Every entry that leads anywhere leads to this one thing. */
  | {
      readonly kind: 'one';
      readonly lead: Lead;
      /** Bearers of the name of which nobody claims that they are the thing. */
      readonly apart: readonly number[];
    }
  /** To several things, or to one of which nobody claims that it is the same. */
  | { readonly kind: 'several'; readonly leads: readonly Lead[]; readonly bearers: readonly number[] }
  /** To nothing that ATT&CK describes: `entry` is the bearer of which most is reported. */
  | { readonly kind: 'entry'; readonly entry: number; readonly others: readonly number[] };

/** A way from an entry that bears a name to a thing that ATT&CK describes. */
export interface Lead {
  /** Term of the thing. */
  readonly target: number;
  /** Term of the bearer that leads there. */
  readonly bearer: number;
  /** What is claimed of each step. */
  readonly steps: readonly IdentityLink[];
  /** Whether each step leads to the same by what somebody claims, and nobody contradicts it. */
  readonly isSure: boolean;
}

/** Kinds of adversary: who can be asked about. */
export const ADVERSARY_TYPES: readonly string[] = [
  ...typesOf('group'),
  ...typesOf('actor'),
  ...typesOf('campaign'),
];

/** Whether a thing is an adversary that ATT&CK describes under a number of its own. */
export function isNumbered({ catalogue }: KnowledgeView, term: number): boolean {
  return hasType(catalogue, term, ADVERSARY_TYPES) && labelFits(catalogue, term);
}

/**
 * Follows what is claimed of entries that bear one name to what ATT&CK describes: directly, or over one more entry that
 * is claimed to be the same. A direct lead goes before one that takes a step more.
 *
 * @param bearers live adversaries without an ATT&CK number of their own; at least one
 */
export function followName(view: KnowledgeView, bearers: readonly number[], read: EvidenceReader): NameLead {
  const leads = bearers.map((bearer) => leadsFrom(view, bearer, read));
  const sure = onePerTarget(leads.flatMap((each) => each.filter(({ isSure }) => isSure)));
  const [lead, ...others] = sure;
  if (lead !== undefined && others.length === 0) {
    const leading = new Set(leads.flat().flatMap(({ isSure, bearer }) => (isSure ? [bearer] : [])));
    return { kind: 'one', lead, apart: bearers.filter((bearer) => !leading.has(bearer)) };
  }
  const all = sure.length > 0 ? sure : onePerTarget(leads.flat());
  if (all.length > 0) return { kind: 'several', leads: all, bearers };
  if (listedTwice(view, bearers)) return { kind: 'several', leads: [], bearers };
  const facts = new Map(bearers.map((bearer) => [bearer, countFactsOf(view, bearer)]));
  const [entry = -1, ...rest] = bearers.toSorted(
    (one, other) => (facts.get(other) ?? 0) - (facts.get(one) ?? 0) || one - other,
  );
  return { kind: 'entry', entry, others: rest };
}

function leadsFrom(view: KnowledgeView, bearer: number, read: EvidenceReader): readonly Lead[] {
  const near = linksFrom(view, bearer, read);
  const direct = near
    .filter(({ other }) => isNumbered(view, other))
    .map((link) => ({
      target: link.other,
      bearer,
      steps: [link],
      isSure: link.verdict === 'same',
    }));
  if (direct.some(({ isSure }) => isSure)) return direct;
  const further = near
    .filter(({ other, verdict }) => verdict === 'same' && !isNumbered(view, other))
    .flatMap((link) =>
      linksFrom(view, link.other, read)
        .filter(({ other, verdict }) => verdict === 'same' && isNumbered(view, other))
        .map((next) => ({ target: next.other, bearer, steps: [link, next], isSure: true })),
    );
  return further.length > 0 ? further : direct;
}

/** What relates an entry to other live adversaries. */
function linksFrom(view: KnowledgeView, term: number, read: EvidenceReader): readonly IdentityLink[] {
  const near = relatedTerms(view, term)
    .filter((other) => hasType(view.catalogue, other, ADVERSARY_TYPES))
    .map((other) => liveTerm(view.catalogue, other))
    .filter((other) => other !== undefined && other !== term);
  return [...new Set(near)]
    .map((other) => (other === undefined ? undefined : linkBetween(view, term, other, read)))
    .filter((link) => link !== undefined);
}

/** The first lead to each target, in the order of the targets' labels. */
function onePerTarget(leads: readonly Lead[]): readonly Lead[] {
  const byTarget = new Map(leads.toReversed().map((lead) => [lead.target, lead]));
  return [...byTarget.values()].toSorted((one, other) => one.target - other.target);
}

/** A source that has two entries of the name means two by it. */
function listedTwice(view: KnowledgeView, terms: readonly number[]): boolean {
  const sources = terms.map((term) => sourceOf(view, term));
  return new Set(sources).size < sources.length;
}

function sourceOf(view: KnowledgeView, term: number): string {
  return sourcesOf(view, term)[0]?.id ?? view.catalogue.id(term);
}

function countFactsOf(view: KnowledgeView, term: number): number {
  const relations = [...view.facts.relations.keys()];
  return sum(relations.map((relation) => reportedRowsOf({ reported: view.facts }, relation, term).length));
}

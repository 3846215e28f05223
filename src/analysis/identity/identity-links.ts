import { defined } from '../../text/index.ts';
import type { Claimant, IdentityReason, NamedLink } from '../../answers/index.ts';
import { eachReported, hasType } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { thingsWithId } from './actor-joins.ts';
import {
  claimantOf,
  distinctClaimants,
  nameClaims,
  claimantsOf,
  evidenceIn,
  type EvidenceReader,
} from './name-claims.ts';

/** Two entries that somebody relates to each other, and what follows from all claims. */
export interface IdentityLink {
  readonly one: number;
  readonly other: number;
  readonly verdict: NamedLink['verdict'];
  readonly reasons: readonly IdentityReason[];
}

/** Relations between adversaries that sources report, and what they speak for. */
const REPORTED_LINKS: readonly {
  readonly relation: string;
  readonly speaksFor: IdentityReason['speaksFor'];
}[] = [
  { relation: 'same-as', speaksFor: 'same' },
  { relation: 'duplicate-of', speaksFor: 'same' },
  { relation: 'similar-to', speaksFor: 'overlap' },
  { relation: 'overlaps-with', speaksFor: 'overlap' },
  { relation: 'related-to', speaksFor: 'overlap' },
  { relation: 'part-of', speaksFor: 'overlap' },
  { relation: 'successor-of', speaksFor: 'overlap' },
  { relation: 'different-from', speaksFor: 'apart' },
];

/** Kinds of adversary that ATT&CK numbers. */
const NUMBERED = [...typesOf('group'), ...typesOf('campaign')];

/** Estimative language from which on "similar" entries that share a name are held to be the same. */
const SURE: ReadonlySet<string> = new Set(['likely', 'very-likely', 'almost-certain']);

/** Terms that somebody relates to a term: by ATT&CK id, by a reported link, or by a name in common. */
export function relatedTerms(view: KnowledgeView, term: number): readonly number[] {
  const { name, aliases } = view.catalogue.entry(term);
  const found = new Set<number>();
  for (const { relation } of REPORTED_LINKS)
    eachReported(view.facts, relation, (one, other) => {
      if (one === term) found.add(other);
      if (other === term) found.add(one);
    });
  const ids = new Set(attackIdsOf(view, term).map(({ id }) => id));
  for (const id of ids) for (const thing of thingsWithId(view.catalogue, id, NUMBERED)) found.add(thing);
  eachReported(view.facts, 'has-attack-id', (thing, literal) => {
    if (ids.has(view.catalogue.id(literal))) found.add(thing);
  });
  for (const each of [name, ...aliases]) for (const other of view.catalogue.named(each)) found.add(other);
  found.delete(term);
  return [...found];
}

/** What relates two entries; undefined where nothing does. */
export function linkBetween(
  view: KnowledgeView,
  one: number,
  other: number,
  read: EvidenceReader,
): IdentityLink | undefined {
  const reported = reportedReasons(view, one, other, read);
  const names = sharedNames(view, one, other);
  const byName = names.length === 0 ? [] : [nameReason(view, one, other, names, read)];
  const ids = idReasons(view, one, other, read, names.length > 0);
  const reasons = [...ids, ...upgraded(reported, names.length > 0), ...byName];
  if (reasons.length === 0) return undefined;
  const apart = heldApart(view, one, other, reasons);
  const all = [...reasons, ...apart];
  return { one, other, verdict: verdictOf(all), reasons: all };
}

/** What the reasons for and against come to; see the page of decisions on names as claims. */
function verdictOf(reasons: readonly IdentityReason[]): NamedLink['verdict'] {
  const has = (wanted: IdentityReason['speaksFor']): boolean =>
    reasons.some(({ speaksFor }) => speaksFor === wanted);
  if (has('apart')) return 'disputed';
  return has('same') ? 'same' : 'overlaps';
}

/** Names that both go by, whatever their case, in the spelling of the first. */
function sharedNames({ catalogue }: KnowledgeView, one: number, other: number): readonly string[] {
  const { name, aliases } = catalogue.entry(one);
  const shared = [name, ...aliases].filter((each) => catalogue.named(each).includes(other));
  const spellings = new Map(shared.toReversed().map((each) => [each.toLowerCase(), each]));
  return [...spellings.values()].toReversed();
}

function nameReason(
  view: KnowledgeView,
  one: number,
  other: number,
  names: readonly string[],
  read: EvidenceReader,
): IdentityReason {
  const statement = `Both go by ${names.map((name) => `“${name}”`).join(', ')}.`;
  const shared = new Set(names.map((name) => name.toLowerCase()));
  const claimants = [one, other]
    .flatMap((term) => nameClaims(view, term, read))
    .filter(({ name }) => shared.has(name.toLowerCase()))
    .flatMap((claim) => claim.claimants);
  return { speaksFor: 'overlap', statement, claimants: distinctClaimants(claimants) };
}

function ownClaimants(view: KnowledgeView, term: number): readonly Claimant[] {
  return sourcesOf(view, term).map(({ id, name }) => ({ name, source: id, cites: [] }));
}

/** The source that describes an entry first; none for what is only referred to. */
export function sourcesOf(view: KnowledgeView, term: number): readonly { id: string; name: string }[] {
  const { stored } = view.catalogue.entry(term);
  return stored === undefined ? [] : view.object(stored).sources.slice(0, 1);
}

/** "Similar", claimed with some confidence of two entries that share a name, means the same adversary. */
function upgraded(reasons: readonly IdentityReason[], shareName: boolean): readonly IdentityReason[] {
  return reasons.map((reason) =>
    reason.speaksFor === 'overlap' &&
    shareName &&
    SURE.has(reason.confidence ?? '') &&
    / similar to /.test(reason.statement)
      ? { ...reason, speaksFor: 'same' }
      : reason,
  );
}

function reportedReasons(
  view: KnowledgeView,
  one: number,
  other: number,
  read: EvidenceReader,
): readonly IdentityReason[] {
  return REPORTED_LINKS.flatMap(({ relation, speaksFor }) => {
    const reasons: IdentityReason[] = [];
    eachReported(view.facts, relation, (subject, object, row) => {
      const [first, second] = [Math.min(subject, object), Math.max(subject, object)];
      if (first !== Math.min(one, other) || second !== Math.max(one, other)) return;
      for (const evidence of evidenceIn(view, { relation, row }, read))
        reasons.push({
          speaksFor,
          statement: `${view.catalogue.name(subject)} is ${relation.replaceAll('-', ' ')} ${view.catalogue.name(object)}.`,
          claimants: [claimantOf(view, evidence)],
          ...defined({ confidence: evidence.confidence }),
        });
    });
    return reasons;
  });
}

interface ClaimedId {
  readonly id: string;
  readonly claimants: readonly Claimant[];
}

/** The ATT&CK ids of an entry: a group's own label, or those that sources give it. */
function attackIdsOf(view: KnowledgeView, term: number, read?: EvidenceReader): readonly ClaimedId[] {
  const { catalogue } = view;
  if (hasType(catalogue, term, NUMBERED) && catalogue.label(term) !== '')
    return [{ id: catalogue.label(term), claimants: ownClaimants(view, term) }];
  const ids: ClaimedId[] = [];
  eachReported(view.facts, 'has-attack-id', (thing, literal, row) => {
    if (thing !== term) return;
    const fact = { relation: 'has-attack-id', row };
    ids.push({
      id: catalogue.id(literal),
      claimants: read === undefined ? [] : claimantsOf(view, fact, read),
    });
  });
  return ids;
}

/** One ATT&CK id in common speaks for the same; a name in common but ids that all differ, for two. */
function idReasons(
  view: KnowledgeView,
  one: number,
  other: number,
  read: EvidenceReader,
  shareName: boolean,
): readonly IdentityReason[] {
  const [ones, others] = [attackIdsOf(view, one, read), attackIdsOf(view, other, read)];
  const common = ones.flatMap(({ id, claimants }) => {
    const match = others.find((candidate) => candidate.id === id);
    return match === undefined ? [] : [{ id, claimants: [...claimants, ...match.claimants] }];
  });
  if (common.length > 0)
    return common.map(({ id, claimants }) => ({
      speaksFor: 'same',
      statement: `Both have the ATT&CK id ${id}.`,
      claimants,
    }));
  if (!shareName || ones.length === 0 || others.length === 0) return [];
  const statement = `Their ATT&CK ids differ: ${listIds(ones)} and ${listIds(others)}.`;
  return [
    { speaksFor: 'apart', statement, claimants: [...ones, ...others].flatMap(({ claimants }) => claimants) },
  ];
}

function listIds(ids: readonly ClaimedId[]): string {
  return ids.map(({ id }) => id).join(', ');
}

/** A source that lists both as entries of their own holds them apart, whoever gives them one name or one id. */
function heldApart(
  view: KnowledgeView,
  one: number,
  other: number,
  reasons: readonly IdentityReason[],
): readonly IdentityReason[] {
  const isJoined = reasons.some(
    ({ speaksFor, statement }) => speaksFor === 'same' || statement.startsWith('Both go by'),
  );
  if (!isJoined) return [];
  // Unless the source itself reports that its two entries are the same.
  const joining = new Set(
    reasons
      .filter(({ statement }) => / is (?:same as|duplicate of) /.test(statement))
      .flatMap(({ claimants }) => claimants.map(({ source }) => source)),
  );
  const others = new Set(sourcesOf(view, other).map(({ id }) => id));
  return sourcesOf(view, one)
    .filter(({ id }) => others.has(id) && !joining.has(id))
    .map(({ id, name }) => ({
      speaksFor: 'apart',
      statement: `${name} lists them as two.`,
      claimants: [{ name, source: id, cites: [] }],
    }));
}

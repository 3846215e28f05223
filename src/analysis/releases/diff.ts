import { attackVersionOf, domainsOf } from '../../stix/index.ts';
import type {
  ChangedThing,
  DiffAnswer,
  DomainChange,
  KindDiff,
  Mention,
  RevokedThing,
} from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import type { StoredObject, KnowledgeView } from '../../knowledge/index.ts';
import { OBJECT_KINDS, type ObjectKind } from '../../threat/index.ts';
import { compareMentions, mention } from '../mention.ts';
import { changedFields } from './changed-fields.ts';
import { relationChanges } from './relation-changes.ts';
import { commonChanges } from './common-changes.ts';
import { tacticsByTechnique } from './tactic-moves.ts';

/**
 * What is different between two views, by default of everything that analysts name. Things are the same where their STIX ids are;
 * an object stored once for both is not looked at. Only what was or is live counts: what both have withdrawn is left out.
 */
export function diffViews(
  before: KnowledgeView,
  after: KnowledgeView,
): Pick<DiffAnswer, 'kinds' | 'relations'> {
  const compared: Compared = {
    before,
    after,
    tacticsBefore: tacticsByTechnique(before),
    tacticsAfter: tacticsByTechnique(after),
  };
  return {
    kinds: OBJECT_KINDS.map((kind) => diffKind(compared, kind)).filter(hasAny),
    relations: relationChanges(before, after),
  };
}

interface Compared {
  readonly before: KnowledgeView;
  readonly after: KnowledgeView;
  /** STIX ids of the tactics of a technique, by its STIX id. */
  readonly tacticsBefore: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tacticsAfter: ReadonlyMap<string, ReadonlySet<string>>;
}

type Lists = {
  readonly [Name in Exclude<keyof KindDiff, 'kind' | 'plural' | 'common'>]: KindDiff[Name][number][];
};

function diffKind(compared: Compared, { name, plural, types }: ObjectKind): KindDiff {
  const lists: Lists = {
    added: [],
    changed: [],
    versionOnly: [],
    domains: [],
    moved: [],
    revoked: [],
    deprecated: [],
    removed: [],
    restored: [],
  };
  for (const term of compared.before.catalogue.ofType(types, true)) compareThing(compared, term, lists);
  for (const term of compared.after.catalogue.ofType(types)) addIfNew(compared, term, lists);
  return {
    kind: name,
    plural,
    added: lists.added.toSorted(compareMentions),
    changed: lists.changed.toSorted(byThing),
    ...commonChanges(lists.changed),
    versionOnly: lists.versionOnly.toSorted(byThing),
    domains: lists.domains.toSorted(byThing),
    moved: lists.moved.toSorted(byThing),
    revoked: lists.revoked.toSorted(byThing),
    deprecated: lists.deprecated.toSorted(compareMentions),
    removed: lists.removed.toSorted(compareMentions),
    restored: lists.restored.toSorted(compareMentions),
  };
}

function byThing(one: { readonly thing: Mention }, other: { readonly thing: Mention }): number {
  return compareMentions(one.thing, other.thing);
}

function addIfNew({ before, after }: Compared, term: number, lists: Lists): void {
  const earlier = before.catalogue.termOf(after.catalogue.id(term));
  if (earlier === undefined || before.catalogue.entry(earlier).stored === undefined)
    lists.added.push(mention(after.catalogue, term));
}

function compareThing(compared: Compared, earlier: number, lists: Lists): void {
  const { before, after } = compared;
  const was = before.catalogue.entry(earlier);
  const later = after.catalogue.termOf(was.id);
  const is = later === undefined ? undefined : after.catalogue.entry(later);
  if (was.stored === undefined) return;
  if (is?.stored === undefined || later === undefined) {
    if (was.withdrawn === undefined) lists.removed.push(mention(before.catalogue, earlier));
    return;
  }
  const thing = mention(after.catalogue, later);
  if (was.withdrawn !== undefined) {
    if (is.withdrawn === undefined) lists.restored.push(thing);
    return;
  }
  if (is.withdrawn === 'revoked') lists.revoked.push({ thing, ...successorOf(after, later) });
  else if (is.withdrawn === 'deprecated') lists.deprecated.push(thing);
  else compareLive(compared, thing, was.stored, is.stored, lists);
}

function successorOf({ catalogue }: KnowledgeView, term: number): Pick<RevokedThing, 'successor'> {
  const successor = catalogue.successor(term);
  return successor === undefined ? {} : { successor: mention(catalogue, successor) };
}

/** A tactic that was itself replaced moves a technique whose object is the same, so tactics are compared in any case. */
function compareLive(compared: Compared, thing: Mention, was: number, is: number, lists: Lists): void {
  const { before, after, tacticsBefore, tacticsAfter } = compared;
  const [left, joined] = differences(tacticsBefore.get(thing.id), tacticsAfter.get(thing.id));
  if (left.length + joined.length > 0)
    lists.moved.push({ thing, left: mentionsOf(before, left), joined: mentionsOf(after, joined) });
  if (was === is) return;
  const [earlier, later] = [before.object(was), after.object(is)];
  const fields = changedFields(earlier.raw, later.raw);
  const { versions } = versionsOf(earlier, later);
  const domains = domainChange(earlier, later);
  if (domains !== undefined) lists.domains.push({ thing, ...domains });
  if (fields.length > 0) lists.changed.push({ thing, ...versionsOf(earlier, later), fields });
  else if (versions !== undefined && domains === undefined && left.length + joined.length === 0)
    lists.versionOnly.push({ thing, ...versions });
}

/** Undefined where one of them does not give its domains: older releases do not, which is no change. */
function domainChange(earlier: StoredObject, later: StoredObject): Omit<DomainChange, 'thing'> | undefined {
  const [before, after] = [domainsGiven(earlier), domainsGiven(later)];
  if (before === undefined || after === undefined) return undefined;
  const [left, joined] = differences(new Set(before), new Set(after));
  return left.length + joined.length === 0
    ? undefined
    : { left: left.toSorted(compareText), joined: joined.toSorted(compareText) };
}

/** Undefined where there are none: an empty list gives none either. */
function domainsGiven({ raw }: StoredObject): readonly string[] | undefined {
  const domains = domainsOf(raw);
  return domains?.length === 0 ? undefined : domains;
}

function differences(
  before: ReadonlySet<string> = new Set(),
  after: ReadonlySet<string> = new Set(),
): readonly [left: readonly string[], joined: readonly string[]] {
  return [[...before].filter((id) => !after.has(id)), [...after].filter((id) => !before.has(id))];
}

function mentionsOf({ catalogue }: KnowledgeView, ids: readonly string[]): readonly Mention[] {
  return ids
    .flatMap((id) => catalogue.termOf(id) ?? [])
    .map((term) => mention(catalogue, term))
    .toSorted(compareMentions);
}

function versionsOf(earlier: StoredObject, later: StoredObject): Pick<ChangedThing, 'versions'> {
  const [before, after] = [attackVersionOf(earlier.raw), attackVersionOf(later.raw)];
  return before !== '' && after !== '' && before !== after ? { versions: { before, after } } : {};
}

function hasAny(diff: KindDiff): boolean {
  return Object.values(diff).some((list) => Array.isArray(list) && list.length > 0);
}

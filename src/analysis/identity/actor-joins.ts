import { eachReported, hasType } from '../../facts/index.ts';
import type { Catalogue, KnowledgeView } from '../../knowledge/index.ts';
import { addTo } from '../../text/index.ts';
import { kindOfType, typesOf } from '../../threat/index.ts';

/** What joins need of a view. */
export type JoinedView = Pick<KnowledgeView, 'catalogue' | 'facts'>;

/** An ATT&CK group and an adversary that another source describes, which may be the same. */
export interface ActorJoin {
  /** Term of the ATT&CK group (`intrusion-set`). */
  readonly group: number;
  /** Term of the other source's entry (`threat-actor`). */
  readonly actor: number;
  /** How they are joined, the surest way of those that there are. */
  readonly by: JoinKind;
  /** The ATT&CK id or the names that they have in common; empty for a reference. */
  readonly through: readonly string[];
}

/**
 * `attack-id`: the source gives the group's ATT&CK id. `reference`: it refers to the group's object as similar or the
 * same. `name`: nothing but names in common, which is a claim to look at, never an identity.
 */
export type JoinKind = 'attack-id' | 'reference' | 'name';

const GROUP = typesOf('group');
const ACTOR = typesOf('actor');

/** Every pair of a live ATT&CK group and another source's live entry that something joins; by group, then by entry. */
export function joinActors(view: JoinedView): readonly ActorJoin[] {
  const joins = new Map<string, ActorJoin>();
  for (const find of [joinsById, joinsByReference, joinsByName])
    for (const join of find(view)) {
      const key = `${join.group} ${join.actor}`;
      if (!joins.has(key)) joins.set(key, join);
    }
  return [...joins.values()].toSorted((one, other) => one.group - other.group || one.actor - other.actor);
}

/** A revoked thing's successor, a live thing itself, undefined for what was withdrawn without a successor. */
export function liveTerm(catalogue: Catalogue, term: number): number | undefined {
  const successor = catalogue.successor(term) ?? term;
  return catalogue.isWithdrawn(successor) ? undefined : successor;
}

/** The live things of some types that carry an ATT&CK id. */
export function thingsWithId(catalogue: Catalogue, id: string, types: readonly string[]): readonly number[] {
  const terms = catalogue
    .find(id)
    .filter((term) => hasType(catalogue, term, types) && catalogue.label(term) === id)
    .map((term) => liveTerm(catalogue, term));
  return [...new Set(terms.filter((term) => term !== undefined))];
}

/** Whether a thing has a number of ATT&CK's that fits its kind. */
export function labelFits(catalogue: Catalogue, term: number): boolean {
  const { type, label } = catalogue.entry(term);
  return kindOfType(type)?.label?.test(label) === true;
}

function joinsById(view: JoinedView): readonly ActorJoin[] {
  const joins: ActorJoin[] = [];
  eachReported(view.facts, 'has-attack-id', (actor, literal) => {
    if (!hasType(view.catalogue, actor, ACTOR)) return;
    const id = view.catalogue.id(literal);
    for (const group of thingsWithId(view.catalogue, id, GROUP))
      joins.push({ group, actor, by: 'attack-id', through: [id] });
  });
  return joins;
}

function joinsByReference(view: JoinedView): readonly ActorJoin[] {
  const { catalogue } = view;
  const joins: ActorJoin[] = [];
  const visit = (one: number, other: number): void => {
    const [group, actor] = hasType(catalogue, one, GROUP) ? [one, other] : [other, one];
    if (hasType(catalogue, group, GROUP) && hasType(catalogue, actor, ACTOR))
      joins.push({ group, actor, by: 'reference', through: [] });
  };
  for (const relation of ['same-as', 'similar-to']) eachReported(view.facts, relation, visit);
  return joins;
}

function joinsByName({ catalogue }: JoinedView): readonly ActorJoin[] {
  return catalogue.ofType(GROUP).flatMap((group) => {
    const { name, aliases } = catalogue.entry(group);
    const through = new Map<number, string[]>();
    for (const shared of [name, ...aliases])
      for (const actor of catalogue.named(shared))
        if (hasType(catalogue, actor, ACTOR) && !catalogue.isWithdrawn(actor)) addTo(through, actor, shared);
    return [...through].map(([actor, names]) => ({ group, actor, by: 'name' as const, through: names }));
  });
}

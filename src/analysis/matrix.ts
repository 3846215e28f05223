import { addTo, compareText, defined } from '../text/index.ts';
import { eachReported } from '../facts/index.ts';
import {
  DOMAINS,
  typesOf,
  type AttackMatrix,
  type MatrixEntry,
  type MatrixTactic,
  type Domain,
} from '../threat/index.ts';
import { tacticRefsOf } from '../stix/index.ts';
import { tacticShortName } from './profile/tactic-order.ts';
import type { KnowledgeView } from '../knowledge/index.ts';

/**
 * The matrix of a domain as the knowledge in view has it: tactics in the order that the matrix object
 * gives them, techniques by name, sub-techniques by id. What is withdrawn is left out.
 *
 * @returns undefined where no matrix of the domain is in view
 */
export function matrixOf(view: KnowledgeView, domain: Domain): AttackMatrix | undefined {
  const matrix = matrixNamed(view, domain);
  return matrix === undefined ? undefined : { ...matrix, domain };
}

/** A matrix by the id of its object, which is that of its domain in ATT&CK. */
export interface NamedMatrix extends Omit<AttackMatrix, 'domain'> {
  /** E.g. `enterprise-attack`; another one where a source has a matrix of its own. */
  readonly domain: string;
}

/** Every matrix in view: those of ATT&CK in the order of its domains, then others by their ids. */
export function matricesOf(view: KnowledgeView): readonly NamedMatrix[] {
  const labels = view.catalogue.ofType(typesOf('matrix')).map((term) => view.catalogue.label(term));
  const known = DOMAINS.map(({ id }): string => id);
  const others = [...new Set(labels)].filter((label) => label !== '' && !known.includes(label));
  return [...known, ...others].flatMap((label) => matrixNamed(view, label) ?? []);
}

function matrixNamed(view: KnowledgeView, domain: string): NamedMatrix | undefined {
  const objects = view.catalogue
    .ofType(typesOf('matrix'))
    .filter((term) => view.catalogue.label(term) === domain)
    .flatMap((term) => view.catalogue.entry(term).stored ?? [])
    .map((stored) => view.object(stored));
  const [first] = objects;
  if (first === undefined) return undefined;
  const release = first.sources.find(({ series }) => series === domain)?.release;
  const tactics = [...new Set(objects.flatMap(({ raw }) => tacticRefsOf(raw)))];
  const place = placer(view);
  return {
    domain,
    name: view.catalogue.name(view.catalogue.termOf(first.id) ?? -1),
    ...defined({ release }),
    tactics: tactics.flatMap((id) => place(id) ?? []),
  };
}

/** Makes tactics from their STIX ids; undefined for one that is not in view. */
function placer(view: KnowledgeView): (tactic: string) => MatrixTactic | undefined {
  const { catalogue } = view;
  const serving = subjectsByObject(view, 'in-tactic');
  const children = subjectsByObject(view, 'subtechnique-of');
  const parented = new Set([...children.values()].flat());
  const entryOf = (term: number): MatrixEntry => ({ id: catalogue.label(term), name: catalogue.name(term) });
  return (id) => {
    const term = catalogue.termOf(id);
    if (term === undefined || catalogue.isWithdrawn(term)) return undefined;
    const here = new Set(serving.get(term));
    const techniques = [...here].filter((technique) => !parented.has(technique));
    return {
      id: catalogue.label(term),
      shortName: tacticNameOf(view, term),
      name: catalogue.name(term),
      techniques: techniques
        .map((technique) => ({
          ...entryOf(technique),
          subtechniques: (children.get(technique) ?? [])
            .filter((child) => here.has(child))
            .map(entryOf)
            .toSorted(byText(({ id: label }) => label)),
        }))
        .toSorted(byText(({ name, id: label }) => `${name.toLowerCase()} ${label}`)),
    };
  };
}

/** For each object term of a relation, its subjects; withdrawn ones are left out. */
function subjectsByObject(view: KnowledgeView, relation: string): ReadonlyMap<number, readonly number[]> {
  const subjects = new Map<number, number[]>();
  eachReported(view.facts, relation, (subject, object) => {
    if (!view.catalogue.isWithdrawn(subject)) addTo(subjects, object, subject);
  });
  return subjects;
}

/** The short name of a tactic as its object gives it; from its name where it gives none. */
export function tacticNameOf(view: KnowledgeView, term: number): string {
  const { name } = view.catalogue.entry(term);
  return tacticShortName(view, term) || name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function byText<Item>(textOf: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => compareText(textOf(one), textOf(other));
}

import type { Defence, Mention, MitigationsAnswer } from '../../answers/index.ts';
import {
  ADVERSARY_TYPES,
  defencesAgainst,
  defencesFor,
  relevanceRelations,
  reportedRelation,
  supportFor,
  mention,
  techniqueUses,
  sayTerm,
} from '../../analysis/index.ts';
import type { DefenceKind } from '../../analysis/index.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { defined } from '../../text/index.ts';
import { findOne } from '../names/find-one.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';

const SUBJECT_TYPES = [...typesOf('technique'), ...ADVERSARY_TYPES];

/** Defences for those of their techniques that are wanted, in the order of how many these are; without those that are for none of them. */
export function narrowed(
  defences: readonly Defence[],
  isWanted: (technique: Mention, defence: Defence) => boolean,
): readonly Defence[] {
  return defences
    .map((each) => ({ ...each, techniques: each.techniques.filter((one) => isWanted(one, each)) }))
    .filter(({ techniques }, index) => techniques.length > 0 || defences[index]?.techniques.length === 0)
    .toSorted((one, other) => other.techniques.length - one.techniques.length);
}

export function termIn(catalogue: Catalogue, { id }: Mention): number {
  return catalogue.termOf(id) ?? -1;
}

/** Defences, what they are asked for, and what there is to say of them. */
export interface FoundDefences extends Pick<MitigationsAnswer, 'subject' | 'relation'> {
  readonly defences: readonly Defence[];
  readonly notes: readonly string[];
}

/**
 * Defences of one kind against a technique, or relevant to an adversary.
 *
 * @throws FoeprintError W601–W603, W628 when the name does not lead to a technique or an adversary
 */
export function defencesOf(desk: Desk, kind: DefenceKind, name: string): FoundDefences {
  const { catalogue } = desk.view;
  const { term, notes } = findOne(desk.view, name, SUBJECT_TYPES);
  const isTechnique = typesOf('technique').includes(catalogue.entry(term).type);
  const defences = isTechnique ? defencesWithWords(desk, kind, term) : defencesFor(knownTo(desk), kind, term);
  return {
    subject: mention(catalogue, term),
    relation: isTechnique ? ('against' as const) : ('relevant' as const),
    defences,
    notes: [...notes, ...(defences.length > 0 ? [] : whyNone(desk, kind, term, isTechnique))],
  };
}

/** Defences against a technique, each with the words in which its source says how. */
export function defencesWithWords(desk: Desk, kind: DefenceKind, technique: number): readonly Defence[] {
  const { catalogue } = desk.view;
  const sourced = sourcedFactsOf(desk);
  return defencesAgainst(knownTo(desk), kind, technique).map((each) => {
    const defence = termIn(catalogue, each.defence);
    const support = supportFor(sourced, reportedRelation(kind), defence, technique);
    return { ...each, ...defined({ support }) };
  });
}

/** Why no defence is found, so that nobody takes it for there being none. */
function whyNone(desk: Desk, kind: DefenceKind, term: number, isTechnique: boolean): readonly string[] {
  const { noun, verb } = WORDS[kind];
  const named = sayTerm(desk.view.catalogue, term);
  if (isTechnique) return [`No source in view reports a ${noun} that ${verb}s ${named}.`];
  const unsaid = relevanceUnsaid(desk, kind, term);
  if (unsaid.length > 0) return unsaid;
  const used = techniqueUses(knownTo(desk), [term], { derived: true }).length;
  return [
    used === 0
      ? `No source reports techniques of ${named}, so that no ${noun} can be relevant to it.`
      : `No source in view reports a ${noun} that ${verb}s any of the ${used} techniques that ${named} is known to use.`,
  ];
}

const WORDS: Readonly<Record<DefenceKind, { readonly noun: string; readonly verb: string }>> = {
  mitigation: { noun: 'mitigation', verb: 'mitigate' },
  'detection-strategy': { noun: 'detection strategy', verb: 'detect' },
};

/** That no rule in force derives which defences are relevant to an adversary, where that is so: then finding none means nothing. */
export function relevanceUnsaid({ model, view }: Desk, kind: DefenceKind, term: number): readonly string[] {
  const relations = relevanceRelations(kind);
  const isSaid = model.rules.some(({ head, isOn }) => isOn && relations.includes(head.relation));
  // For campaigns they are read off what they use, without a rule.
  if (isSaid || typesOf('campaign').includes(view.catalogue.entry(term).type)) return [];
  return [
    `No rule in force derives which ${WORDS[kind].noun.replace(/y$/u, 'ie')}s are relevant to a group: the rule pack \`standard\` has one; \`foeprint rules\` shows which are in force.`,
  ];
}

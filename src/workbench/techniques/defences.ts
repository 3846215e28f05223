import type { Analytic, Defence, DetectionsAnswer, MitigationsAnswer } from '../../answers/index.ts';
import {
  ADVERSARY_TYPES,
  defencesAgainst,
  defencesFor,
  relevanceRelations,
  reportedRelation,
  supportFor,
  compareMentions,
  mention,
  techniqueUses,
  sayTerm,
} from '../../analysis/index.ts';
import type { DefenceKind } from '../../analysis/index.ts';
import { objectsOf, knownTo, reportedIn, type Desk, type Reading } from '../../desk/index.ts';
import { logSourcesOf, descriptionOf, tuningOf } from '../../stix/index.ts';
import { typesOf } from '../../threat/index.ts';
import { defined, keptFor } from '../../text/index.ts';
import { findOne } from '../names/find-one.ts';
import { rawOf } from '../raw-of.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';

const SUBJECT_TYPES = [...typesOf('technique'), ...ADVERSARY_TYPES];

/** @throws FoeprintError W601–W603, W628 when the name does not lead to a technique or an adversary */
export function mitigationsOf(desk: Desk, name: string): Answered<MitigationsAnswer> {
  const { defences, notes, ...asked } = defencesOf(desk, 'mitigation', name);
  return { answer: { ...asked, mitigations: defences }, notes };
}

/** @throws FoeprintError W601–W603, W628 when the name does not lead to a technique or an adversary */
export function detectionsOf(desk: Desk, name: string): Answered<DetectionsAnswer> {
  const { defences, notes, ...asked } = defencesOf(desk, 'detection-strategy', name);
  const detections = defences.map((each) => ({ ...each, analytics: analyticsOf(desk, each.defence.id) }));
  return { answer: { ...asked, detections }, notes };
}

function defencesOf(desk: Desk, kind: DefenceKind, name: string) {
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
    const defence = catalogue.termOf(each.defence.id) ?? -1;
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

/** How strategies are carried out, kept for a view: questions that feed analytics ask for those of many, kind by kind. */
const analyticsIn = keptFor((_view: Reading['view']) => new Map<number, readonly Analytic[]>());

/** How a detection strategy is carried out; none of anything else. */
export function analyticsOf(desk: Reading, strategy: string): readonly Analytic[] {
  const term = desk.view.catalogue.termOf(strategy);
  if (term === undefined) return [];
  const kept = analyticsIn(desk.view);
  const analytics =
    kept.get(term) ??
    objectsOf(reportedIn(desk), 'has-analytic', term)
      .map((analytic) => describeAnalytic(desk, analytic))
      .toSorted((left, right) => compareMentions(left.analytic, right.analytic));
  kept.set(term, analytics);
  return analytics;
}

function describeAnalytic(desk: Reading, term: number): Analytic {
  const { catalogue } = desk.view;
  const raw = rawOf(desk.view, term);
  return {
    analytic: mention(catalogue, term),
    platforms: objectsOf(reportedIn(desk), 'on-platform', term).map((platform) => catalogue.name(platform)),
    description: descriptionOf(raw),
    logSources: logSourcesOf(raw).map((source) => ({
      ...source,
      component: componentName(desk, source.component),
    })),
    tuning: tuningOf(raw),
  };
}

function componentName(desk: Reading, id: string): string {
  const term = desk.view.catalogue.termOf(id);
  return term === undefined ? id : desk.view.catalogue.name(term);
}

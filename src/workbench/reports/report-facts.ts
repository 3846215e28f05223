import { ADVERSARY_TYPES, mention } from '../../analysis/index.ts';
import {
  sayMention,
  type LeftOut,
  type Mention,
  type ReportSuggestion,
  type StatedFact,
} from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { placeOrSector, victimsOf } from '../../stix/index.ts';
import { defined } from '../../text/index.ts';
import {
  RELATIONS,
  reportSeries,
  typesOf,
  type KeptReport,
  type ReportDecision,
} from '../../threat/index.ts';
import { findOne } from '../names/find-one.ts';
import { sourcesOfFact } from './suggestions/known-already.ts';
import { reportAnswer } from './report-answer.ts';
import { givenReport } from './show.ts';

/** What a report states as facts, and what it does not. */
export interface ReportFacts {
  /** Each once, in the order of the suggestions. */
  readonly facts: readonly StatedFact[];
  readonly leftOut: readonly LeftOut[];
}

/** Which suggestions become facts. */
export interface FactsWanted {
  /** Not what is sure enough to be taken as it is, and nobody decided on. Default false. */
  readonly onlyAccepted?: boolean;
}

/**
 * What a kept report states as facts: what its reviewer accepted, as accepted or changed, and what is sure enough and nobody decided
 * on. A decision holds also where the report is no longer read to state what it is about.
 */
export async function reportFacts(
  desk: Knowledge['view'],
  report: KeptReport,
  { onlyAccepted = false }: FactsWanted = {},
): Promise<ReportFacts> {
  const { suggestions } = await reportAnswer(desk, givenReport(report), {}, report);
  const decided = new Map(report.decisions.map((each) => [each.suggestion, each]));
  const keys = new Set(suggestions.map(({ key }) => key));
  const gone = [...decided.values()].filter(({ suggestion }) => !keys.has(suggestion));
  const asked = [...suggestions, ...gone.map(suggestionGone)];
  const facts = new Map<string, StatedFact>();
  const leftOut: LeftOut[] = [];
  for (const suggestion of asked) {
    const made = factOf(desk.view, report, suggestion, decided.get(suggestion.key), onlyAccepted);
    if (typeof made === 'string') leftOut.push({ ...leftOutAs(suggestion), why: made });
    else keep(facts, made);
  }
  return { facts: [...facts.values()], leftOut };
}

/** What is to be known of a suggestion to make a fact of it. */
interface Stated extends Pick<ReportSuggestion, 'key' | 'relation' | 'probability' | 'tier'> {
  /** A thing, or words that mean one. */
  readonly subject?: Mention | string | undefined;
  readonly object: Mention | string;
  readonly sentences: readonly { readonly text: string }[];
  readonly knownFrom?: readonly string[];
}

/** What a decision is about, where the report is no longer read to state it: `uses/G0901/T9001`. */
function suggestionGone({ suggestion, sentences }: ReportDecision): Stated {
  const [relation = '', subject, ...object] = suggestion.split('/');
  return {
    key: suggestion,
    relation,
    subject: subject === '-' ? undefined : subject,
    object: object.join('/'),
    tier: 'review',
    sentences: sentences.map((text) => ({ text })),
  };
}

function factOf(
  view: KnowledgeView,
  report: KeptReport,
  suggestion: Stated,
  decision: ReportDecision | undefined,
  onlyAccepted: boolean,
): StatedFact | LeftOut['why'] {
  if (decision?.verdict === 'reject') return 'rejected';
  if (decision === undefined && (onlyAccepted || suggestion.tier !== 'accept')) return 'undecided';
  const { relation, probability } = suggestion;
  const whose = decision?.subject ?? suggestion.subject;
  if (whose === undefined) return 'open';
  const subject = typeof whose === 'string' ? subjectCalled(view, whose) : whose;
  const about = decision?.object ?? suggestion.object;
  const object = typeof about === 'string' ? objectCalled(view, relation, about) : about;
  if (subject === undefined || object === undefined) return 'unknown';
  const isAsRead = subject === suggestion.subject && object === suggestion.object;
  return {
    relation,
    subject,
    object,
    status: decision?.status ?? 'mentioned',
    sentences: suggestion.sentences.map(({ text }) => text),
    ...defined({ probability: isAsRead ? probability : undefined, decidedAt: decision?.decidedAt }),
    knownFrom:
      isAsRead && suggestion.knownFrom !== undefined
        ? suggestion.knownFrom
        : knownFrom(view, { relation, subject, object }, reportSeries(report.id)),
  };
}

/** Who uses things: adversaries, and malware. */
const SUBJECTS = [...ADVERSARY_TYPES, ...typesOf('software')];

function subjectCalled(view: KnowledgeView, called: string): Mention | undefined {
  return thingCalled(view, called, SUBJECTS);
}

/** What a reviewer names as the object: a thing in view, a place, sector or victim, or a word, as the relation takes it. */
function objectCalled(view: KnowledgeView, relation: string, called: string): Mention | undefined {
  if (relation === 'uses')
    return thingCalled(view, called, [...typesOf('technique'), ...typesOf('software')]);
  const declared = RELATIONS.find(({ name }) => name === relation)?.terms[1];
  if (declared?.types.includes('string') === true)
    return { id: called, type: 'string', name: called, label: '' };
  const place = placeOrSector(called) ?? (relation === 'targets' ? victimsOf(called)[0] : undefined);
  const [thing] = place?.objects ?? [];
  if (place === undefined || thing?.entity === undefined) return thingCalled(view, called, []);
  return { id: place.id, type: thing.type, name: thing.entity.name, label: '' };
}

function thingCalled(view: KnowledgeView, called: string, types: readonly string[]): Mention | undefined {
  try {
    return mention(view.catalogue, findOne(view, called, types).term);
  } catch (error) {
    if (error instanceof FoeprintError) return undefined;
    throw error;
  }
}

function knownFrom(
  view: KnowledgeView,
  { relation, subject, object }: Pick<StatedFact, 'relation' | 'subject' | 'object'>,
  besides: string,
): readonly string[] {
  const [one, other] = [subject, object].map(({ id }) => view.catalogue.termOf(id));
  return one === undefined || other === undefined
    ? []
    : sourcesOfFact(view, { relation, subject: one, object: other }, besides);
}

/** Of two suggestions that come to the same fact, what was decided last holds, with the sentences of both. */
function keep(facts: Map<string, StatedFact>, fact: StatedFact): void {
  const key = JSON.stringify([fact.relation, fact.subject.id, fact.object.id]);
  const before = facts.get(key);
  const [last, other] =
    before !== undefined && (before.decidedAt ?? '') >= (fact.decidedAt ?? '')
      ? [before, fact]
      : [fact, before];
  const sentences = [...new Set([...last.sentences, ...(other?.sentences ?? [])])];
  facts.set(key, { ...last, sentences });
}

function leftOutAs({ key, relation, subject, object }: Stated): Pick<LeftOut, 'key' | 'statement'> {
  const template = RELATIONS.find(({ name }) => name === relation)?.template ?? `{0} ${relation} {1}`;
  const statement = template.replace('{0}', () => named(subject)).replace('{1}', () => named(object));
  return { key, statement };
}

function named(what: Mention | string | undefined): string {
  if (what === undefined) return 'somebody';
  return typeof what === 'string' ? what : sayMention(what);
}

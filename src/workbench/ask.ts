import type * as z from 'zod/mini';
import { ANSWER_VERSION, type Envelope } from '../answers/index.ts';
import {
  errorOf,
  FoeprintError,
  isCleared,
  MARKING_LEVELS,
  sayLevel,
  strictestLevel,
  strictness,
  type MarkingLevel,
} from '../facts/index.ts';
import { levelsOf, type KnowledgeBase, type Selection } from '../knowledge/index.ts';
import { noticesOfSources, type Access, type Knowledge, type Reading } from '../desk/index.ts';
import { keptFor } from '../text/index.ts';
import { tlpNamed } from '../threat/index.ts';
import { WORKBENCH_ISSUES } from './issues.ts';
import { forWhom, type ForWhom } from './kept-organisation.ts';
import { wrongQuestion } from './wrong-question.ts';
import { restingOn } from './resting-on.ts';
import type { Answered, UseCase } from './use-case.ts';

/**
 * Asks a question of a use case. The envelope says how far the answer may go: the lowest clearance at which this very answer still
 * comes out, since then it rests on nothing that is marked higher, whatever the use case and the rules do. That is the answer given:
 * it names no source that it could do without. Costs nothing where nothing in view is marked.
 *
 * @param asked the fields of the question; what is left out holds by default
 * @throws FoeprintError W640 where it is no such question, W617 where it is about an organisation and there is none, and whatever the use case throws, with how far that may go
 */
export async function ask<Question extends z.ZodMiniType, Answer>(
  useCase: UseCase<Question, Answer>,
  asked: unknown,
  access: Access,
): Promise<Envelope<z.output<Question>, Answer>> {
  const about = await forWhom(useCase, asked, access);
  const question = soundQuestion(useCase, about.asked);
  const clearance = await access.clearance();
  try {
    const full = await answerOrMarkedRefusal(useCase, question, access, clearance);
    const freest = (await equalFreer(useCase, question, access, full)) ?? full;
    return envelopeFor(useCase.name.replaceAll(' ', '-'), question, about, freest, clearance);
  } catch (error) {
    if (!(error instanceof FoeprintError) || about.level === undefined) throw error;
    // Whom it is for may be read off what is refused.
    const own = tlpNamed(error.level ?? '')?.name;
    throw new FoeprintError(error.issues, sayMarked(strictestLevel([own, about.level])));
  }
}

/** An answer, what it was given from, and for whom. */
interface AnsweredAt<Answer> extends Answered<Answer> {
  readonly knowledge: AnyKnowledge;
  readonly clearance: MarkingLevel | undefined;
}

async function answerAt<Question extends z.ZodMiniType, Answer>(
  useCase: UseCase<Question, Answer>,
  question: z.output<Question>,
  access: Access,
  clearance: MarkingLevel | undefined,
  day?: string,
): Promise<AnsweredAt<Answer>> {
  const { needs } = useCase;
  const needed = typeof needs === 'function' ? needs(question) : needs;
  const found = await access[needed](selectionOf(question), clearance);
  const knowledge = day === undefined ? found : asOfDay(found)(day);
  if ('view' in knowledge && useCase.needsNothing !== true) notEmpty(knowledge);
  return { ...(await useCase.run(knowledge, question)), knowledge, clearance };
}

type AnyKnowledge = Knowledge[keyof Knowledge];

/** The same knowledge, which answers as of a day where none is asked about: one for each day, since much is kept for a desk. */
const asOfDay = keptFor((knowledge: AnyKnowledge) => {
  const known = new Map<string, AnyKnowledge>();
  return (day: string): AnyKnowledge => {
    const dated = known.get(day) ?? { ...knowledge, day };
    known.set(day, dated);
    return dated;
  };
});

/** The same knowledge. @throws FoeprintError W604 where nothing is in view */
export function notEmpty<Known extends Reading>(knowledge: Known): Known {
  if (knowledge.view.sources.length > 0) return knowledge;
  throw errorOf(WORKBENCH_ISSUES.nothingLoaded, 'There is no knowledge in view to answer from.');
}

/** The same answer for whoever is cleared least of those who get it; undefined where it takes what is marked. */
async function equalFreer<Question extends z.ZodMiniType, Answer>(
  useCase: UseCase<Question, Answer>,
  question: z.output<Question>,
  access: Access,
  full: AnsweredAt<Answer>,
): Promise<AnsweredAt<Answer> | undefined> {
  // Only what may be marked is put into words to be compared: most homes hold nothing marked.
  const levels = freerLevels(full.knowledge.base, full.clearance);
  const whole = levels.length === 0 ? '' : contentOf(useCase, full);
  for (const level of levels) {
    const freer = await unlessRefused(answerAt(useCase, question, access, level, dayOf(full.answer)));
    if (freer !== undefined && contentOf(useCase, freer) === whole) return freer;
  }
  return undefined;
}

/** Clearances below the one that lets everything through, from the freest; none where nothing is marked. */
function freerLevels(base: KnowledgeBase, clearance: MarkingLevel | undefined): readonly MarkingLevel[] {
  const marked = markedLevels(base, clearance);
  return marked.length === 0 ? [] : [MARKING_LEVELS[0], ...marked.slice(0, -1)];
}

/** Levels above clear of what the asker may see, from the freest. */
function markedLevels(base: KnowledgeBase, clearance: MarkingLevel | undefined): readonly MarkingLevel[] {
  return levelsOf(base.sources()).filter(
    (level) => isCleared(level, clearance) && strictness(level) > strictness('clear'),
  );
}

function contentOf<Answer>(
  { content = (whole) => whole }: Pick<UseCase<z.ZodMiniType, Answer>, 'content'>,
  { answer, notes = [], level }: Answered<Answer>,
): string {
  return JSON.stringify([content(answer), notes, level]);
}

/**
 * The day that an answer is as of. Whoever is cleared less is answered as of the same: a day gives nothing away, and the last change in
 * view would be another one. It is not asked about, which would leave out what is later.
 */
function dayOf(answer: unknown): string | undefined {
  const day = fieldOf(answer, 'asOf');
  return typeof day === 'string' ? day : undefined;
}

async function unlessRefused<Value>(value: Promise<Value>): Promise<Value | undefined> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof FoeprintError) return undefined;
    throw error;
  }
}

function envelopeFor<Question, Answer>(
  useCase: string,
  question: Question,
  about: ForWhom,
  { answer, notes = [], level, restsOn, knowledge, clearance }: AnsweredAt<Answer>,
  asked: MarkingLevel | undefined,
): Envelope<Question, Answer> {
  const sources =
    restsOn ??
    ('view' in knowledge
      ? restingOn(knowledge.view, () => JSON.stringify([answer, notes]))
      : knowledge.base.sources());
  const ofBase = clearance ?? levelsOf(knowledge.base.sources()).at(-1);
  const reached = sayMarked(strictestLevel([level, about.level, ofBase]));
  return {
    version: ANSWER_VERSION,
    useCase,
    question,
    answer,
    sources: sources.map(({ id, name }) => ({ id, name })),
    markings: {
      ...(reached === undefined ? {} : { level: reached }),
      ...(asked === undefined ? {} : { leftOut: { objects: leftOutOf(knowledge), above: sayLevel(asked) } }),
    },
    notes: [...(about.note === undefined ? [] : [about.note]), ...notes],
    notices: noticesOfSources(sources),
  };
}

function leftOutOf(knowledge: AnyKnowledge): number {
  const view = 'view' in knowledge ? knowledge.view : knowledge.base.view(knowledge.selection);
  return view.leftOut;
}

/** A refusal names what it could not choose between: it may go as far as the lowest clearance at which it is the same. */
async function answerOrMarkedRefusal<Question extends z.ZodMiniType, Answer>(
  useCase: UseCase<Question, Answer>,
  question: z.output<Question>,
  access: Access,
  clearance: MarkingLevel | undefined,
): Promise<AnsweredAt<Answer>> {
  const answerFor = async (level: MarkingLevel | undefined): Promise<AnsweredAt<Answer>> =>
    await answerAt(useCase, question, access, level);
  try {
    return await answerFor(clearance);
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    const base = (await unlessRefused(access.loaded({}, clearance)))?.base;
    if (base === undefined) throw error;
    // What it names beside the knowledge, batches of sightings, bears a marking of its own.
    const own = tlpNamed(error.level ?? '')?.name;
    const marked = (level: MarkingLevel | undefined): FoeprintError =>
      new FoeprintError(error.issues, sayMarked(strictestLevel([own, level])));
    for (const level of freerLevels(base, clearance))
      if ((await refusalOf(answerFor(level)))?.message === error.message) throw marked(level);
    throw marked(markedLevels(base, clearance).at(-1));
  }
}

/** Who may see everything that is clear may see everything that is unmarked: nothing is said of either. */
function sayMarked(level: MarkingLevel | undefined): string | undefined {
  return level === undefined || strictness(level) <= strictness('clear') ? undefined : sayLevel(level);
}

async function refusalOf(value: Promise<unknown>): Promise<FoeprintError | undefined> {
  try {
    await value;
    return undefined;
  } catch (error) {
    return error instanceof FoeprintError ? error : undefined;
  }
}

/** @throws FoeprintError W640 for every field that is wrong */
function soundQuestion<Question extends z.ZodMiniType>(
  { name, question }: UseCase<Question>,
  asked: unknown,
): z.output<Question> {
  const read = question.safeParse(asked, { reportInput: true });
  if (read.success) return read.data;
  throw wrongQuestion(name, read.error.issues);
}

/** What a question says of the knowledge to answer from. */
export function selectionOf(question: unknown): Selection {
  const release = fieldOf(question, 'release');
  const domains = fieldOf(question, 'domains');
  const series = Array.isArray(domains) ? domains.map(String).map(seriesOf) : [];
  return {
    ...(typeof release === 'string' ? { release } : {}),
    ...(series.length === 0 ? {} : { series }),
    withdrawn: fieldOf(question, 'withdrawn') === true,
  };
}

/** `enterprise` → `enterprise-attack`; a full name stays as it is. */
function seriesOf(domain: string): string {
  return SHORT_DOMAINS.has(domain) ? `${domain}-attack` : domain;
}

const SHORT_DOMAINS: ReadonlySet<string> = new Set(['enterprise', 'mobile', 'ics']);

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

import * as z from 'zod/mini';
import { slimSchema, type Schema } from './slim-schema.ts';
import { count, list, optional, shape, text, type Of } from './schema.ts';

/** Version of the form in which questions are answered. A field that goes or changes its meaning makes a new one; new fields do not. */
export const ANSWER_VERSION = 1;

/** A source that an answer rests on. */
export const AnswerSource = shape('AnswerSource', 'A source that the answer rests on.', {
  id: text('id of the source'),
  name: text('its name, with the release where it has one'),
});
export type AnswerSource = Of<typeof AnswerSource>;

/** How far an answer may go. */
export const AnswerMarkings = shape('AnswerMarkings', 'How far the answer may go.', {
  level: optional(
    text('`TLP:AMBER`: the strictest marking of what it rests on; absent where that is nothing above clear'),
  ),
  leftOut: optional(
    shape('LeftOut', 'What the clearance leaves out; absent where none was asked for.', {
      objects: count('objects that are marked above the clearance'),
      above: text('the clearance, e.g. `TLP:GREEN`'),
    }),
  ),
});
export type AnswerMarkings = Of<typeof AnswerMarkings>;

/** An answer with all that is to be known of it: one form for every question and every shell. */
export interface Envelope<Question = unknown, Answer = unknown> {
  readonly version: typeof ANSWER_VERSION;
  /** Name of the use case, e.g. `profile`, `layer-combine`. */
  readonly useCase: string;
  /** What was asked, with what holds by default. */
  readonly question: Question;
  readonly answer: Answer;
  /** The sources that the answer rests on, in the order of loading. */
  readonly sources: readonly AnswerSource[];
  readonly markings: AnswerMarkings;
  /** What to know of how the question was understood, and of what is not known. */
  readonly notes: readonly string[];
  /** Copyright and licence statements of the sources: whoever shows their text shows these. */
  readonly notices: readonly string[];
}

/** The schema of an {@link Envelope} around a question and its answer. */
export function envelopeOf(useCase: string, question: z.ZodMiniType, answer: z.ZodMiniType): z.ZodMiniType {
  return z.strictObject(envelopeFields(useCase, question, answer.check(z.describe('the answer'))));
}

/** An envelope around an answer without its reasons. */
export interface SlimEnvelope extends Envelope {
  readonly detail: 'slim';
}

/** The schema of a {@link SlimEnvelope} around a question and its answer. @param answer the schema of the whole answer */
export function slimEnvelopeOf(
  useCase: string,
  question: z.ZodMiniType,
  answer: z.ZodMiniType,
): z.ZodMiniType {
  const slim = slimSchema(answer) ?? answer;
  const detail = z
    .literal('slim')
    .check(
      z.describe(
        'that reasons are left out: lists of them are counted, and `why` is what they can be asked for by',
      ),
    );
  return z.strictObject({ ...envelopeFields(useCase, question, slim), detail });
}

function envelopeFields(
  useCase: string,
  question: z.ZodMiniType,
  answer: Schema,
): Record<keyof Envelope, Schema> {
  return {
    version: z.literal(ANSWER_VERSION).check(z.describe('version of this form')),
    useCase: z.literal(useCase).check(z.describe('what was asked for')),
    question: question.check(z.describe('what was asked, with what holds by default')),
    answer,
    sources: list(AnswerSource, 'the sources that the answer rests on, in the order of loading'),
    markings: AnswerMarkings,
    notes: list(
      text('a sentence'),
      'what to know of how the question was understood, and of what is not known',
    ),
    notices: list(
      text('a statement'),
      'copyright and licence statements of the sources: whoever shows their text shows these',
    ),
  };
}

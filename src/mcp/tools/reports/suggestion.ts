import {
  as,
  list,
  number,
  oneOf,
  optional,
  shape,
  STATED_BY,
  SUGGESTION_TIERS,
  text,
  type Of,
  type ReportSuggestion,
} from '../../../answers/index.ts';
import { defined } from '../../../text/index.ts';
import { REPORT_VERDICTS } from '../../../threat/index.ts';
import { Quote, quoted } from '../../results/quotes.ts';
import { named, NamedThing } from '../../results/things.ts';

/** Something that a text is read to state, as tools give it. */
export const Suggestion = shape('SuggestedFact', 'Something that a text is read to state.', {
  key: text('by which decisions name it'),
  relation: text('name of the relation, e.g. `uses`'),
  subject: optional(as(NamedThing, 'whose it is; absent where the text leaves it open')),
  object: as(NamedThing, 'the technique, software, place or sector'),
  tier: oneOf(SUGGESTION_TIERS, '`accept`: can be taken as it is; `review`: somebody should look'),
  probability: optional(number('0 … 1, how likely the text states it; absent where that was never measured')),
  stated_by: list(
    oneOf(STATED_BY, 'a way'),
    'by its id, by its name, in other words, in a field, or by a pattern',
  ),
  evidence: optional(as(Quote, 'the sentence that speaks most for it')),
  known_from: list(text('name of a source'), 'sources that report the same already; at most 5'),
  decided: optional(oneOf(REPORT_VERDICTS, 'what somebody decided of it')),
});

const MOST_SOURCES = 5;

/** A suggestion as tools give it. @param source whose words the sentence is */
export function suggestionOf(
  {
    key,
    relation,
    subject,
    object,
    tier,
    probability,
    statedBy,
    sentences,
    knownFrom,
    decision,
  }: ReportSuggestion,
  source: string,
): Of<typeof Suggestion> {
  return {
    key,
    relation,
    ...defined({
      subject: subject === undefined ? undefined : named(subject),
      probability,
      evidence: quoted(sentences[0]?.text ?? '', source),
      decided: decision?.verdict,
    }),
    object: named(object),
    tier,
    stated_by: statedBy,
    known_from: knownFrom.slice(0, MOST_SOURCES),
  };
}

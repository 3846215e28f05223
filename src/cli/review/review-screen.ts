import { sayMention, type ReportSuggestion } from '../../answers/index.ts';
import { plain, wrap } from '../../render/index.ts';
import { count, displayWidth, highest, oneLine } from '../../text/index.ts';
import { ASSERTION_STATUSES } from '../../threat/index.ts';

/** What a reviewer looks at. */
export interface ReviewView {
  readonly title: string;
  readonly suggestion: ReportSuggestion;
  /** Its number, from 1, of how many. */
  readonly number: number;
  readonly of: number;
  readonly decided: number;
  /** What is said of the last key, or of a mistake. */
  readonly message: string;
}

/** How parts of a screen look. */
export interface ReviewStyle {
  readonly strong: (text: string) => string;
  readonly muted: (text: string) => string;
  readonly marked: (text: string) => string;
}

const KEYS = 'a accept · c change · r reject · z undo · s skip · b back · ? help · q quit';

/** Columns between the two sides. */
const GAP = 3;
/** Narrower terminals have one side under the other. */
const TWO_SIDES = 70;

/** The sentence in its context on one side, the suggestion on the other, progress on top and keys below. */
export function reviewScreen(
  view: ReviewView,
  { columns, style }: { readonly columns: number; readonly style: ReviewStyle },
): readonly string[] {
  const { title, number, of, decided, message } = view;
  const head = cut(`${oneLine(title)} – ${number} of ${of}, ${count(decided, 'decision')}`, columns);
  const bar = progressBar(decided, of, columns);
  const isWide = columns >= TWO_SIDES;
  const side = isWide ? Math.floor((columns - GAP) / 2) : columns;
  const [left, right] = [contextLines(view, side, style), suggestionLines(view, side, style)];
  return [
    style.strong(head),
    style.muted(bar),
    '',
    ...(isWide ? beside(left, right, side) : [...left, NOTHING, ...right].map(({ text }) => text)),
    '',
    ...(message === '' ? [] : [...lines(message, columns), '']),
    ...lines(KEYS, columns).map(style.muted),
  ];
}

/** A line of the side, and what it takes without its style. */
interface SideLine {
  readonly text: string;
  readonly width: number;
}

const NOTHING: SideLine = { text: '', width: 0 };

function contextLines({ suggestion }: ReviewView, width: number, style: ReviewStyle): readonly SideLine[] {
  const [first, ...others] = suggestion.sentences;
  if (first === undefined)
    return styled(
      lines('It stands beside the article, or in a field without a sentence.', width),
      style.muted,
    );
  const { before = '', text, after = '', place } = first;
  return [
    ...styled(
      lines(place === undefined ? 'In a field of its format' : `Sentence ${place + 1}`, width),
      style.muted,
    ),
    ...styled(lines(before, width), style.muted),
    ...styled(lines(text, width), style.marked),
    ...styled(lines(after, width), style.muted),
    ...(others.length === 0
      ? []
      : styled(
          [
            '',
            ...lines(`Also: ${others.map((each) => `“${cut(oneLine(each.text), width)}”`).join(' ')}`, width),
          ],
          style.muted,
        )),
  ];
}

function suggestionLines({ suggestion }: ReviewView, width: number, style: ReviewStyle): readonly SideLine[] {
  const {
    relation,
    object,
    subject,
    candidates,
    probability,
    tier,
    statedBy,
    knownFrom,
    words,
    near,
    decision,
  } = suggestion;
  const whose =
    subject === undefined
      ? `open whose${candidates.length === 0 ? '' : `: ${candidates.map((each, index) => `${index + 1} ${sayMention(each)}`).join(', ')}`}`
      : sayMention(subject);
  const likely = probability === undefined ? 'not measured' : `${Math.round(probability * 100)} %`;
  const details = [
    `Likely: ${likely} (${tier}); stated by ${statedBy.join(', ')}`,
    subject === undefined ? '' : `Known from: ${knownFrom.join(', ') || 'nobody: it would be new'}`,
    words.length === 0 ? '' : `Words: ${words.join(', ')}`,
    ...near.map(
      ({ who, text }) =>
        `Like ${who === undefined ? 'its description' : sayMention(who)}: “${cut(oneLine(text), 2 * width)}”`,
    ),
    decision === undefined
      ? ''
      : `Decided: ${decision.verdict}${decision.status === undefined ? '' : `, ${decision.status}`}`,
  ].filter((line) => line !== '');
  return [
    ...styled(lines(`${whose} ${relation}`, width), (text) => text),
    ...styled(lines(sayMention(object), width), style.strong),
    NOTHING,
    ...details.flatMap((line) => styled(lines(line, width), (text) => text)),
  ];
}

function styled(texts: readonly string[], style: (text: string) => string): readonly SideLine[] {
  return texts.map((text) => ({ text: style(text), width: displayWidth(text) }));
}

function beside(left: readonly SideLine[], right: readonly SideLine[], side: number): readonly string[] {
  const height = highest([left.length, right.length]);
  return Array.from({ length: height }, (_, row) => {
    const { text, width } = left[row] ?? NOTHING;
    return `${text}${' '.repeat(Math.max(0, side - width) + GAP)}${right[row]?.text ?? ''}`.trimEnd();
  });
}

function lines(text: string, width: number): readonly string[] {
  return text === ''
    ? []
    : wrap([{ text: oneLine(text) }], width).map((line) => plain(line.map(({ text: piece }) => piece)));
}

function cut(text: string, columns: number): string {
  return displayWidth(text) <= columns ? text : `${text.slice(0, Math.max(1, columns - 1))}…`;
}

function progressBar(done: number, of: number, columns: number): string {
  const width = Math.min(40, Math.max(1, columns));
  const full = of === 0 ? 0 : Math.round((width * done) / of);
  return `${'━'.repeat(full)}${'─'.repeat(width - full)}`;
}

/** What `?` says. */
export const REVIEW_HELP = `a takes it as it is; where it is open whose it is, it asks. c asks what holds instead, whose it is, and how sure that is (${ASSERTION_STATUSES.join(', ')}). r says that the report does not state it. z takes the last decision back. s goes on without one, b goes back. Every decision is kept at once; q ends, and the review goes on from there next time.`;

import { highest, oneLine } from '../../text/index.ts';
import { sayType } from '../../threat/index.ts';
import type { Mention, GraphDerivation } from '../../answers/index.ts';
import type { DrawnFact } from './drawn-graph.ts';
import { textWidth, wrapToWidth, type Weight } from '../text-width.ts';
import { sayUndrawn, sayWeight, sayWhoReports } from '../../answers/index.ts';

/** A box of text in a drawing, before it has a place. Lengths are pixels at the drawing's own size. */
export interface Box {
  readonly key: string;
  /** CSS classes of the outline. */
  readonly look: string;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly lines: readonly BoxLine[];
  /** Shown when the pointer rests on the box. */
  readonly tip: string;
}

export interface BoxLine {
  readonly text: string;
  readonly look: TextLook;
  /** Of the middle of the text, from the top of the box. */
  readonly y: number;
}

/** The kinds of text in a drawing; `gap` is kept above the first line of each where it follows another kind. */
const TEXT_LOOKS = {
  sentence: { size: 13, weight: 'bold', height: 17, gap: 0 },
  kinds: { size: 11, weight: 'regular', height: 14, gap: 4 },
  source: { size: 11, weight: 'regular', height: 14, gap: 3 },
  rule: { size: 11, weight: 'regular', height: 14, gap: 0 },
  confidence: { size: 11, weight: 'regular', height: 14, gap: 0 },
} as const satisfies Readonly<Record<string, { size: number; weight: Weight; height: number; gap: number }>>;
type TextLook = keyof typeof TEXT_LOOKS;

/** Fact boxes are all this wide inside, so that columns of them line up. */
const TEXT_WIDTH = 264;
const PADDING = 12;
const FACT_RADIUS = 8;
/** A name longer than this many lines is cut: the tip has the whole. */
const MOST_LINES = 5;

/** The box of a fact: its sentence, the kinds and labels of its terms, and who reports it. */
export function factBox(drawn: DrawnFact): Box {
  const { fact, isGoal, isReported, undrawn } = drawn;
  const lines = [
    ...textLines(fact.sentence, 'sentence'),
    ...textLines(fact.terms.map(sayTerm).join(' → '), 'kinds'),
    ...(isReported ? textLines(sayWhoReports(fact.evidence), 'source') : []),
    ...(undrawn === 0 ? [] : textLines(sayUndrawn(undrawn), 'kinds')),
  ];
  const look = `${factLook(drawn)}${isGoal ? ' fp-goal' : ''}`;
  const quotes = fact.evidence.map(({ sentence }) => sentence).filter((sentence) => sentence !== '');
  const tip = [fact.sentence, ...quotes.map((quoted) => `“${quoted}”`)].join('\n');
  return stacked({ key: fact.key, look, radius: FACT_RADIUS, tip }, 10, lines);
}

/** The small box of a derivation: its rule and the confidence that it hands on. */
export function derivationBox({ rule }: GraphDerivation, key: string): Box {
  const lines = [
    ...textLines(rule.name, 'rule'),
    ...textLines(`${sayWeight(rule.weight)} confidence`, 'confidence'),
  ];
  const tip = [rule.sentence, ...rule.checks.map((check) => `checked: ${check}`)].join('\n');
  return stacked({ key, look: 'fp-rule', radius: 16, tip }, 6, lines);
}

function factLook({ isReported, isDerived }: DrawnFact): string {
  if (isReported) return 'fp-reported';
  return isDerived ? 'fp-derived' : 'fp-unknown';
}

function sayTerm({ type, label }: Mention): string {
  const kind = type === 'string' ? 'value' : sayType(type);
  return label === '' ? kind : `${label} ${kind}`;
}

interface Text {
  readonly text: string;
  readonly look: TextLook;
}

function textLines(text: string, look: TextLook): readonly Text[] {
  const { size, weight } = TEXT_LOOKS[look];
  const lines = wrapToWidth(oneLine(text), TEXT_WIDTH, size, weight);
  const kept = lines.slice(0, MOST_LINES);
  const cut = lines.length > MOST_LINES;
  return kept.map((line, index) => ({ text: cut && index === MOST_LINES - 1 ? `${line} …` : line, look }));
}

function stacked(box: Omit<Box, 'width' | 'height' | 'lines'>, padding: number, texts: readonly Text[]): Box {
  let y = padding;
  const lines = texts.map(({ text, look }, index): BoxLine => {
    const { height, gap } = TEXT_LOOKS[look];
    y += height + (index > 0 && texts[index - 1]?.look !== look ? gap : 0);
    return { text, look, y: y - height / 2 };
  });
  const widths = texts.map(({ text, look }) =>
    textWidth(text, TEXT_LOOKS[look].size, TEXT_LOOKS[look].weight),
  );
  const width = box.radius > FACT_RADIUS ? Math.ceil(highest(widths)) : TEXT_WIDTH;
  return { ...box, width: width + 2 * PADDING, height: y + padding, lines };
}

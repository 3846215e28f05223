import {
  sayMention,
  type NamedGroup,
  type ReportAnswer,
  type ReportSuggestion,
} from '../../answers/index.ts';
import {
  bullets,
  details,
  heading,
  paragraph,
  table,
  type Block,
  type Document,
} from '../../render/index.ts';
import { count, groupDigits, oneLine } from '../../text/index.ts';
import { DOMAINS } from '../../threat/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { labelCell, listed, nameCell } from '../words.ts';

/** What a report is read to state: of whom it speaks, what can be taken as it is, and what is to be reviewed. */
export function reportDocument(answer: ReportAnswer): Document {
  const { suggestions, groups, software } = answer;
  const ofTier = (tier: ReportSuggestion['tier']): readonly ReportSuggestion[] =>
    suggestions.filter((each) => each.tier === tier);
  return {
    title: `What “${oneLine(answer.title)}” states`,
    lead: sayReport(answer),
    blocks: [
      paragraph(sayCounts(answer)),
      ...groupSection(groups),
      ...suggestionSection('To accept', 'accept', ofTier('accept')),
      ...suggestionSection('To review', 'review', ofTier('review')),
      ...(software.length === 0
        ? []
        : [heading(2, 'Software named'), paragraph(listed(software.map(sayMention)))]),
      ...(answer.unknown.length === 0
        ? []
        : [
            heading(2, 'Named, and nothing in view'),
            paragraph(listed(answer.unknown.slice(0, MOST_UNKNOWN)), sayOthers(answer.unknown.length)),
          ]),
      ...nextSteps(answer),
    ],
  };
}

const MOST_UNKNOWN = 20;

function sayOthers(of: number): string {
  return of > MOST_UNKNOWN ? ` and others, ${groupDigits(of)} in all.` : '.';
}

/** `REP-1A2B3C4D: a PDF document, published by Example CERT on 2026-05-02; 412 sentences.` */
function sayReport({
  label,
  format,
  publisher,
  date,
  language,
  url,
  sentences,
  isLoaded,
}: ReportAnswer): string {
  const published = [
    ...(publisher === undefined ? [] : [`by ${oneLine(publisher)}`]),
    ...(date === undefined ? [] : [`on ${date}`]),
  ];
  const parts = [
    `${label === undefined ? '' : `${label}: `}${format}`,
    ...(published.length === 0 ? [] : [`published ${published.join(' ')}`]),
    ...(url === undefined ? [] : [url]),
    ...(language === undefined ? [] : [`language ${language}`]),
    count(sentences, 'sentence'),
    ...(label === undefined ? [] : [isLoaded ? 'loaded' : 'not loaded']),
  ];
  return `${parts.join('; ')}.`;
}

function sayCounts({ counts }: ReportAnswer): string {
  const { suggestions, accept, review, open, decided } = counts;
  if (suggestions === 0) return 'Nothing was found that it states.';
  const parts = [
    `${count(suggestions, 'suggestion')}: ${groupDigits(accept)} to accept, ${groupDigits(review)} to review`,
    ...(open === 0 ? [] : [`of ${groupDigits(open)} it is open whose they are`]),
    `${groupDigits(counts.new)} that no source in view reports`,
    ...(decided === 0 ? [] : [`${groupDigits(decided)} decided`]),
  ];
  return `${parts.join('; ')}.`;
}

function groupSection(groups: readonly NamedGroup[]): readonly Block[] {
  return tableSection(
    'Groups named',
    ['As written', 'Who that is', 'By whose names', numberColumn('Named'), numberColumn('Sentences')],
    groups.map(({ names, means, mentions, sentences }) => [
      names.join(', '),
      means.map(({ group }) => sayMention(group)).join(' or '),
      [...new Set(means.flatMap(({ claimants }) => claimants))].join(', '),
      groupDigits(mentions),
      groupDigits(sentences),
    ]),
  );
}

function suggestionSection(
  title: string,
  tier: ReportSuggestion['tier'],
  suggestions: readonly ReportSuggestion[],
): readonly Block[] {
  if (suggestions.length === 0) return [];
  const isDecided = suggestions.some(({ decision }) => decision !== undefined);
  return [
    heading(2, title),
    table(
      [
        numberColumn('Likely'),
        'Id',
        'What',
        'Whose',
        'Stated by',
        'Known from',
        ...(isDecided ? ['Decided'] : []),
        'Sentence',
      ],
      suggestions.map((each) => [
        sayProbability(each.probability),
        labelCell(each.object),
        `${each.relation === 'uses' ? '' : `${each.relation} `}${nameCell(each.object)}${sayDomain(each)}`,
        sayWhose(each),
        each.statedBy.join(', '),
        each.subject === undefined ? '' : listed(each.knownFrom) || 'new',
        ...(isDecided ? [each.decision?.verdict ?? ''] : []),
        short(each.sentences[0]?.text ?? ''),
      ]),
    ),
    ...sayCandidates(suggestions),
    ...whySection(tier, suggestions),
  ];
}

function sayDomain({ domain }: ReportSuggestion): string {
  return domain === undefined ? '' : ` (${DOMAINS.find(({ id }) => id === domain)?.title ?? domain})`;
}

function sayWhose({ subject }: ReportSuggestion): string {
  return subject === undefined ? 'open' : sayMention(subject);
}

/** Whose things may be that are open, once for all of them. */
function sayCandidates(suggestions: readonly ReportSuggestion[]): readonly Block[] {
  const candidates = suggestions.flatMap((each) => each.candidates);
  const named = [...new Map(candidates.map((each) => [each.id, sayMention(each)])).values()];
  return named.length === 0
    ? []
    : [paragraph(`Where it is open whose it is, it may be of ${listed(named)}.`)];
}

/** In whole per cent. */
function sayProbability(probability: number | undefined): string {
  return probability === undefined ? '–' : `${Math.round(probability * 100)} %`;
}

/** Characters of a sentence in a table. */
const SHORT = 160;

function short(text: string): string {
  const line = oneLine(text);
  return line.length > SHORT ? `${line.slice(0, SHORT - 1)}…` : line;
}

/** Why sentences are taken for techniques that they do not name. */
function whySection(
  tier: ReportSuggestion['tier'],
  suggestions: readonly ReportSuggestion[],
): readonly Block[] {
  const inWords = suggestions.filter(({ words, near }) => words.length + near.length > 0);
  if (inWords.length === 0) return [];
  return [
    details(
      `Why: the words and procedures that speak for ${count(inWords.length, 'technique')} to ${tier}`,
      bullets(
        inWords.map(({ object, words, near }) =>
          [
            `${object.label} ${object.name}: `,
            words.length === 0 ? 'no word by itself' : words.map((word) => `“${word}”`).join(', '),
            ...near.map(
              ({ who, text }) =>
                `; like ${who === undefined ? 'its description' : sayMention(who)}: “${short(text)}”`,
            ),
          ].join(''),
        ),
      ),
    ),
  ];
}

function nextSteps({ label, counts, isLoaded }: ReportAnswer): readonly Block[] {
  if (counts.suggestions === 0 || isLoaded) return [];
  return [
    heading(2, 'Next'),
    paragraph(
      label === undefined
        ? 'Keep it to decide on it and to load it: foeprint report add FILE.'
        : `Decide: foeprint report review ${label}. What it would add: foeprint report load ${label} --dry-run.`,
    ),
  ];
}

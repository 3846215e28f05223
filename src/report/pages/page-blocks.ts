import {
  sayMention,
  sayNames,
  sayReportedAs,
  type About,
  type Examples,
  type Statement,
  type UsedTechnique,
} from '../../answers/index.ts';
import {
  bullets,
  heading,
  link,
  paragraph,
  strong,
  table,
  type Block,
  type Content,
} from '../../render/index.ts';
import { tableSection } from '../blocks.ts';
import { capital, citationLink, sayThing } from '../words.ts';

/** The first paragraph of a text, for a page that says in short what a thing is. */
export function firstParagraph(text: string): readonly Block[] {
  const [first = ''] = partsOf(text);
  return first === '' ? [] : [paragraph(first)];
}

/** All that stands behind the first paragraph. */
export function furtherParagraphs(title: string, text: string): readonly Block[] {
  const rest = partsOf(text).slice(1);
  return rest.length === 0 ? [] : [heading(2, title), ...rest.map((part) => paragraph(part))];
}

function partsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Properties in two columns; without those that are empty. */
export function properties(rows: readonly (readonly [string, Content | undefined])[]): Block {
  return table(
    ['', ''],
    rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[strong(name), value]])),
  );
}

/** The page of a thing at its source. */
export function pageLink({ url }: About): Content | undefined {
  return url === undefined ? undefined : link(url, url);
}

/** The first of some examples, in a row: `Ferry (S9011), Raft (S9012) and 7 more`. */
export function sayFirst({ total, newest }: Examples, most = 5): string {
  const shown = newest.slice(0, most).map(({ thing }) => sayMention(thing));
  return `${shown.join(', ')}${total > shown.length ? ` and ${total - shown.length} more` : ''}`;
}

/** Examples under a heading, with how many there are where not all are shown. */
export function exampleSection(title: string, examples: Examples): readonly Block[] {
  const { total, newest } = examples;
  if (total === 0) return [];
  return [
    heading(3, `${title} (${total})`),
    ...(newest.length < total
      ? [paragraph(`The ${newest.length} with the newest evidence of ${total}; all with --all.`)]
      : []),
    statementTable(newest),
  ];
}

/** Statements with their words; what only rules derive with what it came through. */
export function statementTable(statements: readonly Statement[]): Block {
  const isDerived = statements.some(({ through }) => through.length > 0);
  return table(
    ['Who', ...(isDerived ? ['Through'] : []), 'Newest', 'In which words', 'Read first'],
    statements.map((each) => [
      sayThing(each.thing),
      ...(isDerived ? [sayNames(each.through)] : []),
      each.last?.date ?? '–',
      wordsOf(each),
      citationLink(each.citation),
    ]),
  );
}

/** The sentence of a statement, with the ids under which it was reported where those have been replaced since. */
export function wordsOf({ sentence, reportedAs }: Pick<Statement, 'sentence' | 'reportedAs'>): string {
  return reportedAs === undefined ? sentence : `${sentence} (${sayReportedAs(reportedAs)})`.trim();
}

/** Techniques that are used, with their tactics and words. */
export function usedTechniques(techniques: readonly UsedTechnique[]): readonly Block[] {
  return tableSection(
    `Techniques (${techniques.length})`,
    ['Technique', 'Tactics', 'In which words', 'Read first'],
    techniques.map(({ technique, tactics }) => [
      sayThing(technique.thing),
      sayNames(tactics),
      wordsOf(technique),
      citationLink(technique.citation),
    ]),
  );
}

/** How many of some techniques serve each tactic: `Execution 3, Discovery 2`. */
export function sayTactics(techniques: readonly UsedTechnique[]): string {
  const counts = new Map<string, number>();
  for (const { tactics } of techniques)
    for (const { name } of tactics) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, number]) => `${name} ${number}`)
    .join(', ');
}

/** The documents that the description cites. */
export function citedBlocks({ citations }: About): readonly Block[] {
  if (citations.length === 0) return [];
  return [
    heading(2, 'What its description cites'),
    bullets(
      citations.map(({ name, description, url }) => {
        const words = capital(description ?? name);
        return url === undefined ? words : link(words, url);
      }),
    ),
  ];
}

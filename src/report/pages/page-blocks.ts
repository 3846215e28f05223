import {
  sayNames,
  sayReportedAs,
  type About,
  type Examples,
  type Mention,
  type Statement,
  type TechniqueAnswer,
  type UsedTechnique,
} from '../../answers/index.ts';
import {
  bullets,
  heading,
  link,
  paragraph,
  plain,
  strong,
  table,
  type Block,
  type Content,
  type Inline,
} from '../../render/index.ts';
import { tally } from '../../text/index.ts';
import { paragraphs, tableSection } from '../blocks.ts';
import { capital, citationLink, inARow, thingMentioned, thingNamed } from '../words.ts';

/** The line below a title: what a thing is, that it is withdrawn, and what else there is to say of it. */
export function sayLead(what: string, { withdrawn }: Mention, ...more: readonly string[]): string {
  return [what, withdrawn ?? '', ...more].filter((part) => part !== '').join(' · ');
}

/** The first paragraph of a text, for a page that says in short what a thing is. */
export function firstParagraph(text: string): readonly Block[] {
  return paragraphs(text).slice(0, 1);
}

/** All that stands behind the first paragraph. */
export function furtherParagraphs(title: string, text: string): readonly Block[] {
  const rest = paragraphs(text).slice(1);
  return rest.length === 0 ? [] : [heading(2, title), ...rest];
}

/** Properties in two columns; without those that are empty. */
export function properties(rows: readonly (readonly [string, Content | undefined])[]): Block {
  return table(
    ['', ''],
    rows.flatMap(([name, value]) =>
      value === undefined || plain(value) === '' ? [] : [[strong(name), value]],
    ),
  );
}

/** The page of a thing at its source. */
export function pageLink({ url }: About): Content | undefined {
  return url === undefined ? undefined : link(url, url);
}

/** The first of some examples, in a row: `Ferry (S9011), Raft (S9012) and 7 more`. */
export function sayFirst({ total, newest }: Examples, most = 5): readonly Inline[] {
  const shown = newest.slice(0, most).map(({ thing }) => thingMentioned(thing));
  return [...inARow(shown), total > shown.length ? ` and ${total - shown.length} more` : ''];
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

/** Who uses a technique or software. */
export function usersSection({
  groups,
  derived,
  campaigns,
  software,
}: Pick<TechniqueAnswer, 'groups' | 'derived' | 'campaigns'> &
  Partial<Pick<TechniqueAnswer, 'software'>>): readonly Block[] {
  const sections = [
    ...exampleSection('Groups, as sources report', groups),
    ...exampleSection('Groups, by rules alone', derived),
    ...exampleSection('Campaigns', campaigns),
    ...(software === undefined ? [] : exampleSection('Software', software)),
  ];
  return [
    heading(2, 'Who uses it'),
    ...(sections.length === 0 ? [paragraph('No source in view reports anyone who uses it.')] : sections),
  ];
}

/** Statements with their words; what only rules derive with what it came through. */
export function statementTable(statements: readonly Statement[]): Block {
  const isDerived = statements.some(({ through }) => through.length > 0);
  return table(
    ['Who', ...(isDerived ? ['Through'] : []), 'Newest', 'In which words', 'Read first'],
    statements.map((each) => [
      thingNamed(each.thing),
      ...(isDerived ? [inARow(each.through.map(thingNamed))] : []),
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
      thingNamed(technique.thing),
      sayNames(tactics),
      wordsOf(technique),
      citationLink(technique.citation),
    ]),
  );
}

/** How many of some techniques serve each tactic: `Execution 3, Discovery 2`. */
export function sayTactics(techniques: readonly UsedTechnique[]): string {
  return [...tally(techniques.flatMap(({ tactics }) => tactics.map(({ name }) => name)))]
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

import { sayMention, type SoftwareAnswer } from '../../answers/index.ts';
import { heading, keyNumbers, paragraph, type Block, type Document } from '../../render/index.ts';
import { capital } from '../words.ts';
import {
  citedBlocks,
  exampleSection,
  firstParagraph,
  furtherParagraphs,
  pageLink,
  properties,
  sayFirst,
  sayTactics,
  usedTechniques,
} from './page-blocks.ts';

/** All that is known of a piece of software: in short what matters, then at length. */
export function softwareDocument(answer: SoftwareAnswer): Document {
  const { thing, aliases, platforms, groups, derived, campaigns, techniques } = answer;
  const short = [
    keyNumbers([
      { number: String(groups.total), what: 'groups are reported to use it' },
      { number: String(derived.total), what: 'more by rules alone' },
      { number: String(campaigns.total), what: 'campaigns in which it was used' },
      { number: String(techniques.length), what: 'techniques that it is reported to do' },
    ]),
    ...firstParagraph(answer.description),
    properties([
      ['Also called', aliases.join(', ')],
      ['Newest reports', sayFirst(groups)],
      ['Campaigns', sayFirst(campaigns)],
      ['Techniques by tactic', sayTactics(techniques)],
      ['Page', pageLink(answer)],
    ]),
  ];
  return {
    title: sayMention(thing),
    lead: [
      capital(thing.type),
      ...(thing.withdrawn === undefined ? [] : [thing.withdrawn]),
      ...(platforms.length === 0 ? [] : [platforms.join(', ')]),
    ].join(' · '),
    contentsAt: short.length,
    blocks: [
      ...short,
      ...furtherParagraphs('More of what it is', answer.description),
      ...users(answer),
      ...usedTechniques(techniques),
      ...citedBlocks(answer),
    ],
  };
}

function users({ groups, derived, campaigns }: SoftwareAnswer): readonly Block[] {
  const sections = [
    ...exampleSection('Groups, as sources report', groups),
    ...exampleSection('Groups, by rules alone', derived),
    ...exampleSection('Campaigns', campaigns),
  ];
  return [
    heading(2, 'Who uses it'),
    ...(sections.length === 0 ? [paragraph('No source in view reports anyone who uses it.')] : sections),
  ];
}

import { sayMention, type SoftwareAnswer } from '../../answers/index.ts';
import { keyNumbers, type Document } from '../../render/index.ts';
import { capital } from '../words.ts';
import {
  citedBlocks,
  firstParagraph,
  furtherParagraphs,
  pageLink,
  properties,
  sayFirst,
  sayLead,
  sayTactics,
  usedTechniques,
  usersSection,
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
    lead: sayLead(capital(thing.type), thing, platforms.join(', ')),
    contentsAt: short.length,
    blocks: [
      ...short,
      ...furtherParagraphs('More of what it is', answer.description),
      ...usersSection(answer),
      ...usedTechniques(techniques),
      ...citedBlocks(answer),
    ],
  };
}

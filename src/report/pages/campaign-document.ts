import { sayMention, type CampaignAnswer } from '../../answers/index.ts';
import { heading, keyNumbers, paragraph, type Document } from '../../render/index.ts';
import { saySeen } from '../groups/say-seen.ts';
import { thingsMentioned } from '../words.ts';
import {
  citedBlocks,
  firstParagraph,
  furtherParagraphs,
  pageLink,
  properties,
  sayLead,
  sayTactics,
  statementTable,
  usedTechniques,
} from './page-blocks.ts';

/** All that is known of a campaign: in short what matters, then at length. */
export function campaignDocument(answer: CampaignAnswer): Document {
  const { thing, aliases, seen, attributedTo, techniques, software } = answer;
  const short = [
    keyNumbers([
      { number: String(techniques.length), what: 'techniques are reported of it' },
      { number: String(software.length), what: 'pieces of software are reported of it' },
    ]),
    ...firstParagraph(answer.description),
    properties([
      ['When', saySeen(seen)],
      [
        'Attributed to',
        attributedTo.length === 0
          ? 'nobody, as far as sources in view report'
          : thingsMentioned(attributedTo.map((each) => each.thing)),
      ],
      ['Also called', aliases.join(', ')],
      ['Software', thingsMentioned(software.map((each) => each.thing))],
      ['Techniques by tactic', sayTactics(techniques)],
      ['Page', pageLink(answer)],
    ]),
  ];
  return {
    title: sayMention(thing),
    lead: sayLead('Campaign', thing),
    contentsAt: short.length,
    blocks: [
      ...short,
      ...furtherParagraphs('More of what it is', answer.description),
      ...(attributedTo.length === 0 ? [] : [heading(2, 'Attributed to'), statementTable(attributedTo)]),
      ...usedTechniques(techniques),
      ...(techniques.length === 0 ? [paragraph('No source in view reports techniques of it.')] : []),
      ...(software.length === 0
        ? []
        : [heading(2, `Software (${software.length})`), statementTable(software)]),
      ...citedBlocks(answer),
    ],
  };
}

import type { CampaignAnswer } from '../../answers/index.ts';
import { seenDates, statementsAbout } from '../../analysis/index.ts';
import type { Desk } from '../../desk/index.ts';
import { typesOf } from '../../threat/index.ts';
import { findOne } from '../names/find-one.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';
import { aboutThing, techniquesUsed } from './about.ts';

/**
 * Everything that is known of one campaign.
 *
 * @throws FoeprintError W601–W603 when the name does not lead to a campaign
 */
export function campaignPage(desk: Desk, name: string): Answered<CampaignAnswer> {
  const { term, notes } = findOne(desk.view, name, typesOf('campaign'));
  const sourced = sourcedFactsOf(desk);
  const about = (relation: string, types: readonly string[]) =>
    statementsAbout(sourced, relation, term, 'from', types);
  const answer = {
    ...aboutThing(desk, term),
    seen: seenDates(sourced, term),
    attributedTo: about('attributed-to', [...typesOf('group'), ...typesOf('actor')]),
    techniques: techniquesUsed(desk, term),
    software: about('uses', typesOf('software')),
  };
  return { answer, notes };
}

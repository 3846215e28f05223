import type { SoftwareAnswer } from '../../answers/index.ts';
import { statementsAbout, usersOf } from '../../analysis/index.ts';
import type { Desk } from '../../desk/index.ts';
import { typesOf } from '../../threat/index.ts';
import { findOne } from '../names/find-one.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';
import { aboutThing, examplesOf, platformsOf, techniquesUsed } from './about.ts';

/**
 * Everything that is known of one piece of software.
 *
 * @param all every example of each list, rather than the newest
 * @throws FoeprintError W601–W603 when the name does not lead to software
 */
export function softwarePage(desk: Desk, name: string, all = false): Answered<SoftwareAnswer> {
  const { term, notes } = findOne(desk.view, name, typesOf('software'));
  const sourced = sourcedFactsOf(desk);
  const { groups, derived } = usersOf(sourced, term);
  const answer = {
    ...aboutThing(desk, term),
    platforms: platformsOf(desk, term),
    techniques: techniquesUsed(desk, term),
    groups: examplesOf(groups, all),
    derived: examplesOf(derived, all),
    campaigns: examplesOf(statementsAbout(sourced, 'uses', term, 'to', typesOf('campaign')), all),
  };
  return { answer, notes };
}

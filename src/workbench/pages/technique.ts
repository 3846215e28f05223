import type { Mention, Statement, TechniqueAnswer } from '../../answers/index.ts';
import {
  compareMentions,
  mention,
  statementsAbout,
  techniqueCounts,
  usersOf,
  type Users,
} from '../../analysis/index.ts';
import { knownTo, objectsOf, reportedIn, subjectsOf, type Desk, type Knowledge } from '../../desk/index.ts';
import { typesOf } from '../../threat/index.ts';
import { defined } from '../../text/index.ts';
import { findOne } from '../names/find-one.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { analyticsOf } from '../techniques/detections.ts';
import { defencesWithWords } from '../techniques/defences.ts';
import { watchedApart } from '../techniques/mitigations.ts';
import type { Answered } from '../use-case.ts';
import { aboutThing, examplesOf, platformsOf, tacticReader } from './about.ts';
import { inOtherReleases } from './in-releases.ts';

/**
 * Everything that is known of one technique.
 *
 * @param all every example of each list, rather than the newest
 * @throws FoeprintError W601–W603 when the name does not lead to a technique
 */
export function techniquePage(
  desk: Desk & Pick<Knowledge['desk'], 'base'>,
  name: string,
  all = false,
): Answered<TechniqueAnswer> {
  const { term, notes } = findOne(desk.view, name, typesOf('technique'));
  const sourced = sourcedFactsOf(desk);
  const users = usersOf(sourced, term);
  const examples = (relation: string, types: readonly string[]) =>
    examplesOf(statementsAbout(sourced, relation, term, 'to', types), all);
  const answer = {
    ...aboutThing(desk, term),
    tactics: tacticReader(desk)(term),
    platforms: platformsOf(desk, term),
    ...kinOf(desk, term),
    rarity: rarityOf(desk, term, users),
    groups: examplesOf(users.groups, all),
    derived: examplesOf(users.derived, all),
    campaigns: examples('uses', typesOf('campaign')),
    software: examples('uses', typesOf('software')),
    ...watchedApart(desk, defencesWithWords(desk, 'mitigation', term)),
    detections: defencesWithWords(desk, 'detection-strategy', term).map((each) => ({
      ...each,
      analytics: analyticsOf(desk, each.defence.id),
    })),
    controls: controlsAgainst(desk, term),
    unaddressed: objectsOf(reportedIn(desk), 'not-addressed-by', term).map((each) =>
      mention(desk.view.catalogue, each),
    ),
    exploited: examples('exploited-through', typesOf('vulnerability')),
    enabled: examples('enables', typesOf('vulnerability')),
    releases: inOtherReleases(desk, term),
  };
  return { answer, notes };
}

function kinOf(desk: Desk, technique: number): Pick<TechniqueAnswer, 'parent' | 'related' | 'former'> {
  const { catalogue } = desk.view;
  const known = reportedIn(desk);
  const named = (terms: readonly number[]): readonly Mention[] =>
    terms.map((each) => mention(catalogue, each)).toSorted(compareMentions);
  const [parent] = objectsOf(known, 'subtechnique-of', technique);
  const under = subjectsOf(known, 'subtechnique-of', parent ?? technique);
  const replaced = catalogue
    .ofType(typesOf('technique'), true)
    .filter((each) => catalogue.isWithdrawn(each) && catalogue.successor(each) === technique);
  return {
    ...defined({ parent: parent === undefined ? undefined : mention(catalogue, parent) }),
    related: named(under.filter((each) => each !== technique)),
    former: named(replaced),
  };
}

function rarityOf(desk: Desk, technique: number, users: Users): TechniqueAnswer['rarity'] {
  const { catalogue } = desk.view;
  const id = catalogue.id(technique);
  const counts = techniqueCounts(knownTo(desk));
  const direct = counts.find((each) => each.technique.id === id)?.groups ?? 0;
  const groups = typesOf('group');
  return {
    direct,
    derived: users.derived.filter(({ thing }) => groups.includes(thing.type)).length,
    groups: catalogue.ofType(groups).length,
    place: direct === 0 ? 0 : 1 + counts.filter((each) => each.groups > direct).length,
    techniques: counts.length,
  };
}

/** Controls of frameworks that are mapped to a technique, with those that respond to it. */
function controlsAgainst(desk: Desk, technique: number): TechniqueAnswer['controls'] {
  const { catalogue } = desk.view;
  const sourced = sourcedFactsOf(desk);
  const frameworkOf = (control: Statement): readonly Mention[] =>
    objectsOf(reportedIn(desk), 'part-of', catalogue.termOf(control.thing.id) ?? -1)
      .filter((whole) => typesOf('framework').includes(catalogue.entry(whole).type))
      .map((whole) => mention(catalogue, whole));
  return ['mitigates', 'responds-to']
    .flatMap((relation) => statementsAbout(sourced, relation, technique, 'to', typesOf('control')))
    .flatMap((control) => frameworkOf(control).map((framework) => ({ framework, control })))
    .toSorted(
      (one, other) =>
        compareMentions(one.framework, other.framework) ||
        compareMentions(one.control.thing, other.control.thing),
    );
}
